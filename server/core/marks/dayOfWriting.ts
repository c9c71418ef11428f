import { type Draft, textIn } from '../text/draft.ts'
import { linesFrom } from '../text/lines.ts'
import { type CalendarDate, calendarDate } from './calendarDates.ts'
import type { DateMark } from './marks.ts'

/** The longest line that is nothing but a byline or a date, in code units. */
const LONGEST_BYLINE = 80
/** How far into its paragraph a dateline goes, in code units, and how far behind the date its dash stands. */
const DATELINE = 80
const BEFORE_DASH = 20
/** How many blocks from the top and from the bottom may carry the date of a draft. */
export const DATED_AT_THE_TOP = 6
export const DATED_AT_THE_BOTTOM = 2
/** How many lines of front matter are looked through. */
const FRONT_LINES = 100

/** A block at the top or the bottom of a draft: its words, and the dates in it by their offsets in them. */
export interface DatedBlock {
  readonly words: string
  readonly dates: readonly DateMark[]
}

/**
 * The day that a draft says it was written on: `date:` in its front matter, a dateline (“LONDON, 12 March 2026 —”), or a short
 * line at its top or bottom (“Published 12 March 2026”). A dateline may leave the year out. Undefined where there is none.
 *
 * @param outer its first and its last blocks, in order
 */
export function dayOfWriting(draft: Draft, outer: readonly DatedBlock[]): CalendarDate | undefined {
  return frontMatterDate(draft) ?? datelineDate(outer)
}

function frontMatterDate(draft: Draft): CalendarDate | undefined {
  const text = textIn(draft)
  if (draft.language !== 'markdown' || !/^\uFEFF?[-+]/.test(text.slice(0, 2))) return undefined
  const [first = '', ...lines] = linesFrom(text, 0, FRONT_LINES)
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/, FRONT_LINES)
  const fence = first.trimEnd()
  if (fence !== '---' && fence !== '+++') return undefined
  const end = lines.findIndex((line) => line.trimEnd() === fence)
  const values = lines.slice(0, Math.max(0, end)).flatMap((line) => {
    const value = /^(?:date|published|publishdate|pubdate) ?[:=](.*)$/i.exec(line)?.[1]
    return value === undefined ? [] : [value.replace(/["']/g, '').trim()]
  })
  return values.map(calendarDate).find((date) => date !== undefined)
}

function datelineDate(outer: readonly DatedBlock[]): CalendarDate | undefined {
  for (const { words, dates } of outer) {
    for (const { relative, start, end } of dates) {
      if (relative) continue
      const date = calendarDate(words.slice(start, end))
      if (date === undefined) continue
      if (words.length <= LONGEST_BYLINE && date.year !== undefined && !/[.!?]/.test(words.at(-1) ?? '')) return date
      if (end <= DATELINE && /[—–]| -/.test(words.slice(end, end + BEFORE_DASH))) {
        const place = words.slice(0, start)
        if (/^\p{Lu}{2}/u.test(place.trimStart()) || place.trim() === '') return date
      }
    }
  }
  return undefined
}
