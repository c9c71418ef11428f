import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'
import { EXTENSION, findings, findingsOf, firstOf, fix, open, PLAIN, revert, take, until } from './drafts.ts'

const offsetOf = (editor: vscode.TextEditor): number => editor.document.offsetAt(editor.selection.start)

export function describeCommands(): void {
  describe('an editor at work', () => {
    let editor: vscode.TextEditor

    beforeEach(async () => {
      editor = await open(PLAIN)
      await findingsOf(editor.document, 'unsourced-claim')
    })

    afterEach(() => revert(PLAIN))

    it('suppresses a finding with a reason', async () => {
      const { document } = editor
      const finding = await firstOf(document, 'unsourced-claim')
      const words = document.getText(finding.range)
      await take(await fix(document, finding.range, 'Leave it: own reporting'))
      ok(document.getText().includes('says-who-disable-next-line unsourced-claim: own reporting'), document.getText())
      await until('the finding to go', () =>
        findings(document, 'unsourced-claim').every((other) => document.getText(other.range) !== words),
      )
      equal(findings(document, 'unused-suppression').length, 0, 'unused suppressions')
    })

    it('switches a rule off, and on again', async () => {
      const { document } = editor
      const rules = vscode.workspace.getConfiguration('saysWho.rules', document.uri)
      await rules.update('unsourced-claim', 'off', vscode.ConfigurationTarget.Global)
      await until('the findings to go', () => findings(document, 'unsourced-claim').length === 0)
      ok(findings(document).length > 0, 'the findings of other rules went too')
      await rules.update('unsourced-claim', undefined, vscode.ConfigurationTarget.Global)
      await findingsOf(document, 'unsourced-claim')
    })

    it('goes to the next unsourced claim, round the end, and back', async () => {
      const { document } = editor
      editor.selection = new vscode.Selection(0, 0, 0, 0)
      const seen: number[] = []
      const count = (await findingsOf(document, 'unsourced-claim')).length
      for (let turn = 0; turn < count + 1; turn++) {
        const from = offsetOf(editor)
        await vscode.commands.executeCommand('saysWho.nextUnsourcedClaim')
        if (count > 1 || turn === 0) await until('the selection to move', () => offsetOf(editor) !== from || from === 0)
        seen.push(offsetOf(editor))
      }
      equal(seen.at(-1), seen[0], 'after the last comes the first; the places')
      await vscode.commands.executeCommand('saysWho.previousUnsourcedClaim')
      await until('the last one again', () => offsetOf(editor) === seen.at(-2))
    })

    it('restarts the server', async () => {
      const { document } = editor
      const before_ = findings(document).length
      await vscode.commands.executeCommand('saysWho.restartServer')
      await until('the same findings', () => findings(document).length === before_)
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'He is a thief [citation needed]. '))
      await findingsOf(document, 'citation-needed')
    })

    it('says how it is contributed', () => {
      const commands = vscode.extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands as {
        category: string
      }[]
      ok(
        commands.length > 0 && commands.every((command) => command.category === 'Says Who'),
        'commands of another category',
      )
    })
  })
}
