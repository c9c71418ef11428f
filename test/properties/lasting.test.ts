import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../server/core/findings.ts'
import { composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { lasting } from '../../server/core/live/lasting.ts'
import { openLive } from '../../server/core/live/live.ts'
import { read } from '../../server/core/reading.ts'
import type { Draft } from '../../server/core/text/draft.ts'
import { citedDrafts } from './citedDrafts.ts'
import { writtenDraft } from './writtenDrafts.ts'

const runs = Number(process.env.RUNS ?? 400)
let shown = 0

/** Compares what is shown of a beginning that ends with a line with what is found in the whole. */
function compare(draft: Draft, share: number): void {
  const end = draft.text.indexOf('\n', Math.floor(share * draft.text.length)) + 1
  const live = openLive({ ...draft, text: draft.text.slice(0, end) })
  const whole = read(draft)
  // what kind of writing a draft is may show late, and then nothing of it lasts
  if (live.register !== whole.register) return
  const found = new Set(check(whole).map(({ start, end, rule }) => `${rule} ${start} ${end}`))
  for (const { start, end, rule } of lasting(live, findingsOf(live, composed(live)))) {
    shown++
    assert.ok(found.has(`${rule} ${start} ${end}`), `${rule} at ${start} was taken back`)
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('what is shown of a draft while the rest of it is being read', () => {
  it('is found in the whole too', () => {
    fc.assert(fc.property(writtenDraft, share, compare), { numRuns: runs })
    assert.ok(shown > runs / 40, `${shown} findings were shown`)
  }).timeout(900_000)

  it('whatever it cites', () => {
    fc.assert(fc.property(citedDrafts, share, compare), { numRuns: runs })
  }).timeout(900_000)
})
