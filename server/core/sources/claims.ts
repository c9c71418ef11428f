import type { Citation } from '../blocks/block.ts'
import { isDeskNote } from '../marks/letPass.ts'
import type { Attribution, Claim, Figure, Quotation, Register } from '../marks/marks.ts'
import { itemAt } from '../text/itemAt.ts'
import { placeIn, touched } from '../text/search.ts'
import { contains, type Span } from '../text/span.ts'
import type { Linked } from './attributions.ts'
import { type Part, partsOf } from './parts.ts'
import { type Spoken, type Standing, standings } from './scope.ts'
import { figuresOf, type Weighed } from './weigh.ts'

/** What claims are judged by, besides their own words. */
export interface ClaimContext {
  readonly attributions: readonly Attribution[]
  readonly citations: readonly Citation[]
  readonly figures: readonly Figure[]
  readonly quotations: readonly Quotation[]
  readonly register: Register
  readonly prose: string
}

/** Those of a sorted list that begin within a span, found by halving. */
function within<T extends Span>(list: readonly T[], span: Span): Array<{ index: number; item: T }> {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as T).start < span.start) low = middle + 1
    else high = middle
  }
  const found: Array<{ index: number; item: T }> = []
  for (let i = low; i < list.length && (list[i] as T).start < span.end; i++)
    found.push({ index: i, item: list[i] as T })
  return found
}

/** How much less a claim asks for a source in writing of which nobody expects one. */
const QUIET_WORTH = 0.2

/** How many paragraphs after a poll was named, or its last figure, its figures go on. */
const POLL_REACH = 3

const rounded = (share: number): number => Math.round(1000 * share) / 1000

/** What figures are judged by that the passages before tell. */
export interface Carry {
  /** For how many passages more the last poll is the one that percentages are from. */
  readonly polled: number
  /** Whether the sentence before tells the outcome of a vote. */
  readonly voted: boolean
}

export const nothingCarried: Carry = { polled: 0, voted: false }

/**
 * The claims of a draft, in order, each with its check-worthiness and where its sourcing stands.
 *
 * @param first the first passage whose claims are asked for
 * @param carry what the passages before that one tell
 * @param passed told after each passage what it tells those after it
 */
export function claimsOf(
  linked: readonly Linked[],
  context: ClaimContext,
  first = 0,
  carry: Carry = nothingCarried,
  passed: (carry: Carry, passage: number) => void = () => {},
): Claim[] {
  const claims: Claim[] = []
  let a = 0
  let { polled, voted } = carry
  linked.forEach(({ passage: p, firstSentence }, index) => {
    if (index < first) return
    const { attributions } = context
    const spoken: Spoken[] = []
    const last = firstSentence + p.starts.length - 1
    while (a < attributions.length && (attributions[a] as Attribution).sentence < firstSentence) a++
    for (let i = a; i < attributions.length && (attributions[i] as Attribution).sentence < last; i++) {
      const attribution = attributions[i] as Attribution
      const cue = attribution.cue[0]
      const words = cue === undefined ? '' : context.prose.slice(cue.start, cue.end).toLowerCase()
      spoken.push({
        index: i,
        attribution,
        sentence: attribution.sentence - firstSentence,
        according: words.startsWith('according'),
        document: isDocument(context.prose, attribution),
      })
    }
    if (p.block.kind === 'heading' || p.tokens.length === 0) {
      passed({ polled, voted }, index)
      return
    }
    const citations = within(context.citations, { start: p.block.start, end: p.block.end }).map(({ index, item }) => ({
      index,
      citation: item,
    }))
    const parts: Part[] = []
    if (polled > 0) polled--
    for (let s = 0; s + 1 < p.starts.length; s++) {
      const from = p.tokens[p.starts[s] as number]?.start as number
      const to = p.tokens[(p.starts[s + 1] as number) - 1]?.end as number
      const next = Math.max(p.tokens[p.starts[s + 1] as number]?.start ?? p.block.end, to)
      const all = within(context.figures, { start: from, end: to }).map(({ item }) => item)
      const sentence = { from: p.starts[s] as number, to: p.starts[s + 1] as number }
      const { figures, own } = figuresOf(p, sentence, all, { polled: polled > 0, voted })
      if (own.polled || (polled > 0 && all.some(({ kind }) => kind === 'percentage'))) polled = POLL_REACH + 1
      voted = own.voted || (voted && all.length > 0)
      parts.push(...partsOf(p, s, next, figures))
    }
    const { standing, asides } = standings(p, parts, spoken, citations)
    const speeches = within(context.quotations, p.block).flatMap(({ item }) => (item.kind === 'speech' ? [item] : []))
    const isQuoted = touched(
      spoken.flatMap(({ attribution: { quotation, content } }) => (quotation === 'direct' ? content : [])),
    )
    const quiet = context.register === 'reporting' && !isDeskNote(p) ? 1 : QUIET_WORTH
    const add = (span: Span, sentence: number, judged: Weighed, stand: Standing, demand: number) => {
      const { worth, stake, kind, reasons } = judged
      const near = itemAt(speeches, placeIn(speeches, span.start))
      const speech = near && contains(near, span) ? near : undefined
      const nearby = stand.status === 'unsourced' ? speech?.attribution : undefined
      const attribution = nearby ?? stand.attribution
      const claim: { -readonly [Key in keyof Claim]: Claim[Key] } = {
        start: span.start,
        end: span.end,
        kind: speech || isQuoted(span) ? ('quotation' as const) : kind,
        worth: rounded(worth * quiet),
        stake: rounded(stake * quiet),
        demand: rounded(demand * quiet),
        reasons,
        sentence: firstSentence + sentence,
        status: nearby === undefined ? stand.status : ('attributed-nearby' as const),
      }
      if (attribution !== undefined) claim.attribution = attribution
      else if (stand.citation !== undefined) claim.citation = stand.citation
      claims.push(claim)
    }
    const open = openSentences(parts, standing)
    parts.forEach((part, n) => {
      const { span, sentence, worth, asides: within } = part
      if (worth !== undefined) {
        // clauses that nobody stands behind, not one of them, are asked about together
        const whole = worth.reasons.length > 0 && open.has(sentence) ? (part.demand ?? 0) : 0
        add(span, sentence, worth, standing[n] as Standing, Math.max(worth.demand, whole))
      }
      within.forEach((aside, k) => {
        add(aside.span, sentence, aside.worth, asides[n]?.[k] as Standing, aside.worth.demand)
      })
    })
    passed({ polled, voted }, index)
  })
  return claims
}

const DOCUMENTS: ReadonlySet<string> = new Set(
  'poll polls survey census data records filings filing statistics figures analysis study transcript'.split(' '),
)

/** Whether the words for a source name a poll, a filing or another paper. */
const isDocument = (prose: string, { published, source }: Attribution): boolean =>
  published &&
  source.some(({ start, end }) =>
    prose
      .slice(start, Math.min(end, start + 120))
      .toLowerCase()
      .split(/\s/)
      .some((word) => DOCUMENTS.has(word)),
  )

/** The sentences of a passage of which no clause has a source. */
function openSentences(parts: readonly Part[], standing: readonly Standing[]): ReadonlySet<number> {
  const open = new Set<number>()
  for (const { sentence, demand } of parts) if (demand !== undefined) open.add(sentence)
  parts.forEach(({ sentence }, n) => {
    if (standing[n]?.status !== 'unsourced') open.delete(sentence)
  })
  return open
}
