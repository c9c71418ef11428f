import type { Span } from '../../text/span.ts'
import { dateOf, parseDateWords } from '../dates.ts'
import type { PartialDate } from '../reference.ts'

/** "October 5, 2024", "5 Oct. 2024", "October 2024", "2024-10-05", or a year alone. */
const DATE =
  /(?<![\p{L}\p{N}-])(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d-[01]\d-[0-3]\d|(?:1[5-9]|20)\d\d)(?![\p{L}\p{N}-])/gu

/** Words before a date that make it the day of a visit. */
const VISIT = /(?:accessed|retrieved|viewed|visited|seen|downloaded|archived|checked)(?: on| at| in)?:? ?$/i

/** A date in a note, and whether it is the day on which somebody looked. */
export interface NoteDate extends Span {
  readonly date: PartialDate
  readonly visit: boolean
}

/** The dates in the words of a note, in their order; the span of a visit has the word that says so. */
export function datesIn(text: string): NoteDate[] {
  return Array.from(text.matchAll(DATE), (match): NoteDate[] => {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 30), match.index)
    const visit = VISIT.exec(before)?.[0] ?? ''
    const date = parseDateWords(match[0])
    return date === undefined ? [] : [{ start: match.index - visit.length, end, date, visit: visit !== '' }]
  }).flat()
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day, or month, that stands in the path of an address as news sites write it: "/2024/10/05/", "/2024/oct/05/". */
export function dateInAddress(address: string): PartialDate | undefined {
  const match = /\/((?:19|20)\d\d)[/-]([01]?\d|[a-z]{3})(?:[/-]([0-3]?\d))?(?=[/-])/.exec(address.slice(0, 500))
  if (match === null) return undefined
  const month = MONTHS.indexOf(match[2] ?? '') + 1 || Number(match[2])
  return month >= 1 && month <= 12 ? dateOf(Number(match[1]), month, Number(match[3] ?? 0)) : undefined
}
