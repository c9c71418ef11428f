import { calendarDate, daysFrom, type FullDate, weekdayNumber, weekdayOf, writtenDate } from '../marks/calendarDates.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose, insert } from './compose.ts'
import type { Fix } from './fix.ts'
import { sentenceOf } from './sentence.ts'

const DAYS_AWAY: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }

/** Words by which a sentence looks ahead, so that its “Friday” is still to come. */
const AHEAD =
  /\b(?:will|shall|to be|is to|are to|is due|are due|due to|plans?|planned|expected|scheduled|until|by|before)\b/i

/** Words before a weekday that make it part of a noun phrase, where no date fits: “the Friday meeting”. */
const HOLDING = /(?:(?:^|[^\p{L}])(?:an?|the|its?|his|her|their|our|my|every|each)|[’']s) $/iu

/** The day that “on Friday” or “yesterday” means, counted from the day of writing; undefined where that is anybody’s guess. */
export function meantDay(reading: Reading, at: Span, written: FullDate): FullDate | undefined {
  const { prose } = reading
  const words = prose.slice(at.start, at.end).toLowerCase().split(' ')
  const [first = '', second = ''] = words
  if (/^[’'-]/.test(prose.slice(at.end, at.end + 1)) || HOLDING.test(prose.slice(Math.max(0, at.start - 8), at.start)))
    return undefined
  if (first in DAYS_AWAY) return words.length === 1 ? daysFrom(written, DAYS_AWAY[first] ?? 0) : undefined
  const led = first === 'last' || first === 'this'
  const weekday = weekdayNumber(led ? second : first)
  if (weekday < 0) return undefined
  const sentence = sentenceOf(reading, at) ?? at
  const isAhead = first === 'this' || (!led && AHEAD.test(prose.slice(sentence.start, sentence.end)))
  const back = (weekdayOf(written) - weekday + 7) % 7
  if (isAhead) return daysFrom(written, (7 - back) % 7)
  return daysFrom(written, led && back === 0 ? -7 : -back)
}

/** Writes the date that a relative one means: “on Friday” becomes “on Friday, 13 March”, “yesterday” becomes “on 12 March”. */
export function absoluteDate(reading: Reading, at: Span, written: FullDate): Fix[] {
  const meant = meantDay(reading, at, written)
  if (meant === undefined) return []
  const year = meant.year === written.year ? '' : `${putsMonthFirst(reading) ? ',' : ''} ${meant.year}`
  const date = `${writtenDate(meant, putsMonthFirst(reading))}${year}`
  const title = `Give the date: ${date}`
  const words = reading.prose.slice(at.start, at.end)
  const { text } = reading.draft
  if (words.toLowerCase() in DAYS_AWAY) {
    const on = /^\p{Lu}/u.test(words) ? 'On' : 'on'
    return [compose(text, title, [{ start: at.start, end: at.end, text: `${on} ${date}` }], true)]
  }
  const closes = /^ *(?:$|[\n\r,.;:!?)—–])/.test(reading.prose.slice(at.end, at.end + 4))
  return [compose(text, title, [insert(at.end, `, ${date}${closes ? '' : ','}`)], true)]
}

/** Whether the draft writes “March 12” rather than “12 March”, by the first of its dates that tells. */
function putsMonthFirst({ dates, prose }: Reading): boolean {
  for (const { start, end } of dates) {
    const words = prose.slice(start, end)
    if (calendarDate(words) === undefined) continue
    const [first = ''] = words.replace(/^\p{L}+day,? /u, '').split(' ')
    if (/^\p{L}/u.test(first)) return true
    if (/^[0-9]{1,2}(?![0-9])/.test(first)) return false
  }
  return false
}
