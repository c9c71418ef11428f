import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built, root } from '../built.ts'
import { message } from './server.ts'

const uri = 'file:///desk/draft.md'
const textDocument = { uri }
const position = { line: 0, character: 9 }
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
const DRAFT = `---
bibliography: https://sources.example/refs.bib
---
Crime has tripled since 2019, [the Times](https://times.example/a) reported; see https://doi.org/10.1000/182 and [@roe2020].

![a picture](https://tracker.example/pixel.png) A note.[^1]

[^1]: https://127.0.0.1:23119/api
`
const lookUps = ['doi', 'url', 'zotero']
const SESSION = Buffer.concat(
  [
    {
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {}, initializationOptions: { lookUps } },
    },
    { method: 'initialized', params: {} },
    {
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'markdown', version: 1, text: DRAFT } },
    },
    { id: 2, method: 'textDocument/hover', params: { textDocument, position } },
    { id: 3, method: 'textDocument/codeAction', params: { textDocument, range, context: { diagnostics: [] } } },
    { id: 4, method: 'textDocument/documentSymbol', params: { textDocument } },
    { id: 5, method: 'textDocument/documentLink', params: { textDocument } },
    { id: 6, method: 'textDocument/diagnostic', params: { textDocument } },
  ].map(message),
)

const END = Buffer.concat([{ id: 7, method: 'shutdown' }, { method: 'exit' }].map(message))

/** Runs Node under strace; once it has printed `last` it is told `farewell`, without `last` its input ends. Gives the sockets that it asked the kernel for, one line each, and what it printed. */
async function traced(words: readonly string[], input: Uint8Array | string = '', last = '', farewell = END) {
  const folder = mkdtempSync(join(tmpdir(), 'says-who-'))
  try {
    const calls = join(folder, 'calls')
    const trace = ['-f', '-qq', '-e', 'trace=socket,connect,bind,sendto,sendmsg', '-o', calls]
    const child = spawn('strace', [...trace, process.execPath, ...words], { cwd: root })
    let printed = ''
    child.stdout.on('data', (chunk) => {
      const isLast = last !== '' && !printed.includes(last)
      printed += chunk
      if (isLast && printed.includes(last)) child.stdin.write(farewell)
    })
    child.stdin.on('error', () => {}).write(input)
    if (last === '') child.stdin.end()
    await once(child, 'close')
    const lines = readFileSync(calls, 'utf8').split('\n')
    return { sockets: lines.filter((line) => /AF_INET|AF_PACKET/.test(line)), printed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('the kernel is asked for no socket of the internet', function () {
  this.timeout(120_000)

  before(async function () {
    const tried = await traced(['-e', 'console.log(1)']).catch(() => undefined)
    if (tried?.printed === '1\n') return
    console.log('        The tests with strace are skipped: it is not installed, or may not watch a program here.')
    this.skip()
  })

  it('unless somebody connects, which is seen', async () => {
    const connecting = await traced(['-e', "require('net').connect(9, '127.0.0.1').on('error', () => console.log(1))"])
    assert.ok(connecting.sockets.length > 0)
  })

  it('by the server, in a session in which nothing is looked up', async () => {
    const session = await traced([built('server.node.js'), '--stdio'], SESSION, '"id":6,')
    for (let id = 1; id <= 6; id++) assert.ok(session.printed.includes(`"id":${id},`), `no answer to ${id}`)
    assert.deepEqual(session.sockets, [])
  })

  it('by the command line', async () => {
    const check = await traced([built('cli.js'), 'check', 'seeds'])
    assert.match(check.printed, /unsourced-claim/)
    assert.deepEqual(check.sockets, [])
    const line = `${JSON.stringify({ id: 'a', text: DRAFT, language: 'markdown' })}\n`
    const read = await traced([built('cli.js'), 'read', '--jsonl'], line)
    assert.match(read.printed, /"claims"/)
    assert.deepEqual(read.sockets, [])
  })
})
