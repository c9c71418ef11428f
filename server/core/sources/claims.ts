import type { Citation } from '../blocks/block.ts'
import type { Attribution, Claim, Figure, Quotation, Register } from '../marks/marks.ts'
import { isClaim, worthOf } from '../marks/worth.ts'
import { touched } from '../text/search.ts'
import { contains, type Span } from '../text/span.ts'
import type { Linked } from './attributions.ts'
import { type Spoken, type Standing, standings } from './scope.ts'

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

const rounded = (share: number): number => Math.round(1000 * share) / 1000

/** The claims of a draft, in order, each with its check-worthiness and where its sourcing stands. */
export function claimsOf(linked: readonly Linked[], context: ClaimContext): Claim[] {
  const claims: Claim[] = []
  let a = 0
  for (const { passage: p, firstSentence } of linked) {
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
      })
    }
    if (p.block.kind === 'heading' || p.tokens.length === 0) continue
    const citations = within(context.citations, { start: p.block.start, end: p.block.end }).map(({ index, item }) => ({
      index,
      citation: item,
    }))
    const standing = standings(p, spoken, citations)
    const speeches = within(context.quotations, p.block).flatMap(({ item }) => (item.kind === 'speech' ? [item] : []))
    const isQuoted = touched(
      spoken.flatMap(({ attribution: { quotation, content } }) => (quotation === 'direct' ? content : [])),
    )
    let q = 0
    for (let s = 0; s + 1 < p.starts.length; s++) {
      const range = { from: p.starts[s] as number, to: p.starts[s + 1] as number }
      if (!isClaim(p, range)) continue
      const span = { start: p.tokens[range.from]?.start as number, end: p.tokens[range.to - 1]?.end as number }
      const figures = within(context.figures, span).map(({ item }) => item)
      const { worth, stake, kind, reasons } = worthOf(p, range, figures)
      while (q < speeches.length && (speeches[q] as Quotation).end < span.end) q++
      const next = speeches[q]
      const speech = next && contains(next, span) ? next : undefined
      const stand = standing[s] as Standing
      const quiet = context.register !== 'reporting'
      claims.push({
        ...span,
        kind: isQuoted(span) || speech ? 'quotation' : kind,
        worth: rounded(quiet ? worth * QUIET_WORTH : worth),
        stake: rounded(quiet ? stake * QUIET_WORTH : stake),
        reasons,
        sentence: firstSentence + s,
        ...(stand.status === 'unsourced' && speech?.attribution !== undefined
          ? { status: 'attributed-nearby' as const, attribution: speech.attribution }
          : stand),
      })
    }
  }
  return claims
}
