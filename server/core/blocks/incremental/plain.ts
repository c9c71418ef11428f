import { copied, type Draft, slice } from '../../text/draft.ts'
import { linesOf } from '../plain.ts'
import type { Section } from '../sections.ts'
import { lineOf } from './lines.ts'
import { findLists, type Lists } from './lists.ts'
import { NOTHING_DATED, NOWHERE, type Slot, settleLines } from './settleLines.ts'
import { alike, cutAtLines, type Edit, NO_SECTION, type Run, spliced, touchedBy, withSectionBefore } from './splice.ts'

/** A plain text in sections, one for each line, with what its lines ask the whole text for. */
export interface PlainSections {
  readonly slots: readonly Slot[]
  readonly sections: readonly Section[]
  readonly lists: Lists
  /** The first line that names a list of either kind; behind the last where none does. */
  readonly named: number
  /** Whether something cites the list of references. */
  readonly cited: boolean
  /** Which sections the last edit replaced, and by how many. */
  readonly run: Pick<Run, 'first' | 'behind'> & { readonly by: number }
}

/** A draft with nothing in it. */
export const NO_PLAIN: PlainSections = {
  slots: [],
  sections: [],
  lists: findLists([]),
  named: 0,
  cited: false,
  run: { first: 0, behind: 0, by: 0 },
}

/** Takes a plain text apart again after an edit. */
export function editPlain(before: PlainSections, draft: Draft, edit: Edit): PlainSections {
  const { first, behind, start, end } = withSectionBefore(before.sections, touchedBy(before.sections, edit))
  const part = copied(slice(draft, { start, end: end + edit.length - (edit.end - edit.start) }))
  const texts = cutAtLines(
    part,
    [...linesOf(part)].map((line) => line.start),
  )
  const removed = before.slots.slice(first, behind)
  const [front, back] = alike(removed, texts, (slot, words) => slot.line.text === words)
  const stale = new Set<number>()
  const fresh = texts.map((words, index): Slot => {
    const fromEnd = texts.length - index
    const old = index < front ? removed[index] : fromEnd <= back ? removed[removed.length - fromEnd] : undefined
    if (old !== undefined) return old
    stale.add(first + index)
    return { line: lineOf(words), place: NOWHERE, dated: NOTHING_DATED, section: NO_SECTION }
  })
  const run = { first, behind, by: fresh.length }
  const slots = spliced(before.slots, run, fresh)
  const names = ({ line }: Slot): boolean => line.namesReferences || line.namesSources
  const isSame = behind <= before.named && !removed.some(names) && !fresh.some(names)
  const by = fresh.length - removed.length
  const lists = isSame
    ? { ...before.lists, at: before.lists.at + by, behind: before.lists.behind + by }
    : findLists(slots)
  const named = isSame ? before.named + by : slots.findIndex(names)
  const sections = spliced(
    before.sections,
    run,
    fresh.map(({ section }) => section),
  )
  const now = { slots, sections, lists, named: named < 0 ? slots.length : named }
  let near = first - 1
  while (near > 0 && slots[near]?.line.span === undefined) near--
  const cited = settleLines(
    before,
    now,
    stale,
    isSame ? { first: Math.max(0, near), behind: first + fresh.length } : undefined,
  )
  return { slots, sections, lists, named: now.named, cited, run }
}
