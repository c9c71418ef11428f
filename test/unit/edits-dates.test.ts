import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { absoluteDate, meantDay } from '../../server/core/edits/absoluteDate.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { readingOf } from './editsDraft.ts'

describe('a date in the place of a day', () => {
  const SATURDAY = { year: 2026, month: 3, day: 14 }
  const dated = (text: string, words: string, written = SATURDAY): string => {
    const reading = readingOf(text, 'markdown', (at) => ({
      dates: text.includes('2025') ? [{ ...at(/\S+ \S+ 2025/.exec(text)?.[0] ?? ''), relative: false } as never] : [],
    }))
    const start = text.lastIndexOf(words)
    const [fix] = absoluteDate(reading, { start, end: start + words.length }, written)
    return fix === undefined ? 'no date' : applyEdits(text, fix.edits)
  }

  it('is in the past, or to come where the sentence looks ahead', () => {
    assert.equal(dated('It fell on Friday.', 'Friday'), 'It fell on Friday, 13 March.')
    assert.equal(dated('It fell on Saturday.', 'Saturday'), 'It fell on Saturday, 14 March.')
    assert.equal(dated('It fell on Sunday.', 'Sunday'), 'It fell on Sunday, 8 March.')
    assert.equal(dated('It will fall on Friday.', 'Friday'), 'It will fall on Friday, 20 March.')
    assert.equal(dated('It will fall on Saturday.', 'Saturday'), 'It will fall on Saturday, 14 March.')
    assert.equal(dated('It rains. It is to fall on Monday', 'Monday'), 'It rains. It is to fall on Monday, 16 March')
    assert.equal(dated('It will rain. It fell on Monday', 'Monday'), 'It will rain. It fell on Monday, 9 March')
    assert.equal(dated('It fell last Saturday.', 'last Saturday'), 'It fell last Saturday, 7 March.')
    assert.equal(dated('It will have, last Friday.', 'last Friday'), 'It will have, last Friday, 13 March.')
    assert.equal(dated('It fails this Monday.', 'this Monday'), 'It fails this Monday, 16 March.')
  })

  it('is written into the sentence, with commas where it goes on', () => {
    assert.equal(dated('On Friday it fell.', 'Friday'), 'On Friday, 13 March, it fell.')
    assert.equal(dated('It fell (on Friday) here.', 'Friday'), 'It fell (on Friday, 13 March) here.')
    assert.equal(dated('It fell on Friday\nand rose.', 'Friday'), 'It fell on Friday, 13 March,\nand rose.')
    assert.equal(dated('It fell on Friday', 'Friday'), 'It fell on Friday, 13 March')
    assert.equal(dated('It fell on Friday — here', 'Friday'), 'It fell on Friday, 13 March — here')
    assert.equal(dated('Yesterday it fell.', 'Yesterday'), 'On 13 March it fell.')
    assert.equal(dated('It fell today.', 'today'), 'It fell on 14 March.')
    assert.equal(dated('It falls tomorrow.', 'tomorrow'), 'It falls on 15 March.')
  })

  it('is guessed at nowhere', () => {
    for (const [text, words] of [
      ['The Friday meeting.', 'Friday'],
      ['The mayor’s Friday meeting.', 'Friday'],
      ["The mayor's Friday meeting.", 'Friday'],
      ['Its Friday meeting.', 'Friday'],
      ['Friday’s meeting.', 'Friday'],
      ['A Friday-night show.', 'Friday'],
      ['He came yesterday evening.', 'yesterday evening'],
      ['He came in May.', 'May'],
      ['He came last week.', 'last week'],
    ] as const)
      assert.equal(dated(text, words), 'no date', text)
    assert.equal(dated('Lathe Friday fell.', 'Friday'), 'Lathe Friday, 13 March, fell.')
    const reading = readingOf('It fell on Sunday.')
    assert.deepEqual(meantDay(reading, { start: 11, end: 17 }, SATURDAY), { year: 2026, month: 3, day: 8 })
  })

  it('has a year where that is another, and the month first where the draft puts it first', () => {
    const NEW_YEAR = { year: 2026, month: 1, day: 1 }
    assert.equal(dated('It fell yesterday.', 'yesterday', NEW_YEAR), 'It fell on 31 December 2025.')
    assert.equal(
      dated('It rose on March 3, 2025. It fell yesterday.', 'yesterday', NEW_YEAR),
      'It rose on March 3, 2025. It fell on December 31, 2025.',
    )
    assert.equal(
      dated('It rose on 3 March 2025. It fell on Friday.', 'Friday'),
      'It rose on 3 March 2025. It fell on Friday, 13 March.',
    )
  })
})
