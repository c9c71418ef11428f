import { monthOf } from '../marks/calendarDates.ts'
import { known } from './known.ts'
import type { PartialDate } from './reference.ts'

const LONGEST_DATE = 100
/** `2024`, `2024-10`, `2024-10-05`, `-0044`, each uncertain (`2024~`) or with a time behind it. */
const EDTF = /^(-?\d{3,4})(?:[?~%])?(?:-(\d{1,2})(?:[?~%])?(?:-(\d{1,2}))?)?(?:[?~%]|T[\d:.+Z-]{0,30})?$/

/**
 * A date of a bibliography: EDTF as far as references use it (ISO 8601-2), of a range the beginning, and otherwise what its words
 * say. What is no date ("forthcoming") is a literal; undefined for nothing.
 */
export function parseDate(text: string): PartialDate | undefined {
  const whole = text.trim()
  if (whole === '') return undefined
  const [first = '', last = ''] = whole.split('/', 2)
  const iso = edtf(first) ?? (first === '' || first === '..' ? edtf(last) : undefined)
  if (iso !== undefined) return iso
  return parseDateWords(whole) ?? { literal: whole }
}

function edtf(text: string): PartialDate | undefined {
  const match = text.length > LONGEST_DATE ? null : EDTF.exec(text.trim())
  if (match === null) return undefined
  return dateOf(Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0))
}

/** A date of those parts that a calendar knows; the seasons of EDTF, 21 and up for months, give a year alone. */
export function dateOf(year: number, month = 0, day = 0): PartialDate {
  const isMonth = month >= 1 && month <= 12
  return known<PartialDate>({
    year: Number.isInteger(year) && year !== 0 ? year : undefined,
    month: isMonth ? month : undefined,
    day: isMonth && day >= 1 && day <= 31 ? day : undefined,
  })
}

/**
 * The date that some words name: "October", "Oct. 5", "October 5th, 2024", "5 October 2024", "2024-10-05", "2024". Undefined where
 * they hold a word that is no part of a date, so that a title is not taken for one.
 */
export function parseDateWords(words: string): PartialDate | undefined {
  const text = words.trim()
  if (text.length > LONGEST_DATE) return undefined
  const iso = edtf(text)
  if (iso !== undefined) return iso
  let year = 0
  let month = 0
  let day = 0
  for (const part of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const number = /^(\d{1,4})(?:st|nd|rd|th)?$/i.exec(part)
    if (number === null) {
      const named = monthOf(part)
      if (named > 0 && month === 0) month = named
      else if (!OTHER.has(part.toLowerCase())) return undefined
    } else if (number[1]?.length === 4) year ||= Number(number[1])
    else if (day === 0 && Number(number[1]) <= 31 && number[1]?.length !== 3) day = Number(number[1])
    else return undefined
  }
  if (year === 0 && month === 0) return undefined
  return dateOf(year, month, day)
}

/** Words that stand in dates: weekdays, and what makes them about so. */
const OTHER = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun the of in on c ca circa about early mid late spring summer autumn fall winter'.split(
    ' ',
  ),
)
