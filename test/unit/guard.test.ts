import assert from 'node:assert/strict'
import {
  type DataCallback,
  Emitter,
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  ResponseError,
} from 'vscode-languageserver'
import { watchFrames, watchStalls } from '../../server/lsp/frames.ts'
import { describe as described, guarded, kept } from '../../server/lsp/guard.ts'

/** A guard, with what came through it and what it answered. */
function watched() {
  const heard: unknown[] = []
  const answers: unknown[] = []
  const errors = new Emitter<Error>()
  const closed = new Emitter<void>()
  let say: DataCallback = () => assert.fail('nobody listens')
  let disposed = false
  const reader = {
    onError: errors.event,
    onClose: closed.event,
    onPartialMessage: new Emitter().event,
    listen: (hear: DataCallback) => {
      say = hear
      return { dispose: () => {} }
    },
    dispose: () => {
      disposed = true
    },
  } as MessageReader
  const writer = { write: async (message: Message) => void answers.push(message) } as unknown as MessageWriter
  const guard = guarded(reader, writer, () => {})
  guard.listen((message) => void heard.push(message))
  return {
    guard,
    heard,
    answers,
    errors,
    isDisposed: () => disposed,
    say: (message: unknown) => say(message as Message),
  }
}
const request = (method: string, id: unknown = 1, params: unknown = { capabilities: {} }) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
})
const error = (id: unknown, code: number) => ({ id, code })
const codesIn = (answers: unknown[]) =>
  (answers as { jsonrpc: string; id: unknown; error: { code: number; message: string } }[]).map((answer) => {
    assert.equal(answer.jsonrpc, '2.0')
    assert.match(answer.error.message, /^[“A-Z].{10,}\.$/)
    return error(answer.id, answer.error.code)
  })

describe('the guard', () => {
  it('hears only “initialize” and “exit” before the session, and answers other requests', () => {
    const { say, heard, answers } = watched()
    say(request('textDocument/hover', 7))
    say({ jsonrpc: '2.0', method: 'textDocument/didOpen' })
    say(request('shutdown', 8))
    say({ jsonrpc: '2.0', method: 'exit' })
    assert.deepEqual(heard, [{ jsonrpc: '2.0', method: 'exit' }])
    assert.deepEqual(
      codesIn(answers),
      [7, 8].map((id) => error(id, ErrorCodes.ServerNotInitialized)),
    )
  })

  it('takes for the first message only a request that says what the client can do', () => {
    const { say, heard, answers } = watched()
    say({ jsonrpc: '2.0', method: 'initialize', params: {} })
    for (const id of [null, {}, true]) say(request('initialize', id))
    for (const params of [
      null,
      [],
      'x',
      undefined,
      {},
      { capabilities: null },
      { capabilities: [] },
      { capabilities: 1 },
    ])
      say({ jsonrpc: '2.0', id: 'a', method: 'initialize', params })
    assert.deepEqual(heard, [])
    assert.deepEqual(
      codesIn(answers).map(({ code }) => code),
      [...Array(3).fill(ErrorCodes.InvalidRequest), ...Array(8).fill(ErrorCodes.InvalidParams)],
    )
    say(request('initialize', 'b'))
    assert.equal(heard.length, 1)
  })

  it('hears everything but a second “initialize” while the session runs, and nothing but “exit” after it', () => {
    const { say, heard, answers } = watched()
    say(request('initialize'))
    say(request('initialize', 2))
    say(request('textDocument/hover', 3))
    say({ jsonrpc: '2.0', id: 9, result: null })
    say({ jsonrpc: '2.0', method: 'shutdown' })
    say(request('textDocument/hover', 4))
    say(request('shutdown', 5, undefined))
    say(request('textDocument/hover', 6))
    say(request('initialize', 7))
    say({ jsonrpc: '2.0', method: 'textDocument/didOpen' })
    say({ jsonrpc: '2.0', id: 10, result: null })
    say({ jsonrpc: '2.0', method: 'exit' })
    assert.deepEqual(
      heard.map(
        (message) => (message as { id?: number; method?: string }).id ?? (message as { method?: string }).method,
      ),
      [1, 3, 9, 4, 5, 10, 'exit'],
    )
    assert.deepEqual(
      codesIn(answers),
      [2, 6, 7].map((id) => error(id, ErrorCodes.InvalidRequest)),
    )
  })

  it('answers what is no message, and what is no JSON', () => {
    const { say, heard, answers, errors } = watched()
    for (const wrong of [null, 7, 'x', [], true]) say(wrong)
    errors.fire(new Error('Unexpected token in “secret”'))
    assert.deepEqual(heard, [])
    assert.deepEqual(codesIn(answers), [
      ...Array(5).fill(error(null, ErrorCodes.InvalidRequest)),
      error(null, ErrorCodes.ParseError),
    ])
    assert.doesNotMatch(JSON.stringify(answers), /secret/)
  })

  it('is disposed with its reader', () => {
    const { guard, isDisposed } = watched()
    guard.dispose()
    assert.ok(isDisposed())
  })
})

describe('a handler that is kept', () => {
  it('gives its answer, late or at once', async () => {
    const log = (): void => assert.fail('logged')
    assert.equal(await kept('hover', log, () => 1), 1)
    assert.equal(await kept('hover', log, async () => 2), 2)
  })

  it('refuses on purpose without a line in the log', async () => {
    const refused = new ResponseError(ErrorCodes.InvalidParams, 'no')
    await assert.rejects(
      kept(
        'hover',
        () => assert.fail('logged'),
        () => Promise.reject(refused),
      ),
      (error) => error === refused,
    )
  })

  it('fails as an error that tells nothing, and one line that says where', async () => {
    const lines: string[] = []
    const failing = kept(
      'hover',
      (line) => lines.push(line),
      () => {
        throw new RangeError('secret')
      },
    )
    await assert.rejects(failing, { code: ErrorCodes.InternalError, message: /log says where/ })
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /^hover failed: RangeError at .*guard\.test\.ts/)
  })
})

describe('an error in the log', () => {
  it('is its kind and its place, if that is known, and nothing of its message', () => {
    assert.match(described(new RangeError('a\n    at the bar')), /^RangeError at .*guard\.test\.ts:\d+:\d+\)?$/)
    assert.match(described(new Error()), /^Error at .*guard\.test\.ts/)
    assert.equal(described('secret'), 'an unknown error')
    assert.equal(described(Object.assign(new Error('unseen'), { stack: 'changed\n    at b' })), 'Error')
    assert.equal(described(Object.assign(new Error('seen'), { stack: 'seen' })), 'Error')
    assert.equal(described(Object.assign(new Error('seen'), { stack: 'seen\n    at b' })), 'Error at b')
    assert.equal(described(Object.assign(new Error('seen'), { stack: undefined })), 'Error')
  })
})

describe('frames', () => {
  const lost = (text: string): { lost: number; unfinished: boolean } => {
    let count = 0
    const watch = watchFrames(() => count++)
    const unfinished = watch(Buffer.from(text))
    return { lost: count, unfinished }
  }

  it('of up to 64 MiB are heard', () => {
    assert.deepEqual(lost(`Content-Length: ${64 * 1024 * 1024}\r\n\r\n`), { lost: 0, unfinished: true })
    assert.deepEqual(lost(`Content-Length: ${64 * 1024 * 1024 + 1}\r\n\r\n`), { lost: 1, unfinished: false })
    assert.deepEqual(lost('Content-Length: 0\r\n\r\n'), { lost: 0, unfinished: false })
    assert.deepEqual(lost('Content-Length:  5 \r\n\r\n12345'), { lost: 0, unfinished: false })
    assert.deepEqual(lost('Content-Length: 5\r\n\r\n1234'), { lost: 0, unfinished: true })
    assert.deepEqual(lost('Content-Length: +5\r\n\r\n'), { lost: 1, unfinished: false })
    assert.deepEqual(lost('Content-Length: 5a\r\n\r\n'), { lost: 1, unfinished: false })
  })

  it('have headers of letters, with a colon and CRLF', () => {
    for (const wrong of [
      'Content_Length',
      'Content-Length: 5\n',
      'Content-Length 5\r\n',
      '\n',
      'A: 1\r\n\r\n',
      ' ',
      'A: 1\r\n{',
      '\r',
      '_: 1',
    ])
      assert.deepEqual(lost(wrong), { lost: 1, unfinished: false }, JSON.stringify(wrong))
    for (const begun of ['C', 'Content-', 'Content-Length: 5', 'Content-Length: 5\r', 'A: b\r\nC', 'A: {}_1\r\n\r'])
      assert.deepEqual(lost(begun), { lost: 0, unfinished: true }, JSON.stringify(begun))
  })

  it('have a header of up to 4096 bytes', () => {
    assert.deepEqual(lost(`A: ${'x'.repeat(4093)}`), { lost: 0, unfinished: true })
    assert.deepEqual(lost(`A: ${'x'.repeat(4094)}`), { lost: 1, unfinished: false })
  })

  it('are lost where half a line break stands in a header', () => {
    let count = 0
    const watch = watchFrames(() => count++)
    watch(Buffer.from('Content-Length: 2\r\r\n\r\n{}'))
    assert.equal(count, 1)
  })

  it('are lost where a header tells two lengths', () => {
    let count = 0
    const watch = watchFrames(() => count++)
    watch(Buffer.from('Content-Length: 2\r\nContent-Length: 7\r\n\r\n{}'))
    assert.equal(count, 1)
  })

  it('are lost once, and then nothing is heard', () => {
    let count = 0
    const watch = watchFrames(() => count++)
    for (let time = 0; time < 3; time++) assert.equal(watch(Buffer.from('{}\n\n')), false)
    assert.equal(count, 1)
  })
})

describe('a message that is unfinished', function () {
  this.timeout(10_000)

  /** Tells of chunks every 100 ms, for so long, and gives whether it was given up. */
  async function stalls(
    chunks: readonly (readonly [bytes: number, unfinished: boolean])[],
    ms: number,
  ): Promise<boolean> {
    let stalled = 0
    const watch = watchStalls(() => stalled++)
    for (const [bytes, unfinished] of chunks) {
      watch(bytes, unfinished)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    await new Promise((resolve) => setTimeout(resolve, ms))
    watch(0, false)
    assert.ok(stalled <= 1)
    return stalled === 1
  }

  it('is given up where nothing more of it comes, or as little as somebody types', async () => {
    assert.equal(await stalls([[100_000, true]], 1500), true)
    assert.equal(await stalls(Array(16).fill([200, true]), 0), true)
  })

  it('is waited for while it comes, however long it takes, and after that', async () => {
    assert.equal(await stalls([...Array(20).fill([5000, true]), [10, false]], 1300), false)
    assert.equal(
      await stalls(
        [
          [10, true],
          [10, false],
          [10, true],
          [10, false],
        ],
        1300,
      ),
      false,
    )
  })
})
