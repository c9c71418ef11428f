import { type Answer, answerOf, type Question, seconds } from './answer.ts'
import { fromNetwork, hostOf, LookUpError } from './failure.ts'
import { reachOf } from './reach.ts'
import type { Request, Transport } from './transport.ts'

/** How long a look-up may take, in milliseconds, with all that it is sent on to. */
const PATIENCE = 10_000

/** How often one look-up is sent on. */
const MOST_HOPS = 3

const REDIRECTS = new Set([301, 302, 303, 307, 308])

/** What goes along with every look-up: how to get to the network, and when to stop. */
export interface Trip {
  readonly transport: Transport
  /** Ends the look-up and its connection. */
  readonly signal?: AbortSignal
  /** How long it may take, in milliseconds. */
  readonly patience?: number
}

/** Asks a question. Rejects with a `LookUpError`, whatever happens. */
export async function ask(question: Question, trip: Trip): Promise<Answer> {
  const end = new AbortController()
  const patience = trip.patience ?? PATIENCE
  const cancelled = new LookUpError('cancelled', 'The look-up was cancelled.')
  let at = question.url
  let late: NodeJS.Timeout | undefined
  let cancel = (): void => {}
  // Whoever asked gets an answer in time, also from a transport that does not heed the signal.
  const given = new Promise<never>((_, reject) => {
    const stop = (error: LookUpError): void => {
      reject(error)
      end.abort()
    }
    cancel = () => stop(cancelled)
    late = setTimeout(
      () => stop(new LookUpError('timed-out', `${hostOf(at)} did not answer within ${seconds(patience)}.`)),
      patience,
    )
  })
  given.catch(() => {})
  trip.signal?.addEventListener('abort', cancel)
  if (trip.signal?.aborted) cancel()
  try {
    const visit = end.signal.aborted ? given : follow(question, trip.transport, end.signal, (url) => (at = url))
    return await Promise.race([visit, given])
  } catch (error) {
    throw fromNetwork(error, at)
  } finally {
    clearTimeout(late)
    trip.signal?.removeEventListener('abort', cancel)
    end.abort()
  }
}

async function follow(
  question: Question,
  transport: Transport,
  signal: AbortSignal,
  reached: (url: URL) => void,
): Promise<Answer> {
  let url = question.url
  requireSafe(url, question.reach)
  for (let hop = 0; ; hop++) {
    const response = await transport.send(requestOf(question, url, signal))
    const to = REDIRECTS.has(response.status) ? response.header('location') : undefined
    if (to === undefined) {
      requireStay(question, url, response.url)
      return await answerOf(question, response)
    }
    if (hop === MOST_HOPS) throw new LookUpError('moved', `${hostOf(question.url)} sends on and on.`)
    url = movedTo(question, url, to)
    reached(url)
  }
}

const requestOf = (question: Question, url: URL, signal: AbortSignal): Request => ({
  url,
  method: question.method,
  headers: {
    accept: question.types.join(', '),
    'user-agent': 'says-who',
    ...(question.body !== undefined && { 'content-type': 'application/json' }),
  },
  ...(question.body !== undefined && { body: question.body }),
  reach: question.reach,
  unseen: question.unseen,
  signal,
})

/** Throws where an address is none that such a question may go to. */
function requireSafe(url: URL, reach: Question['reach']): void {
  if (url.username !== '' || url.password !== '')
    throw new LookUpError('unsafe', `The address at ${hostOf(url)} holds a password, so it is not asked.`)
  if (url.protocol !== (reach === 'loopback' ? 'http:' : 'https:'))
    throw new LookUpError('unsafe', `${hostOf(url)} is only asked over an encrypted connection (https).`)
  if (reachOf(url.hostname) !== reach)
    throw new LookUpError('unsafe', `${hostOf(url)} is in a private network, and only public hosts are asked.`)
}

/** The address that a host sends on to. Throws where it is of another kind, or is not to be asked. */
function movedTo(question: Question, from: URL, location: string): URL {
  const to = URL.canParse(location, from.href) ? new URL(location, from) : undefined
  const elsewhere = (): LookUpError =>
    new LookUpError('moved', `${hostOf(from)} sends on to a place that is not asked${to ? ` (${kindOf(to)})` : ''}.`)
  if (to === undefined || to.protocol !== from.protocol || to.port !== from.port) throw elsewhere()
  if (to.username !== '' || to.password !== '' || reachOf(to.hostname) !== question.reach) throw elsewhere()
  to.hash = ''
  if (question.mayMove?.(to)) return to
  throw notToBeAsked(from, to)
}

/** Throws where a transport that shows no redirects came to a host that is not to be asked. */
function requireStay({ reach, mayMove }: Question, asked: URL, answered: URL): void {
  if (answered.host === asked.host && answered.protocol === asked.protocol) return
  requireSafe(answered, reach)
  if (!mayMove?.(answered)) throw notToBeAsked(asked, answered)
}

const notToBeAsked = (from: URL, to: URL): LookUpError =>
  new LookUpError('moved', `${hostOf(from)} sends on to ${hostOf(to)}, which was not to be asked.`, to.href)

/** What kind of address it is, for a sentence: its host with the scheme, or the scheme alone. */
const kindOf = (url: URL): string => (url.host ? `${url.protocol}//${hostOf(url)}` : url.protocol.slice(0, 20))
