import { MONTH_NAMES } from '../../marks/calendarDates.ts'
import type { PartialDate } from '../reference.ts'

/** Months as news desks shorten them before a day; those of five letters or fewer stay whole. */
const SHORT = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

/** "2024", "forthcoming", "44 BC"; undefined where a year is not known. */
export function yearOf(date: PartialDate | undefined): string | undefined {
  if (date?.year === undefined) return date?.literal
  return date.year < 0 ? `${-date.year} BC` : String(date.year)
}

/** "October 5, 2024", "October 2024", "2024"; short names of months before a day where `short` asks for them. */
export function dateInWords(date: PartialDate | undefined, short = false): string | undefined {
  const year = yearOf(date)
  if (date?.month === undefined || year === undefined) return year
  const month = (short && date.day !== undefined ? SHORT : MONTH_NAMES)[date.month - 1]
  return date.day === undefined ? `${month} ${year}` : `${month} ${date.day}, ${year}`
}

/** "2024, October 5", as APA puts it. */
export function yearFirst(date: PartialDate | undefined): string | undefined {
  const year = yearOf(date)
  if (date?.month === undefined || year === undefined) return year
  const month = MONTH_NAMES[date.month - 1]
  return date.day === undefined ? `${year}, ${month}` : `${year}, ${month} ${date.day}`
}
