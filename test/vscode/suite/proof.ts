import * as vscode from 'vscode'

/** The runner proves that it notices failures: it puts this file beside the drafts and expects the suite to fail. */
export async function describeProof(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (folder === undefined) throw new Error('The suite needs a folder of drafts')
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name)
  if (names.includes('fail-on-purpose'))
    describe('the harness', () => {
      it('notices a test that fails', () => {
        throw new Error('on purpose')
      })
    })
}
