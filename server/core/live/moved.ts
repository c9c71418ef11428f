import type { Block } from '../blocks/block.ts'
import type { Counted } from '../marks/counted.ts'
import type { Attribution, Claim, Quotation, Unverified } from '../marks/marks.ts'
import type { Paragraph } from '../reading/paragraph.ts'
import type { Span } from '../text/span.ts'

/** How far marks move: their offsets, and the numbers that they refer to. */
export interface Move {
  readonly offset: number
  readonly block: number
  readonly sentence: number
  readonly attribution: number
  readonly citation: number
}

/** A span, or a mark that is one and holds none, moved by a number of code units. */
export const moved = <Mark extends Span>(mark: Mark, by: number): Mark => ({
  ...mark,
  start: mark.start + by,
  end: mark.end + by,
})

const allMoved = <Mark extends Span>(marks: readonly Mark[], by: number): Mark[] => marks.map((mark) => moved(mark, by))

/** A paragraph as the same words make one elsewhere: in a block with that number, its first sentence with that number. */
export function renumbered(one: Paragraph, block: Block, number: number, firstSentence: number): Paragraph {
  return movedParagraph(
    one,
    block.start - one.passage.block.start,
    number - (one.names[0]?.block ?? number),
    firstSentence - one.firstSentence,
  )
}

/** A paragraph, its offsets and numbers moved. */
export function movedParagraph(one: Paragraph, offset: number, block: number, sentence: number): Paragraph {
  if (offset === 0 && block === 0 && sentence === 0) return one
  const { passage } = one
  return {
    ...one,
    passage:
      offset === 0
        ? passage
        : { ...passage, block: moved(passage.block, offset), tokens: allMoved(passage.tokens, offset) },
    firstSentence: one.firstSentence + sentence,
    names: one.names.map((name) => ({ ...moved(name, offset), block: name.block + block })),
    figures: allMoved(one.figures, offset),
    dates: allMoved(one.dates, offset),
    unverified: one.unverified.map((mark) => ({ ...moved(mark, offset), sentence: mark.sentence + sentence })),
    letters: allMoved(one.letters, offset),
    introduced: one.introduced.map((introduced) => ({ ...introduced, start: introduced.start + offset })),
  }
}

export function movedAttribution(one: Attribution, by: Move): Attribution {
  return {
    ...one,
    source: allMoved(one.source, by.offset),
    cue: allMoved(one.cue, by.offset),
    content: allMoved(one.content, by.offset),
    sentence: one.sentence + by.sentence,
    ...(one.nestedIn !== undefined && { nestedIn: one.nestedIn + by.attribution }),
  }
}

export const movedQuotation = (one: Quotation, by: Move): Quotation => ({
  ...moved(one, by.offset),
  ...(one.attribution !== undefined && { attribution: one.attribution + by.attribution }),
})

export const movedUnverified = (one: Unverified, by: Move): Unverified => ({
  ...moved(one, by.offset),
  sentence: one.sentence + by.sentence,
  ...(one.attribution !== undefined && { attribution: one.attribution + by.attribution }),
})

export const movedClaim = (one: Claim, by: Move): Claim => ({
  ...moved(one, by.offset),
  reasons: allMoved(one.reasons, by.offset),
  sentence: one.sentence + by.sentence,
  ...(one.attribution !== undefined && { attribution: one.attribution + by.attribution }),
  ...(one.citation !== undefined && { citation: one.citation + by.citation }),
})

export const movedCounted = (one: Counted, by: Move): Counted => ({ ...one, figure: moved(one.figure, by.offset) })
