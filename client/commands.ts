import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { ClosedDrafts } from './workspace.ts'

const PROBLEMS = 'Show Problems'

/** How long a word in the status bar stays, in milliseconds. */
const SHOWN = 4000

/** Registers what can be chosen from the command palette. */
export function registerCommands(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  closed: ClosedDrafts,
): void {
  const commands: Readonly<Record<string, () => unknown>> = {
    'saysWho.nextUnsourcedClaim': () => goToClaim('next'),
    'saysWho.previousUnsourcedClaim': () => goToClaim('previous'),
    'saysWho.checkWorkspace': () => checkWorkspace(client, closed),
    'saysWho.clearWorkspace': () => closed.clear(),
    'saysWho.showServerLog': () => client.outputChannel.show(),
    'saysWho.restartServer': () => restart(client),
  }
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(name, run))
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.needsStop()) await client.stop()
  await client.start()
}

/** Finds what is in all drafts of the workspace, and says how much that is. Gives it as well. */
async function checkWorkspace(client: BaseLanguageClient, closed: ClosedDrafts) {
  const found = await closed.check(client)
  if (found === undefined) return undefined
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`
  const said = `Says Who: ${count(found.findings, 'finding')} in ${count(found.drafts, 'draft')} that were not open.`
  vscode.window.showInformationMessage(said, PROBLEMS).then((chosen) => {
    if (chosen === PROBLEMS) vscode.commands.executeCommand('workbench.actions.view.problems')
  })
  return found
}

/** Selects the claim without a source that comes next, or before, in the draft; after the last comes the first. */
function goToClaim(direction: 'next' | 'previous'): void {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const claims = unsourcedClaims(editor.document.uri)
  const at = editor.selection.start
  const found =
    direction === 'next'
      ? (claims.find(({ start }) => start.isAfter(at) || (start.isEqual(at) && editor.selection.isEmpty)) ?? claims[0])
      : (claims.findLast(({ start }) => start.isBefore(at)) ?? claims.at(-1))
  if (found === undefined) {
    vscode.window.setStatusBarMessage('Says Who: every claim that needs a source has one.', SHOWN)
    return
  }
  select(editor, new vscode.Selection(found.start, found.end))
}

const unsourcedClaims = (uri: vscode.Uri): vscode.Range[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(
      ({ source, code }) =>
        source === 'says-who' && (typeof code === 'object' ? code.value : code) === 'unsourced-claim',
    )
    .map(({ range }) => range)
    .sort((a, b) => a.start.compareTo(b.start))

function select(editor: vscode.TextEditor, selection: vscode.Selection): void {
  editor.selection = selection
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}
