import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { calendarDate, daysFrom, weekdayOf } from '../../server/core/marks/calendarDates.ts'
import { read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'

const ON = { rules: { 'relative-date': 'hint' } } as const

function found(text: string, language: Language = 'markdown') {
  const reading = read({ text, language })
  return check(reading, ON)
    .filter(({ rule }) => rule === 'relative-date')
    .map((finding) => ({ finding, reading, words: text.slice(finding.start, finding.end) }))
}

const words = (text: string, language?: Language): string[] => found(text, language).map((one) => one.words)

/** The draft with each finding's preferred fix made, the last one first. */
const fixed = (text: string): string =>
  found(text)
    .toReversed()
    .reduce((draft, { finding, reading }) => {
      const fix = fixesFor(reading, finding).find(({ preferred }) => preferred)
      return fix === undefined ? draft : applyEdits(draft, fix.edits)
    }, text)

describe('relative-date', () => {
  it('is silent until it is switched on', () => {
    const reading = read({ text: 'The council closed the bridge last week, Mayor Calder said.', language: 'markdown' })
    assert.deepEqual(
      check(reading).filter(({ rule }) => rule === 'relative-date'),
      [],
    )
    assert.equal(check(reading, ON).find(({ rule }) => rule === 'relative-date')?.severity, 'hint')
  })

  it('speaks where the draft has no date to count from', () => {
    assert.deepEqual(words('The bridge closed last week. It was to open in October, Mayor Calder said on Friday.'), [
      'last week',
      'October',
      'Friday',
    ])
  })

  it('is content with a day and its year in the same paragraph', () => {
    assert.deepEqual(words('The bridge closed on 3 March 2026. It opened again on Friday.'), [])
    assert.deepEqual(words('The bridge closed on 3 March. It opened again on Friday.'), ['Friday'])
  })

  it('takes the words of a speaker as they are', () => {
    assert.deepEqual(words('“We closed it yesterday,” Mayor Ines Calder said.'), [])
  })

  for (const [from, text] of [
    ['front matter', '---\ntitle: Bridge\ndate: 2026-03-12\n---\n\nThe bridge closed last week.'],
    ['a dateline', 'LONDON, 12 March 2026 — The bridge closed last week.'],
    ['a dateline without a year', 'HALLAM, 9 October — The bridge closed on Friday.'],
    ['a line of its own', '# The bridge\n\nPublished 12 March 2026\n\nThe bridge closed last week.'],
    ['a line at the end', 'The bridge closed last week.\n\nFirst published: March 12, 2026'],
  ] as const)
    it(`finds the day of writing in ${from}`, () => {
      assert.deepEqual(words(text), [])
    })

  it('takes no date of the story for the day of writing', () => {
    assert.deepEqual(words('On 3 March 2019 the council built a bridge.\n\nIt closed last week.'), ['last week'])
    assert.deepEqual(words('---\ntitle: The 12 March 2026 movement\n---\n\nIt closed last week.'), ['last week'])
  })

  it('writes the date that a weekday means', () => {
    const dated = (text: string) => fixed(`LONDON, 12 March 2026 — ${text}`).slice('LONDON, 12 March 2026 — '.length)
    assert.equal(dated('The bridge closed on Tuesday.'), 'The bridge closed on Tuesday, 10 March.')
    assert.equal(dated('Calder said Thursday in a note.'), 'Calder said Thursday, 12 March, in a note.')
    assert.equal(dated('Calder said so last Thursday.'), 'Calder said so last Thursday, 5 March.')
    assert.equal(dated('The bridge will open on Tuesday.'), 'The bridge will open on Tuesday, 17 March.')
    assert.equal(dated('Yesterday the bridge closed.'), 'On 11 March the bridge closed.')
    assert.equal(dated('The bridge closed yesterday.'), 'The bridge closed on 11 March.')
  })

  it('leaves what no date fits into, and what could be either of two weeks', () => {
    const dated = (text: string) => words(`LONDON, 12 March 2026 — ${text}`)
    assert.deepEqual(dated('The Friday meeting was short. Friday’s meeting was long. It meets next Friday.'), [])
  })

  it('writes the month first where the draft does, and the year where it is another', () => {
    assert.equal(
      fixed('LONDON, Jan. 2, 2026 — The bridge closed on Tuesday.'),
      'LONDON, Jan. 2, 2026 — The bridge closed on Tuesday, December 30, 2025.',
    )
  })
})

describe('calendarDate', () => {
  it('reads days in the ways that drafts write them', () => {
    const march = { year: 2026, month: 3, day: 12 }
    for (const text of [
      '12 March 2026',
      'March 12th, 2026',
      'Thursday, 12 Mar. 2026',
      '2026-03-12',
      '2026-03-12T09:00Z',
    ])
      assert.deepEqual(calendarDate(text), march)
    assert.deepEqual(calendarDate('Sept. 2'), { month: 9, day: 2 })
  })

  it('reads nothing into a month, a day that is not, or a date that can be read two ways', () => {
    for (const text of ['March 2026', '30 February 2026', '2/9/2026', '', 'last week'])
      assert.equal(calendarDate(text), undefined)
  })

  it('counts over the ends of months and years', () => {
    assert.deepEqual(daysFrom({ year: 2024, month: 2, day: 28 }, 2), { year: 2024, month: 3, day: 1 })
    assert.equal(weekdayOf({ year: 2026, month: 3, day: 12 }), 4)
  })
})
