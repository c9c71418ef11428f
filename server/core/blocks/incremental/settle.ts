import { findDated, type Listed, NOTHING_LISTED, takeApart } from '../markdown.ts'
import { toMask } from '../mask.ts'
import type { Section } from '../sections.ts'
import type { MarkdownSections } from './markdown.ts'
import { entriesOf, type Piece } from './pieces.ts'
import { changedYears, listedIn } from './references.ts'
import { sameSection } from './splice.ts'

/** A section with what it was made from. */
export interface Slot {
  readonly piece: Piece
  /** What it cites by author and year. */
  readonly dated: ReturnType<typeof findDated>
  /** Which of its passages stand in what could be the list of references. */
  readonly listed: Listed
  readonly section: Section
}

export const NOTHING_DATED: Slot['dated'] = { citations: [], hidden: [] }

interface Unsettled extends Omit<MarkdownSections, 'slots' | 'sections' | 'front' | 'cited' | 'run'> {
  readonly slots: Slot[]
  readonly sections: Section[]
}

/**
 * Makes the sections whose pieces are new, and those that get another answer from the draft than before. A section that turns
 * out the same stays the same object. Gives whether something cites the list of references.
 *
 * @param stale the places of new pieces
 * @param everywhere whether the list of references may have changed
 */
export function settle(
  before: MarkdownSections,
  now: Unsettled,
  stale: ReadonlySet<number>,
  everywhere: boolean,
): boolean {
  const { slots, sections, references, bibliography, cites } = now
  const years = everywhere ? changedYears(before.references.entries, references.entries) : new Set()
  const declared = bibliography !== before.bibliography
  const keys = cites !== before.cites
  const redo = new Set(stale)
  for (const index of everywhere || declared ? slots.keys() : stale) {
    const slot = slots[index]
    if (slot === undefined) continue
    const listed = listedIn(references, index)
    const moved = listed.from !== slot.listed.from || listed.to !== slot.listed.to
    const asks = slot.piece.years.length > 0 && (declared || slot.piece.years.some((year) => years.has(year)))
    if (!moved && !asks && !stale.has(index)) continue
    const { shown, found } = slot.piece
    slots[index] = { ...slot, listed, dated: findDated(shown, found, listed, references.entries, bibliography) }
    redo.add(index)
  }
  const cited = isCited(now)
  const turned = cited !== before.cited
  for (const index of keys || turned ? slots.keys() : redo) {
    const slot = slots[index]
    if (slot === undefined) continue
    const asks = (keys && slot.piece.asksForKeys) || (turned && slot.listed !== NOTHING_LISTED)
    if (!asks && !redo.has(index)) continue
    const made = sectionOf(slot, now, cited)
    const section = sameSection(made, slot.section) ? slot.section : made
    slots[index] = { ...slot, section }
    sections[index] = section
  }
  return cited
}

function isCited({ slots, references }: Unsettled): boolean {
  if (references.entries.length === 0) return false
  const listed = new Set(references.entries.map(({ key }) => key))
  return slots.some(({ dated }) => dated.citations.some(({ key }) => listed.has(key)))
}

function sectionOf({ piece, dated, listed }: Slot, { cites, labels }: Unsettled, cited: boolean): Section {
  const { text, shown, found } = piece
  const range = cited ? listed : NOTHING_LISTED
  const sources = range === NOTHING_LISTED ? [] : entriesOf(piece).slice(range.from, range.to)
  const entries = sources.flatMap(({ source }) => (source === undefined ? [] : [source]))
  const read = takeApart(shown, text, toMask(shown), found, dated, {
    cites,
    names: labels.names,
    listed: range,
    entries,
  })
  return { length: text.length, ...read, prose: read.prose === shown ? shown : read.prose }
}
