import type { Citation } from '../blocks/block.ts'
import { itemAt } from '../text/itemAt.ts'
import type { Span } from '../text/span.ts'
import type { Part } from './parts.ts'

/** A citation of a passage with its index in the draft. */
export interface Cited {
  readonly index: number
  readonly citation: Citation
}

/** The citations, by their indices in the draft, that a part and its asides rest on. */
export interface CitedBy {
  readonly own: number | undefined
  readonly asides: ReadonlyArray<number | undefined>
}

/**
 * For each part the citation that belongs to it: the first one in it, or the one at the end of its sentence, which stands for the
 * whole unless a clause has its own. Empty where nothing is cited.
 */
export function citedIn(parts: readonly Part[], citations: readonly Cited[]): CitedBy[] {
  if (citations.length === 0) return []
  const found: CitedBy[] = []
  let last = parts.length - 1
  let closing: number | undefined
  for (let n = parts.length - 1; n >= 0; n--) {
    const { reach, asides, sentence } = parts[n] as Part
    if (n === last || sentence !== parts[last]?.sentence) {
      last = n
      closing = atTheEnd(parts[n] as Part, citations)?.index
    }
    const reaches = asides.map((aside) => aside.reach)
    found.push({
      own: firstIn(citations, reach, reaches) ?? closing,
      asides: reaches.map((own) => firstIn(citations, own, []) ?? closing),
    })
  }
  return found.reverse()
}

const isIn = ({ citation: { start } }: Cited, span: Span): boolean => start >= span.start && start < span.end

/** The first citation that stands in a reach and in none of those within it. */
function firstIn(citations: readonly Cited[], reach: Span, inner: readonly Span[]): number | undefined {
  for (let c = firstFrom(citations, reach.start); c < citations.length; c++) {
    const one = citations[c] as Cited
    if (!isIn(one, reach)) return undefined
    if (!inner.some((span) => isIn(one, span))) return one.index
  }
  return undefined
}

/** The citation after the last word of a sentence, given its last part. */
function atTheEnd({ span, reach, asides }: Part, citations: readonly Cited[]): Cited | undefined {
  const one = itemAt(citations, firstFrom(citations, reach.end) - 1)
  const end = Math.max(span.end, asides.at(-1)?.span.end ?? 0)
  return one !== undefined && one.citation.start >= span.start && one.citation.end >= end - 1 ? one : undefined
}

/** The first of the citations that begins at an offset or after it. */
function firstFrom(citations: readonly Cited[], offset: number): number {
  let low = 0
  let high = citations.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((citations[middle] as Cited).citation.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
