import { unpackSparse } from '../english/fitted/sparse.ts'
import { FACTUAL, IMPORTANT, WORTH_THRESHOLD } from '../english/fitted/worth.ts'
import { isFiniteVerb } from '../english/tags.ts'
import type { Span } from '../text/span.ts'
import type { ClaimKind, Figure, WorthReason } from './marks.ts'
import { at, lowerAt, type Passage, type Range, tagAt } from './passage.ts'
import { WORTH_BUCKETS, worthFeatures } from './worthFeatures.ts'
import { WORTH_WORDS } from './worthWords.ts'

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
const FIRST_PERSON: ReadonlySet<string> = new Set(['i', 'we', 'my', 'our', 'me', 'us', "i'm"])
const OPINION: ReadonlySet<string> = new Set(
  'should must ought beautiful ugly wonderful terrible great awful lovely brilliant stupid silly boring exciting delicious charming sad happy nice remarkable surely certainly perhaps maybe frankly obviously clearly sadly fortunately unfortunately hopefully'.split(
    ' ',
  ),
)

/** The stake of what is told without a verb is at most this, under what any rule mentions. */
const MOST_WITHOUT_VERB = 0.55

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

let weights: { readonly factual: Int8Array; readonly important: Int8Array } | undefined

/**
 * What kind of claim the words of a sentence make, and how much an editor would want to see the source: how likely it is that they state a fact, and
 * that a fact like this is worth checking.
 */
export function worthOf(p: Passage, range: Range, figures: readonly Figure[]): Worth {
  weights ??= {
    factual: unpackSparse(FACTUAL.weights, WORTH_BUCKETS),
    important: unpackSparse(IMPORTANT.weights, WORTH_BUCKETS),
  }
  const hand = handWorth(p, range, figures)
  const features = worthFeatures(p, range, figures, hand)
  let factual = 0
  let important = 0
  for (let i = 0; i < features.length; i++) {
    const feature = features[i] as number
    factual += weights.factual[feature] as number
    important += weights.important[feature] as number
  }
  // a long sentence has more features, and is not the worthier for that alone
  const size = Math.sqrt(features.length)
  const odds = oddsOfBoth(
    (factual * FACTUAL.step) / size + FACTUAL.intercept,
    (important * IMPORTANT.step) / size + IMPORTANT.intercept,
  )
  // where no verb is seen it is less sure what is stated: worth a source, but not an objection
  const stake = Math.min(logistic(hand.odds), hand.verb ? 1 : MOST_WITHOUT_VERB)
  return { worth: logistic(odds - WORTH_THRESHOLD), stake, kind: hand.kind, reasons: hand.reasons }
}

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
    const word = lowerAt(p, i)
    const found = reasonAt(p, i, counts > 0)
    const because =
      inCourt && (found === 'crime' || found === 'accusation' || found === 'law' || found === 'figure')
        ? undefined
        : found
    if (because === 'figure') counts = Math.max(counts, FIGURE_WEIGHTS.percentage)
    if (because) add(wordSpan(p, i), because)
    if (tagAt(p, i) === 'JJS' && word !== 'least' && word !== 'best' && word !== 'last')
      add(wordSpan(p, i), 'superlative')
    if (tagAt(p, i) === 'VBD') past = true
    if (word === 'will') foretells = true
    if (isFiniteVerb(tagAt(p, i))) future ??= word === 'will' || word === "'ll"
    if (FIRST_PERSON.has(word)) odds -= word === 'we' || word === 'i' ? 1 : 0.3
    else if (OPINION.has(word)) odds -= 0.35
    else if (word === 'you' || word === 'your') odds -= 0.4
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

const COURT: ReadonlySet<string> = new Set(
  'jailed convicted sentenced charged indicted acquitted pleaded pled arraigned extradited imprisoned'.split(' '),
)

/** "was jailed for taking bribes": a court has said so, in public. */
function ruledOn(p: Passage, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (COURT.has(lowerAt(p, i)) && /^VB/.test(tagAt(p, i))) return true
  return false
}

const TAKES: ReadonlySet<string> = new Set([
  'take',
  'takes',
  'took',
  'taken',
  'taking',
  'accepted',
  'pocketed',
  'received',
  'paid',
  'offered',
  'demanded',
])
const FAVOURS: ReadonlySet<string> = new Set([
  'money',
  'cash',
  'payment',
  'payments',
  'bribe',
  'bribes',
  'kickback',
  'kickbacks',
  'favours',
  'favors',
])

/** Why a word makes an editor ask: by itself, or with the words beside it ("took money from", "by a third", "to keep quiet"). */
function reasonAt(p: Passage, i: number, counted: boolean): WorthReason['because'] | undefined {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (TAKES.has(word) && (FAVOURS.has(next) || FAVOURS.has(lowerAt(p, i + 2)))) return 'accusation'
  if (
    (word === 'third' || word === 'quarter' || word === 'half') &&
    lowerAt(p, i - 1) === 'a' &&
    lowerAt(p, i - 2) === 'by'
  )
    return 'figure'
  if (word === 'quiet' && lowerAt(p, i - 1) === 'keep' && lowerAt(p, i - 2) === 'to') return 'accusation'
  const because = WORTH_WORDS.get(word)
  // "has tripled, to 4,200 burglaries": the number says it
  return because === 'figure' && counted ? undefined : because
}

/** The token of a sentence at which a figure begins. */
function tokenFrom(p: Passage, range: Range, figure: Span): number {
  let i = range.from
  while (i < range.to - 1 && at(p, i).start < figure.start) i++
  return i
}

const wordSpan = (p: Passage, i: number): Span => ({ start: at(p, i).start, end: at(p, i).end })

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
