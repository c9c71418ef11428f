import assert from 'node:assert/strict'
import fc from 'fast-check'
import { citeContext } from '../../server/core/citing/context.ts'
import { libraryOf } from '../../server/core/citing/library.ts'
import { actions } from '../../server/core/features/actions.ts'
import { hover } from '../../server/core/features/hover.ts'
import { type Citable, citableAt, type Offer, offers } from '../../server/core/features/offers.ts'
import { type Composed, composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { followEdit, type Live, openLive } from '../../server/core/live/live.ts'
import type { Draft } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'
import { citedDrafts, references } from './citedDrafts.ts'
import { anyEdits, type TextEdit, writtenDraft } from './writtenDrafts.ts'

const runs = Number(process.env.RUNS ?? 400)
const library = libraryOf(references)
const contexts = (['auto', 'author-year'] as const).map((style) => citeContext(library, { style }))

const made = (offered: readonly Offer[]): unknown[] => offered.map(({ make, ...rest }) => ({ ...rest, made: make() }))

/** Something that can be cited by where it stands: its claim counts what is around it. */
const spanned = (one: Citable | undefined) => one && { ...one, at: { start: one.at.start, end: one.at.end } }

/** Compares what is told and offered at a place, by the parts around it and by the whole draft. */
function assertAsWhole(live: Live, reading: Composed, at: Span, findings = findingsOf(live, reading)): void {
  const near = reading.near(at)
  const told = { library, form: 'news' } as const
  assert.deepEqual(hover(near, findings, at.start, told), hover(reading, findings, at.start, told))
  const isTouched = findings.some(({ start, end }) => start <= at.end && at.start <= end)
  const by = isTouched ? reading : near
  assert.deepEqual(spanned(citableAt(near, findings, at)), spanned(citableAt(reading, findings, at)))
  assert.deepEqual(actions(by, findings, at, library), actions(reading, findings, at, library))
  for (const context of contexts)
    assert.deepEqual(
      made(offers(reading, by, findings, at, context)),
      made(offers(reading, reading, findings, at, context)),
    )
}

function compare(draft: Draft, edits: readonly TextEdit[], places: readonly number[]): void {
  const live = openLive(draft)
  let { text } = draft
  for (const { at, remove, insert } of edits) {
    const start = Math.min(text.length, Math.floor(at * (text.length + 1)))
    const end = Math.min(text.length, start + remove)
    text = text.slice(0, start) + insert + text.slice(end)
    followEdit(live, { ...draft, text }, { start, end, length: insert.length })
  }
  const reading = composed(live)
  for (const place of places) {
    const start = Math.floor(place * (text.length + 1))
    assertAsWhole(live, reading, { start, end: start })
    assertAsWhole(live, reading, { start, end: Math.min(text.length, start + 200) })
  }
}

const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })

describe('what is known near a place', () => {
  it('tells and offers there what the whole draft does', () => {
    fc.assert(fc.property(writtenDraft, anyEdits, places, compare), { numRuns: runs })
  }).timeout(900_000)

  it('also where the draft cites', () => {
    fc.assert(fc.property(citedDrafts, anyEdits, places, compare), { numRuns: runs / 4 })
  }).timeout(900_000)

  it('however far down its end and its list of references are', () => {
    const between = 'Nobody came to the yard.\n\n'.repeat(12)
    const sentence = 'The dam failed in 1954, Ines Calder said in the Valley Post.\n\n'
    for (const end of [
      '1. ```\n   code\n   ```\n\n',
      '## References\n\n- Calder, I. (2020). The dam.\n',
      '<!-- left open',
    ])
      for (const language of ['markdown', 'plaintext'] as const) {
        const live = openLive({ text: sentence + between + end + between, language })
        assertAsWhole(live, composed(live), { start: 5, end: 5 }, [])
      }
  })
})
