import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { check, type Finding, type Reading, read, type Settings } from '../core/index.ts'
import { inside } from './toProtocol.ts'

/** A draft that is open in the editor, as it is now. */
export interface OpenDraft {
  readonly document: TextDocument
  /** Counts the changes, since the client's own version may go backwards. */
  revision: number
  /** What was read of this revision. */
  reading: Reading | undefined
  /** What was found in that reading by these settings. */
  checked: { readonly settings: Settings; readonly findings: Finding[] } | undefined
}

/** A reading of an open draft, with what the rules found in it. */
export interface Checked {
  readonly reading: Reading
  readonly findings: Finding[]
  /** Whether it was worked out just now, rather than remembered. */
  readonly fresh: boolean
}

/** The drafts that are open, by their address. */
export type Drafts = Map<string, OpenDraft>

/** Takes in a draft that the editor opened. */
export function openDraft(drafts: Drafts, uri: string, languageId: string, version: number, text: string): void {
  const document = TextDocument.create(uri, languageId, version, text)
  drafts.set(uri, { document, revision: 0, reading: undefined, checked: undefined })
}

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

/** Reads a draft once a revision, and checks it once for the same settings. */
export function checkedBy(draft: OpenDraft, settings: Settings): Checked {
  const { document } = draft
  draft.reading ??= read({
    text: document.getText(),
    language: document.languageId === 'markdown' ? 'markdown' : 'plaintext',
  })
  const fresh = draft.checked?.settings !== settings
  if (fresh) draft.checked = { settings, findings: check(draft.reading, settings) }
  return { reading: draft.reading, findings: draft.checked?.findings ?? [], fresh }
}
