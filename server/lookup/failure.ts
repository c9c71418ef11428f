/** Why a look-up came to nothing. */
export type Why =
  | 'off'
  | 'not-an-address'
  | 'unsafe'
  | 'offline'
  | 'refused'
  | 'forbidden'
  | 'untrusted'
  | 'timed-out'
  | 'too-large'
  | 'moved'
  | 'not-found'
  | 'busy'
  | 'not-understood'
  | 'not-here'
  | 'cancelled'

/**
 * A look-up that came to nothing. The message is one sentence for the person who asked; it names the host, and never
 * quotes what was asked for or what came back.
 */
export class LookUpError extends Error {
  override readonly name = 'LookUpError'
  /** Where a host sends on to that may be asked too, once the person has said so. */
  readonly movedTo: string | undefined

  constructor(
    readonly why: Why,
    message: string,
    movedTo?: string,
  ) {
    super(message)
    this.movedTo = movedTo
  }
}

/** Hosts are as long as whoever sends them on likes; a sentence is not. */
const LONGEST_HOST = 100

/** A host as a sentence names it, with its port where that is not the usual one. */
export const hostOf = ({ host }: URL): string =>
  host.length > LONGEST_HOST ? `${host.slice(0, LONGEST_HOST)}…` : host || 'the address'

/** What the codes of the network mean, of Node and of the libraries beneath it. */
const CODES: ReadonlyArray<readonly [RegExp, Why, (host: string) => string]> = [
  [
    /^(ENOTFOUND|EAI_AGAIN|ENODATA)$/,
    'offline',
    (host) => `${host} was not found: the computer may be offline, or the address misspelt.`,
  ],
  [
    /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/,
    'offline',
    (host) => `${host} cannot be reached: the computer seems to be offline.`,
  ],
  [/^(ECONNREFUSED|EACCES|EPERM)$/, 'refused', (host) => `${host} refuses the connection.`],
  [/^(ETIMEDOUT|ERR_SOCKET_CONNECTION_TIMEOUT)$/, 'timed-out', (host) => `${host} does not answer.`],
  [
    /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|EPROTO)/,
    'untrusted',
    (host) => `${host} cannot prove that it is ${host}, so nothing was asked of it.`,
  ],
  [
    /^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT|ERR_PADDING)/,
    'not-understood',
    (host) => `${host} answers with something that a web server does not say.`,
  ],
]

/** The error of a network, for the person who asked. */
export function fromNetwork(error: unknown, url: URL): LookUpError {
  if (error instanceof LookUpError) return error
  const host = hostOf(url)
  const code = codeOf(error)
  const known = CODES.find(([pattern]) => pattern.test(code))
  if (known === undefined) return new LookUpError('refused', `${host} broke the connection off.`)
  const [, why, sentence] = known
  return new LookUpError(why, sentence(host))
}

/** The code of an error; of several attempts at one host, the code of the first. */
function codeOf(error: unknown): string {
  const { code, errors } = (error ?? {}) as { code?: unknown; errors?: readonly unknown[] }
  if (typeof code === 'string') return code
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : ''
}
