import { type CalendarDate, calendarDate } from '../marks/calendarDates.ts'
import type { Reading } from '../reading.ts'

/** The longest line that is nothing but a byline or a date, in code units. */
const LONGEST_BYLINE = 80
/** How far into its paragraph a dateline goes, in code units, and how far behind the date its dash stands. */
const DATELINE = 80
const BEFORE_DASH = 20
/** How many blocks from the top and from the bottom may carry the date of a draft. */
const TOP = 6
const BOTTOM = 2
/** How many lines of front matter are looked through. */
const FRONT_LINES = 100

/**
 * The day that a draft says it was written on: `date:` in its front matter, a dateline (“LONDON, 12 March 2026 —”), or a short
 * line at its top or bottom (“Published 12 March 2026”). A dateline may leave the year out. Undefined where there is none.
 */
export function dayOfWriting(reading: Reading): CalendarDate | undefined {
  return frontMatterDate(reading) ?? datelineDate(reading)
}

function frontMatterDate({ draft: { text, language } }: Reading): CalendarDate | undefined {
  if (language !== 'markdown') return undefined
  const [first = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, FRONT_LINES)
  const fence = first.trimEnd()
  if (fence !== '---' && fence !== '+++') return undefined
  const end = lines.findIndex((line) => line.trimEnd() === fence)
  const values = lines.slice(0, Math.max(0, end)).flatMap((line) => {
    const value = /^(?:date|published|publishdate|pubdate) ?[:=](.*)$/i.exec(line)?.[1]
    return value === undefined ? [] : [value.replace(/["']/g, '').trim()]
  })
  return values.map(calendarDate).find((date) => date !== undefined)
}

function datelineDate({ blocks, dates, prose }: Reading): CalendarDate | undefined {
  for (const { relative, start, end } of dates) {
    if (relative) continue
    const index = blocks.findIndex((block) => block.start <= start && end <= block.end)
    const block = blocks[index]
    if (block === undefined || (index >= TOP && index < blocks.length - BOTTOM)) continue
    const date = calendarDate(prose.slice(start, end))
    if (date === undefined) continue
    if (
      block.end - block.start <= LONGEST_BYLINE &&
      date.year !== undefined &&
      !/[.!?]/.test(prose[block.end - 1] ?? '')
    )
      return date
    if (end - block.start <= DATELINE && /[—–]| -/.test(prose.slice(end, end + BEFORE_DASH))) {
      const place = prose.slice(block.start, start)
      if (/^\p{Lu}{2}/u.test(place.trimStart()) || place.trim() === '') return date
    }
  }
  return undefined
}
