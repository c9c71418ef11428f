import { hostOf, LookUpError } from './failure.ts'
import type { Request, Response } from './transport.ts'

/** One question to one host, and what is taken for an answer. */
export interface Question extends Pick<Request, 'method' | 'body' | 'reach' | 'unseen'> {
  readonly url: URL
  /** The types of content that are understood, the first being the one that is wanted. */
  readonly types: readonly string[]
  /** The largest answer, in bytes after any compression. */
  readonly most: number
  /** Whether what is beyond `most` is left unread; else such an answer is refused. */
  readonly cut?: true
  /** Whether a host may send on to this address, which has the same scheme, reach and port; undefined where none may. */
  readonly mayMove?: (to: URL) => boolean
  /** What an answer of the status 404 or 410 means, as a sentence. */
  readonly missing: string
}

/** An answer that was read to its end, or to where it was cut. */
export interface Answer {
  /** The address that answered. */
  readonly url: URL
  /** The header `Content-Type`, empty where there is none. */
  readonly type: string
  readonly bytes: Uint8Array
}

/** Reads the answer to a question. Throws a `LookUpError` where it is none, and the network's error where it breaks off. */
export async function answerOf(question: Question, response: Response): Promise<Answer> {
  const { status, url } = response
  const refusal = refusalOf(question, response)
  if (refusal !== undefined) throw refusal
  if (status !== 200 && status !== 203)
    throw new LookUpError('not-understood', `${hostOf(url)} answers in a way that is not understood (${status}).`)
  const type = response.header('content-type') ?? ''
  if (!question.types.includes(essence(type)))
    throw new LookUpError('not-understood', `${hostOf(url)} answers with ${nameOf(type)}, which says nothing here.`)
  return { url, type, bytes: await bytesOf(question, response) }
}

function refusalOf({ missing }: Question, { status, url, header }: Response): LookUpError | undefined {
  const host = hostOf(url)
  if (status === 0)
    return new LookUpError('moved', `${host} sends on to somewhere else, and a browser does not show where.`)
  if (status === 404 || status === 410) return new LookUpError('not-found', missing)
  if (status === 401 || status === 402 || status === 403 || status === 451)
    return new LookUpError('forbidden', `${host} does not let programs read this.`)
  if (status === 429 || status === 503)
    return new LookUpError('busy', `${host} is busy; try again ${waitOf(header('retry-after'))}.`)
  if (status >= 500) return new LookUpError('busy', `${host} has an error of its own; try again later.`)
  return undefined
}

/** When to come back, from the header `Retry-After`: seconds, or a date. */
function waitOf(header: string | undefined): string {
  const value = Number(header)
  const wait = Number.isNaN(value) ? (Date.parse(header ?? '') - Date.now()) / 1000 : value
  return wait > 0 && wait < 3600 ? `in ${seconds(wait * 1000)}` : 'later'
}

/** A time in words, from milliseconds. */
export function seconds(milliseconds: number): string {
  const count = Math.max(1, Math.ceil(milliseconds / 1000))
  return count === 1 ? '1 second' : `${count} seconds`
}

const essence = (type: string): string => (type.split(';', 1)[0] ?? '').trim().toLowerCase()

function nameOf(type: string): string {
  const known = essence(type)
  if (known === 'application/pdf') return 'a PDF'
  if (known === 'text/html') return 'a web page'
  return known.startsWith('image/') ? 'a picture' : 'something else'
}

async function bytesOf({ most, cut }: Question, { url, header, body }: Response): Promise<Uint8Array> {
  const tooLarge = new LookUpError('too-large', `${hostOf(url)} answers with more than ${megabytes(most)}.`)
  if (!cut && Number(header('content-length')) > most) throw tooLarge
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    chunks.push(chunk)
    length += chunk.length
    if (length > most && !cut) throw tooLarge
    if (length >= most && cut) break
  }
  const bytes = new Uint8Array(Math.min(length, most))
  let at = 0
  for (const chunk of chunks) {
    const part = chunk.subarray(0, bytes.length - at)
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 100_000) / 10} MB`
