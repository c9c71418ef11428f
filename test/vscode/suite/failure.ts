import * as vscode from 'vscode'
import { ok } from './assert.ts'

/** The runner proves that it notices failures: it puts this file beside the drafts, and expects the suite to fail. */
export async function failureIsWanted(): Promise<boolean> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  ok(folder, 'no folder is open')
  const entries = await vscode.workspace.fs.readDirectory(folder)
  return entries.some(([name]) => name === 'fail-on-purpose')
}

export function describeFailure(): void {
  describe('the harness', () => {
    it('notices a test that fails', () => ok(false, 'on purpose'))
  })
}
