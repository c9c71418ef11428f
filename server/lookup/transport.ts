/** One request to one host, with nothing in it but what the look-up needs. */
export interface Request {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  /** Sent as UTF-8, with `POST` alone. */
  readonly body?: string
  /** What the host must be when its name is resolved. */
  readonly reach: 'public' | 'loopback'
  /** Where a transport cannot show a redirect: whether it is to follow it by itself, or to give an answer with status 0. */
  readonly unseen: 'follow' | 'stop'
  /** Ends the request, and the answer too; frees the connection. */
  readonly signal: AbortSignal
}

/** The beginning of an answer. */
export interface Response {
  /** The status of HTTP, or 0 for a redirect that the transport cannot show. */
  readonly status: number
  /** The address that answered: another than was asked only where the transport follows redirects by itself. */
  readonly url: URL
  /** A header by its name in lower case. */
  header(name: string): string | undefined
  /** The bytes as they come, without any compression. Ends with an error where the connection does. */
  readonly body: AsyncIterable<Uint8Array>
}

/** How requests get to a network: the only thing in the program that opens a connection. */
export interface Transport {
  /** Whether programs on the same computer can be asked. */
  readonly reachesLoopback: boolean
  /**
   * Sends a request and gives the beginning of the answer, whatever its status. Sends no cookie, no referrer and no header
   * of its own besides those that HTTP asks for. Rejects with the error of the network, or with a `LookUpError`.
   */
  send(request: Request): Promise<Response>
}
