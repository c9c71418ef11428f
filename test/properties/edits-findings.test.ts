import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { applyEdits, type Fix } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { runs } from '../chance.ts'
import { drafts, flawIn, moved, reversed } from './editsDrafts.ts'

/** Milliseconds: a failure is not made smaller for longer than this. */
const LONGEST = 60_000

/** What an editor writes in the blank of a fix. */
function filling(fix: Fix): string {
  if (fix.title.startsWith('Link')) return 'https://example.org/a'
  return fix.title === 'Cite with a citation key' ? 'roe2021' : 'Example Times'
}

/** Applies a fix, fills its blank, and looks for the finding again: the same rule at the same words. */
function remains(reading: Reading, finding: Finding, fix: Fix): boolean {
  const { text, language } = reading.draft
  const changed = applyEdits(text, fix.edits)
  assert.equal(flawIn(text, fix, changed), undefined, fix.title)
  assert.equal(applyEdits(changed, reversed(text, fix.edits)), text, fix.title)
  const { caret } = fix
  const filled = caret === undefined ? changed : changed.slice(0, caret) + filling(fix) + changed.slice(caret)
  const start = moved(finding.start, fix.edits)
  const words = text.slice(finding.start, finding.end)
  return check(read({ text: filled, language })).some(
    (one) => one.rule === finding.rule && one.start === start && filled.slice(one.start, one.end) === words,
  )
}

function holdsFor(reading: Reading): void {
  for (const finding of check(reading)) {
    for (const fix of fixesFor(reading, finding)) {
      assert.ok(!remains(reading, finding, fix), `“${fix.title}” settles ${finding.rule}`)
    }
  }
}

describe('fixes of findings', () => {
  for (const language of ['plaintext', 'markdown'] as const) {
    it(`settle what they are offered for, on the seed article as ${language}`, () => {
      const text = readFileSync(new URL('../../seeds/venezuela-call.txt', import.meta.url), 'utf8')
      holdsFor(read({ text, language }))
    }).timeout(2 * LONGEST)
  }

  it('settle what they are offered for, on any draft', () => {
    fc.assert(
      fc.property(drafts, (draft) => holdsFor(read(draft))),
      { numRuns: runs(150), interruptAfterTimeLimit: LONGEST },
    )
  }).timeout(2 * LONGEST)
})
