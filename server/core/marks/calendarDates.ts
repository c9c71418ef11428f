/** A day of the Gregorian calendar; the year is left out where the words do not give it. */
export interface CalendarDate {
  readonly year?: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

/** A day that is known to the year. */
export type FullDate = CalendarDate & { readonly year: number }

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
const WEEKDAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const DAY_IN_MS = 86_400_000

/**
 * The day that words such as “12 March 2026”, “Thursday, Sept. 2nd” or “2026-03-12T09:00Z” name; undefined where they name
 * none, or only a month. “2/9/2026” is left out, because half the world reads it the other way round.
 */
export function calendarDate(words: string): CalendarDate | undefined {
  const iso = /^\s?([0-9]{4})-([01][0-9])-([0-3][0-9])(?![0-9])/.exec(words)
  if (iso) return valid({ year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) })
  if (words.includes('/')) return undefined
  let month = 0
  let day = 0
  let year: number | undefined
  for (const part of words.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const number = /^([0-9]{1,4})(?:st|nd|rd|th)?$/.exec(part)?.[1]
    if (number === undefined) month ||= monthOf(part)
    else if (number.length === 4) year ??= Number(number)
    else if (day === 0 && number.length < 3) day = Number(number)
  }
  return valid({ ...(year !== undefined && { year }), month, day })
}

/** The number of a month by its name, whole or shortened; 0 for another word. */
export function monthOf(word: string): number {
  if (word.length < 3) return 0
  const lower = word.toLowerCase()
  return 1 + MONTH_NAMES.findIndex((name) => name.toLowerCase().startsWith(lower === 'sept' ? 'sep' : lower))
}

function valid(date: CalendarDate): CalendarDate | undefined {
  const { year = 2000, month, day } = date
  if (month < 1 || month > 12 || day < 1) return undefined
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day ? date : undefined
}

/** The day that lies a number of days after another, or before it. */
export function daysFrom({ year, month, day }: FullDate, days: number): FullDate {
  const shifted = new Date(Date.UTC(year, month - 1, day) + days * DAY_IN_MS)
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, day: shifted.getUTCDate() }
}

/** The day of the week, Sunday 0 to Saturday 6. */
export const weekdayOf = ({ year, month, day }: FullDate): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay()

/** The number of a weekday by its English name in any case, Sunday 0; -1 for another word. */
export const weekdayNumber = (name: string): number =>
  WEEKDAY_NAMES.findIndex((one) => one.toLowerCase() === name.toLowerCase())

/** “13 March”, or “March 13” where the month goes first. */
export function writtenDate({ month, day }: CalendarDate, monthFirst: boolean): string {
  const name = MONTH_NAMES[month - 1] ?? ''
  return monthFirst ? `${name} ${day}` : `${day} ${name}`
}
