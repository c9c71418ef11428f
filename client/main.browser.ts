import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { type Exports, start } from './start.ts'

/** The browser's own; the types of pages are left out, since this is none. */
declare const Worker: new (url: string, options: { name: string }) => object

/** Called by an editor that runs in a browser alone: the language server is a web worker. */
export function activate(context: ExtensionContext): Exports {
  const url = Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true)
  const server = () => Promise.resolve(new Worker(url, { name: 'Says Who' }))
  return start(context, 'web', (options) => new LanguageClient('saysWho', 'Says Who', server, options))
}
