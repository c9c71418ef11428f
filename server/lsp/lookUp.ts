import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import type { Item } from '../core/index.ts'
import type { Trip } from '../lookup/ask.ts'
import { askConsent, type ConsentQuestion } from '../lookup/consent.ts'
import { LookUpError } from '../lookup/failure.ts'
import { lookUpDoi } from '../lookup/lookUpDoi.ts'
import { lookUpUrl } from '../lookup/lookUpUrl.ts'
import { lookUpZotero } from '../lookup/lookUpZotero.ts'
import type { Transport } from '../lookup/transport.ts'
import { kept } from './guard.ts'

/** What can be looked up; each is switched on by itself. */
const KINDS = ['doi', 'url', 'zotero'] as const
type Kind = (typeof KINDS)[number]

/** The parameters of `saysWho/lookUp`: a DOI, the address of a page, or words to search Zotero for. */
export interface LookUpParams {
  readonly kind: Kind
  readonly text: string
}

/** The answer to `saysWho/lookUp`: one item of a DOI or an address, any number of Zotero, with keys where it has them. */
export interface LookUpResult {
  readonly found: ReadonlyArray<{ readonly item: Item; readonly key?: string }>
}

/** To how many hosts one page may lead, each of which is asked about. */
const MOST_HOSTS = 3

const SWITCHED_OFF: Readonly<Record<Kind, string>> = {
  doi: 'Looking up DOIs is switched off; “doi” in the setting saysWho.lookUps switches it on.',
  url: 'Asking web pages is switched off; “url” in the setting saysWho.lookUps switches it on.',
  zotero: 'Asking Zotero is switched off; “zotero” in the setting saysWho.lookUps switches it on.',
}

/**
 * Answers `saysWho/lookUp`, the one request for which a connection is opened. Only what the client itself allows is looked
 * up: with `lookUps` in its initialization options, or later by the notification `saysWho/allowLookUps`. The settings that
 * the server asks for are not heard here, since a workspace can hold those.
 *
 * What comes to nothing is answered with the error `RequestFailed`, one sentence for the person, and `why` in its data.
 */
export function serveLookUps(
  connection: Connection,
  { initializationOptions }: InitializeParams,
  transport: Transport,
): void {
  let allowed = kindsIn(initializationOptions?.lookUps)
  const running = new Map<AbortController, Kind>()

  connection.onNotification('saysWho/allowLookUps', (params: { lookUps?: unknown } | undefined) => {
    allowed = kindsIn(params?.lookUps)
    for (const [controller, kind] of running) if (!allowed.has(kind)) controller.abort()
  })

  connection.onRequest('saysWho/lookUp', (params: unknown, token: CancellationToken): Promise<LookUpResult> => {
    const log = (line: string): void => connection.console.error(line)
    return kept('lookUp', log, async () => {
      const { kind, text } = requireParams(params)
      const controller = new AbortController()
      running.set(controller, kind)
      const cancellation = token.onCancellationRequested(() => controller.abort())
      try {
        if (!allowed.has(kind)) throw new LookUpError('off', SWITCHED_OFF[kind])
        return await lookUp(kind, text, { transport, signal: controller.signal }, put(connection))
      } catch (error) {
        throw answerOf(error)
      } finally {
        running.delete(controller)
        cancellation.dispose()
      }
    })
  })
}

const kindsIn = (value: unknown): ReadonlySet<Kind> =>
  new Set(KINDS.filter((kind) => Array.isArray(value) && value.includes(kind)))

function requireParams(params: unknown): LookUpParams {
  const { kind, text } = (params ?? {}) as Partial<LookUpParams>
  if (kind !== undefined && KINDS.includes(kind) && typeof text === 'string') return { kind, text }
  throw new ResponseError(LSPErrorCodes.RequestFailed, 'saysWho/lookUp takes a kind (doi, url or zotero) and a text.')
}

async function lookUp(kind: Kind, text: string, trip: Trip, ask: Put): Promise<LookUpResult> {
  if (kind === 'doi') return { found: [{ item: await lookUpDoi(text, trip) }] }
  if (kind === 'zotero') return { found: await lookUpZotero(text, trip) }
  let address = text
  for (let hosts = 1; ; hosts++) {
    const consent = await unlessCancelled(askConsent(address, ask), trip)
    if (consent === undefined) throw new LookUpError('cancelled', 'The page was not asked.')
    try {
      return { found: [{ item: await lookUpUrl(consent, trip) }] }
    } catch (error) {
      // A page that is sent on from elsewhere is another question: its host has not been named yet.
      if (!(error instanceof LookUpError) || error.movedTo === undefined || hosts === MOST_HOSTS) throw error
      address = error.movedTo
    }
  }
}

type Put = (question: ConsentQuestion) => Promise<boolean>

/** Shows the question in whatever way the client shows one. */
const put =
  (connection: Connection): Put =>
  async ({ host, address, sentence }) => {
    const yes = `Ask ${host}`
    const chosen = await connection.window.showInformationMessage(`${sentence} ${address}`, { title: yes })
    return chosen?.title === yes
  }

/** What a promise gives, but for a question that stays on the screen when nobody waits for its answer any more. */
function unlessCancelled<T>(promise: Promise<T>, { signal }: Trip): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = (): void => reject(new LookUpError('cancelled', 'The look-up was cancelled.'))
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    promise.then(resolve, reject)
  })
}

function answerOf(error: unknown): unknown {
  if (!(error instanceof LookUpError)) return error
  const code = error.why === 'cancelled' ? LSPErrorCodes.RequestCancelled : LSPErrorCodes.RequestFailed
  return new ResponseError(code, error.message, { why: error.why })
}
