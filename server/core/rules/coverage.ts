import type { Attribution, Claim } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { placeIn, touched } from '../text/search.ts'
import { byPosition, overlaps, type Span } from '../text/span.ts'
import { perReading } from './perReading.ts'

export { placeIn, touched }

/**
 * Finds which of `items` share a code unit with a span, in document order, in time that grows with the answer and the
 * logarithm of their number. An augmented interval tree kept in a sorted array (Cormen et al., Introduction to
 * Algorithms, section 14.3).
 */
export function overlapping<T extends Span>(items: readonly T[]): (span: Span) => T[] {
  const sorted = [...items].sort(byPosition)
  const furthest = new Array<number>(sorted.length)

  const grow = (low: number, high: number): number => {
    if (low >= high) return -1
    const middle = (low + high) >> 1
    const own = sorted[middle]?.end ?? -1
    const end = Math.max(own, grow(low, middle), grow(middle + 1, high))
    furthest[middle] = end
    return end
  }
  grow(0, sorted.length)

  const gather = (low: number, high: number, span: Span, found: T[]): void => {
    if (low >= high) return
    const middle = (low + high) >> 1
    const item = sorted[middle]
    if (item === undefined || (furthest[middle] ?? -1) <= span.start) return
    gather(low, middle, span, found)
    if (item.start >= span.end) return
    if (overlaps(item, span)) found.push(item)
    gather(middle + 1, high, span, found)
  }
  return (span) => {
    const found: T[] = []
    gather(0, sorted.length, span, found)
    return found
  }
}

/** A stretch of what somebody is said to have said, and whose it is. */
export interface Said extends Span {
  readonly attribution: Attribution
  /** Index of the attribution in the reading. */
  readonly index: number
}

/** Every stretch of content of the attributions that `wanted` picks. */
export const contentsOf = (reading: Reading, wanted: (attribution: Attribution) => boolean): Said[] =>
  reading.attributions.flatMap((attribution, index) =>
    wanted(attribution) ? attribution.content.map(({ start, end }) => ({ start, end, attribution, index })) : [],
  )

/** Whether somebody in particular is said to stand behind it, with or without a name. */
export const isVouchedFor = (attribution: Attribution): boolean =>
  attribution.sourceType === 'named' || attribution.sourceType === 'anonymous'

/** Whether a named or an anonymous source is given for words that share a code unit with a span. */
export const vouching: (reading: Reading) => (span: Span) => boolean = perReading((reading) =>
  touched(contentsOf(reading, isVouchedFor)),
)

/** The claims that share a code unit with a span, in order. */
export const claimsOver: (reading: Reading) => (span: Span) => Claim[] = perReading(({ claims }) => overlapping(claims))

/** Whether a source only asked or called something out, and told nothing. */
export const isAsked = (reading: Reading, { cue }: Attribution): boolean =>
  cue.some(({ start, end }) =>
    /^(?:asks?|asked|shouts?|shouted|yelled|chanted)$/i.test(reading.prose.slice(start, end)),
  )

/** How deep “A says that B says that C says” is followed. */
const DEEPEST = 8

/** The attributions in whose content one stands, the nearest first. */
export function outerOnes(reading: Reading, attribution: Attribution): Attribution[] {
  const outer: Attribution[] = []
  let one: Attribution | undefined = attribution
  while (one?.nestedIn !== undefined && outer.length < DEEPEST) {
    one = reading.attributions[one.nestedIn]
    if (one !== undefined) outer.push(one)
  }
  return outer
}

/** A sentence with what follows it up to the next one, where its footnote marks and notes stand. */
export function reachOf(reading: Reading, index: number): Span {
  const sentence = reading.sentences[index]
  if (sentence === undefined) return { start: 0, end: 0 }
  const next = reading.sentences[index + 1]
  const block = reading.blocks[sentence.block]
  const end = next?.block === sentence.block ? next.start : (block?.end ?? sentence.end)
  return { start: sentence.start, end: Math.max(end, sentence.end) }
}

/** Whether a sentence, given by its index, carries a citation. */
export const citing: (reading: Reading) => (sentence: number) => boolean = perReading((reading) => {
  const hasCitation = touched(reading.citations)
  return (sentence) => hasCitation(reachOf(reading, sentence))
})

/** Whether a sentence, given by its index, carries a mark that its source is still to be added. */
export const awaiting: (reading: Reading) => (sentence: number) => boolean = perReading((reading) => {
  const marked = reading.leftovers.filter(({ kind }) => kind === 'citation-needed')
  const sentences = new Set(marked.map(({ start }) => placeIn(reading.sentences, start)))
  return (sentence) => sentences.has(sentence)
})
