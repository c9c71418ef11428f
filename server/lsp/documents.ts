import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { byPosition, type CiteContext, check, type Finding, type Reading, read, type Settings } from '../core/index.ts'
import type { Sources } from './libraries.ts'
import { inside } from './toProtocol.ts'

/** A draft that is open in the editor, as it is now. */
export interface OpenDraft {
  readonly document: TextDocument
  /** Counts the changes, since the client's own version may go backwards. */
  revision: number
  /** What was read of this revision. */
  reading: Reading | undefined
  /** What was found in that reading by these settings, with these sources. */
  checked: { readonly settings: Settings; readonly sources: Sources; readonly findings: Finding[] } | undefined
}

/** A reading of an open draft, with what the rules found in it. */
export interface Checked {
  readonly reading: Reading
  readonly findings: Finding[]
  /** What the draft can cite. */
  readonly sources: Sources
  readonly context: CiteContext
  /** Whether it was worked out just now, rather than remembered. */
  readonly fresh: boolean
}

/** The drafts that are open, by their address. */
export type Drafts = Map<string, OpenDraft>

/** Takes in a draft that the editor opened. */
export function openDraft(drafts: Drafts, uri: string, languageId: string, version: number, text: string): void {
  drafts.set(uri, closedDraft(TextDocument.create(uri, languageId, version, text)))
}

/** A draft of which nothing has been read yet, in the editor or not. */
export const closedDraft = (document: TextDocument): OpenDraft => ({
  document,
  revision: 0,
  reading: undefined,
  checked: undefined,
})

/** Applies changes in order, each to what the one before left, so that the draft is what the editor shows. */
export function changeDraft(
  draft: OpenDraft,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
): void {
  draft.revision++
  draft.reading = undefined
  draft.checked = undefined
  for (const change of changes) TextDocument.update(draft.document, [inside(draft.document, change)], version)
}

/** Reads a draft once a revision, and checks it once for the same settings and sources. */
export function checkedBy(draft: OpenDraft, settings: Settings, sources: Sources): Checked {
  const reading = readingOf(draft)
  const { context } = sources
  const fresh = draft.checked?.settings !== settings || draft.checked.sources !== sources
  if (fresh) {
    const findings = [...sources.findings, ...check(reading, settings, context.library)].sort(byPosition)
    draft.checked = { settings, sources, findings }
  }
  return { reading, findings: draft.checked?.findings ?? [], sources, context, fresh }
}

/** The reading of a draft as it is, read once. */
export function readingOf(draft: OpenDraft): Reading {
  const { document } = draft
  draft.reading ??= read({
    text: document.getText(),
    language: document.languageId === 'markdown' ? 'markdown' : 'plaintext',
  })
  return draft.reading
}
