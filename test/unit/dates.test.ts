import assert from 'node:assert/strict'
import fc from 'fast-check'
import { dates } from '../../server/core/marks/dates.ts'
import { inOrder, passagesOf, wordsOf } from './passages.ts'

const read = (text: string): string[] =>
  wordsOf(
    text,
    passagesOf(text).flatMap((p) => dates(p)),
    ({ relative }) => (relative ? 'relative' : ''),
  )

function marks(text: string, ...expected: string[]): void {
  it(expected.length > 0 ? text : `nothing in: ${text}`, () => assert.deepEqual(read(text), expected))
}

describe('dates', () => {
  describe('that stand by themselves', () => {
    marks('It sank on Sept. 2, and on September 3, 2025, it was found.', 'Sept. 2', 'September 3, 2025')
    marks('From 2 September to the 3rd of May 2026.', '2 September', '3rd of May 2026')
    marks('On Friday, Sept. 5, and on 2025-09-08.', 'Friday, Sept. 5', '2025-09-08')
    marks('It began in May 2020 and ran September 16-19.', 'May 2020', 'September 16-19')
  })

  describe('that need another to count from', () => {
    marks('She said on Friday that it was over.', 'Friday | relative')
    marks('He left Thursday night, and she came next Monday.', 'Thursday night | relative', 'next Monday | relative')
    marks('They broke off early last month.', 'early last month | relative')
    marks('Last week it rained; yesterday it snowed.', 'Last week | relative', 'yesterday | relative')
    marks('It was reported in October and again in May.', 'October | relative', 'May | relative')
    marks('More than two weeks ago it stopped.', 'More than two weeks ago | relative')
    marks('Over the weekend, in the last two years.', 'the weekend | relative', 'last two years | relative')
  })

  describe('are not', () => {
    marks('It may rain on the March on Kostrov, April Jones said.')
    marks('On Fridays and every Sunday the shop closes on Black Friday.')
    marks('USA Today and the Sunday Times and Fox News Sunday wrote it.')
    marks('The last week of the war came, and the next year was worse.')
    marks('In 2019 they marched on 24 roads.')
  })

  it('lie in the draft in order, whatever the draft is', function () {
    this.timeout(20_000)
    const word = fc.constantFrom(
      'May',
      '2',
      'of',
      ',',
      '2025',
      'last',
      'week',
      'ago',
      'two',
      'Friday',
      'early',
      'the',
      'Sept.',
      '/',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (draft) =>
        inOrder(
          draft,
          passagesOf(draft).flatMap((p) => dates(p)),
        ),
      ),
    )
  })
})
