import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'

const SETTING = 'saysWho.lookUps'

export function describeLookUps(): void {
  describe('look-ups', () => {
    it('are off, and no workspace can switch them on', async () => {
      const configuration = vscode.workspace.getConfiguration()
      equal(JSON.stringify(configuration.get(SETTING)), '[]', 'look-ups that are allowed')
      let refused = false
      await configuration.update(SETTING, ['doi'], vscode.ConfigurationTarget.Workspace).then(undefined, () => {
        refused = true
      })
      ok(refused, 'a workspace could set what may be looked up')
    })

    it('are switched on by the person', async () => {
      const set = (value: string[] | undefined) =>
        vscode.workspace.getConfiguration().update(SETTING, value, vscode.ConfigurationTarget.Global)
      await set(['doi'])
      equal(JSON.stringify(vscode.workspace.getConfiguration().inspect(SETTING)?.globalValue), '["doi"]', 'allowed')
      await set(undefined)
    })
  })
}
