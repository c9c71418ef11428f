import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { applyEdits, type Edit, type Fix } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import type { Draft } from '../../server/core/text/draft.ts'
import { parseCases } from '../articles/notation/cases.ts'
import { parseMarked } from '../articles/notation/parse.ts'
import { newsDraft } from './anyDraft.ts'
import { isWhole } from './sound.ts'

const runs = Number(process.env.RUNS ?? 100)

describe('any fix', () => {
  it('of a draft put together from sentences takes its finding away, so that it cannot be applied twice', () => {
    fc.assert(fc.property(newsDraft, assertFixesHold), { numRuns: runs })
  }).timeout(240_000)

  it('of an article takes its finding away', () => {
    for (const draft of articles()) assertFixesHold(draft)
  }).timeout(120_000)
})

/** Applies every fix of every finding, one at a time, and reads again. */
function assertFixesHold(draft: Draft): void {
  const reading = read(draft)
  for (const finding of check(reading)) {
    for (const fix of fixesFor(reading, finding)) {
      assertApplies(draft.text, fix)
      const text = applyEdits(draft.text, fix.edits)
      const after = read({ text, language: draft.language })
      const still = check(after).find((one) => isSame(draft.text, finding, fix.edits, text, one))
      if (still === undefined) continue
      const again = fixesFor(after, still).map(({ title }) => title)
      assert.ok(
        !again.includes(fix.title),
        `“${fix.title}” of ${finding.rule} leaves its finding standing\n${draft.text}\n---\n${text}`,
      )
    }
  }
}

/** Whether a finding of the changed draft is the one that was mended: the same rule about the same words at their new place. */
function isSame(before: string, finding: Finding, edits: readonly Edit[], after: string, one: Finding): boolean {
  if (one.rule !== finding.rule) return false
  // words that were taken out are gone; what stands there now is the next of two that are alike
  if (edits.some(({ start, end, text }) => text === '' && start <= finding.start && finding.end <= end)) return false
  if (after.slice(one.start, one.end) !== before.slice(finding.start, finding.end)) return false
  const moved = edits
    .filter((edit) => edit.end <= finding.start)
    .reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0)
  return one.start === finding.start + moved
}

function assertApplies(text: string, { edits, title, caret }: Fix): void {
  assert.ok(edits.length > 0, `${title}: it changes something`)
  let at = 0
  for (const { start, end } of edits) {
    assert.ok(at <= start && start <= end && end <= text.length, `${title}: edits are in order and in the draft`)
    at = end
  }
  const changed = applyEdits(text, edits)
  assert.notEqual(changed, text, `${title}: it changes something`)
  assert.equal(isWhole(changed), isWhole(text), `${title}: no half of a surrogate pair`)
  assert.ok(caret === undefined || (caret >= 0 && caret <= changed.length), `${title}: the caret is in the draft`)
}

/** The drafts of test/articles without their braces. */
function articles(): Draft[] {
  const folder = new URL('../articles/', import.meta.url)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .flatMap((name) => parseCases(readFileSync(new URL(name, folder), 'utf8')))
    .map(({ draft, language }) => ({ text: parseMarked(draft.text).text, language }))
}
