import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { built } from '../built.ts'

describe('the server in a web worker', function () {
  this.timeout(60_000)

  /** The bundle in a world that has what a worker has. */
  function start() {
    const said: { method?: string; id?: number; result?: object }[] = []
    const hearers: [event: string, hear: (event: object) => void][] = []
    let closed = false
    const world: Record<string, unknown> = {
      postMessage: (message: object) => void said.push(message),
      addEventListener: (event: string, hear: (event: object) => void) => void hearers.push([event, hear]),
      close: () => {
        closed = true
      },
      importScripts: () => void runInContext(readFileSync(built('core.js'), 'utf8'), context),
      setTimeout,
      clearTimeout,
      setImmediate,
      queueMicrotask,
      console,
      TextEncoder,
      TextDecoder,
      URL,
      AbortController,
      atob,
      btoa,
    }
    const context = createContext(world)
    runInContext(readFileSync(built('server.browser.js'), 'utf8'), context)
    const send = (data: unknown): void => (world.onmessage as (event: object) => void)({ data })
    return { said, hearers, send, isClosed: () => closed }
  }

  it('answers, and ends with its last word where it fails, so that another is started', async () => {
    const { said, hearers, send, isClosed } = start()
    send('core.js')
    // each message comes in a turn of its own
    await new Promise((resolve) => setTimeout(resolve, 0))
    send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } })
    for (let turn = 0; turn < 100 && said.length === 0; turn++) await new Promise((resolve) => setTimeout(resolve, 10))
    assert.equal(said[0]?.id, 1)
    assert.ok(said[0]?.result)
    assert.ok(hearers.some(([event]) => event === 'unhandledrejection'))
    for (const [event, hear] of hearers) if (event === 'error') hear({ message: 'it failed' })
    assert.ok(said.some(({ method }) => method === 'saysWho/failed'))
    assert.ok(isClosed())
  })
})
