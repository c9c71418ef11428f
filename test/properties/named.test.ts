import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../server/core/findings.ts'
import { composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { followEdit, openLive } from '../../server/core/live/live.ts'
import { read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { runs } from '../chance.ts'
import { editedParagraphs, namedDraft, namedEdits } from './namedDrafts.ts'

/** The one replacement that makes one text of another. */
function changeOf(before: string, after: string): { start: number; end: number; length: number } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same, length: after.length - same - start }
}

describe('who is meant, in a draft that is followed through its edits', () => {
  for (const [language, between] of [
    ['plaintext', '\n'],
    ['markdown', '\n\n'],
  ] as const satisfies Array<[Language, string]>)
    it(`is who is meant when it is read from the start, wherever a name has changed: ${language}`, () => {
      fc.assert(
        fc.property(namedDraft, namedEdits, (draft, edits) => {
          let paragraphs = draft
          let text = paragraphs.join(between)
          const live = openLive({ text, language })
          for (const edit of edits) {
            paragraphs = editedParagraphs(paragraphs, edit)
            const after = paragraphs.join(between)
            followEdit(live, { text: after, language }, changeOf(text, after))
            text = after
            const [followed, reading] = [composed(live), read({ text, language })]
            assert.deepEqual(followed.attributions, reading.attributions, text)
            assert.deepEqual(followed.abbreviations, reading.abbreviations, text)
            assert.deepEqual(findingsOf(live, followed), check(reading), text)
          }
        }),
        { numRuns: runs(400) },
      )
    }).timeout(900_000)
})
