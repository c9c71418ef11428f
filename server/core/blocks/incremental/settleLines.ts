import { byPosition } from '../../text/span.ts'
import { findAuthorYears } from '../authorYear.ts'
import type { Definition } from '../block.ts'
import type { Found } from '../keys.ts'
import { createMask, hasWords, hide, toProse } from '../mask.ts'
import { readLine } from '../plain.ts'
import type { Section } from '../sections.ts'
import type { Line } from './lines.ts'
import { isBeforeBigLine } from './lists.ts'
import type { PlainSections } from './plain.ts'
import { changedYears } from './references.ts'
import { type Run, sameSection } from './splice.ts'

/** What the draft makes of a line. */
export interface Place {
  readonly isHeading: boolean
  /** Whether it stands in what could be the list of sources, so that it cites nothing by author and year. */
  readonly isListed: boolean
  /** Whether it is an entry of the list, or carries one on, and so no prose; and the entry that begins on it. */
  readonly isTaken: boolean
  readonly definition: Definition | undefined
}

/** A section with what it was made from. */
export interface Slot {
  readonly line: Line
  readonly place: Place
  /** What it cites by author and year. */
  readonly dated: Pick<Found, 'citations' | 'hidden'>
  readonly section: Section
}

/** The place of a line that is not yet in the draft. */
export const NOWHERE: Place = { isHeading: false, isListed: false, isTaken: false, definition: undefined }
export const NOTHING_DATED: Slot['dated'] = { citations: [], hidden: [] }

interface Unsettled extends Pick<PlainSections, 'lists'> {
  readonly slots: Slot[]
  readonly sections: Section[]
}

/**
 * Makes the sections whose lines are new or have another place in the draft than before. A section that turns out the same stays
 * the same object. Gives whether something cites the list of references.
 *
 * @param stale the places of new lines
 * @param near the only lines whose place may be another; undefined where all may
 */
export function settleLines(
  before: PlainSections,
  now: Unsettled,
  stale: ReadonlySet<number>,
  near: Pick<Run, 'first' | 'behind'> | undefined,
): boolean {
  const { slots, sections, lists } = now
  const years = changedYears(before.lists.sources, lists.sources)
  const renumbered = [...before.lists.numbers].join() !== [...lists.numbers].join()
  const redo = new Set(stale)
  for (let index = near?.first ?? 0; index < (near?.behind ?? slots.length); index++) {
    const slot = slots[index]
    if (slot?.line.span === undefined) continue
    const isListed = lists.sources.length > 0 && index >= lists.at && index < lists.behind
    const asks = slot.line.years.some((year) => years.has(year))
    if (!stale.has(index) && !asks && isListed === slot.place.isListed) continue
    redo.add(index)
    const { text, span } = slot.line
    const dated = isListed ? NOTHING_DATED : findAuthorYears(text, span, lists.sources, false)
    slots[index] = { ...slot, dated }
  }
  const cited = isCited(now)
  const everywhere = near === undefined || cited !== before.cited
  for (let index = everywhere ? 0 : near.first; index < (everywhere ? slots.length : near.behind); index++) {
    const slot = slots[index]
    if (slot === undefined) continue
    const place = placeOf(now, index, cited)
    const asks = (renumbered && slot.line.asksForNumbers) || !isSamePlace(place, slot.place)
    if (!asks && !redo.has(index)) continue
    const made = sectionOf({ ...slot, place }, lists.numbers)
    const section = sameSection(made, slot.section) ? slot.section : made
    slots[index] = { ...slot, place, section }
    sections[index] = section
  }
  return cited
}

function isCited({ slots, lists }: Unsettled): boolean {
  if (lists.sources.length === 0) return false
  const listed = new Set(lists.sources.map(({ key }) => key))
  return slots.some(({ dated }) => dated.citations.some(({ key }) => listed.has(key)))
}

function placeOf({ slots, lists }: Unsettled, index: number, cited: boolean): Place {
  const line = slots[index]?.line
  if (line?.span === undefined) return NOWHERE
  const isListed = lists.sources.length > 0 && index >= lists.at && index < lists.behind
  const counts = lists.numbers.size > 0 || cited
  const isHeading = (counts && index === lists.at) || (line.mayBeHeading && isBeforeBigLine(slots, index))
  const isTaken = counts && index > lists.at && index < lists.behind
  return { isHeading, isListed, isTaken, definition: isTaken ? lists.definitions[index - lists.at] : undefined }
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.isHeading === b.isHeading &&
  a.isListed === b.isListed &&
  a.isTaken === b.isTaken &&
  JSON.stringify(a.definition) === JSON.stringify(b.definition)

function sectionOf({ line, place, dated }: Slot, numbers: ReadonlySet<string>): Section {
  const { text, span, directive } = line
  const mask = createMask(text.length)
  const directives = directive === undefined ? [] : [directive]
  const definitions = place.definition === undefined ? [] : [place.definition]
  if (span === undefined || place.isTaken)
    return { length: text.length, prose: toProse(mask), blocks: [], citations: [], definitions, directives, code: 0 }
  const { block, citations } = readLine(text, span, mask, place.isHeading, numbers)
  for (const bracket of dated.hidden) hide(mask, bracket)
  const prose = toProse(mask)
  return {
    length: text.length,
    prose,
    blocks: hasWords(prose, block) ? [block] : [],
    citations: [...dated.citations, ...citations].sort(byPosition),
    definitions,
    directives,
    code: 0,
  }
}
