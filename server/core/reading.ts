import type { Block, Citation, Definition, Directive } from './blocks/block.ts'
import { structure } from './blocks/index.ts'
import type { Token } from './english/tokens.ts'
import { abbreviations } from './marks/abbreviations.ts'
import { linksIn } from './marks/attribution/links.ts'
import { comparable } from './marks/comparable.ts'
import type { Counted } from './marks/counted.ts'
import { dates } from './marks/dates.ts'
import { figures } from './marks/figures.ts'
import { leftovers } from './marks/leftovers.ts'
import type {
  Abbreviation,
  Attribution,
  Claim,
  DateMark,
  Figure,
  Leftover,
  Quotation,
  Register,
  Unverified,
} from './marks/marks.ts'
import { type Passage, passage } from './marks/passage.ts'
import { registerOf } from './marks/register.ts'
import { unverified } from './marks/unverified.ts'
import { attributionsOf, type Linked, namesOf } from './sources/attributions.ts'
import { claimsOf } from './sources/claims.ts'
import { quotationsOf } from './sources/quotations.ts'
import type { Draft } from './text/draft.ts'
import { contains, overlaps, type Span } from './text/span.ts'

/** A sentence of prose. Headings are sentences too, of a block whose kind is `heading`. */
export interface Sentence extends Span {
  /** Index into the reading's blocks. */
  readonly block: number
}

/** All that is known of one version of a draft. Every list is in document order. */
export interface Reading {
  readonly draft: Draft
  /** The draft with everything that is not prose masked at equal length. */
  readonly prose: string
  readonly register: Register
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
  readonly claims: readonly Claim[]
  readonly unverified: readonly Unverified[]
  readonly citations: readonly Citation[]
  readonly definitions: readonly Definition[]
  readonly directives: readonly Directive[]
  readonly figures: readonly Figure[]
  /** Those of the figures that another of the draft could contradict, with what is said of them. */
  readonly counted: readonly Counted[]
  readonly dates: readonly DateMark[]
  readonly abbreviations: readonly Abbreviation[]
  readonly leftovers: readonly Leftover[]
}

/** Reads a draft: any string, without an exception, the same reading for the same text. */
export function read(draft: Draft): Reading {
  const structured = structure(draft)
  const { prose, blocks, citations, definitions, directives } = structured
  const passages = passagesOf(prose, blocks)
  const { sentences, firsts } = sentencesOf(passages)
  const linked: Linked[] = passages.map((p, index) => ({
    passage: p,
    links: p.block.kind === 'heading' ? [] : linksIn(p),
    firstSentence: firsts[index] as number,
  }))
  const names = namesOf(linked)
  const attributions = attributionsOf(prose, linked, names)
  const numbers = figures(passages)
  const quotations = quotationsOf(passages, attributions)
  const register = registerOf(
    structured,
    passages,
    linked.map(({ links }) => links),
  )
  return {
    draft,
    prose,
    register,
    blocks,
    sentences,
    quotations,
    attributions,
    claims: claimsOf(linked, { attributions, citations, figures: numbers, quotations, register, prose }),
    unverified: withAccusers(unverified(passages, firsts), attributions),
    citations,
    definitions,
    directives,
    figures: numbers,
    counted: comparable(prose, passages, numbers),
    dates: dates(passages),
    abbreviations: abbreviations(passages, names),
    leftovers: leftovers(structured, draft),
  }
}

/** The sentences of a draft, and for each passage how many come before it. */
function sentencesOf(passages: readonly Passage[]): { sentences: Sentence[]; firsts: number[] } {
  const sentences: Sentence[] = []
  const firsts = passages.map(({ tokens, starts }, block) => {
    const first = sentences.length
    for (let s = 0; s + 1 < starts.length; s++) {
      const from = starts[s] as number
      const to = starts[s + 1] as number
      if (to > from) sentences.push({ start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end, block })
    }
    return first
  })
  return { sentences, firsts }
}

/** The blocks as passages, a quotation that one leaves open being carried into the next. */
function passagesOf(prose: string, blocks: readonly Block[]): Passage[] {
  let open = false
  return blocks.map((block) => {
    const read = passage(prose, block, open)
    open = read.quotes.at(-1)?.closed === false
    return read
  })
}

/** How many sentences before a mark the attribution may stand that it belongs to. */
const ACCUSER_REACH = 8

/** Who is said to allege what the text calls alleged: the attribution in whose content or cue the word stands. */
function withAccusers(marks: readonly Unverified[], attributions: readonly Attribution[]): Unverified[] {
  let first = 0
  return marks.map((mark) => {
    while (first < attributions.length && (attributions[first] as Attribution).sentence < mark.sentence - ACCUSER_REACH)
      first++
    for (let i = first; i < attributions.length; i++) {
      const { sentence, sourceType, content, cue } = attributions[i] as Attribution
      if (sentence > mark.sentence + ACCUSER_REACH) break
      if (sourceType !== 'named' && sourceType !== 'anonymous') continue
      if (content.some((span) => contains(span, mark)) || cue.some((span) => overlaps(span, mark)))
        return { ...mark, attribution: i }
    }
    return mark
  })
}
