import * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { keepCarets } from './caret.ts'
import { registerCommands } from './commands.ts'
import { DRAFTS } from './drafts.ts'
import { allowedLookUps, tellLookUps } from './lookUps.ts'
import { showStatus } from './status.ts'

const PROJECT_FILE = '.says-who.json'

/** What the extension tells whoever asks for its exports. */
export interface Exports {
  /** The kind of extension host that it runs in. */
  readonly host: 'node' | 'web'
  /** Resolved once the server answers. */
  readonly ready: Promise<void>
}

/** Starts the server that `create` makes a client for, with the status, the commands and the answers that go with it. */
export function start(
  context: vscode.ExtensionContext,
  host: Exports['host'],
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Exports {
  const withCaret = keepCarets(context)
  const client = create({
    documentSelector: DRAFTS,
    diagnosticCollectionName: 'says-who',
    outputChannelName: 'Says Who',
    initializationOptions: () => ({ placeCaret: true, status: true, projectFile: true, lookUps: allowedLookUps() }),
    middleware: {
      async resolveCodeAction(action, token, next) {
        const resolved = await next(action, token)
        return resolved && withCaret(resolved)
      },
    },
  })
  const log = client.outputChannel
  client.onRequest('saysWho/projectFile', readProjectFile)
  showStatus(context, client)
  registerCommands(context, client)
  tellLookUps(context, client)
  context.subscriptions.push(client, log)
  const ready = client.start()
  // The status says that the server is not there; the library has shown why.
  ready.catch(() => {})
  return { host, ready }
}

/** Reads the project file of a folder through the editor, which knows folders that are on no disk. */
async function readProjectFile({ folder }: { folder: string }): Promise<{ text?: string }> {
  try {
    const uri = vscode.Uri.joinPath(vscode.Uri.parse(folder), PROJECT_FILE)
    return { text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }
  } catch {
    return {}
  }
}
