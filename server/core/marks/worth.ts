import { unpackSparse } from '../english/fitted/sparse.ts'
import { FACTUAL, IMPORTANT, WORTH_THRESHOLD } from '../english/fitted/worth.ts'
import { isFiniteVerb } from '../english/tags.ts'
import { itemAt } from '../text/itemAt.ts'
import type { Span } from '../text/span.ts'
import type { ClaimKind, Figure, WorthReason } from './marks.ts'
import { at, lowerAt, type Passage, type Range } from './passage.ts'
import { ownShare, reasonOf, Said, wordWorthOf } from './wordWorth.ts'
import { packPairs, WORTH_BUCKETS, worthSums } from './worthFeatures.ts'

export { isClaim } from './claimhood.ts'

/** What speaks for and against asking for a source. */
export interface Worth {
  readonly worth: number
  /** From 0 to 1, by the reasons alone. */
  readonly stake: number
  readonly kind: ClaimKind
  readonly reasons: readonly WorthReason[]
}

/** How much each reason adds to the log-odds that an editor wants a source; figures are weighed by their kind. */
const WEIGHTS: Readonly<Record<WorthReason['because'], number>> = {
  figure: 0,
  accusation: 1.8,
  crime: 1.2,
  cause: 0.5,
  superlative: 1.0,
  comparison: 0.5,
  'non-public act': 1.5,
  motive: 0.7,
  'medical or scientific effect': 1.2,
  law: 0.5,
  forecast: 0.3,
}
/** How much a figure adds, by what it counts; the others are no reason. */
const FIGURE_WEIGHTS: Readonly<Record<Figure['kind'], number>> = {
  count: 1.4,
  money: 1.6,
  percentage: 1.7,
  ordinal: 0,
  year: 0,
  age: 0,
  time: 0,
  other: 0,
}
const SMALL = /^(?:two|three|four|five|six|seven|eight|nine|ten|both|half|[1-9])$/
const BASE = -0.9

/** The stake of what is told without a verb is at most this, under what any rule mentions. */
const MOST_WITHOUT_VERB = 0.55

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

let pairs: Uint16Array | undefined

/**
 * What kind of claim the words of a sentence make, and how much an editor would want to see the source: how likely it is that they state a fact, and
 * that a fact like this is worth checking.
 *
 * @param hand what our own lists say of them
 */
export function worthOf(
  p: Passage,
  range: Range,
  figures: readonly Figure[],
  hand = handWorth(p, range, figures),
): Worth {
  pairs ??= packPairs(unpackSparse(FACTUAL.weights, WORTH_BUCKETS), unpackSparse(IMPORTANT.weights, WORTH_BUCKETS))
  const sums = worthSums(p, range, figures, hand, pairs)
  // a long sentence has more features, and is not the worthier for that alone
  const size = Math.sqrt(sums.size)
  const odds = oddsOfBoth(
    (sums.first * FACTUAL.step) / size + FACTUAL.intercept,
    (sums.second * IMPORTANT.step) / size + IMPORTANT.intercept,
  )
  return { worth: logistic(odds - WORTH_THRESHOLD), stake: stakeOf(hand), kind: hand.kind, reasons: hand.reasons }
}

/** How much words put at stake. Where no verb is seen it is less sure what is stated: worth a source, but not an objection. */
export const stakeOf = ({ odds, verb }: HandWorth): number => Math.min(logistic(odds), verb ? 1 : MOST_WITHOUT_VERB)

/** The log-odds that two independent things are both so, from those of each. */
export const oddsOfBoth = (a: number, b: number): number => -Math.log(Math.exp(-a) + Math.exp(-b) + Math.exp(-a - b))

/** What our own lists say of a sentence. */
export interface HandWorth extends Omit<Worth, 'worth' | 'stake'> {
  /** The logarithm of the odds that an editor wants a source. */
  readonly odds: number
  /** Whether a finite verb was seen. */
  readonly verb: boolean
}

/** The same by our own lists alone. */
export function handWorth(p: Passage, range: Range, figures: readonly Figure[]): HandWorth {
  const reasons: WorthReason[] = []
  const add = (span: Span, because: WorthReason['because']) =>
    reasons.push({ start: span.start, end: span.end, because })
  const inCourt = ruledOn(p, range)
  let counts = 0
  for (const figure of inCourt ? [] : figures) {
    const weight = FIGURE_WEIGHTS[figure.kind]
    if (weight === 0) continue
    add(figure, 'figure')
    // "two delegates" can be seen by anybody; "83 deaths" was counted by somebody
    counts = Math.max(
      counts,
      figure.kind === 'count' && SMALL.test(lowerAt(p, tokenFrom(p, range, figure))) ? 0.3 : weight,
    )
  }
  let odds = BASE
  let past = false
  let future: boolean | undefined
  let foretells = false
  for (let i = range.from; i < range.to; i++) {
    const token = at(p, i)
    const { tag } = token
    const { lower: word } = token.word
    const { bits } = wordWorthOf(token.word)
    if ((bits & Said.Reason) !== 0) {
      const found = reasonOf((distance) => lowerAt(p, i + distance), counts > 0)
      const because = inCourt && found !== undefined && OF_COURT.has(found) ? undefined : found
      if (because === 'figure') counts = Math.max(counts, FIGURE_WEIGHTS.percentage)
      if (because && !(because === 'medical or scientific effect' && isInName(p, i))) add(token, because)
    }
    if (tag === 'JJS') {
      if (word !== 'least' && word !== 'best' && word !== 'last') add(token, 'superlative')
    } else if (tag === 'VBD') past = true
    if (word === 'will') foretells = true
    if (isFiniteVerb(tag)) future ??= (bits & Said.Will) !== 0
    if ((bits & Said.Own) !== 0) odds -= ownShare(word)
  }
  const seen = new Set<string>()
  for (const reason of reasons) {
    // the second figure or crime of a sentence adds little
    const weight = reason.because === 'figure' ? counts : WEIGHTS[reason.because]
    odds += seen.has(reason.because) ? weight * 0.2 : weight
    seen.add(reason.because)
  }
  if (past) odds += 0.3
  if (foretells) odds += WEIGHTS.forecast
  const words = range.to - range.from
  if (words < 6 && reasons.length === 0) odds -= 0.6
  return {
    odds,
    verb: future !== undefined,
    kind: future === true && !seen.has('figure') ? 'prediction' : kindOf(seen, past),
    reasons: reasons.sort((a, b) => a.start - b.start),
  }
}

/** "the Great Depression", "the Stroke Association": a word of a name says nothing of itself. */
const isInName = (p: Passage, i: number): boolean =>
  at(p, i).word.capital && [i - 1, i + 1].some((next) => itemAt(p.tokens, next)?.word.capital)

/** Reasons that a court has seen to. */
const OF_COURT: ReadonlySet<WorthReason['because']> = new Set(['crime', 'accusation', 'law', 'figure'])

/** "was jailed for taking bribes": a court has said so, in public. */
function ruledOn(p: Passage, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) {
    const { word, tag } = at(p, i)
    if ((wordWorthOf(word).bits & Said.Court) !== 0 && tag.startsWith('VB')) return true
  }
  return false
}

/** The token of a sentence at which a figure begins. */
function tokenFrom(p: Passage, range: Range, figure: Span): number {
  let i = range.from
  while (i < range.to - 1 && at(p, i).start < figure.start) i++
  return i
}

function kindOf(seen: ReadonlySet<string>, past: boolean): ClaimKind {
  if (seen.has('medical or scientific effect')) return 'medical-science'
  if (seen.has('figure')) return 'statistic'
  if (seen.has('law')) return 'legal'
  if (seen.has('forecast')) return 'prediction'
  if (seen.has('cause')) return 'causal'
  if (seen.has('comparison') || seen.has('superlative')) return 'comparison'
  if (seen.has('motive')) return 'position'
  return past ? 'event' : 'other'
}
