import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'
import { findings, findingsOf, MARKDOWN, open, PLAIN, until } from './drafts.ts'

const addressOf = (name: string): vscode.Uri => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  ok(folder, 'no folder is open')
  return vscode.Uri.joinPath(folder, name)
}

const shown = (name: string): number =>
  vscode.languages.getDiagnostics(addressOf(name)).filter(({ source }) => source === 'says-who').length

export function describeWorkspace(): void {
  describe('all drafts of the workspace', () => {
    const closeAll = () => vscode.commands.executeCommand('workbench.action.closeAllEditors')

    after(async () => {
      await vscode.commands.executeCommand('saysWho.clearWorkspace')
      await closeAll()
    })

    it('are checked when somebody asks, and not before', async () => {
      await closeAll()
      await until('the findings to go with their drafts', () => shown(PLAIN) + shown(MARKDOWN) === 0, 15_000)
      const found = await vscode.commands.executeCommand<{ findings: number; drafts: number }>('saysWho.checkWorkspace')
      ok(found.drafts >= 2, `${found.drafts} drafts`)
      await until('the findings of drafts that are closed', () => shown(PLAIN) > 0 && shown(MARKDOWN) > 0)
      ok(found.findings >= shown(PLAIN) + shown(MARKDOWN), `${found.findings} findings`)
    })

    it('are listed once, open or closed again', async () => {
      const count = shown(MARKDOWN)
      const { document } = await open(MARKDOWN)
      await findingsOf(document)
      await until('the same findings', () => findings(document).length === count)
      await closeAll()
      await until('the findings to stay', () => shown(MARKDOWN) === count)
    })

    it('are no longer listed when somebody has had enough', async () => {
      await vscode.commands.executeCommand('saysWho.clearWorkspace')
      equal(shown(PLAIN) + shown(MARKDOWN), 0, 'findings')
    })
  })
}
