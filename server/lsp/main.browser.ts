import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { browserTransport } from '../lookup/browserTransport.ts'
import { noFiles } from './files.ts'
import { guarded } from './guard.ts'
import { mail } from './turn.ts'

/** Written in by the build. */
declare const SAYS_WHO_VERSION: string

/** The worker itself; the types of pages are left out, since this is none. */
const worker = globalThis as unknown as {
  onmessage: ((event: { readonly data: string }) => void) | null
  importScripts(address: string): void
  postMessage(message: object): void
  addEventListener(event: 'error' | 'unhandledrejection', hear: () => void): void
  close(): void
}

/** The last message of a worker that fails: a client is not told that one has ended, and would wait for it. */
const FAILED = { jsonrpc: '2.0', method: 'saysWho/failed' }

for (const event of ['error', 'unhandledrejection'] as const)
  worker.addEventListener(event, () => {
    worker.postMessage(FAILED)
    worker.close()
  })

// The first message is the address of the core, which the worker shares with the server on Node; only then can the rest be loaded.
// The client's messages are heard from the same turn on, so that none is lost.
worker.onmessage = ({ data }) => {
  worker.importScripts(data)
  const { came, quiet } = mail()
  const writer = new BrowserMessageWriter(worker)
  const reader = guarded(new BrowserMessageReader(worker), writer, came)
  const connection = createConnection(reader, writer)
  connection.onExit(() => worker.close())
  // A worker has no disk: the client reads the files.
  import('./serve.ts').then(({ serve }) => serve(connection, noFiles, browserTransport(), SAYS_WHO_VERSION, quiet))
}
