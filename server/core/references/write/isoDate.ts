import type { PartialDate } from '../reference.ts'

/** "2024-10-05", as far as it is known. */
export function isoDate({ year, month, day, literal }: PartialDate): string {
  if (year === undefined) return literal ?? ''
  const two = (number: number): string => String(number).padStart(2, '0')
  const four = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  return month === undefined ? four : day === undefined ? `${four}-${two(month)}` : `${four}-${two(month)}-${two(day)}`
}
