import type { Block, Citation, Definition, Directive } from './blocks/block.ts'
import { structure } from './blocks/index.ts'
import type { CalendarDate } from './marks/calendarDates.ts'
import type { Counted } from './marks/counted.ts'
import { dayOfWriting } from './marks/dayOfWriting.ts'
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
import { registerOf } from './marks/register.ts'
import { abbreviationsOf, ordinaryWords, outerBlocks, thingCounts, totalCounts } from './reading/facts.ts'
import { leavesOpen, type Paragraph, paragraph, sentenceCount } from './reading/paragraph.ts'
import { readStretch } from './reading/stretch.ts'
import { heardIn, mentionsOf, resolve } from './sources/attributions.ts'
import { nothingCarried } from './sources/claims.ts'
import { firstPlaces } from './sources/identity.ts'
import type { Draft } from './text/draft.ts'
import type { Span } from './text/span.ts'

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
  /** The day that the draft says it was written on; a dateline may leave the year out. */
  readonly written?: CalendarDate | undefined
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
  const { prose, blocks } = structured
  const paragraphs = paragraphsOf(prose, blocks)
  const heard = heardIn(paragraphs)
  const names = paragraphs.flatMap((one) => one.names)
  const ordinary = ordinaryWords(paragraphs)
  const counts = thingCounts(paragraphs)
  return readStretch(
    { ...structured, draft, paragraphs, heard },
    {
      register: registerOf(totalCounts(paragraphs), structured.codeShare),
      written: dayOfWriting(draft, outerBlocks(prose, paragraphs)),
      resolved: resolve(mentionsOf(prose, heard), names),
      places: firstPlaces(names),
      abbreviations: abbreviationsOf(paragraphs, (lower) => ordinary.has(lower)).filter((one) => one !== undefined),
      isRepeated: (thing) => (counts.get(thing) ?? 0) > 1,
      isSpelledOut: paragraphs.some(({ spellsOut }) => spellsOut),
      firstJudged: 0,
      carry: nothingCarried,
    },
  )
}

/** Reads block by block, a quotation that one leaves open being carried into the next. */
function paragraphsOf(prose: string, blocks: readonly Block[]): Paragraph[] {
  let open = false
  let firstSentence = 0
  return blocks.map((block, number) => {
    const one = paragraph(prose, block, number, firstSentence, open)
    open = leavesOpen(one.passage)
    firstSentence += sentenceCount(one.passage)
    return one
  })
}
