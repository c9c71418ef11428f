import * as vscode from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'

const SETTING = 'saysWho.lookUps'

/**
 * What may be looked up: what the person at this machine has said in their own settings, and nothing in a workspace that is
 * not trusted. The editor lets no workspace set this; the values of workspaces are left out here all the same.
 */
export function allowedLookUps(): unknown[] {
  const mine = vscode.workspace.getConfiguration().inspect<unknown>(SETTING)?.globalValue
  return vscode.workspace.isTrusted && Array.isArray(mine) ? mine : []
}

/** Tells the server what may be looked up whenever that changes. */
export function tellLookUps(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const tell = (): void => {
    if (client.isRunning())
      client.sendNotification('saysWho/allowLookUps', { lookUps: allowedLookUps() }).catch(() => {})
  }
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(SETTING) && tell()),
    vscode.workspace.onDidGrantWorkspaceTrust(tell),
    client.onDidChangeState(({ newState }) => newState === State.Running && tell()),
  )
}
