import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { ErrorCodes, ShutdownRequest } from 'vscode-languageserver/node'
import { watchFrames } from '../../server/lsp/frames.ts'
import { built } from '../built.ts'
import { begin, connect } from './session.ts'

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
const message = (content: object): string => frame(JSON.stringify({ jsonrpc: '2.0', ...content }))
const INITIALIZE = message({
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
})

const BROKEN: Readonly<Record<string, string>> = {
  'no length': 'Content-Type: x\r\n\r\n{}',
  'a negative length': 'Content-Length: -5\r\n\r\n{}',
  'a length that is no number': 'Content-Length: NaN\r\n\r\n{}',
  'a length beyond all measure': 'Content-Length: 99999999999\r\n\r\n{}',
  'no header at all': '{"jsonrpc":"2.0","id":1,"method":"initialize"}\n',
  'a header that never ends': `Content-Length: ${'1'.repeat(5000)}`,
  'bare line feeds': 'Content-Length: 2\n\n{}',
  'a length that is too short': `Content-Length: 3\r\n\r\n{"jsonrpc":"2.0"}${INITIALIZE}`,
  'half a message, and no more': 'Content-Length: 500\r\n\r\n{"jsonrpc"',
}

describe('frames', () => {
  const lostIn = (chunks: readonly string[]): boolean => {
    let lost = false
    const watch = watchFrames(() => {
      lost = true
    })
    for (const chunk of chunks) watch(Buffer.from(chunk))
    return lost
  }

  it('are heard wherever the stream is cut, with other headers too', () => {
    const stream = `${INITIALIZE}Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH: 2\r\n\r\n{}${frame('“ü”')}`
    for (let size = 1; size < 20; size++) {
      const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, index) =>
        stream.slice(index * size, (index + 1) * size),
      )
      assert.equal(lostIn(chunks), false, `chunks of ${size}`)
    }
  })

  it('are known to be unfinished or whole', () => {
    const watch = watchFrames(() => assert.fail('lost'))
    assert.equal(watch(Buffer.from('Content-Le')), true)
    assert.equal(watch(Buffer.from('ngth: 2\r\n\r\n{')), true)
    assert.equal(watch(Buffer.from('}')), false)
    assert.equal(watch(Buffer.from(frame(''))), false)
  })

  for (const [what, stream] of Object.entries(BROKEN))
    if (!what.startsWith('half')) it(`are lost with ${what}`, () => assert.equal(lostIn([stream]), true))
})

describe('a session', () => {
  it('answers nothing before it is initialized', async () => {
    const client = connect()
    await assert.rejects(client.sendRequest('textDocument/hover', {}), { code: ErrorCodes.ServerNotInitialized })
    await assert.rejects(client.sendRequest('shutdown'), { code: ErrorCodes.ServerNotInitialized })
    client.dispose()
  })

  it('is initialized once, and answers nothing after it is shut down', async () => {
    const { client, diagnostics, end } = await begin()
    await assert.rejects(client.sendRequest('initialize', {}), { code: ErrorCodes.InvalidRequest })
    assert.deepEqual(await diagnostics(), [])
    await client.sendRequest(ShutdownRequest.type)
    await assert.rejects(diagnostics(), { code: ErrorCodes.InvalidRequest })
    end()
  })

  it('answers a method that it does not know with an error', async () => {
    const { client, end } = await begin()
    await assert.rejects(client.sendRequest('textDocument/unheardOf', {}), { code: ErrorCodes.MethodNotFound })
    end()
  })
})

describe('the server as a process', function () {
  this.timeout(60_000)
  let program: string
  let server: ChildProcess

  before(() => {
    program = built('server.node.js')
  })

  const start = (...words: string[]): { said: () => string; ended: Promise<number | null> } => {
    server = spawn(process.execPath, [program, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
    let said = ''
    server.stdout?.on('data', (chunk) => {
      said += chunk
    })
    return { said: () => said, ended: once(server, 'exit').then(([code]) => code) }
  }

  afterEach(() => {
    if (server.exitCode === null) server.kill()
  })

  const heard = async (said: () => string, what: string): Promise<void> => {
    for (const end = Date.now() + 3000; !said().includes(what); ) {
      assert.ok(Date.now() < end, `no ${what} in ${said()}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  for (const [what, stream] of Object.entries(BROKEN))
    it(`ends with an error within two seconds of ${what}`, async () => {
      const { said, ended } = start('--stdio')
      server.stdin?.write(INITIALIZE)
      await heard(said, '"serverInfo"')
      const from = Date.now()
      server.stdin?.write(stream)
      assert.equal(await ended, 1)
      assert.ok(Date.now() - from < 2000, `${Date.now() - from} ms`)
    })

  it('answers on after a message that is not JSON, or no object', async () => {
    const { said } = start('--stdio')
    server.stdin?.write(frame('{"jsonrpc": oops') + frame('null') + frame('[1]') + INITIALIZE)
    await heard(said, '"serverInfo"')
    assert.equal(said().split('"id":null').length - 1, 3)
    assert.ok(!said().includes('oops'))
  })

  it('ends with 0 after it was shut down, and with 1 where the client just goes', async () => {
    const polite = start('--stdio')
    server.stdin?.write(INITIALIZE + message({ id: 2, method: 'shutdown' }) + message({ method: 'exit' }))
    assert.equal(await polite.ended, 0)
    const rude = start('--stdio')
    server.stdin?.write(INITIALIZE)
    await heard(rude.said, '"serverInfo"')
    server.stdin?.end()
    assert.equal(await rude.ended, 1)
  })

  it('says what is missing where no transport is named', async () => {
    const { ended } = start()
    const [said] = await once(server.stderr as NodeJS.ReadableStream, 'data')
    assert.match(String(said), /--stdio/)
    assert.equal(await ended, 1)
  })
})
