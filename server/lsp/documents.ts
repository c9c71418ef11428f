import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import {
  byPosition,
  type CiteContext,
  type Composed,
  claimCount,
  composed,
  type Finding,
  findingsOf,
  followEdit,
  type Language,
  type Live,
  lasting,
  openLive,
  type Replacement,
  read,
  type Settings,
  type Span,
  settledIn,
  textIn,
} from '../core/index.ts'
import { DraftText } from './draftText.ts'
import type { Sources } from './libraries.ts'
import { fromRange } from './toProtocol.ts'

/** A draft that is open in the editor, as it is now. */
export interface OpenDraft {
  readonly document: DraftText
  /** Counts the changes, since the client's own version may go backwards. */
  revision: number
  /** What is read so far: all of the draft, or of a long one its beginning. */
  live: Live | undefined
  /** What has changed since, as one replacement. */
  pending: Replacement | undefined
  /** The reading of this revision, as far as it goes. */
  reading: Composed | undefined
  /** What was found in it by these settings, with these sources, when so much of it was read. */
  checked:
    | {
        readonly settings: Settings
        readonly sources: Sources
        readonly findings: Finding[]
        readonly length: number
      }
    | undefined
}

/** A reading of an open draft, with what the rules found in it. */
export interface Checked {
  /** For what is asked often there is a cheaper one near a place. */
  readonly reading: Composed
  /** Whether what is known at a place is so whatever of the draft is not read yet. It is of the draft as it is when it is called, so that must be at once. */
  isSettled(place: Span): boolean
  readonly findings: Finding[]
  /** How many claims the draft makes. */
  readonly claims: number
  /** What the draft can cite. */
  readonly sources: Sources
  readonly context: CiteContext
  /** Whether it was worked out just now, rather than remembered. */
  readonly fresh: boolean
}

/** Has the fitted numbers unpacked, so that the first draft need not wait for that as well. */
export function prepare(): void {
  read({ text: 'Rents rose by 12 percent, the mayor said.', language: 'plaintext' })
}

/** The drafts that are open, by their address. */
export type Drafts = Map<string, OpenDraft>

/** Takes in a draft that the editor opened. */
export function openDraft(drafts: Drafts, uri: string, languageId: string, version: number, text: string): void {
  drafts.set(uri, closedDraft(DraftText.create(uri, languageId, version, text)))
}

/** A draft of which nothing has been read yet, in the editor or not. */
export const closedDraft = (document: DraftText): OpenDraft => ({
  document,
  revision: 0,
  live: undefined,
  pending: undefined,
  reading: undefined,
  checked: undefined,
})

/** Applies changes in order, each to what the one before left, so that the draft is what the editor shows. */
export function changeDraft(
  draft: OpenDraft,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): void {
  const { document } = draft
  draft.revision++
  draft.reading = undefined
  draft.checked = undefined
  for (const change of changes) {
    const isPart = 'range' in change && change.range !== undefined
    const { start, end } = isPart ? fromRange(document, change.range) : { start: 0, end: document.length }
    document.replace({ start, end }, change.text, version)
    draft.pending = together(draft.pending, { start, end, length: change.text.length })
  }
}

/** Two replacements, the second in what the first left, as one that covers both. */
function together(first: Replacement | undefined, second: Replacement): Replacement {
  if (first === undefined) return second
  const start = Math.min(first.start, second.start)
  const replaced = first.start + first.length
  const beyond = Math.max(0, second.end - replaced)
  const end = first.end + beyond
  return { start, end, length: replaced + beyond - second.end + second.start + second.length - start }
}

/** A draft that is longer, or as much put in at once, is read slice by slice, in code units: some eight thousand words. */
const LONG = 48_000

/** How much of a long draft is read at a time, in code units: at most, and at least and at first, while the program is not yet compiled. */
const [MOST, LEAST] = [24_000, 3000]

/** How long a slice is to take, in milliseconds, so that messages are heard in between. */
const SLICE_TIME = 40

/** How much of a long draft is read at a time by this process, as fast as it has turned out to be. */
let step = LEAST

/** Reads as much as a slice, and learns from the time that it takes. */
function readSlice(length: number, read: () => void): void {
  const begun = performance.now()
  read()
  const took = Math.max(1, performance.now() - begun)
  if (length >= LEAST) step = Math.max(LEAST, Math.min(MOST, Math.round((length * SLICE_TIME) / took)))
}

/** How much of a draft is read, in code units. */
export const lengthRead = ({ live }: OpenDraft): number => (live === undefined ? 0 : textIn(live.draft).length)

/** Whether all of a draft is read, as it is now. */
export const isRead = (draft: OpenDraft): boolean =>
  draft.live !== undefined && draft.pending === undefined && lengthRead(draft) === draft.document.length

/** Reads what has changed, and where nothing has, more of what is not read yet. */
export function readOn(draft: OpenDraft): void {
  if (isRead(draft)) return
  const { document, live, pending } = draft
  const language: Language = document.languageId === 'markdown' ? 'markdown' : 'plaintext'
  draft.pending = undefined
  draft.reading = undefined
  if (pending !== undefined) draft.checked = undefined
  // what fails half-way is read from the start the next time
  draft.live = undefined
  if (live === undefined) {
    const end = sliceEnd(document, 0)
    readSlice(end, () => {
      draft.live = openLive(document.beginning(end, language), end < document.length)
    })
  } else draft.live = followed(live, document, language, pending)
}

/** Follows a change in what is known of a draft, or where there is none reads on in it. */
function followed(live: Live, document: DraftText, language: Language, pending: Replacement | undefined): Live {
  const known = textIn(live.draft).length
  const follow = (end: number, change: Replacement): void =>
    followEdit(live, document.beginning(end, language), change, end < document.length)
  if (pending === undefined) {
    const end = sliceEnd(document, known)
    const length = end - known
    readSlice(length, () => follow(end, { start: known, end: known, length }))
  } else if (pending.length > LONG && pending.start <= known) {
    // what is pasted is read like a draft that is opened, and what stands behind it again
    const end = sliceEnd(document, pending.start)
    const length = end - pending.start
    follow(end, { start: pending.start, end: known, length })
  } else if (pending.start <= known) {
    const end = Math.min(pending.end, known)
    const now = known + pending.length - (end - pending.start)
    follow(now, { start: pending.start, end, length: pending.length })
  }
  return live
}

/** Where a slice of a draft that begins at `from` ends: at the end of a line where there is one. */
function sliceEnd(document: DraftText, from: number): number {
  if (document.length <= LONG || document.length - from <= 2 * step) return document.length
  const { next } = document.linesAround(from + step)
  if (next <= from + 2 * step) return next
  // a line without an end is read again with every slice, so it is doubled
  return Math.min(document.length, from + Math.max(step, from - document.linesAround(from).start))
}

/**
 * What is read of a draft, and checked once for the same settings and sources.
 *
 * @param atHand whether, while more of it is read, findings will do that were found when less was: they last
 */
export function checkedBy(draft: OpenDraft, settings: Settings, sources: Sources, atHand = false): Checked {
  if (draft.live === undefined || draft.pending !== undefined) readOn(draft)
  const live = draft.live as Live
  draft.reading ??= composed(live)
  const { reading } = draft
  const { context } = sources
  const length = lengthRead(draft)
  const isBehind = draft.checked?.length !== length && !(atHand && !isRead(draft))
  const fresh = draft.checked?.settings !== settings || draft.checked.sources !== sources || isBehind
  if (fresh) {
    // no text holds a NUL: whatever else a binary file holds is no claim
    const isText = !draft.document.hasNul
    const all = isText ? findingsOf(live, reading, settings, context.library) : []
    const found = isRead(draft) ? all : lasting(live, all)
    const findings = sources.findings.length === 0 ? found : [...sources.findings, ...found].sort(byPosition)
    draft.checked = { settings, sources, findings, length }
  }
  return {
    reading,
    isSettled: (place) => isRead(draft) || settledIn(live)(place),
    findings: draft.checked?.findings ?? [],
    claims: claimCount(live),
    sources,
    context,
    fresh,
  }
}
