import { type ExtensionContext, Uri } from 'vscode'
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type DataCallback,
  type Disposable,
  LanguageClient,
} from 'vscode-languageclient/browser'
import { type Exports, start } from './start.ts'

/** The browser's own; the types of pages are left out, since this is none. */
declare const Worker: new (
  url: string,
  options: { name: string },
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { postMessage(message: string): void }

/** What a worker says last of all where it has failed. */
const FAILED = 'saysWho/failed'

/** Reads what a worker says, and closes where it has failed: nothing else would tell, so that nobody would start another. */
class WorkerReader extends BrowserMessageReader {
  override listen(hear: DataCallback): Disposable {
    return super.listen((message) => {
      if ('method' in message && message.method === FAILED) this.fireClose()
      else hear(message)
    })
  }
}

/** Called by an editor that runs in a browser alone: the language server is a web worker. */
export function activate(context: ExtensionContext): Exports {
  const addressOf = (file: string) => Uri.joinPath(context.extensionUri, 'dist', file).toString(true)
  // The editor's extension host has a class Worker of its own, which the library does not know for one; so it gets the two
  // ends of the worker instead. Each start asks for a new one.
  const server = () => {
    const worker = new Worker(addressOf('server.browser.js'), { name: 'Says Who' })
    worker.postMessage(addressOf('core.js'))
    return Promise.resolve({ reader: new WorkerReader(worker), writer: new BrowserMessageWriter(worker) })
  }
  return start(context, 'web', (options) => new LanguageClient('saysWho', 'Says Who', server, options))
}
