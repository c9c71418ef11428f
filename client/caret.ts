import * as vscode from 'vscode'

const COMMAND = 'saysWho.placeCaret'
/** How many fixes that were looked at keep their place: more than a menu has. */
const KEPT = 40

/**
 * Makes the commands that take the caret to a fix's blank.
 *
 * The editor forgets the arguments of a fix's command as soon as the fix has changed the draft, which is just before it runs the command. A
 * command without arguments it keeps. So each fix that is resolved gets a command of its own, which knows its place.
 */
export function keepCarets(context: vscode.ExtensionContext): (action: vscode.CodeAction) => vscode.CodeAction {
  const kept: vscode.Disposable[] = []
  let count = 0
  context.subscriptions.push({
    dispose() {
      for (const command of kept) command.dispose()
    },
  })
  return (action) => {
    const { command } = action
    if (command?.command !== COMMAND) return action
    const [uri, position] = (command.arguments ?? []) as [string, vscode.Position]
    const own = `${COMMAND}.${++count}`
    kept.push(vscode.commands.registerCommand(own, () => placeCaret(vscode.Uri.parse(uri), position)))
    if (kept.length > KEPT) kept.shift()?.dispose()
    action.command = { title: command.title, command: own }
    return action
  }
}

/** Puts the caret where the writer goes on. */
export async function placeCaret(uri: vscode.Uri, { line, character }: vscode.Position): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  const editor = shown ?? (await vscode.window.showTextDocument(uri))
  const caret = new vscode.Position(line, character)
  editor.selection = new vscode.Selection(caret, caret)
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}
