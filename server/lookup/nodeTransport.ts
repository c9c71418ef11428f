import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { hostOf, LookUpError } from './failure.ts'
import { reachOfIp } from './reach.ts'
import type { Request, Response, Transport } from './transport.ts'

/** Resolves a name to all its addresses; what `dns.lookup` does with `all`. */
export type Resolve = (
  name: string,
  options: { all: true; family?: number | 'IPv4' | 'IPv6' | undefined; hints?: number | undefined },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * A transport over Node's own HTTP. It is used in place of `fetch` for three things that `fetch` does not do: it looks at the
 * address that a name stands for in the moment of connecting to it, so that no name can stand for a public address when it is
 * looked at and for a private one when it is used; it sends no header of its own; and it keeps no connection.
 */
export function nodeTransport(resolve: Resolve = lookup): Transport {
  return { reachesLoopback: true, send: (request) => send(request, resolve) }
}

function send({ url, method, headers, body, reach, signal }: Request, resolve: Resolve): Promise<Response> {
  const begin = url.protocol === 'https:' ? requestHttps : requestHttp
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }
  return new Promise((settle, reject) => {
    begin(url, {
      method,
      headers: { ...headers, ...length, 'accept-encoding': 'gzip, deflate, br' },
      agent: false,
      lookup: within(reach, url, resolve),
      signal,
    })
      .on('response', (answer) => {
        try {
          settle(responseOf(answer, url))
        } catch (error) {
          answer.destroy()
          reject(error)
        }
      })
      .on('error', reject)
      .end(body)
  })
}

/** A `lookup` for a socket that gives only addresses within reach, and an error where a name has none. */
function within(reach: Request['reach'], url: URL, resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name, { family: options.family, hints: options.hints, all: true }, (error, addresses) => {
      if (error) return done(error, [])
      const found = addresses.filter(({ address }) => reachOfIp(address) === reach)
      const [first] = found
      if (first === undefined) return done(outOfReach(url), [])
      if (options.all) done(null, found)
      else done(null, first.address, first.family)
    })
  }
}

const outOfReach = (url: URL): LookUpError =>
  new LookUpError('unsafe', `${hostOf(url)} leads into a private network, and only public hosts are asked.`)

function responseOf(answer: IncomingMessage, url: URL): Response {
  const decoder = decoderOf(answer.headers['content-encoding'] ?? '', url)
  // The error of either stream reaches whoever reads the last one.
  const body = decoder === undefined ? answer : pipeline(answer, decoder, () => {})
  return {
    status: answer.statusCode ?? 0,
    url,
    header: (name) => {
      const value = answer.headers[name]
      return Array.isArray(value) ? value[0] : value
    },
    body,
  }
}

function decoderOf(encoding: string, url: URL): Transform | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new LookUpError('not-understood', `${hostOf(url)} answers in a compression that was not asked for.`)
  }
}
