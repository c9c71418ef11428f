import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Exports, start } from './start.ts'

/** Called by the desktop editor, or by its server half: the language server is a process of its own. */
export function activate(context: ExtensionContext): Exports {
  const module = context.asAbsolutePath('dist/server.node.js')
  const server = { module, transport: TransportKind.ipc }
  return start(context, 'node', (options) => new LanguageClient('saysWho', 'Says Who', server, options))
}
