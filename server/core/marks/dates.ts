import { Beginning } from '../english/beginnings.ts'
import {
  DAY_PARTS,
  DAYS_FROM_NOW,
  DOUBTFUL_MONTHS,
  MONTHS,
  NAMED_AFTER,
  NAMED_DAYS,
  PERIODS,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  TIME_UNITS,
  WEEKDAYS,
  WHICH_PERIOD,
} from '../english/lexicon/calendar.ts'
import { isName } from '../english/tags.ts'
import type { DateMark } from './marks.ts'
import {
  at,
  kindAt,
  lowerAt,
  nextBeginning,
  type Passage,
  type Range,
  sentenceRange,
  spanOf,
  tagAt,
} from './passage.ts'

/** A date as a range of a passage's tokens. */
export interface DateRange extends Range {
  readonly relative: boolean
}

const textAt = (p: Passage, i: number): string => p.tokens[i]?.word.text ?? ''
const isNumber = (p: Passage, i: number): boolean => p.tokens[i]?.word.kind === 'number'

/**
 * The dates of a passage, in order. A date is `relative` when it needs another to count from: a weekday, "last week",
 * "in October"; a day of a month is not, with or without its year. Habits ("on Fridays") and bare years are no dates.
 */
export const dates = (p: Passage, ranges: readonly DateRange[] = datesIn(p)): DateMark[] =>
  ranges.map((range) => {
    const { start, end } = spanOf(p, range)
    return { start, end, relative: range.relative }
  })

/** The dates of a passage as ranges of its tokens, in order, none inside another. */
export function datesIn(p: Passage): DateRange[] {
  const found: DateRange[] = []
  const next = (from: number) => nextBeginning(p, from, Beginning.Date)
  for (let i = next(0); i < p.tokens.length; ) {
    const date = dateAt(p, i, found.at(-1)?.to ?? 0)
    if (date) found.push(date)
    i = next(date ? date.to : i + 1)
  }
  return found
}

function dateAt(p: Passage, i: number, free: number): DateRange | undefined {
  return (
    numeric(p, i) ??
    dayAndMonth(p, i) ??
    weekday(p, i, free) ??
    month(p, i, free) ??
    period(p, i, free) ??
    ago(p, i, free)
  )
}

const isDay = (p: Passage, i: number): boolean => {
  const text = textAt(p, i)
  return isNumber(p, i) && /^[0-9]{1,2}(?:st|nd|rd|th)?$/.test(text) && +text.slice(0, 2).replace(/\D/, '') <= 31
}
/** A day, or days of one month: "16-19". */
const isDays = (p: Passage, i: number): boolean =>
  isDay(p, i) || (isNumber(p, i) && /^[0-9]{1,2}-[0-9]{1,2}$/.test(textAt(p, i)))
const isYear = (p: Passage, i: number): boolean => isNumber(p, i) && /^(?:1[0-9]|20)[0-9]{2}$/.test(textAt(p, i))

function isMonth(p: Passage, i: number): boolean {
  const word = p.tokens[i]?.word
  if (word === undefined || !word.capital) return false
  return MONTHS.has(word.lower) || isShortMonth(word.lower)
}
const isShortMonth = (lower: string) => SHORT_MONTHS.has(lower.endsWith('.') ? lower.slice(0, -1) : lower)

/** "2025-09-02", "2/9/2025". */
function numeric(p: Passage, i: number): DateRange | undefined {
  if (!isNumber(p, i)) return undefined
  if (/^[0-9]{4}-[01][0-9]-[0-3][0-9](?:T|$)/.test(textAt(p, i))) return { from: i, to: i + 1, relative: false }
  if (!isDay(p, i) || textAt(p, i + 1) !== '/' || !isDay(p, i + 2) || textAt(p, i + 3) !== '/') return undefined
  return isYear(p, i + 4) ? { from: i, to: i + 5, relative: false } : undefined
}

/** "2 September", "the 2nd of May 2025": from the day on. */
function dayAndMonth(p: Passage, i: number): DateRange | undefined {
  if (!isDay(p, i)) return undefined
  const of = lowerAt(p, i + 1) === 'of' ? 1 : 0
  const m = i + 1 + of
  return isMonth(p, m) ? { from: i, to: withYear(p, m + 1), relative: false } : undefined
}

/** The end of a date with the year that may follow, after a comma or not. */
function withYear(p: Passage, to: number): number {
  if (isYear(p, to)) return to + 1
  return lowerAt(p, to) === ',' && isYear(p, to + 1) ? to + 2 : to
}

function weekday(p: Passage, i: number, free: number): DateRange | undefined {
  const word = p.tokens[i]?.word
  if (word === undefined || !word.capital) return undefined
  const short = SHORT_WEEKDAYS.has(word.lower)
  if (!WEEKDAYS.has(word.lower) && !short) return undefined
  const comma = lowerAt(p, i + 1) === ',' ? 1 : 0
  const next = i + 1 + comma
  const full = isMonth(p, next) && isDay(p, next + 1) ? monthDay(p, next) : dayAndMonth(p, next)
  if (full) return { ...full, from: i }
  if (short || NAMED_DAYS.has(lowerAt(p, i - 1)) || NAMED_AFTER.has(textAt(p, i + 1))) return undefined
  const to = DAY_PARTS.has(textAt(p, i + 1)) ? i + 2 : i + 1
  return { from: withModifiers(p, i, free), to, relative: true }
}

/** "Sept. 2, 2025", from the month on. */
const monthDay = (p: Passage, i: number): DateRange => ({ from: i, to: withYear(p, i + 2), relative: false })

function month(p: Passage, i: number, free: number): DateRange | undefined {
  const lower = lowerAt(p, i)
  const bare = lower.startsWith('mid-') ? lower.slice(4) : lower
  if (bare !== lower ? !MONTHS.has(bare) : !isMonth(p, i)) return undefined
  if (isDays(p, i + 1) && !isNumber(p, i + 2)) return monthDay(p, i)
  const year = withYear(p, i + 1)
  if (year > i + 1) return { from: withModifiers(p, i, free), to: year, relative: false }
  const of = lowerAt(p, i + 1) === 'of'
  if (of && isYear(p, i + 2)) return { from: withModifiers(p, i, free), to: i + 3, relative: false }
  if (!MONTHS.has(bare) || (bare === lower && !standsAsMonth(p, i))) return undefined
  return { from: withModifiers(p, i, free), to: i + 1, relative: true }
}

/** Whether a month with neither day nor year is one: "may" is a verb, "march" a walk, "April" and "June" are women. */
function standsAsMonth(p: Passage, i: number): boolean {
  if (!DOUBTFUL_MONTHS.has(lowerAt(p, i))) return true
  const before = lowerAt(p, i - 1)
  if (/^(?:in|since|until|till|during|last|next|this|early|late|mid)$/.test(before)) return true
  const joined = /^(?:and|or|to|through)$/.test(before) && MONTHS.has(lowerAt(p, i - 2))
  return joined || (/^(?:by|of|from|after|before)$/.test(before) && !isName(tagAt(p, i + 1)))
}

/** The first token of a date with "last", "early", "later this" before it. */
function withModifiers(p: Passage, i: number, free: number): number {
  let from = i
  if (from > free && WHICH_PERIOD.has(lowerAt(p, from - 1))) from--
  if (from > free && /^(?:early|late|earlier|later|mid)$/.test(lowerAt(p, from - 1))) from--
  return from
}

/** "yesterday morning", "early last month", "the last two weeks", "over the weekend". */
function period(p: Passage, i: number, free: number): DateRange | undefined {
  const word = lowerAt(p, i)
  if (DAYS_FROM_NOW.has(word)) {
    // "USA Today": a capital that neither a sentence nor the dash of a dateline gives it
    if (at(p, i).word.capital && sentenceRange(p, i).from !== i && !/^(?:dash|quote|open)$/.test(kindAt(p, i - 1)))
      return undefined
    return { from: i, to: DAY_PARTS.has(textAt(p, i + 1)) ? i + 2 : i + 1, relative: true }
  }
  if (word === 'weekend' && lowerAt(p, i - 1) === 'the' && /^(?:over|at|on|during|by|through)$/.test(lowerAt(p, i - 2)))
    return lowerAt(p, i + 1) === 'of' ? undefined : { from: i - 1, to: i + 1, relative: true }
  if (!WHICH_PERIOD.has(word)) return undefined
  const definite = lowerAt(p, i - 1) === 'the'
  const counted = isNumber(p, i + 1) || tagAt(p, i + 1) === 'CD' || /^(?:few|several)$/.test(lowerAt(p, i + 1))
  const unit = lowerAt(p, counted ? i + 2 : i + 1)
  const to = counted ? i + 3 : i + 2
  if (counted) {
    if (word === 'this' || word === 'next' || !TIME_UNITS.has(unit) || lowerAt(p, to) === 'of') return undefined
    return { from: i, to, relative: true }
  }
  // "CBS This Morning" is a programme
  if (!PERIODS.has(unit) || textAt(p, i + 1) !== unit || lowerAt(p, to) === 'of') return undefined
  // "the next week" is counted from what was told before; "past year" alone is no date
  if (definite ? word === 'next' : word === 'past') return undefined
  return { from: withModifiers(p, i, free), to, relative: true }
}

/** "three weeks ago", "a couple of years ago": found at "ago". */
function ago(p: Passage, i: number, free: number): DateRange | undefined {
  if (lowerAt(p, i) !== 'ago' || !TIME_UNITS.has(lowerAt(p, i - 1))) return undefined
  let from = i - 1
  while (from > free && from > i - 8 && isQuantity(p, from - 1)) from--
  return { from, to: i + 1, relative: true }
}

const isQuantity = (p: Passage, i: number): boolean =>
  isNumber(p, i) ||
  tagAt(p, i) === 'CD' ||
  /^(?:a|an|few|several|some|many|couple|of|half|and|more|than|about|nearly|almost|over|just|only|least|at)$/.test(
    lowerAt(p, i),
  )
