import type * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { keepCarets } from './caret.ts'
import { registerCiting } from './citing/index.ts'
import { registerCommands } from './commands.ts'
import { BIBLIOGRAPHIES, DRAFTS } from './drafts.ts'
import { answerFiles } from './files.ts'
import { allowedLookUps, tellLookUps } from './lookUps.ts'
import { restarts } from './restarts.ts'
import { showStatus } from './status.ts'
import { closedDrafts } from './workspace.ts'

/** What the extension tells whoever asks for its exports. */
export interface Exports {
  /** The kind of extension host that it runs in. */
  readonly host: 'node' | 'web'
  /** Resolved once the server answers. */
  readonly ready: Promise<void>
}

/** What this client can do beyond the protocol. */
const ABLE = {
  placeCaret: true,
  insertCitation: true,
  status: true,
  checkWorkspace: true,
  projectFile: true,
  files: true,
}

/** Starts the server that `create` makes a client for, with the status, the commands and the answers that go with it. */
export function start(
  context: vscode.ExtensionContext,
  host: Exports['host'],
  create: (options: LanguageClientOptions) => BaseLanguageClient,
): Exports {
  const withCaret = keepCarets(context)
  const closed = closedDrafts()
  const client = create({
    documentSelector: [...DRAFTS, ...BIBLIOGRAPHIES],
    diagnosticCollectionName: 'says-who',
    outputChannelName: 'Says Who',
    errorHandler: restarts(),
    initializationOptions: () => ({ ...ABLE, lookUps: allowedLookUps() }),
    middleware: {
      ...closed.middleware,
      async resolveCodeAction(action, token, next) {
        const resolved = await next(action, token)
        return resolved && withCaret(resolved)
      },
    },
  })
  const log = client.outputChannel
  answerFiles(client)
  showStatus(context, client)
  registerCommands(context, client, closed)
  registerCiting(context, client)
  tellLookUps(context, client)
  context.subscriptions.push(client, log, closed)
  const ready = client.start()
  // The status says that the server is not there; the library has shown why.
  ready.catch(() => {})
  return { host, ready }
}
