import { DAYS_FROM_NOW, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, WHICH_PERIOD } from './lexicon/calendar.ts'
import {
  ALLEGATIONS,
  CONFIRMING,
  GAP_ADJECTIVES,
  GIVING_VERBS,
  GUESSES,
  HEARSAY,
  SEEMING,
  VERIFYING,
} from './lexicon/doubts.ts'
import { REPORTING_NOUNS } from './lexicon/nouns.ts'
import {
  CURRENCY_CODES,
  CURRENCY_PREFIXES,
  CURRENCY_SIGNS,
  ROUND_PLURALS,
  SMALL_NUMBERS,
  TEENS,
  TENS,
} from './lexicon/numbers.ts'
import { reportingVerb } from './lexicon/verbs.ts'
import type { TokenKind } from './words.ts'

/**
 * What may begin at a word, or be found at it, as bits: the marks look closely only there. A bit promises nothing; that it is missing
 * promises that there is nothing to find.
 */
export enum Beginning {
  /** The words that link a source to a content; those between a quotation and its speaker may be any verb. */
  Cue = 1,
  Date = 2,
  Quantity = 4,
  /** Words by which the text says that something is not established. */
  Doubt = 8,
}

/** Words by themselves, in lower case. */
const LISTED: ReadonlyArray<readonly [Beginning, ReadonlyArray<ReadonlySet<string>>]> = [
  [Beginning.Cue, [new Set(['according']), REPORTING_NOUNS]],
  [Beginning.Date, [DAYS_FROM_NOW, WHICH_PERIOD, new Set(['weekend', 'ago'])]],
  [
    Beginning.Quantity,
    [SMALL_NUMBERS, TEENS, TENS, ROUND_PLURALS, new Set(['between', 'a', 'one', 'several', 'half'])],
  ],
  [
    Beginning.Doubt,
    [
      new Set(['without', 'no', 'reportedly', 'likely', 'may', 'might', 'could']),
      ...[ALLEGATIONS, CONFIRMING, GAP_ADJECTIVES, GIVING_VERBS, GUESSES, HEARSAY, SEEMING, VERIFYING],
    ],
  ],
]

function tableOf(lists: typeof LISTED): Map<string, number> {
  const table = new Map<string, number>()
  for (const [beginning, sets] of lists)
    for (const set of sets) for (const word of set) table.set(word, (table.get(word) ?? 0) | beginning)
  return table
}

const TABLE = tableOf(LISTED)

/** What may begin at a word, given as it stands and in lower case. */
export function beginningsOf(text: string, lower: string, kind: TokenKind, capital: boolean): number {
  if (kind === 'number') return Beginning.Date | Beginning.Quantity
  const hyphen = lower.indexOf('-')
  return (
    (TABLE.get(lower) ?? 0) |
    (reportingVerb(lower) ? Beginning.Cue : 0) |
    (isOfCalendar(lower, capital) ? Beginning.Date : 0) |
    (isOfMoney(text) || (hyphen > 0 && isNumeral(lower.slice(0, hyphen))) ? Beginning.Quantity : 0)
  )
}

function isOfCalendar(lower: string, capital: boolean): boolean {
  if (lower.startsWith('mid-')) return MONTHS.has(lower.slice(4))
  if (!capital) return false
  const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower
  return MONTHS.has(lower) || SHORT_MONTHS.has(bare) || WEEKDAYS.has(lower) || SHORT_WEEKDAYS.has(lower)
}

const isOfMoney = (text: string): boolean =>
  CURRENCY_SIGNS.has(text) || CURRENCY_CODES.has(text) || CURRENCY_PREFIXES.has(text)

const isNumeral = (lower: string): boolean =>
  lower === 'one' || SMALL_NUMBERS.has(lower) || TEENS.has(lower) || TENS.has(lower)
