import assert from 'node:assert/strict'
import { gzipSync } from 'node:zlib'
import type { Question } from '../../server/lookup/answer.ts'
import { ask } from '../../server/lookup/ask.ts'
import { failureOf, type Handler, needLoopback, says, sendsOn, sendsRaw, soon, type Town, town } from './town.ts'

const SECRET = 'leaked-source'

/** A question about a page whose address nobody else is to learn of. */
const question = (more: Partial<Question> = {}): Question => ({
  url: new URL(`https://paper.example/${SECRET}`),
  method: 'GET',
  reach: 'public',
  unseen: 'stop',
  types: ['text/html'],
  most: 100_000,
  mayMove: () => true,
  missing: 'paper.example has no such page.',
  ...more,
})

describe('a question to a host', () => {
  before(needLoopback)

  let built: Town | undefined

  afterEach(() => built?.end())

  /** Asks the town's paper, and gives the text of its answer. */
  async function asked(handle: Handler, more: Partial<Question> = {}, patience = 2000, signal?: AbortSignal) {
    built = await town({ 'paper.example': handle, 'other.example': says('text/html', 'other') })
    const { transport } = built
    const { bytes } = await ask(question(more), { transport, patience, ...(signal && { signal }) })
    return new TextDecoder().decode(bytes)
  }

  it('sends nothing but what the look-up needs', async () => {
    assert.equal(await asked(says('text/html; charset=utf-8', 'hello')), 'hello')
    const [{ headers = [] } = {}] = built?.asked ?? []
    const names = headers.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase())
    assert.deepEqual(names.toSorted(), ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
    assert.ok(headers.includes('says-who'))
    await soon('the connection is closed', () => built?.open() === 0)
  })

  it('is carried on to where the host sends on, without its cookies', async () => {
    const handle: Handler = (request, response) =>
      request.url === '/end' ? says('text/html', 'there')(request, response) : sendsOn('/end')(request, response)
    assert.equal(await asked(handle), 'there')
    assert.equal(built?.asked.length, 2)
    assert.ok(built?.asked.every(({ headers }) => !headers.some((header) => /cookie|referer/i.test(header))))
    assert.equal(await asked(sendsOn('https://other.example/')), 'other')
  })

  for (const [what, target] of Object.entries({
    'a file': 'file:///etc/passwd',
    'a page without encryption': 'http://paper.example/',
    'another port': 'https://paper.example:8443/',
    'another kind of address': 'data:text/html,hello',
    'a script': 'javascript:alert(1)',
    'this computer': 'https://127.0.0.1/',
    'this computer by its name': 'https://localhost/',
    'this computer in other figures': 'https://0x7f.1/',
    'this computer as IPv6': 'https://[::1]/',
    'this computer as IPv4 in IPv6': 'https://[::ffff:127.0.0.1]/',
    'a private network': 'https://192.168.0.1/',
    'a link-local address': 'https://169.254.169.254/latest/meta-data/',
    'a name of the local network': 'https://printer.local/',
    'a name and a password': 'https://ann:secret@other.example/',
    'what is no address': 'https://',
  }))
    it(`is not carried on to ${what}`, async () => {
      const { why, message, movedTo } = await failureOf(asked(sendsOn(target)))
      assert.equal(why, 'moved')
      assert.equal(movedTo, undefined)
      assert.match(message, /paper\.example/)
      assert.equal(built?.asked.length, 1)
    })

  it('is not carried on to a host that was not to be asked, and says where it would go', async () => {
    const mayMove = ({ host }: URL): boolean => host === 'paper.example'
    const failure = await failureOf(asked(sendsOn('https://other.example/a#b'), { mayMove }))
    assert.equal(failure.why, 'moved')
    assert.equal(failure.movedTo, 'https://other.example/a')
    assert.match(failure.message, /other\.example/)
    assert.equal(built?.asked.length, 1)
  })

  it('is carried on three times and no more', async () => {
    const handle: Handler = (request, response) => sendsOn(`${request.url}x`)(request, response)
    assert.equal((await failureOf(asked(handle))).why, 'moved')
    assert.equal(built?.asked.length, 4)
    assert.equal((await failureOf(asked(sendsOn(`/${SECRET}`)))).why, 'moved')
  })

  it('ends in time where an answer comes in drops, and where none comes', async () => {
    const drip: Handler = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const timer = setInterval(() => response.write('.'), 10)
      response.on('close', () => clearInterval(timer))
    }
    for (const handle of [drip, () => {}]) {
      const from = Date.now()
      const { why, message } = await failureOf(asked(handle, {}, 200))
      assert.equal(why, 'timed-out')
      assert.match(message, /paper\.example did not answer within 1 second/)
      assert.ok(Date.now() - from < 1500)
      await soon('the connection is closed', () => built?.open() === 0)
      await built?.end()
    }
  })

  it('ends in time where the transport does not heed that it is to end', async () => {
    const transport = { reachesLoopback: true, send: () => new Promise<never>(() => {}) }
    assert.equal((await failureOf(ask(question(), { transport, patience: 50 }))).why, 'timed-out')
  })

  const endless: Handler = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    const timer = setInterval(() => response.writableNeedDrain || response.write('a'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(timer))
  }

  it('takes no more of an answer than it wants, and closes the connection', async () => {
    const { why, message } = await failureOf(asked(endless))
    assert.equal(why, 'too-large')
    assert.match(message, /paper\.example answers with more than 0\.1 MB/)
    await soon('the connection is closed', () => built?.open() === 0)
    assert.equal((await asked(endless, { cut: true })).length, 100_000)
    await soon('the connection is closed', () => built?.open() === 0)
  })

  it('refuses by its header what is too large', async () => {
    const handle: Handler = (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '99999999' }).flushHeaders()
    assert.equal((await failureOf(asked(handle))).why, 'too-large')
  })

  it('is not blown up by what is small as long as it is packed', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000))
    assert.ok(bomb.length < 300_000)
    const before = process.memoryUsage().rss
    const handle = says('text/html', bomb, 200, { 'content-encoding': 'gzip' })
    assert.equal((await failureOf(asked(handle))).why, 'too-large')
    assert.ok(process.memoryUsage().rss - before < 100_000_000)
    await soon('the connection is closed', () => built?.open() === 0)
  }).timeout(10_000)

  it('is understood packed, and not where the packing is broken or strange', async () => {
    const packed = (bytes: Uint8Array, encoding: string): Handler =>
      says('text/html', bytes, 200, { 'content-encoding': encoding })
    assert.equal(await asked(packed(gzipSync('hello'), 'gzip')), 'hello')
    assert.equal((await failureOf(asked(packed(Buffer.from('hello'), 'gzip')))).why, 'not-understood')
    assert.equal((await failureOf(asked(packed(gzipSync('hello').subarray(0, 12), 'gzip')))).why, 'not-understood')
    assert.equal((await failureOf(asked(packed(gzipSync('hello'), 'gzip, gzip')))).why, 'not-understood')
    const half: Handler = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip', 'content-length': '9999' })
      response.write(gzipSync('hello').subarray(0, 12), () => response.socket?.destroy())
    }
    assert.equal((await failureOf(asked(half))).why, 'refused')
  })

  for (const type of ['application/pdf', 'image/png', 'text/html-not', 'multipart/mixed', ''])
    it(`does not take “${type}” for a page`, async () => {
      const { why, message } = await failureOf(asked(says(type, 'hello')))
      assert.equal(why, 'not-understood')
      assert.match(message, /paper\.example answers with/)
    })

  it('does not take for an answer what is no HTTP, has headers in its headers, or breaks off', async () => {
    const broken = {
      'no HTTP': 'SSH-2.0-OpenSSH_9.2\r\n',
      'a header that hides one': 'HTTP/1.1 200 OK\r\nX: a\rSet-Cookie: b\r\nContent-Type: text/html\r\n\r\nhello',
      'two lengths': 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\nhello',
      'headers without end': `HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(20_000)}`,
      'half a body': 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50\r\n\r\nhello',
      nothing: '',
    }
    for (const [what, bytes] of Object.entries(broken)) {
      const { why, message } = await failureOf(asked(sendsRaw(bytes)))
      assert.ok(why === 'not-understood' || why === 'refused', `${what}: ${why}`)
      assert.match(message, /paper\.example/)
      await built?.end()
    }
  })

  it('hears what a status means', async () => {
    const failed = async (status: number, headers = {}): Promise<string> => {
      const { why, message } = await failureOf(asked(says('text/html', SECRET, status, headers)))
      await built?.end()
      assert.ok(!message.includes(SECRET))
      return `${why}: ${message}`
    }
    assert.equal(await failed(404), 'not-found: paper.example has no such page.')
    assert.equal(await failed(410), 'not-found: paper.example has no such page.')
    assert.equal(await failed(403), 'forbidden: paper.example does not let programs read this.')
    assert.equal(await failed(500), 'busy: paper.example has an error of its own; try again later.')
    const busy = 'busy: paper.example is busy; try again'
    assert.equal(await failed(429, { 'retry-after': '30' }), `${busy} in 30 seconds.`)
    const later = new Date(Date.now() + 60_500).toUTCString()
    assert.match(await failed(503, { 'retry-after': later }), /try again in (59|60|61) seconds\.$/)
    for (const strange of ['-5', 'soon', '1e99', 'Infinity', ''])
      assert.equal(await failed(429, { 'retry-after': strange }), `${busy} later.`)
    for (const status of [204, 206, 300, 304, 418]) assert.match(await failed(status), /^not-understood: .*understood/)
  })

  it('is cancelled before it is asked, while it waits, and while the answer comes, which closes the connection', async () => {
    const cancelled = new AbortController()
    cancelled.abort()
    assert.equal((await failureOf(asked(says('text/html', ''), {}, 2000, cancelled.signal))).why, 'cancelled')
    assert.equal(built?.asked.length, 0)
    await built?.end()
    for (const handle of [() => {}, endless]) {
      const controller = new AbortController()
      const answer = failureOf(asked(handle, { most: 1e9 }, 5000, controller.signal))
      await soon('it is asked', () => built?.asked.length === 1 && built.open() === 1)
      controller.abort()
      assert.equal((await answer).why, 'cancelled')
      await soon('the connection is closed', () => built?.open() === 0)
      await built?.end()
    }
  })

  it('is put to no host without encryption, on this computer, in a private network, or with a password', async () => {
    for (const address of [
      'http://paper.example/',
      'https://127.0.0.1/',
      'https://10.0.0.1/',
      'https://router/',
      'https://a:b@paper.example/',
      'file:///etc/passwd',
    ]) {
      const failure = await failureOf(asked(says('text/html', ''), { url: new URL(address) }))
      assert.equal(failure.why, 'unsafe', address)
      assert.equal(built?.asked.length, 0)
      await built?.end()
    }
    const local = question({ reach: 'loopback', url: new URL('http://paper.example/') })
    assert.equal((await failureOf(ask(local, { transport: (await town({})).transport }))).why, 'unsafe')
  })

  it('says what is wrong with the network in one sentence that names the host and not the page', async () => {
    const failing = (error: object) => ({ reachesLoopback: true, send: () => Promise.reject(error) })
    const sentences = {
      ENOTFOUND: /^offline: paper\.example was not found: the computer may be offline/,
      EAI_AGAIN: /^offline: /,
      ENETUNREACH: /^offline: paper\.example cannot be reached/,
      ECONNREFUSED: /^refused: paper\.example refuses the connection\.$/,
      ECONNRESET: /^refused: paper\.example broke the connection off\.$/,
      DEPTH_ZERO_SELF_SIGNED_CERT: /^untrusted: paper\.example cannot prove that it is paper\.example/,
      ERR_TLS_CERT_ALTNAME_INVALID: /^untrusted: /,
      CERT_HAS_EXPIRED: /^untrusted: /,
      HPE_INVALID_CONSTANT: /^not-understood: /,
      '': /^refused: /,
    }
    for (const [code, sentence] of Object.entries(sentences))
      for (const error of [{ code, message: SECRET }, { errors: [{ code }, { code: 'ETIMEDOUT' }] }]) {
        const { why, message } = await failureOf(ask(question(), { transport: failing(error) }))
        assert.match(`${why}: ${message}`, sentence)
        assert.ok(!message.includes(SECRET))
      }
  })
})
