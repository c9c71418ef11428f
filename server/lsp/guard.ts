import {
  type CancellationToken,
  ErrorCodes,
  LSPErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  ResponseError,
} from 'vscode-languageserver'
import type { Mail } from './turn.ts'

/** Where a session is: the protocol allows other messages in each. */
type Stage = 'before' | 'running' | 'after'

/** What may be wrong with a message, as the protocol numbers it. */
type Refusal = readonly [code: number, message: string]

const NOT_INITIALIZED: Refusal = [
  ErrorCodes.ServerNotInitialized,
  'The first request must be “initialize”; nothing else is answered before it.',
]
const INITIALIZED: Refusal = [ErrorCodes.InvalidRequest, 'The server is initialized already.']
const NO_REQUEST: Refusal = [ErrorCodes.InvalidRequest, 'This must be a request, with an id.']
const NO_PARAMS: Refusal = [ErrorCodes.InvalidParams, '“initialize” must say what the client can do.']
const SHUT_DOWN: Refusal = [ErrorCodes.InvalidRequest, 'The server is shut down; only “exit” is left.']
const NO_MESSAGE: Refusal = [ErrorCodes.InvalidRequest, 'A message must be one JSON-RPC object.']
const NO_JSON: Refusal = [ErrorCodes.ParseError, 'The message is not JSON.']

/**
 * A reader that hands on only what the protocol allows at this time, and answers the rest itself: requests before
 * `initialize`, a second one, requests after `shutdown`, and what is no message. Notifications out of turn are dropped,
 * except `exit`.
 *
 * @param came told of each message that is handed on
 */
export function guarded(reader: MessageReader, writer: MessageWriter, came: Mail['came']): MessageReader {
  let stage: Stage = 'before'
  const refuse = (id: unknown, [code, message]: Refusal): void => {
    const answer = { jsonrpc: '2.0', id: id ?? null, error: { code, message } }
    writer.write(answer as Message).catch(() => {})
  }
  reader.onError(() => refuse(null, NO_JSON))
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (hear) =>
      reader.listen((message) => {
        const { method, id, params } = partsOf(message)
        if (message === null || typeof message !== 'object' || Array.isArray(message)) return refuse(null, NO_MESSAGE)
        const refusal = refusalOf(stage, method) ?? flawIn(method, id, params)
        if (refusal !== undefined) return id === undefined ? undefined : refuse(id, refusal)
        if (method === 'initialize') stage = 'running'
        if (method === 'shutdown') stage = 'after'
        came()
        hear(message)
      }),
  }
}

function partsOf(message: unknown): { method?: unknown; id?: unknown; params?: unknown } {
  return typeof message === 'object' && message !== null ? message : {}
}

function refusalOf(stage: Stage, method: unknown): Refusal | undefined {
  if (method === undefined || method === 'exit') return undefined
  if (stage === 'before') return method === 'initialize' ? undefined : NOT_INITIALIZED
  if (stage === 'after') return SHUT_DOWN
  return method === 'initialize' ? INITIALIZED : undefined
}

/** What is wrong with a message that would take the session to its next stage, so that it stays where it is. */
function flawIn(method: unknown, id: unknown, params: unknown): Refusal | undefined {
  if (method !== 'initialize' && method !== 'shutdown') return undefined
  if (typeof id !== 'string' && typeof id !== 'number') return NO_REQUEST
  if (method === 'shutdown') return undefined
  return isObject(params) && isObject(params.capabilities) ? undefined : NO_PARAMS
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Runs a handler of `method`. Where it throws, `log` gets one line with the name and the place of the error, never its
 * message, which may quote the draft; the client gets an error answer. An answer that the handler refuses on purpose
 * (`ResponseError`) goes out as it is.
 */
export async function kept<T>(method: string, log: (line: string) => void, handle: () => T | Promise<T>): Promise<T> {
  try {
    return await handle()
  } catch (error) {
    if (error instanceof ResponseError) throw error
    log(`${method} failed: ${describe(error)}`)
    throw new ResponseError(ErrorCodes.InternalError, 'Says Who could not answer this; its log says where it failed.')
  }
}

/** Between two parts of long work: hears the messages that wait, and rejects where one of them cancels the request. */
export async function goesOn(token: CancellationToken | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0))
  refuseIf(token)
}

/** Throws once a request is cancelled. */
export function refuseIf(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.')
}

/** Says that a request goes on; throws once it is cancelled. */
export const unlessCancelled = (token: CancellationToken | undefined) => (): true => {
  refuseIf(token)
  return true
}

/** The kind of an error and the place in the program where it was thrown: nothing of its message, which may have lines as well. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error'
  const { name, message, stack = '' } = error
  const said = message === '' ? 0 : stack.indexOf(message)
  const place = said < 0 ? undefined : /\n +(at .*)/.exec(stack.slice(said + message.length))?.[1]
  return place === undefined ? name : `${name} ${place}`
}
