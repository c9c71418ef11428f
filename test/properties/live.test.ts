import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../server/core/findings.ts'
import { composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { followEdit, type Live, openLive } from '../../server/core/live/live.ts'
import { read } from '../../server/core/reading.ts'
import { defaultSettings, type Settings } from '../../server/core/settings.ts'
import type { Draft, Language, LongDraft } from '../../server/core/text/draft.ts'
import { anyDraft } from './anyDraft.ts'
import { anyEdits, type TextEdit, writtenDraft } from './writtenDrafts.ts'

const runs = Number(process.env.RUNS ?? 2000)
/** Settings by which every rule speaks. */
const ALL: Settings = { ...defaultSettings, rules: { 'relative-date': 'warning' } }

/** Whether all that is known of a draft that was followed is what is read of it from the start. */
function assertAsRead(live: Live, draft: Draft): void {
  const reading = read(draft)
  const followed = composed(live)
  for (const list of Object.keys(reading) as Array<keyof typeof reading>)
    assert.deepEqual(followed[list], reading[list], list)
  assert.deepEqual(findingsOf(live, followed, ALL), check(reading, ALL))
}

/** Follows edits, and compares after each `step` of them. */
const following =
  (step: number) =>
  (draft: Draft, edits: readonly TextEdit[]): void => {
    const live = openLive(draft)
    assertAsRead(live, draft)
    let { text } = draft
    for (const [index, { at, remove, insert }] of edits.entries()) {
      const start = Math.min(text.length, Math.floor(at * (text.length + 1)))
      const end = Math.min(text.length, start + remove)
      text = text.slice(0, start) + insert + text.slice(end)
      const now = { ...draft, text }
      followEdit(live, now, { start, end, length: insert.length })
      if ((index + 1) % step === 0) assertAsRead(live, now)
    }
  }

/** A draft that gives parts of its text alone. */
class InParts implements LongDraft {
  readonly length: number
  readonly language: Language
  readonly slice: LongDraft['slice']

  constructor({ text, language }: Draft) {
    this.length = text.length
    this.language = language
    this.slice = (start, end) => text.slice(start, end)
  }

  get text(): string {
    throw new Error('the whole text was asked for')
  }
}

/** Follows edits of a draft that gives parts of itself alone, and compares what is known of it and found in it. */
function followInParts(draft: Draft, edits: readonly TextEdit[]): void {
  const live = openLive(new InParts(draft))
  let { text } = draft
  for (const { at, remove, insert } of edits) {
    const start = Math.min(text.length, Math.floor(at * (text.length + 1)))
    const end = Math.min(text.length, start + remove)
    text = text.slice(0, start) + insert + text.slice(end)
    followEdit(live, new InParts({ ...draft, text }), { start, end, length: insert.length })
    const reading = read({ ...draft, text })
    const { draft: _, ...lists } = reading
    const followed = composed(live)
    for (const list of Object.keys(lists) as Array<keyof typeof lists>)
      assert.deepEqual(followed[list], reading[list], list)
    assert.deepEqual(findingsOf(live, followed, ALL), check(reading, ALL))
  }
}

describe('a draft that is followed through its edits', () => {
  it('is read as if it had been read from the start', () => {
    fc.assert(fc.property(writtenDraft, anyEdits, following(5)), { numRuns: runs })
  }).timeout(900_000)

  it('after each of them', () => {
    fc.assert(fc.property(writtenDraft, anyEdits, following(1)), { numRuns: runs / 10 })
  }).timeout(900_000)

  it('however many pieces it comes in', () => {
    fc.assert(
      fc.property(writtenDraft, fc.integer({ min: 1, max: 200 }), (draft, piece) => {
        const { text } = draft
        const live = openLive({ ...draft, text: text.slice(0, piece) }, piece < text.length)
        for (let at = Math.min(piece, text.length); at < text.length; ) {
          const end = Math.min(text.length, at + piece)
          const now = { ...draft, text: text.slice(0, end) }
          followEdit(live, now, { start: at, end: at, length: end - at }, end < text.length)
          at = end
        }
        assertAsRead(live, draft)
      }),
      { numRuns: runs / 4 },
    )
  }).timeout(900_000)

  it('and is not asked for the whole of its text', () => {
    fc.assert(fc.property(fc.oneof(writtenDraft, anyDraft), anyEdits, followInParts), { numRuns: runs / 4 })
  }).timeout(900_000)

  it('whatever is in it', () => {
    fc.assert(fc.property(anyDraft, anyEdits, following(2)), { numRuns: runs / 4 })
  }).timeout(900_000)
})
