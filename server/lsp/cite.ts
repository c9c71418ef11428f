import type { WorkspaceEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { additionsTo, bibliographyKind, type Citing, declaring, type Edit } from '../core/index.ts'
import { fileWithin, parentOf } from '../project/paths.ts'
import type { OpenBibliography } from './bibliographies.ts'
import type { Desk } from './desk.ts'
import type { Checked, OpenDraft } from './documents.ts'
import { type FileChange, workspaceEdit } from './workspaceEdit.ts'

/** The bibliography that is made for a draft that has none and needs one. */
const NEW_FILE = 'references.bib'

/** A change of citations as an edit of the workspace. */
export interface CitingEdit {
  readonly edit: WorkspaceEdit
  /** What it does to the draft. */
  readonly own: readonly Edit[]
}

/**
 * The edit of the workspace that a change of citations is: of the draft, and of the first of its bibliographies where entries are
 * added. A draft without one gets a new file beside it, which it then names. Undefined where no bibliography can be added to.
 */
export async function editOfCiting(
  desk: Desk,
  draft: OpenDraft,
  { sources }: Checked,
  { edits, additions }: Citing,
): Promise<CitingEdit | undefined> {
  const { document } = draft
  const own: FileChange = { document, version: document.version, edits }
  if (additions.length === 0) return { edit: workspaceEdit([own], desk.able), own: edits }
  for (const known of sources.bibliographies) {
    const added = changeOf(known, additions)
    if (added !== undefined) return { edit: workspaceEdit([own, added], desk.able), own: edits }
  }
  const uri = fileWithin(desk.libraries.rootOf(document.uri), parentOf(document.uri), NEW_FILE)
  if (uri === undefined) return undefined
  const there = await desk.bibliographies.of(uri, desk.libraries.rootOf(document.uri))
  if (there === undefined && !desk.able.createsFiles) return undefined
  const added = there === undefined ? newFile(uri, additions) : changeOf(there, additions)
  if (added === undefined) return undefined
  const named = { ...own, edits: declaring(document.getText(), NEW_FILE, edits) }
  return { edit: workspaceEdit([named, added], desk.able), own: named.edits }
}

function changeOf(
  { document, version, bibliography }: OpenBibliography,
  additions: Citing['additions'],
): FileChange | undefined {
  const edits = additionsTo(document.getText(), bibliography.kind, additions)
  return edits && { document, version, edits }
}

function newFile(uri: string, additions: Citing['additions']): FileChange | undefined {
  const kind = bibliographyKind(uri)
  const edits = kind && additionsTo('', kind, additions)
  return edits && { document: TextDocument.create(uri, 'bibtex', 0, ''), version: null, edits, isNew: true }
}
