import type { Citation } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { reachOf } from '../rules/coverage.ts'
import { placeIn } from '../text/search.ts'
import { byPosition, type Span } from '../text/span.ts'
import { type CitedThing, citationsOf, definitionsOf } from './citedThing.ts'

/**
 * Everything in a draft that a source carries: each claim of a sentence that cites it, or that rests on such a citation nearby,
 * and each citation that carries no claim. In document order.
 */
export function carriedBy(reading: Reading, thing: Pick<CitedThing, 'kind' | 'key'>): Span[] {
  const citations = citationsOf(reading, thing)
  const own = citations.map((citation) => claimsOf(reading, citation))
  const alone = citations.filter((_, index) => own[index]?.length === 0)
  const spans = new Map([...own.flat(), ...alone].map(({ start, end }) => [start, { start, end }]))
  return [...spans.values()].sort(byPosition)
}

/** The claims in the sentence that a citation belongs to, and those whose sourcing rests on it. */
function claimsOf(reading: Reading, citation: Citation): Span[] {
  const index = reading.citations.indexOf(citation)
  const sentence = sentenceOf(reading, citation)
  return reading.claims.filter((claim) => claim.sentence === sentence || claim.citation === index)
}

function sentenceOf(reading: Reading, { start }: Span): number | undefined {
  const index = placeIn(reading.sentences, start)
  return index >= 0 && reachOf(reading, index).end >= start ? index : undefined
}

/** Where a draft says the name of a source: its citations and the labels of its notes. In document order. */
export const mentionsOf = (reading: Reading, thing: Pick<CitedThing, 'kind' | 'key'>): Span[] =>
  [
    ...citationsOf(reading, thing).map(({ start, end }) => ({ start, end })),
    ...definitionsOf(reading, thing).map(({ label }) => label),
  ].sort(byPosition)
