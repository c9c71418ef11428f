import type { Block, Citation, Definition, Directive } from './blocks/block.ts'
import { structure } from './blocks/index.ts'
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
import { at, type Passage, passage } from './marks/passage.ts'
import { registerOf } from './marks/register.ts'
import { unverified } from './marks/unverified.ts'
import { attributionsOf, type Linked } from './sources/attributions.ts'
import { claimsOf } from './sources/claims.ts'
import { type Name, namesIn } from './sources/names.ts'
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
  const marked = markedOf(prose, blocks)
  const passages = marked.map(({ passage }) => passage)
  const names = marked.flatMap((one) => one.names)
  const numbers = marked.flatMap((one) => one.figures)
  const attributions = attributionsOf(prose, marked, names)
  const quotations = quotationsOf(passages, attributions)
  const register = registerOf(
    structured,
    passages,
    marked.map(({ links }) => links),
  )
  return {
    draft,
    prose,
    register,
    blocks,
    sentences: sentencesOf(passages),
    quotations,
    attributions,
    claims: claimsOf(marked, { attributions, citations, figures: numbers, quotations, register, prose }),
    unverified: withAccusers(
      marked.flatMap((one) => one.unverified),
      attributions,
    ),
    citations,
    definitions,
    directives,
    figures: numbers,
    counted: comparable(prose, passages, numbers),
    dates: marked.flatMap((one) => one.dates),
    abbreviations: abbreviations(passages, names),
    leftovers: leftovers(structured, draft),
  }
}

/** A passage with all that its own words tell. */
interface Marked extends Linked {
  readonly names: readonly Name[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateMark[]
  readonly unverified: readonly Unverified[]
}

/**
 * Reads block by block, a quotation that one leaves open being carried into the next. All that a block tells by itself is read at once, while
 * its words are at hand.
 */
function markedOf(prose: string, blocks: readonly Block[]): Marked[] {
  let open = false
  let firstSentence = 0
  return blocks.map((block) => {
    const p = passage(prose, block, open)
    open = p.quotes.at(-1)?.closed === false
    const first = firstSentence
    firstSentence += sentenceCount(p)
    return {
      passage: p,
      links: block.kind === 'heading' ? [] : linksIn(p),
      firstSentence: first,
      names: namesIn(p),
      figures: figures([p]),
      dates: dates([p]),
      unverified: unverified([p], [first]),
    }
  })
}

const sentenceCount = ({ tokens, starts }: Passage): number => (tokens.length === 0 ? 0 : starts.length - 1)

function sentencesOf(passages: readonly Passage[]): Sentence[] {
  const sentences: Sentence[] = []
  passages.forEach((p, block) => {
    for (let s = 0; s < sentenceCount(p); s++) {
      const { start } = at(p, p.starts[s] as number)
      const { end } = at(p, (p.starts[s + 1] as number) - 1)
      sentences.push({ start, end, block })
    }
  })
  return sentences
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
