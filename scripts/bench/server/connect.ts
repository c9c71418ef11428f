import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { Markup } from '../text.ts'
import type { Usage } from './probe.ts'

/** Where a position is, as the protocol counts. */
export interface Place {
  readonly line: number
  readonly character: number
}

/** What a client heard of a version of the draft, and when (by `performance.now`). */
export interface Published {
  readonly version: number
  readonly findings: number
  readonly at: number
}

/** A server in a process of its own, and an editor's side of the talk with it. */
export interface Session {
  /** Milliseconds from the start of the process to its answer to `initialize`. */
  readonly started: number
  /** All that was published so far. */
  readonly published: readonly Published[]
  open(text: string, markup: Markup): void
  close(): void
  /** Sends a replacement as the next version, and gives that. */
  change(start: Place, end: Place, text: string): number
  /** Waits until this version is published, or a later one. */
  heard(version: number): Promise<Published>
  /** Asks for what stands at a place, and gives the milliseconds until the answer. */
  hover(place: Place): Promise<number>
  usage(): Promise<Usage>
  /** As `usage`, once garbage is collected. */
  memory(): Promise<Usage>
  /** Waits until the server has had little to do for half a second, and gives the longest time meanwhile in which it heard nothing. */
  idle(): Promise<number>
  end(): void
}

const URI = 'file:///desk/draft'
/** How long an answer may take, in milliseconds. */
const PATIENCE = 180_000

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly uri: string; readonly version?: number; readonly diagnostics: readonly unknown[] }
}

/** Starts a server as an editor does that is sent diagnostics, with the probe in it where it is to tell what it uses. */
export async function connect(program: string, probe?: string): Promise<Session> {
  const from = performance.now()
  const options = probe === undefined ? [] : ['--expose-gc', '--require', probe]
  const child = spawn(process.execPath, [...options, program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  })
  // each answer that is waited for listens whether the process ends
  child.setMaxListeners(0)
  const waiting = new Set<() => void>()
  const answers = new Map<number, () => void>()
  const published: Published[] = []
  let [id, version] = [0, 0]
  const send = (message: object): void => write(child.stdin as Writable, message)
  listen(child.stdout as Readable, (message) => {
    if (message.method === 'textDocument/publishDiagnostics' && message.params?.version !== undefined) {
      published.push({
        version: message.params.version,
        findings: message.params.diagnostics.length,
        at: performance.now(),
      })
      for (const look of waiting) look()
    } else if (message.method !== undefined && message.id !== undefined) {
      send({ id: message.id, result: null })
    } else if (message.id !== undefined) answers.get(message.id)?.()
  })
  const within = <T>(what: string, start: (resolve: (value: T) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => {
      const fail = (): void => reject(new Error(`The server did not answer: ${what}.`))
      const timer = setTimeout(fail, PATIENCE)
      child.once('exit', fail)
      start((value) => {
        clearTimeout(timer)
        child.off('exit', fail)
        resolve(value)
      })
    })
  const request = (method: string, params: object): Promise<void> => {
    const own = ++id
    return within<void>(method, (resolve) => {
      answers.set(own, resolve)
      send({ id: own, method, params })
    }).finally(() => answers.delete(own))
  }
  const usageOf = (question: 'usage' | 'memory'): Promise<Usage> =>
    within('what it uses', (resolve) => {
      child.once('message', (usage) => resolve(usage as Usage))
      child.send(question)
    })

  const textDocument = { hover: { contentFormat: ['markdown'] }, publishDiagnostics: { relatedInformation: true } }
  const capabilities = { workspace: { configuration: false }, textDocument }
  await request('initialize', { processId: process.pid, rootUri: null, capabilities })
  const started = performance.now() - from
  send({ method: 'initialized', params: {} })

  const session: Session = {
    started,
    published,
    open(text, markup) {
      published.length = 0
      version = 1
      const languageId = markup === 'plain' ? 'plaintext' : 'markdown'
      send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri: URI, languageId, version, text } },
      })
    },
    close: () => send({ method: 'textDocument/didClose', params: { textDocument: { uri: URI } } }),
    change(start, end, text) {
      const contentChanges = [{ range: { start, end }, text }]
      send({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: URI, version: ++version }, contentChanges },
      })
      return version
    },
    heard: (wanted) =>
      within(`version ${wanted}`, (resolve) => {
        const look = (): void => {
          const last = published.at(-1)
          if (last === undefined || last.version < wanted) return
          waiting.delete(look)
          resolve(last)
        }
        waiting.add(look)
        look()
      }),
    async hover(position) {
      const before = performance.now()
      await request('textDocument/hover', { textDocument: { uri: URI }, position })
      return performance.now() - before
    },
    usage: () => usageOf('usage'),
    memory: () => usageOf('memory'),
    async idle() {
      let before = await session.usage()
      for (let blocked = before.blocked; ; ) {
        await pause(500)
        const now = await session.usage()
        blocked = Math.max(blocked, now.blocked)
        if (now.active - before.active < 100) return blocked
        before = now
      }
    },
    end: () => stop(child),
  }
  return session
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function stop(child: ChildProcess): void {
  child.removeAllListeners('exit')
  child.kill('SIGKILL')
}

function write(to: Writable, message: object): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
  to.write(`Content-Length: ${body.length}\r\n\r\n`)
  to.write(body)
}

/** Hears the messages of a stream. */
function listen(from: Readable, hear: (message: Message) => void): void {
  let chunks: Buffer[] = []
  let [held, needed] = [0, 0]
  from.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    held += chunk.length
    while (held >= needed) {
      const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
      const headed = all.indexOf('\r\n\r\n')
      if (headed < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(all.toString('latin1', 0, headed))?.[1])
      const body = headed + 4
      needed = body + length
      chunks = [all]
      if (held < needed) return
      const message = all.toString('utf8', body, needed)
      chunks = [all.subarray(needed)]
      held -= needed
      needed = 0
      if (held === 0) chunks = []
      hear(JSON.parse(message))
      if (held === 0) return
    }
  })
}
