import * as vscode from 'vscode'
import { type BaseLanguageClient, FileChangeType } from 'vscode-languageclient'

/** How long after a step back or forward its file is saved, so that a key held down saves it once, in milliseconds. */
const PAUSE = 200

/** The files that were saved for a step, by address, and which of them are being saved. */
const kept = new Set<string>()
const saving = new Set<string>()

/** Saves a file that a step has changed, and from then on whenever that step is undone or done again. */
export async function keep(client: BaseLanguageClient, uri: vscode.Uri): Promise<void> {
  kept.add(uri.toString())
  await save(client, await vscode.workspace.openTextDocument(uri))
}

/** Saves such files when a step is undone or done again, unless somebody has them in front of them. */
export function keepSaved(client: BaseLanguageClient): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>()
  const later = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document))
    const saveNow = (): void => {
      waiting.delete(document)
      save(client, document).catch(() => {})
    }
    waiting.set(document, setTimeout(saveNow, PAUSE))
  }
  const listener = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    const isShown = vscode.window.visibleTextEditors.some((editor) => editor.document === document)
    if (reason !== undefined && !isShown && kept.has(document.uri.toString())) later(document)
  })
  return vscode.Disposable.from(listener, new vscode.Disposable(() => waiting.forEach(clearTimeout)))
}

/**
 * Saves a document, and again as long as it was changed meanwhile. The server is told at once, since the editor may have closed the
 * document before the disk held what it said, and tells of files a while later.
 */
async function save(client: BaseLanguageClient, document: vscode.TextDocument): Promise<void> {
  const name = document.uri.toString()
  if (saving.has(name)) return
  saving.add(name)
  try {
    for (let version: number | undefined; version !== document.version; ) {
      version = document.version
      const text = document.getText()
      await document.save()
      if (version !== document.version && !document.isDirty) await writeOver(document, text)
    }
  } finally {
    saving.delete(name)
    const changes = [{ uri: client.code2ProtocolConverter.asUri(document.uri), type: FileChangeType.Changed }]
    client.sendNotification('workspace/didChangeWatchedFiles', { changes }).catch(() => {})
  }
}

/**
 * Writes a document that its editor wrongly takes for saved: while it was written, a step brought it back to what had been saved
 * before, and the editor does not know yet that the disk holds something else. What others wrote meanwhile is left alone.
 */
async function writeOver(document: vscode.TextDocument, written: string): Promise<void> {
  const { uri, encoding } = document
  const onDisk = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding })
  if (onDisk !== written || onDisk === document.getText()) return
  await vscode.workspace.fs.writeFile(uri, await vscode.workspace.encode(document.getText(), { encoding }))
}
