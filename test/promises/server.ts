import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { built } from '../built.ts'

/** A message as it stands in a stream. */
export const frame = (body: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(body as string)
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes])
}
export const message = (content: object): Buffer => frame(JSON.stringify({ jsonrpc: '2.0', ...content }))

/** What a server sent, in the order in which it came. */
export interface Heard {
  readonly id?: number | string | null
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly code: number; readonly message: string }
}

/** A language server in a process of its own, which is talked to in bytes, so that anything at all can be said to it. */
export interface Server {
  readonly pid: number
  /** All that it sent. */
  readonly heard: readonly Heard[]
  /** What it wrote into its error stream. */
  said(): string
  /** The exit code; undefined while it runs. */
  exit(): number | undefined
  /** Resolves with the exit code. */
  readonly ended: Promise<number>
  send(bytes: Uint8Array): void
  notify(method: string, params: object): void
  /** Sends a request and gives its id. */
  ask(method: string, params: object): number
  cancel(id: number): void
  /** Resolves once `look` gives something, each time a message came or the server ended; undefined where that took too long. */
  until<T>(look: () => T | undefined, ms: number): Promise<T | undefined>
  answerTo(id: number, ms: number): Promise<Heard | undefined>
  /** The memory that is in use after a collection, in bytes; only where it was started with `measured`. */
  memory(): Promise<{ heap: number; rss: number }>
  kill(): void
}

const MEASURE = `process.on('message', () => { globalThis.gc(); globalThis.gc(); const { heapUsed: heap, rss } = process.memoryUsage(); process.send({ heap, rss }) })`

/** Starts the server as it is shipped and answers what it asks; `measured` lets it be asked for its memory. */
export function startServer({
  measured = false,
  answer,
}: {
  measured?: boolean
  answer?: (asked: Heard) => object
} = {}): Server {
  const program = built('server.node.js')
  const words = measured
    ? ['--expose-gc', '-e', `${MEASURE}; process.argv.push('--stdio'); require(${JSON.stringify(program)})`]
    : [program, '--stdio']
  const child: ChildProcess = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe', 'ipc'] })
  const heard: Heard[] = []
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const look of waiting) look()
  }
  let said = ''
  let exit: number | undefined
  let rest = Buffer.alloc(0)
  let count = 0
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  // a server that ends does so while it is written to
  child.stdin?.on('error', () => {})
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
    const found = code ?? -1
    exit = found
    wake()
    return found
  })
  child.stdout?.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) break
      const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, head).toString())?.[1])
      if (rest.length < head + 4 + length) break
      const one = JSON.parse(rest.subarray(head + 4, head + 4 + length).toString()) as Heard
      rest = rest.subarray(head + 4 + length)
      heard.push(one)
      if (one.method !== undefined && one.id !== undefined)
        send(message({ id: one.id, ...(answer?.(one) ?? plainAnswer(one)) }))
    }
    wake()
  })
  const send = (bytes: Uint8Array): void => {
    if (child.stdin?.writable) child.stdin.write(bytes)
  }
  const until = <T>(look: () => T | undefined, ms: number): Promise<T | undefined> =>
    new Promise((resolve) => {
      const give = (seen: T | undefined): void => {
        clearTimeout(timer)
        waiting.delete(again)
        resolve(seen)
      }
      const again = (): void => {
        const seen = look()
        if (seen !== undefined) give(seen)
      }
      const timer = setTimeout(() => give(look()), ms)
      waiting.add(again)
      again()
    })
  return {
    pid: child.pid ?? 0,
    heard,
    said: () => said,
    exit: () => exit,
    ended,
    send,
    notify: (method, params) => send(message({ method, params })),
    ask: (method, params) => {
      const id = ++count
      send(message({ id, method, params }))
      return id
    },
    cancel: (id) => send(message({ method: '$/cancelRequest', params: { id } })),
    until,
    answerTo: (id, ms) => {
      let from = 0
      return until(() => {
        for (; from < heard.length; from++)
          if (heard[from]?.id === id && heard[from]?.method === undefined) return heard[from]
        return undefined
      }, ms)
    },
    memory: async () => {
      child.send('measure')
      const [found] = await once(child, 'message')
      return found as { heap: number; rss: number }
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** No settings, no project file, no files. */
function plainAnswer({ method, params }: Heard): object {
  const items = (params as { items?: unknown[] } | undefined)?.items
  return { result: method === 'workspace/configuration' ? (items ?? []).map(() => ({})) : null }
}

/** Initializes a server as a client of these abilities. */
export async function introduce(server: Server, capabilities: object, options: object = {}): Promise<void> {
  const params = { processId: null, rootUri: null, capabilities, initializationOptions: options }
  const answer = await server.answerTo(server.ask('initialize', params), 20_000)
  if (answer?.result === undefined) throw new Error(`the server did not start: ${server.said()}`)
  server.notify('initialized', {})
}
