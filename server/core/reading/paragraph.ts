import type { Block } from '../blocks/block.ts'
import { type Letters, lettersIn } from '../marks/abbreviations.ts'
import { linksIn } from '../marks/attribution/links.ts'
import { countedThings } from '../marks/comparable.ts'
import { dates, datesIn } from '../marks/dates.ts'
import { figures } from '../marks/figures.ts'
import { type Introduced, introducedIn } from '../marks/introductions.ts'
import { spellsOut } from '../marks/leftovers.ts'
import type { DateMark, Figure, Unverified } from '../marks/marks.ts'
import { type Passage, passage } from '../marks/passage.ts'
import { type Counts, countsOf } from '../marks/register.ts'
import { unverified } from '../marks/unverified.ts'
import type { Linked } from '../sources/attributions.ts'
import { type Name, namesIn } from '../sources/names.ts'

/** A block with all that its own words tell. */
export interface Paragraph extends Linked {
  readonly names: readonly Name[]
  readonly figures: readonly Figure[]
  /** What each of the figures counts. */
  readonly things: readonly string[]
  readonly dates: readonly DateMark[]
  /** Without whoever is said to allege it. */
  readonly unverified: readonly Unverified[]
  /** Words of capitals that may be abbreviations. */
  readonly letters: readonly Letters[]
  readonly introduced: readonly Introduced[]
  readonly counts: Counts
  /** Whether it spells out what TK stands for. */
  readonly spellsOut: boolean
}

/**
 * Reads a block by itself, all at once while its words are at hand.
 *
 * @param prose what the block's offsets count in
 * @param number the number of the block in the draft
 * @param firstSentence the number of its first sentence in the draft
 * @param open whether the block before leaves a quotation open, which this one may carry on
 */
export function paragraph(
  prose: string,
  block: Block,
  number: number,
  firstSentence: number,
  open: boolean,
): Paragraph {
  const p = passage(prose, block, open)
  const links = block.kind === 'heading' ? [] : linksIn(p)
  const dated = datesIn(p)
  const own = figures(p, dated)
  return {
    passage: p,
    links,
    firstSentence,
    names: namesIn(p, number),
    figures: own,
    things: countedThings(prose, own),
    dates: dates(p, dated),
    unverified: unverified(p, firstSentence),
    letters: lettersIn(p),
    introduced: introducedIn(p),
    counts: countsOf(p, links),
    spellsOut: spellsOut(prose.slice(block.start, block.end)),
  }
}

/** Whether a block leaves a quotation open. */
export const leavesOpen = ({ quotes }: Passage): boolean => quotes.at(-1)?.closed === false

export const sentenceCount = ({ tokens, starts }: Passage): number => (tokens.length === 0 ? 0 : starts.length - 1)
