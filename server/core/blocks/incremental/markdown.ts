import { type Draft, textIn } from '../../text/draft.ts'
import { isAfterBlankLine } from '../../text/lines.ts'
import { collectLabels, type Label, type Labels, labelsIn } from '../labels.ts'
import { NOTHING_LISTED } from '../markdown.ts'
import { BYTE_ORDER_MARK } from '../parse.ts'
import type { Section } from '../sections.ts'
import { type Cut, type Ending, endingOf, isContainer, isFree } from './cut.ts'
import { knownBeside, knownTo } from './known.ts'
import { changedMentions } from './mentions.ts'
import { type Piece, pieceOf, typeOf } from './pieces.ts'
import { findReferences, type References } from './references.ts'
import { type Front, reparse, reparseOne } from './reparse.ts'
import { NOTHING_DATED, type Slot, settle } from './settle.ts'
import { alike, type Edit, isPlainStart, NO_SECTION, type Run, spliced } from './splice.ts'

/** A Markdown draft in sections, with what its sections ask the whole draft for. */
export interface MarkdownSections {
  readonly slots: readonly Slot[]
  readonly sections: readonly Section[]
  readonly labels: Labels
  readonly front: Front
  /** Whether its front matter names a bibliography. */
  readonly bibliography: boolean
  /** Whether it cites by Pandoc's keys. */
  readonly cites: boolean
  readonly references: References
  /** Whether something cites the list of references. */
  readonly cited: boolean
  /** Which sections the last edit replaced, and by how many. */
  readonly run: Pick<Run, 'first' | 'behind'> & { readonly by: number }
}

/** What a text begins with that may be read otherwise behind a container, or at the beginning of a draft. */
const UNSURE = new Set([' ', '\t', BYTE_ORDER_MARK])

/** A draft with nothing in it. */
export const NO_MARKDOWN: MarkdownSections = {
  slots: [],
  sections: [],
  labels: collectLabels([]),
  front: 'none',
  bibliography: false,
  cites: false,
  references: { at: 0, listed: [], entries: [] },
  cited: false,
  run: { first: 0, behind: 0, by: 0 },
}

/**
 * Takes a Markdown draft apart again after an edit. Gives undefined where what it would have to parse is too tangled, and throws
 * where that is nested deeper than the stack.
 */
export function editMarkdown(before: MarkdownSections, draft: Draft, edit: Edit): MarkdownSections | undefined {
  const endingAt = (index: number): Ending => before.slots[index]?.piece.ending ?? 'closed'
  const parsed = reparse(before.sections, endingAt, textIn(draft), edit, before.front, (part, run) =>
    knownBeside(before.slots, before.labels, run, part),
  )
  if (parsed === undefined) return undefined
  const { first, behind, cuts, front } = parsed
  const run = { first, behind, by: cuts.length }
  const removed = before.slots.slice(first, behind)
  const own = cuts.map(({ nodes }) => labelsIn({ type: 'root', children: [...nodes] }))
  const labels = labelsAfter(before, run, own.flat())
  const changed = labels === before.labels ? undefined : changedMentions(before.labels, labels)
  const isStale = ({ mentions }: Piece): boolean => changed !== undefined && mentions.some((one) => changed.has(one))
  // the same text may be read otherwise beside other text, and where the front matter opens or closes
  const isSameFront = front === before.front && front !== 'open'
  const isFirm = [...cuts.map(endingOf), ...removed.map(({ piece }) => piece.ending)].every(
    (ending) => ending !== 'open',
  )
  const isBehindBlank = (index: number): boolean => {
    const lines = index > 0 ? cuts[index - 1]?.text : before.slots[first - 1]?.piece.text
    return lines === undefined || isAfterBlankLine(lines, lines.length)
  }
  const isSure = (cut: Cut, index: number): boolean =>
    isSameFront &&
    !isContainer(cut.nodes.at(-1)) &&
    ((isPlainStart(cut.text, 0) && isBehindBlank(index)) || (isFirm && !UNSURE.has(cut.text[0] ?? '')))
  const stale = new Set<number>()
  const remade = (index: number, cut: Cut, own: readonly Label[], old: Slot | undefined): Slot => {
    stale.add(index)
    return {
      piece: pieceOf(cut, own, labels),
      dated: NOTHING_DATED,
      listed: NOTHING_LISTED,
      section: old?.section ?? NO_SECTION,
    }
  }
  const [head, tail] = alike(removed, cuts, ({ piece }, cut) => piece.text === cut.text && piece.type === typeOf(cut))
  const fresh = cuts.map((cut, index) => {
    const fromEnd = cuts.length - index
    const old = index < head ? removed[index] : fromEnd <= tail ? removed[removed.length - fromEnd] : undefined
    const isKept = old !== undefined && isSure(cut, index) && !isStale(old.piece)
    return isKept ? old : remade(first + index, cut, own[index] ?? [], old)
  })
  const slots = spliced(before.slots, run, fresh)
  if (changed !== undefined)
    for (const [index, old] of slots.entries()) {
      if (!isStale(old.piece) || stale.has(index)) continue
      const { text, labels: own } = old.piece
      let from = index
      while (from > 0 && !(isApart(slots, from) && (from === index || slots[from]?.piece.ending !== 'open'))) from--
      const lead = slots
        .slice(from, index)
        .map(({ piece }) => piece.text)
        .join('')
      const next = slots[index + 1]?.piece.text ?? ''
      slots[index] = remade(index, reparseOne(lead, text, next, from === 0, knownTo(labels, text)), own, old)
    }
  const isSame =
    changed === undefined && behind <= before.references.at && ![...removed, ...fresh].some(({ piece }) => piece.titled)
  const references = isSame
    ? { ...before.references, at: before.references.at + fresh.length - removed.length }
    : findReferences(slots)
  const bibliography = slots[0]?.piece.found.bibliography ?? false
  const isKept =
    changed === undefined && bibliography === before.bibliography && !removed.some(({ piece }) => piece.keyed)
  const keyed = fresh.some(({ piece }) => piece.keyed)
  const cites = bibliography || keyed || (isKept ? before.cites : slots.some(({ piece }) => piece.keyed))
  const sections = spliced(
    before.sections,
    run,
    fresh.map(({ section }) => section),
  )
  const now = { slots, sections, labels, bibliography, cites, references }
  const cited = settle(before, now, stale, !isSame)
  return { slots, sections, labels, front, bibliography, cites, references, cited, run }
}

/** Whether a section is read the same whatever it stands behind. */
const isApart = (slots: readonly Slot[], index: number): boolean =>
  isFree(slots[index - 1]?.piece.ending ?? 'closed', slots[index]?.piece.text ?? '', 0)

/** What the draft defines after an edit: the same as before where nothing that is defined has changed. */
function labelsAfter(
  before: MarkdownSections,
  { first, behind }: MarkdownSections['run'],
  own: readonly Label[],
): Labels {
  const labelsOf = (slots: readonly Slot[]): Label[] => slots.flatMap(({ piece }) => piece.labels)
  const removed = labelsOf(before.slots.slice(first, behind))
  const [same] = alike(
    removed,
    own,
    (a, b) => a.kind === b.kind && a.identifier === b.identifier && a.value === b.value,
  )
  if (same === removed.length && same === own.length) return before.labels
  return collectLabels([...labelsOf(before.slots.slice(0, first)), ...own, ...labelsOf(before.slots.slice(behind))])
}
