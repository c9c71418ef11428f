import * as vscode from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { DRAFTS } from './drafts.ts'

/** What the server says of one version of a draft. */
interface DraftStatus {
  readonly uri: string
  readonly claims: number
  readonly open: number
}

const NEXT = { command: 'saysWho.nextUnsourcedClaim', title: 'Next' }
const LOG = { command: 'saysWho.showServerLog', title: 'Show Server Log' }

/** Keeps one item in the language status: how many claims the draft in front makes, and how many are open. */
export function showStatus(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const known = new Map<string, DraftStatus>()
  const item = vscode.languages.createLanguageStatusItem('saysWho.status', DRAFTS)
  item.name = 'Says Who'

  const show = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri
    const status = uri && known.get(client.code2ProtocolConverter.asUri(uri))
    const dead = client.state === State.Stopped || client.state === State.StartFailed
    item.busy = !dead && (client.state === State.Starting || (uri !== undefined && status === undefined))
    item.severity = dead ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information
    item.text = dead
      ? 'Says Who: not running'
      : uri === undefined
        ? // an editor keeps the text of a very large file to itself
          'Says Who: not read'
        : status === undefined
          ? 'Says Who: reading'
          : `Says Who: ${count(status)}`
    item.command = dead ? LOG : NEXT
  }
  show()
  context.subscriptions.push(
    item,
    client.onNotification('saysWho/status', (status: DraftStatus) => {
      known.set(status.uri, status)
      show()
    }),
    client.onDidChangeState(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) =>
      known.delete(client.code2ProtocolConverter.asUri(document.uri)),
    ),
  )
}

const count = ({ claims, open }: DraftStatus): string => `${claims} ${claims === 1 ? 'claim' : 'claims'}, ${open} open`
