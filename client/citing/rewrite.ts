import * as vscode from 'vscode'
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient'
import { applyChange, whyFixed } from './apply.ts'
import { messageOf } from './lookUp.ts'
import type { Place } from './requests.ts'

/** A change of the whole draft that the server offers under a kind of its own. */
interface Rewrite {
  readonly kind: string
  /** What is said where there is nothing to change. */
  readonly nothing: string
  /** The question which of several; undefined where there is one at most. */
  readonly question?: string
}

export const CONVERT: Rewrite = {
  kind: 'refactor.rewrite.convert',
  nothing: 'This draft cites nothing that could be cited in another style.',
  question: 'Everything that this draft cites, in another style',
}

export const RENUMBER: Rewrite = {
  kind: 'source.fixAll.saysWho',
  nothing: 'The notes are numbered in the order of the text.',
}

/** Makes one of the changes that the server offers for a draft. */
export async function rewrite(client: BaseLanguageClient, { document, range }: Place, wanted: Rewrite): Promise<void> {
  try {
    const offered = await client.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      range: client.code2ProtocolConverter.asRange(range),
      context: { diagnostics: [], only: [wanted.kind] },
    })
    const actions = (offered ?? []).filter(({ kind }) => kind === wanted.kind)
    const sorry = whyFixed(document) ?? (actions.length === 0 ? wanted.nothing : undefined)
    if (sorry !== undefined) {
      vscode.window.showInformationMessage(sorry)
      return
    }
    const chosen = wanted.question === undefined ? actions[0] : await chooseOne(actions, wanted.question)
    if (chosen === undefined) return
    const { version } = document
    const { edit, disabled } = await client.sendRequest<CodeAction>('codeAction/resolve', chosen)
    if (edit === undefined || document.version !== version)
      vscode.window.showErrorMessage(disabled?.reason ?? 'The draft was changed meanwhile; try again.')
    else await applyChange(client, document, edit)
  } catch (error) {
    vscode.window.showErrorMessage(messageOf(error))
  }
}

async function chooseOne(actions: readonly CodeAction[], placeHolder: string): Promise<CodeAction | undefined> {
  const items = actions.map((action) => ({ label: action.title, action }))
  return (await vscode.window.showQuickPick(items, { title: 'Convert Citations', placeHolder }))?.action
}
