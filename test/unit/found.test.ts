import assert from 'node:assert/strict'
import { check } from '../../server/core/findings.ts'
import { composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { followEdit, openLive } from '../../server/core/live/live.ts'
import { read } from '../../server/core/reading.ts'
import type { Finding } from '../../server/core/rules/rule.ts'

const BETWEEN = 'It rained in the valley, and the river rose.\n'.repeat(8)
const killed = (people: number): string => `The storm killed ${people} people in Hallam.\n`

/** What is found of one rule after each of some replacements of the first of some words, which is compared with a reading from the start. */
function foundAfter(
  text: string,
  rule: string,
  edits: ReadonlyArray<readonly [words: string, by: string]>,
): string[][] {
  const language = 'plaintext'
  const live = openLive({ text, language })
  const shown = (): string[] => {
    const found = findingsOf(live, composed(live))
    assert.deepEqual(found, check(read({ text, language })))
    const place = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
    return found
      .filter((one: Finding) => one.rule === rule)
      .map((one) => [one, ...(one.related ?? [])].map(place).join(' against '))
  }
  const first = shown()
  const later = edits.map(([words, by]) => {
    const start = text.indexOf(words)
    assert.ok(start >= 0, words)
    const end = start + words.length
    text = text.slice(0, start) + by + text.slice(end)
    followEdit(live, { text, language }, { start, end, length: by.length })
    return shown()
  })
  return [first, ...later]
}

describe('what was found before an edit', () => {
  it('is found again where it stands then, as is what explains it', () => {
    const draft = `${killed(83)}${BETWEEN}Many came to the harbour.\n${BETWEEN}${killed(79)}`
    const [first, ...later] = foundAfter(draft, 'conflicting-figures', [
      ['harbour', 'long harbour wall'],
      ['It rained', 'On that day it rained'],
      ['Many came to the long harbour wall.\n', ''],
    ])
    assert.equal(first?.length, 2)
    for (const found of later) assert.deepEqual(found, first)
  })

  it('does not settle a figure that another now stands before', () => {
    const draft = `${killed(83)}${BETWEEN}Many came.\n${BETWEEN}${killed(83)}`
    const conflicts = foundAfter(draft, 'conflicting-figures', [
      ['Many came.\n', killed(79)],
      ['killed 79', 'killed 83'],
      ['killed 83', 'killed 79'],
    ]).map(({ length }) => length)
    assert.deepEqual(conflicts, [0, 3, 0, 3])
  })

  it('goes with its words', () => {
    const [first, second, third] = [
      'Rents fell by 12 percent last year.\n',
      'Crime rose by 40 percent there.\n',
      'Over 9,000 people died.\n',
    ]
    const draft = `${first}${BETWEEN}${second}${BETWEEN}${third}`
    const counts = foundAfter(draft, 'unsourced-claim', [
      [BETWEEN + second, ''],
      [first, `${BETWEEN}${first}`],
      [first, ''],
      [third, ''],
    ]).map(({ length }) => length)
    assert.deepEqual(counts, [3, 2, 2, 1, 0])
  })
})
