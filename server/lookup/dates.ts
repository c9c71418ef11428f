import { type PartialDate, parseDateWords } from '../core/index.ts'
import { known, listOf, memberOf, textOf } from './json.ts'

/** A day in figures, the year first, with a time behind it or without (ISO 8601, and what looks like it). */
const FIGURES = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/

/** A time of day behind a date in words: "Fri, 05 Jan 2024 10:00:00 GMT". */
const TIME = /[ ,](?:at )?\d{1,2}:\d{2}.*$/s

/** The day of a date as it is written, whatever the time and the zone behind it. Undefined where it is none. */
export function dateOf(text: string | undefined): PartialDate | undefined {
  const words = text?.trim() ?? ''
  const figures = COMPACT.exec(words) ?? FIGURES.exec(words)
  if (figures !== null) return dateFrom(figures[1], figures[2], figures[3])
  const date = parseDateWords(words.replace(TIME, ''))
  return date?.year === undefined ? undefined : date
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
