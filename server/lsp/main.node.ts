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
import { watchFrames } from './frames.ts'
import { describe, guarded } from './guard.ts'
import { nodeFiles } from './nodeFiles.ts'
import { serve } from './serve.ts'

/** Written in by the build. */
declare const SAYS_WHO_VERSION: string

/** How long a message may stay unfinished with nothing more of it coming, in milliseconds. */
const STALLED = 1000

let shutDown = false

/** Ends the process: with 0 after `shutdown`, else with 1, so that the client starts another. */
function end(why?: string): void {
  if (why !== undefined) process.stderr.write(`says-who: ${why}\n`)
  process.exit(why === undefined && shutDown ? 0 : 1)
}

/** The client's stream, watched for messages that lose their frame. */
function overStdio(): [MessageReader, MessageWriter] {
  let stalled: NodeJS.Timeout | undefined
  let chunks = 0
  const unfinished = watchFrames(() => end('The client sent something that is no message of the protocol.'))
  process.stdin.on('data', (chunk: Buffer) => {
    const seen = ++chunks
    clearTimeout(stalled)
    if (!unfinished(chunk)) return
    // After a long reading the timer fires before what came meanwhile is heard; so it looks once more.
    const giveUp = (): void => {
      if (chunks === seen) end('The client sent half a message.')
    }
    stalled = setTimeout(() => setTimeout(() => setImmediate(giveUp), 1), STALLED)
  })
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
  const [reader, writer] = process.argv.includes('--stdio') ? overStdio() : overIpc()
  const connection = createConnection(guarded(reader, writer), writer)
  connection.onShutdown(() => {
    shutDown = true
  })
  serve(connection, nodeFiles, nodeTransport(), SAYS_WHO_VERSION)
} else end('Say how the client talks to the server: --stdio or --node-ipc.')
