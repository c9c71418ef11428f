import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { nodeTransport } from '../lookup/nodeTransport.ts'
import { watchFrames, watchStalls } from './frames.ts'
import { describe, guarded } from './guard.ts'
import { nodeFiles } from './nodeFiles.ts'
import { serve } from './serve.ts'
import { mail } from './turn.ts'

/** Written in by the build. */
declare const SAYS_WHO_VERSION: string

let shutDown = false

/** Ends the process: with 0 after `shutdown`, else with 1, so that the client starts another. */
function end(why?: string): void {
  if (why !== undefined) process.stderr.write(`says-who: ${why}\n`)
  process.exit(why === undefined && shutDown ? 0 : 1)
}

/** The client's stream, watched for messages that lose their frame. */
function overStdio(): [MessageReader, MessageWriter] {
  const unfinished = watchFrames(() => end('The client sent something that is no message of the protocol.'))
  const watched = watchStalls(() => end('The client sent half a message.'))
  process.stdin.on('data', (chunk: Buffer) => watched(chunk.length, unfinished(chunk)))
  process.stdin.on('end', () => end()).on('close', () => end())
  process.stdout.on('error', () => end())
  return [new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout)]
}

function overIpc(): [MessageReader, MessageWriter] {
  process.on('disconnect', () => end())
  return [new IPCMessageReader(process), new IPCMessageWriter(process)]
}

process.on('uncaughtException', (error) => end(`The server failed: ${describe(error)}`))
process.on('unhandledRejection', (error) => end(`The server failed: ${describe(error)}`))

if (process.argv.includes('--stdio') || process.argv.includes('--node-ipc')) {
  const { came, quiet } = mail()
  const [reader, writer] = process.argv.includes('--stdio') ? overStdio() : overIpc()
  const connection = createConnection(guarded(reader, writer, came), writer)
  connection.onShutdown(() => {
    shutDown = true
  })
  serve(connection, nodeFiles, nodeTransport(), SAYS_WHO_VERSION, quiet)
} else end('Say how the client talks to the server: --stdio or --node-ipc.')
