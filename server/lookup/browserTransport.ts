import { hostOf, LookUpError } from './failure.ts'
import type { Request, Response, Transport } from './transport.ts'

/** As much of `fetch` as is used here. */
export type Fetch = (url: string, options: RequestInit & { cache: 'no-store' }) => Promise<globalThis.Response>

/**
 * A transport over the `fetch` of a web worker. A browser shows no redirect, does not say what a name resolves to, and gives
 * only answers of hosts that let pages of others read them; it has rules of its own against private networks. So it can do
 * less: redirects are followed unseen or not at all, and no program on the same computer is asked.
 */
export function browserTransport(fetch: Fetch = (url, options) => globalThis.fetch(url, options)): Transport {
  return { reachesLoopback: false, send: (request) => send(request, fetch) }
}

async function send({ url, method, headers, body, unseen, signal }: Request, fetch: Fetch): Promise<Response> {
  const answer = await fetch(url.href, {
    method,
    headers: { ...headers },
    ...(body !== undefined && { body }),
    redirect: unseen === 'follow' ? 'follow' : 'manual',
    credentials: 'omit',
    cache: 'no-store',
    referrer: '',
    referrerPolicy: 'no-referrer',
    signal,
  }).catch((error) => {
    if (signal.aborted) throw error
    throw unreachable(url)
  })
  return {
    status: answer.type === 'opaqueredirect' ? 0 : answer.status,
    url: answer.url ? new URL(answer.url) : url,
    header: (name) => answer.headers.get(name) ?? undefined,
    body: chunksOf(answer.body),
  }
}

/** A browser gives one error for being offline, for a host that is not there, and for one that forbids pages to read it. */
const unreachable = (url: URL): LookUpError =>
  new LookUpError(
    'refused',
    `${hostOf(url)} cannot be asked from a browser: it may be offline, or it does not let pages of others read it.`,
  )

/** The chunks of a body; not every browser can walk through a stream by itself. */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    reader.cancel().catch(() => {})
  }
}
