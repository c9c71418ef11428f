import * as vscode from 'vscode'
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient'
import { keep } from './keep.ts'

const NOT_CHANGED = 'The draft could not be changed; is it or its bibliography read-only?'

export const FIXED = 'This draft is read-only; save a copy of it to cite there.'

/** Why a document cannot be changed at all, as a sentence; undefined where it can. */
export const whyFixed = ({ uri }: vscode.TextDocument): string | undefined =>
  vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false ? FIXED : undefined

/**
 * Makes a change of a draft and of its bibliography as one step to undo. A bibliography with nothing unsaved in it is saved, since
 * other programs read it from the disk; the draft is left for the person to save. Gives whether the change was made, and says so
 * where it was not.
 */
export async function applyChange(
  client: BaseLanguageClient,
  draft: vscode.TextDocument,
  change: WorkspaceEdit,
): Promise<boolean> {
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(change)
  const others = edit.entries().flatMap(([uri]) => (uri.toString() === draft.uri.toString() ? [] : [uri]))
  const unsaved = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString())
  const done = await Promise.resolve(vscode.workspace.applyEdit(edit)).catch(() => false)
  if (!done) {
    vscode.window.showErrorMessage(NOT_CHANGED)
    return false
  }
  for (const uri of others.filter((one) => !unsaved.includes(one.toString()))) await keep(client, uri).catch(() => {})
  return true
}
