import type { Section } from '../blocks/sections.ts'
import type { Counted } from '../marks/counted.ts'
import type { Abbreviation, Attribution, Claim, Leftover, Quotation, Unverified } from '../marks/marks.ts'
import { leavesOpen, type Paragraph, paragraph, sentenceCount } from '../reading/paragraph.ts'
import type { Objection } from '../rules/rule.ts'
import type { Resolved } from '../sources/attributions.ts'
import type { Carry } from '../sources/claims.ts'
import { renumbered } from './moved.ts'
import type { Voice } from './voice.ts'

/**
 * A section of the draft with what its own words tell. It never changes, and does not know where in the draft it stands: offsets count
 * from its start, blocks and sentences from its first.
 */
export interface Part {
  readonly section: Section
  /** Whether the parts before leave a quotation open, and whether this one does. */
  readonly opened: boolean
  readonly leavesOpen: boolean
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: number
}

/** A part with what is known of it in view of the parts around it and of the whole draft. */
export interface Known {
  readonly part: Part
  readonly voice: Voice
  /** Who each of its sources is. */
  readonly resolved: readonly Resolved[]
  /** For each of its words of capitals the abbreviation that it is, if it is one. */
  readonly abbreviations: ReadonlyArray<Abbreviation | undefined>
  readonly marks: Marks
}

/** The marks of a part, with the offsets and the indices that they had in the stretch in which they were made out. */
export interface Marks {
  readonly home: Home
  readonly attributions: readonly Attribution[]
  readonly quotations: readonly Quotation[]
  readonly claims: readonly Claim[]
  readonly unverified: readonly Unverified[]
  readonly counted: readonly Counted[]
  readonly leftovers: readonly Leftover[]
  /** What each rule finds that is settled over the whole draft, in the order of `rulesInParts`; nothing for the others. */
  readonly candidates: ReadonlyArray<readonly Objection[]>
  /** What the rules object to that need not be settled, by their numbers. */
  readonly objections: ReadonlyArray<{ readonly rule: number; readonly objection: Objection }>
  /** What the parts before tell of figures, and what this one tells those after it. */
  readonly carryIn: Carry
  readonly carryOut: Carry
}

/** Where a part begins: its offset, and the numbers of its first block, sentence, attribution and citation. */
export interface Home {
  readonly offset: number
  readonly block: number
  readonly sentence: number
  readonly attribution: number
  readonly citation: number
}

/** Paragraphs by what they say, to be used again where an edit leaves them as they are. */
export type Pool = Map<string, Paragraph>

const keyOf = (words: string, { kind, depth }: { kind: string; depth: number }, opened: boolean): string =>
  `${kind}${depth}${opened}${words}`

/** Puts the paragraphs of a part into the pool. */
export function putIn(pool: Pool, { section, opened, paragraphs }: Part): void {
  let open = opened
  for (const one of paragraphs) {
    const { block } = one.passage
    pool.set(keyOf(section.prose.slice(block.start, block.end), block, open), one)
    open = leavesOpen(one.passage)
  }
}

/** Reads a section by itself, with the paragraphs of the pool where they are the same. */
export function partOf(section: Section, opened: boolean, pool: Pool): Part {
  let open = opened
  let sentences = 0
  const paragraphs = section.blocks.map((block, number) => {
    const known = pool.get(keyOf(section.prose.slice(block.start, block.end), block, open))
    const one = known
      ? renumbered(known, block, number, sentences)
      : paragraph(section.prose, block, number, sentences, open)
    open = leavesOpen(one.passage)
    sentences += sentenceCount(one.passage)
    return one
  })
  return { section, opened, leavesOpen: open, paragraphs, sentences }
}
