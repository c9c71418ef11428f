import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits, type Fix } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { draftsOf, flawIn, moved, reversed } from '../properties/editsDrafts.ts'

/** Short drafts, of which many can be tried, and some longer ones. */
export const mended = fc.oneof({ weight: 4, arbitrary: draftsOf(1) }, { weight: 1, arbitrary: draftsOf(5) })

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

/** Applies every fix of every finding, one at a time: fails unless the finding is gone, and the text as before once it is undone. */
export function assertFixesSettle(reading: Reading): void {
  for (const finding of check(reading)) {
    for (const fix of fixesFor(reading, finding)) {
      assert.ok(!remains(reading, finding, fix), `“${fix.title}” settles ${finding.rule}`)
    }
  }
}
