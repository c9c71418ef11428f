import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { applyEdits, type Fix } from '../../server/core/edits/fix.ts'
import {
  citeExisting,
  citeWithFootnote,
  markCitationNeeded,
  removeSpan,
  suppress,
} from '../../server/core/edits/index.ts'
import type { Reading } from '../../server/core/reading.ts'
import { silence } from '../../server/core/rules/suppressions.ts'
import { runs } from '../chance.ts'
import { readingOf } from '../unit/editsDraft.ts'
import { drafts, flawIn, moved, reversed } from './editsDrafts.ts'

/** Milliseconds: a failure is not made smaller for longer than this. */
const LONGEST = 60_000

/** Some sentence of a draft, outside its headings, where it has one. */
const cases = fc.tuple(drafts, fc.nat()).map(([{ text, language }, pick]) => {
  const reading = readingOf(text, language)
  const indexes = reading.sentences.flatMap(({ block }, index) =>
    reading.blocks[block]?.kind === 'heading' ? [] : [index],
  )
  return { reading, index: indexes[pick % Math.max(1, indexes.length)] ?? -1 }
})

/** Checks what holds for every fix, and gives the reading of the changed draft. */
function changedBy(reading: Reading, fix: Fix): Reading {
  const { text, language } = reading.draft
  const changed = applyEdits(text, fix.edits)
  assert.equal(flawIn(text, fix, changed), undefined)
  assert.equal(applyEdits(changed, reversed(text, fix.edits)), text)
  return readingOf(changed, language)
}

function forEachSentence(usual: number, holds: (reading: Reading, index: number) => void): void {
  fc.assert(
    fc.property(cases, ({ reading, index }) => {
      if (index >= 0) holds(reading, index)
    }),
    { numRuns: runs(usual), interruptAfterTimeLimit: LONGEST },
  )
}

/** The kinds of the blocks, and how many sentences each has. */
const shapeOf = (reading: Reading): string[] =>
  reading.blocks.map(({ kind }, block) => `${kind} ${reading.sentences.filter((one) => one.block === block).length}`)

describe('edits, on any draft', () => {
  it('cite a sentence once, and leave the rest as it was', () => {
    forEachSentence(1000, (reading, index) => {
      const sentence = reading.sentences[index]
      assert.ok(sentence)
      const fix = citeWithFootnote(reading, sentence)
      const after = changedBy(reading, fix)
      const { text } = after.draft
      assert.ok(fix.caret !== undefined)
      if (fix.title === 'Cite with a citation key') {
        assert.equal(text.slice(fix.caret - 2, fix.caret + 1), '[@]')
        return
      }
      assert.equal(after.definitions.length, reading.definitions.length + 1)
      const added = after.definitions.find(({ key }) => !reading.definitions.some((one) => one.key === key))
      assert.ok(added, 'the definition is new')
      assert.equal(text.slice(added.body.start, added.body.end).trim(), '')
      assert.match(text.slice(added.label.start, fix.caret), /^(?:\[\^?[^\]]+\]:?|\d+\.) $/)
      assert.match(text.slice(fix.caret), /^(?:[\r\n]|$)/)
      const marks = after.citations.filter(({ key, kind }) => key === added.key && kind === added.kind)
      assert.equal(marks.length, 1)
      assert.equal(marks[0]?.defined, true)
      const next = after.sentences[index + 1]
      assert.ok((marks[0]?.start ?? 0) >= (after.sentences[index]?.start ?? 0))
      assert.ok(next === undefined || (marks[0]?.end ?? 0) <= next.start)
      if (reading.draft.language === 'markdown') assert.deepEqual(shapeOf(after), shapeOf(reading))
    })
  }).timeout(2 * LONGEST)

  it('mark, cite again and suppress without touching the blocks', () => {
    forEachSentence(300, (reading, index) => {
      const sentence = reading.sentences[index]
      assert.ok(sentence)
      const fixes = [
        markCitationNeeded(reading, sentence),
        ...citeExisting(reading, sentence),
        ...suppress(reading, 'some-rule', sentence),
      ]
      for (const fix of fixes) {
        const after = changedBy(reading, fix)
        const kinds = (one: Reading): string[] => one.blocks.map(({ kind }) => kind)
        if (reading.draft.language === 'markdown') assert.deepEqual(kinds(after), kinds(reading), fix.title)
        if (!fix.title.startsWith('Leave it')) continue
        const start = moved(sentence.start, fix.edits)
        const finding = { rule: 'some-rule', start, end: start + 1 }
        assert.deepEqual(silence(after, [finding]).kept, [], fix.title)
      }
    })
  }).timeout(2 * LONGEST)

  it('remove any span', () => {
    fc.assert(
      fc.property(drafts, fc.nat(), fc.nat(), ({ text, language }, a, b) => {
        const [start = 0, end = 0] = [a % text.length, b % text.length].sort((x, y) => x - y)
        changedBy(readingOf(text, language), removeSpan(readingOf(text, language), { start, end: end + 1 }, 'Remove'))
      }),
      { numRuns: runs(500) },
    )
  }).timeout(2 * LONGEST)
})
