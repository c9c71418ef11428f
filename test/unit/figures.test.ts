import assert from 'node:assert/strict'
import fc from 'fast-check'
import { figures } from '../../server/core/marks/figures.ts'
import { inOrder, passagesOf, wordsOf } from './passages.ts'

const read = (text: string): string[] =>
  wordsOf(
    text,
    passagesOf(text).flatMap((p) => figures(p)),
    ({ kind }) => kind,
  )

function marks(text: string, ...expected: string[]): void {
  it(expected.length > 0 ? text : `nothing in: ${text}`, () => assert.deepEqual(read(text), expected))
}

describe('figures', () => {
  describe('take the words that bind them and the noun that they count', () => {
    marks('The storm left 83 deaths.', '83 deaths | count')
    marks('It killed more than 80 people so far.', 'more than 80 people | count')
    marks('At least three newly built houses burned.', 'At least three newly built houses | count')
    marks('No fewer than 300 of the 500 homes were lost.', 'No fewer than 300 of the 500 homes | count')
    marks('Between 10 and 20 crew members fled.', 'Between 10 and 20 crew members | count')
    marks('Nearly 3,000 U.S. troops and 10–12 tanks came.', 'Nearly 3,000 U.S. troops | count', '10–12 tanks | count')
    marks('The count rose to 83.', '83 | count')
    marks('Some 2000 people fled.', 'Some 2000 people | count')
  })

  describe('are read in words', () => {
    marks('There were twenty-two attacks.', 'twenty-two attacks | count')
    marks('Two hundred and fifty thousand soldiers came.', 'Two hundred and fifty thousand soldiers | count')
    marks(
      'Half a million voters and dozens of judges left.',
      'Half a million voters | count',
      'dozens of judges | count',
    )
    marks(
      'Two thirds of voters and one in five patients agree.',
      'Two thirds of voters | count',
      'one in five patients | count',
    )
    marks('Two survivors were clinging to it.', 'Two survivors | count')
    marks('The two of them left. No one saw it, and one man fell. Several people came.')
    marks('Half the town knew. It was two-party rule.')
  })

  describe('are sums of money', () => {
    marks('It cost $2 billion, or US$3.5m.', '$2 billion | money', 'US$3.5m | money')
    marks('It paid about €5 to €6 million.', 'about €5 to €6 million | money')
    marks('They spent 5 million euros and USD 40.', '5 million euros | money', 'USD 40 | money')
  })

  describe('are shares', () => {
    marks('About 12 per cent agreed, 12% did not.', 'About 12 per cent | percentage', '12% | percentage')
    marks('It fell by 5 percentage points.', '5 percentage points | percentage')
  })

  describe('are ages, times, years and places in a row', () => {
    marks('A 40-year-old driver and Ana Ruiz, 45, met.', '40-year-old | age', '45 | age')
    marks('A three-month campaign took 12 years.', 'three-month campaign | time', '12 years | time')
    marks('At 10:30 a.m. and 5 p.m. it rang.', '10:30 a.m. | time', '5 p.m. | time')
    marks('In 1998 and the 1990s it was so.', '1998 | year', '1990s | year')
    marks('The 2016 elections came.', '2016 | year')
    marks('It was the 21st century.', '21st century | ordinal')
  })

  describe('are measures and scores', () => {
    marks('It was 5 km off, and 12kg.', '5 km | other', '12kg | other')
    marks('A 5-4 ruling held.', '5-4 | other')
  })

  describe('do not name, number or date', () => {
    marks('See section 4, version 2.3.1, No. 10 and page 7.')
    marks('Write to Albany, NY 12207, or to New York, NY, 10032.')
    marks('The storm in NY killed 10032 people.', '10032 people | count')
    marks('In the UK, 25000 died of the flu.', '25000 | count')
    marks('In Albany, NY, 12000 were arrested.', '12000 | count')
    marks('Apollo 11 landed. He lives in 23rd Street. The 5th Amendment holds.')
    marks('Call 555-1234 or 2025550123.')
    marks('They met on 2 September 2025, on Sept. 3, and 9/11 came two weeks ago.')
    marks('(1) The first point stands.')
  })

  it('lie in the draft in order, whatever the draft is', function () {
    this.timeout(20_000)
    const word = fc.constantFrom(
      '$',
      '12',
      'more',
      'than',
      'two',
      'million',
      '%',
      'of',
      'between',
      'and',
      '5',
      'May',
      ',',
      '-',
      '2025',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(text, (draft) =>
        inOrder(
          draft,
          passagesOf(draft).flatMap((p) => figures(p)),
        ),
      ),
    )
  })
})
