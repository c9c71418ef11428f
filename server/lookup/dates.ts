import type { PartialDate } from '../core/index.ts'
import { known, listOf, memberOf, textOf } from './json.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A day as a page writes it: first by year (ISO 8601, with a time or without), then in words, the day or the month first. */
const BY_YEAR = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/
const DAY_FIRST = /^(?:[a-z]{3,9},? )?(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?!\d)/i
const MONTH_FIRST = /^(?:[a-z]{3,9},? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/i

/** The day of a date as it is written, whatever the time and the zone behind it. Undefined where it is none. */
export function dateOf(text: string | undefined): PartialDate | undefined {
  const words = text?.trim() ?? ''
  const numbers = COMPACT.exec(words) ?? BY_YEAR.exec(words)
  if (numbers !== null) return dateFrom(numbers[1], numbers[2], numbers[3])
  const day = DAY_FIRST.exec(words)
  if (day !== null) return dateFrom(day[3], monthOf(day[2]), day[1])
  const month = MONTH_FIRST.exec(words)
  return month === null ? undefined : dateFrom(month[3], monthOf(month[1]), month[2])
}

/** A date of CSL-JSON: `date-parts`, of which the first is taken, or words under `literal` or `raw`. */
export function dateOfCsl(value: unknown): PartialDate | undefined {
  const [year, month, day] = listOf(listOf(memberOf(value, 'date-parts'), 1)[0], 3).map(textOf)
  const words = textOf(memberOf(value, 'literal')) ?? textOf(memberOf(value, 'raw')) ?? textOf(value)
  return dateFrom(year, month, day) ?? dateOf(words)
}

/** The day that it is here. */
export function today(): PartialDate {
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
}

function monthOf(word: string | undefined): string | undefined {
  const index = MONTHS.indexOf(word?.slice(0, 3).toLowerCase() ?? '')
  return index < 0 ? undefined : String(index + 1)
}

/** A date as far as its parts make sense: without a month there is no day. */
function dateFrom(year?: string, month?: string, day?: string): PartialDate | undefined {
  const [y, m, d] = [inRange(year, 1, 2999), inRange(month, 1, 12), inRange(day, 1, 31)]
  if (y === undefined) return undefined
  return known<PartialDate>({ year: y, month: m, day: m && d })
}

function inRange(text: string | undefined, from: number, to: number): number | undefined {
  const value = text === undefined || !/^\d{1,4}$/.test(text) ? Number.NaN : Number(text)
  return value >= from && value <= to ? value : undefined
}
