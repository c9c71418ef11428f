import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { browserTransport } from '../lookup/browserTransport.ts'
import { noFiles } from './files.ts'
import { guarded } from './guard.ts'
import { serve } from './serve.ts'

/** Written in by the build. */
declare const SAYS_WHO_VERSION: string

/** The worker itself; the types of pages are left out, since this is none. */
const worker = globalThis as unknown as { close(): void }
const writer = new BrowserMessageWriter(worker)
const reader = guarded(new BrowserMessageReader(worker), writer)
const connection = createConnection(reader, writer)
connection.onExit(() => worker.close())

// A worker has no disk: the client reads the files.
serve(connection, noFiles, browserTransport(), SAYS_WHO_VERSION)
