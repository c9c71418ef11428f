import type { Structure } from '../blocks/block.ts'
import type { CalendarDate } from '../marks/calendarDates.ts'
import { comparable } from '../marks/comparable.ts'
import { leftovers } from '../marks/leftovers.ts'
import type { Abbreviation, Attribution, Register, Unverified } from '../marks/marks.ts'
import { at } from '../marks/passage.ts'
import type { Reading, Sentence } from '../reading.ts'
import { attributionsOf, type Heard, type Resolved } from '../sources/attributions.ts'
import { type Carry, claimsOf } from '../sources/claims.ts'
import { quotationsOf } from '../sources/quotations.ts'
import type { Draft } from '../text/draft.ts'
import { contains, overlaps, type Span } from '../text/span.ts'
import { type Paragraph, sentenceCount } from './paragraph.ts'

/** A draft, or consecutive paragraphs of one as if they were all of it, with what its blocks tell by themselves. */
export interface Stretch extends Omit<Structure, 'codeShare'> {
  readonly draft: Draft
  readonly paragraphs: readonly Paragraph[]
  /** Its links, with what they reach beyond their paragraph. */
  readonly heard: readonly Heard[]
}

/** What only the whole draft tells of a stretch. */
export interface Facts {
  readonly register: Register
  readonly written: CalendarDate | undefined
  /** Who the source of each of its links is. */
  readonly resolved: readonly Resolved[]
  /** Where each name is written first. */
  readonly places: ReadonlyMap<string, Span>
  readonly abbreviations: readonly Abbreviation[]
  /** Whether a thing is counted more than once. */
  readonly isRepeated: (thing: string) => boolean
  /** Whether it spells out what TK stands for. */
  readonly isSpelledOut: boolean
  /** The first paragraph whose claims are asked for; those before it are only looked back to. */
  readonly firstJudged: number
  /** What the paragraphs before that one tell. */
  readonly carry: Carry
  /** Told after each paragraph what it tells those after it. */
  readonly passed?: (carry: Carry, paragraph: number) => void
}

/** Reads a stretch, in view of the whole draft. */
export function readStretch(stretch: Stretch, facts: Facts): Reading {
  const { draft, prose, blocks, citations, definitions, directives, paragraphs, heard } = stretch
  const { register, written } = facts
  const figures = paragraphs.flatMap((one) => one.figures)
  const attributions = attributionsOf(heard, facts.resolved, facts.places)
  const quotations = quotationsOf(
    paragraphs.map(({ passage }) => passage),
    attributions,
  )
  const context = { attributions, citations, figures, quotations, register, prose }
  return {
    draft,
    prose,
    register,
    written,
    blocks,
    sentences: sentencesOf(paragraphs),
    quotations,
    attributions,
    claims: claimsOf(paragraphs, context, facts.firstJudged, facts.carry, facts.passed),
    unverified: withAccusers(
      paragraphs.flatMap((one) => one.unverified),
      attributions,
    ),
    citations,
    definitions,
    directives,
    figures,
    counted: paragraphs.flatMap(({ passage, figures, things }) =>
      comparable(passage, figures, things, facts.isRepeated),
    ),
    dates: paragraphs.flatMap((one) => one.dates),
    abbreviations: facts.abbreviations,
    leftovers: leftovers(stretch, draft.text, facts.isSpelledOut),
  }
}

function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  const sentences: Sentence[] = []
  paragraphs.forEach(({ passage: p }, block) => {
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
