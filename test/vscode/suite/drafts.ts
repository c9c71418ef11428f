import * as vscode from 'vscode'
import { ok } from './assert.ts'

export const EXTENSION = 'says-who.says-who'

/** The article that every draft of the suite is a copy of, as the editor shows it. */
export const PLAIN = 'venezuela-call.txt'
export const MARKDOWN = 'venezuela-call.md'

/** Waits until `look` gives something, and gives that. Throws after `ms` milliseconds, naming what was waited for. */
export async function until<T>(what: string, look: () => T | Thenable<T>, ms = 10_000): Promise<NonNullable<T>> {
  for (const end = Date.now() + ms; ; ) {
    const seen = await look()
    if (seen !== undefined && seen !== null && (seen as unknown) !== false) return seen
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
}

/** Opens a draft of the folder and gives its editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  ok(folder, 'no folder is open')
  return vscode.window.showTextDocument(vscode.Uri.joinPath(folder, name))
}

/** Brings a draft back to what is on disk. */
export async function revert(name: string): Promise<void> {
  await open(name)
  await vscode.commands.executeCommand('workbench.action.files.revert')
}

const rule = (diagnostic: vscode.Diagnostic): string | number | undefined =>
  typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code

/** The findings that the editor shows for a draft: of one rule, or of all. */
export const findings = (document: vscode.TextDocument, ofRule?: string): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'says-who' && (ofRule === undefined || rule(diagnostic) === ofRule))

/** Waits for findings of a rule, first one first. */
export async function findingsOf(document: vscode.TextDocument, ofRule?: string): Promise<vscode.Diagnostic[]> {
  const found = await until(`findings of ${ofRule ?? 'any rule'}`, () => {
    const all = findings(document, ofRule)
    return all.length > 0 ? all : undefined
  })
  return found.toSorted((a, b) => a.range.start.compareTo(b.range.start))
}

/** The first finding of a rule. */
export async function firstOf(document: vscode.TextDocument, ofRule: string): Promise<vscode.Diagnostic> {
  const [first] = await findingsOf(document, ofRule)
  ok(first, `no finding of ${ofRule}`)
  return first
}

/**
 * Waits for a quick fix whose title begins with `title`, its edit resolved. The editor answers with nothing, or with an
 * error, while some extension is still registering its own fixes; so this asks until there is one.
 */
export function fix(document: vscode.TextDocument, range: vscode.Range, title: string): Promise<vscode.CodeAction> {
  return until(`the fix "${title}"`, async () => {
    const all = await ask(document, range)
    return all.find((action) => action.title.startsWith(title))
  })
}

const ask = (document: vscode.TextDocument, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands
    .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, 'quickfix', 20)
    .then(
      (actions) => actions ?? [],
      () => [],
    )

/** Takes a fix as the editor does: its edit, then its command. */
export async function take(action: vscode.CodeAction): Promise<void> {
  ok(action.edit, `"${action.title}" has no edit`)
  ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was not applied`)
  if (action.command !== undefined)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
}
