import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { LookUpError, type Why } from '../../server/lookup/failure.ts'
import { nodeTransport } from '../../server/lookup/nodeTransport.ts'
import type { Transport } from '../../server/lookup/transport.ts'

/** What a host of the town does with a request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** What a host was asked. */
export interface Asked {
  readonly host: string
  readonly method: string
  readonly path: string
  /** The headers as they came: name, value, name, value, … */
  readonly headers: readonly string[]
  readonly body: string
}

/** Some hosts that answer on this computer in the place of those on the web. */
export interface Town {
  /** Leads every host of the town to its server here, over real connections; any other host is not found. */
  readonly transport: Transport
  readonly asked: Asked[]
  /** How many connections are open now. */
  open(): number
  end(): Promise<void>
}

/** Builds a town. A host is named as in addresses, with its port where that is not the usual one. */
export async function town(hosts: Readonly<Record<string, Handler>>): Promise<Town> {
  const asked: Asked[] = []
  const ports = new Map<string, number>()
  const sockets = new Set<Socket>()
  const servers = Object.entries(hosts).map(([host, handle]) => {
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const { method = '', url: path = '', rawHeaders } = request
      asked.push({ host, method, path, headers: rawHeaders, body })
      handle(request, response)
    })
    server.on('connection', (socket) => {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    })
    return new Promise<() => void>((resolve) =>
      server.listen(0, '127.0.0.1', () => {
        ports.set(host, (server.address() as AddressInfo).port)
        resolve(() => server.close())
      }),
    )
  })
  const closers = await Promise.all(servers)
  const roads = nodeTransport()
  return {
    asked,
    open: () => sockets.size,
    end: async () => {
      for (const close of closers) close()
      for (const socket of sockets) socket.destroy()
    },
    transport: {
      reachesLoopback: true,
      async send(request) {
        const port = ports.get(request.url.host)
        if (port === undefined) throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' })
        const url = new URL(`http://127.0.0.1:${port}${request.url.pathname}${request.url.search}`)
        return { ...(await roads.send({ ...request, url, reach: 'loopback' })), url: request.url }
      },
    },
  }
}

/** A hook before tests in a town: skips them with a sentence where not even this computer can be reached. */
export async function needLoopback(this: Mocha.Context): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const socket = connect(9, '127.0.0.1').on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    socket.on('connect', () => resolve(undefined)).on('close', () => socket.destroy())
  })
  if (code !== 'ENETUNREACH' && code !== 'EADDRNOTAVAIL') return
  console.log('        Tests of look-ups are skipped: 127.0.0.1 cannot be reached here.')
  this.skip()
}

/** An answer with a type and a text. */
export const says =
  (type: string, text: string | Uint8Array, status = 200, headers: Readonly<Record<string, string>> = {}): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type, ...headers }).end(text)

/** An answer that sends on. */
export const sendsOn =
  (location: string, status = 302): Handler =>
  (_, response) =>
    response.writeHead(status, { location, 'set-cookie': 'id=1; Path=/' }).end()

/** The bytes of an answer as they are to be, HTTP or not. */
export const sendsRaw =
  (bytes: string): Handler =>
  (_, response) =>
    response.socket?.end(bytes)

/** What a look-up failed with: why, and the sentence. Throws where it did not fail, or with another error. */
export async function failureOf(lookUp: Promise<unknown>): Promise<{ why: Why; message: string; movedTo?: string }> {
  try {
    await lookUp
  } catch (error) {
    if (!(error instanceof LookUpError)) throw error
    const { why, message, movedTo } = error
    return { why, message, ...(movedTo !== undefined && { movedTo }) }
  }
  throw new Error('the look-up found something')
}

/** Waits until something is so; throws after two seconds. */
export async function soon(what: string, look: () => boolean): Promise<void> {
  for (const end = Date.now() + 2000; !look(); ) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
