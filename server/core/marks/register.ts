import { isName } from '../english/tags.ts'
import type { Link } from './attribution/link.ts'
import type { Register } from './marks.ts'
import { at, type Passage, tagAt } from './passage.ts'
import { Said, wordWorthOf } from './wordWorth.ts'

/** Headings of how-tos, software documentation, recipes and minutes. */
const TECHNICAL_HEADINGS: ReadonlySet<string> = new Set(
  `install installation installing usage use api options configuration config license licence contributing changelog requirements prerequisites quickstart setup example examples features faq troubleshooting
   documentation docs testing tests build building development commands cli ingredients method directions instructions steps preparation notes agenda attendees present apologies minutes actions decisions
   upgrading migration support roadmap credits acknowledgements authors security`
    .trim()
    .split(/\s+/),
)
const RECORD_LABELS: ReadonlySet<string> = new Set([
  'present',
  'apologies',
  'attendees',
  'attending',
  'absent',
  'action',
  'actions',
  'decision',
  'resolved',
  'motion',
])
/** What tells the kinds of writing apart, counted. */
export interface Counts {
  words: number
  sentences: number
  /** Sentences that tell the reader what to do. */
  orders: number
  you: number
  third: number
  figures: number
  /** Headings of technical writing. */
  headings: number
  /** Labels of the minutes of a meeting. */
  records: number
  objects: number
  quotedStarts: number
  paragraphs: number
  names: number
  /** Measures of a recipe. */
  times: number
  /** Attributions in which somebody says something. */
  said: number
  /** Attributions by "according to". */
  according: number
}

const NONE: Readonly<Counts> = {
  words: 0,
  sentences: 0,
  orders: 0,
  you: 0,
  third: 0,
  figures: 0,
  headings: 0,
  records: 0,
  objects: 0,
  quotedStarts: 0,
  paragraphs: 0,
  names: 0,
  times: 0,
  said: 0,
  according: 0,
}

export const noCounts = (): Counts => ({ ...NONE })

/** Adds counts to a sum, or takes them away from it again. */
export function addCounts(sum: Counts, more: Counts, sign: 1 | -1 = 1): void {
  sum.words += sign * more.words
  sum.sentences += sign * more.sentences
  sum.orders += sign * more.orders
  sum.you += sign * more.you
  sum.third += sign * more.third
  sum.figures += sign * more.figures
  sum.headings += sign * more.headings
  sum.records += sign * more.records
  sum.objects += sign * more.objects
  sum.quotedStarts += sign * more.quotedStarts
  sum.paragraphs += sign * more.paragraphs
  sum.names += sign * more.names
  sum.times += sign * more.times
  sum.said += sign * more.said
  sum.according += sign * more.according
}

/** What is counted in one block. */
export function countsOf(p: Passage, links: readonly Link[]): Counts {
  const counts = noCounts()
  for (const { kind } of links) {
    if (kind === 'according') counts.according++
    else if (kind !== 'noun') counts.said++
  }
  if (p.block.kind === 'heading') {
    if (p.tokens.length <= 4 && p.tokens.some(({ word }) => TECHNICAL_HEADINGS.has(word.lower))) counts.headings++
    if (p.tokens.some(({ word }) => word.lower === 'minutes' || word.lower === 'agenda')) counts.records++
    return counts
  }
  if (p.tokens.length === 0) return counts
  counts.paragraphs++
  if (RECORD_LABELS.has(at(p, 0).word.lower) && p.tokens[1]?.word.kind === 'colon') counts.records++
  if (p.quoteAt[0] === 0) counts.quotedStarts++
  for (let s = 0; s + 1 < p.starts.length; s++) {
    counts.sentences++
    const first = p.starts[s] as number
    if (tagAt(p, first) === 'VB' && p.quoteAt[first] === -1) counts.orders++
  }
  for (let i = 0; i < p.tokens.length; i++) {
    const { word, tag } = at(p, i)
    if (word.kind === 'word') counts.words++
    else if (word.kind === 'number') counts.figures++
    else if (word.kind === 'object') counts.objects++
    const { bits } = wordWorthOf(word)
    if ((bits & Said.Measure) !== 0) counts.times++
    else if ((bits & (Said.You | Said.Third)) !== 0 && (p.quoteAt[i] as number) < 0) {
      if ((bits & Said.You) !== 0) counts.you++
      else counts.third++
    }
    if (isName(tag) && isName(tagAt(p, i - 1)) && word.kind === 'word') counts.names++
  }
  return counts
}

/** Up to so many sentences a draft is short enough for two headings to tell what it is. */
const SHORT = 120

/**
 * Tells reports from the kinds of writing in which nobody expects a source: how-tos, software documentation, recipes, minutes; and fiction.
 * In doubt it is reporting.
 *
 * @param counts of all blocks of the draft together
 * @param codeShare how much of the draft is code, 0 to 1
 */
export function registerOf(counts: Counts, codeShare: number): Register {
  const { words, sentences, orders, you, third, figures, headings, records } = counts
  const { objects, quotedStarts, paragraphs, names, times, said, according } = counts
  // a few sentences tell too little
  if (sentences < 4 && codeShare < 0.05 && headings + records === 0) return 'reporting'
  // a few headings and labels tell what a short draft is, and little of a book
  const short = Math.min(1, SHORT / Math.max(1, sentences))
  // "Present:", "Apologies:": minutes of a meeting are their own source
  if (records * short >= 2) return 'technical'
  const perWord = (count: number) => count / Math.max(1, words)
  const technical =
    (codeShare > 0.04 ? 1.5 : 0) +
    Math.min(2, headings * short * 0.8) +
    (orders / Math.max(1, sentences)) * 6 +
    perWord(you) * 30 +
    perWord(objects) * 20 +
    perWord(times) * 20
  // where people are said to say things, it is no manual
  if (technical - (said / Math.max(1, sentences)) * 4 >= 1.5) return 'technical'
  const fiction =
    perWord(third) * 25 +
    (quotedStarts / Math.max(1, paragraphs)) * 2 -
    perWord(figures) * 60 -
    perWord(names) * 35 -
    (said === 0 ? 0.2 : 0) -
    perWord(according) * 100
  return fiction >= 1.2 && words > 60 ? 'fiction' : 'reporting'
}
