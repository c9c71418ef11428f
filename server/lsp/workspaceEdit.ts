import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver'
import type { Edit } from '../core/index.ts'
import type { Abilities } from './abilities.ts'
import type { TextWithLines } from './draftText.ts'
import { toTextEdits } from './toProtocol.ts'

/** What is to change in one file. */
export interface FileChange {
  readonly document: TextWithLines
  /** The version that the edits are for; null for a file that is not open. */
  readonly version: number | null
  readonly edits: readonly Edit[]
  /** Whether the file has to be made first. */
  readonly isNew?: true
}

/** Changes of several files as one edit, which is one step to undo; in the form that the client takes. */
export function workspaceEdit(changes: readonly FileChange[], able: Abilities): WorkspaceEdit {
  const changed = changes.filter(({ edits }) => edits.length > 0)
  if (!able.versionedEdits) {
    return {
      changes: Object.fromEntries(changed.map(({ document, edits }) => [document.uri, toTextEdits(document, edits)])),
    }
  }
  return {
    documentChanges: changed.flatMap(({ document, version, edits, isNew }) => {
      const edit: TextDocumentEdit = {
        textDocument: { uri: document.uri, version },
        edits: toTextEdits(document, edits),
      }
      return isNew ? [{ kind: 'create' as const, uri: document.uri, options: { ignoreIfExists: true } }, edit] : [edit]
    }),
  }
}
