import { absoluteDate, meantDay, suppress } from '../edits/index.ts'
import { type CalendarDate, calendarDate, type FullDate } from '../marks/calendarDates.ts'
import type { DateMark } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { placeIn, touched } from './coverage.ts'
import { messageWith, wordsOf } from './message.ts'
import { inParagraphs } from './parts.ts'
import type { Objection, Rule } from './rule.ts'

/** “Last week” in a draft that does not say when it was written, and “on Friday” in one that does. */
export const relativeDate: Rule = {
  id: 'relative-date',
  title: 'A date that only a reader of the same day understands',
  severity: 'hint',
  off: true,
  registers: 'reporting',
  docs: {
    notices:
      'Outside quotations, “last week”, “on Friday” or “in October” in a draft that carries no date to count from: none in its front matter, no dateline, no “Published 12 March 2026”. Where the draft does carry its date, days that can be worked out from it (“on Friday”, “yesterday”) are shown with a fix that writes the date.',
    why: 'Articles are read long after they are written, and moved to pages that show no date. Then nobody can tell which Friday it was.',
    leave:
      'Your pages always carry their date, and a weekday is what your readers expect. Then do not switch this rule on.',
  },
  examples: {
    flagged: [
      'The council closed the bridge last week, Mayor Ines Calder said.',
      'LONDON, 12 March 2026 — The council closed the bridge on Tuesday, Mayor Ines Calder said.',
    ],
    silent: [
      'The council closed the bridge on 3 March 2026, Mayor Ines Calder said.',
      'LONDON, 12 March 2026 — The council closed the bridge last week, Mayor Ines Calder said.',
      'HALLAM, 9 October — The bridge was closed on Tuesday, Mayor Ines Calder said.',
      '“We closed it yesterday,” Mayor Ines Calder said.',
      'The council closes the bridge on Fridays, Mayor Ines Calder said.',
    ],
  },
  ...inParagraphs((reading) => {
    const { written } = reading
    const isSpoken = touched(reading.quotations)
    const isDated = datedBlocks(reading)
    return reading.dates.flatMap((date): Objection[] => {
      if (!date.relative || isSpoken(date)) return []
      if (written === undefined)
        return isDated(date) ? [] : [objection(reading, date, 'Say which day or year this is: ')]
      if (!isFull(written) || meantDay(reading, date, written) === undefined) return []
      return [objection(reading, date, 'Give the date as well: ')]
    })
  }),
  fixes(reading, finding) {
    const { written } = reading
    return [
      ...(written !== undefined && isFull(written) ? absoluteDate(reading, finding, written) : []),
      ...suppress(reading, 'relative-date', finding),
    ]
  },
}

const isFull = (date: CalendarDate): date is FullDate => date.year !== undefined

const objection = (reading: Reading, { start, end }: DateMark, before: string): Objection => ({
  start,
  end,
  message: messageWith(before, wordsOf(reading, { start, end })),
})

/** Whether a date stands in a paragraph that gives a day with its year, from which it may be counted. */
function datedBlocks({ blocks, dates, prose }: Reading): (date: DateMark) => boolean {
  const full = dates.filter(
    ({ relative, start, end }) => !relative && calendarDate(prose.slice(start, end))?.year !== undefined,
  )
  const dated = new Set(full.map(({ start }) => placeIn(blocks, start)))
  return ({ start }) => dated.has(placeIn(blocks, start))
}
