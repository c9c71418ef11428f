import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { built, root } from '../built.ts'
import { able } from '../protocol/session.ts'

const SPY = join(root, 'test/lookup/spy.cjs')
const uri = 'file:///desk/draft.md'
const DRAFT = `---
bibliography: https://sources.example/refs.bib
---
Crime has tripled since 2019, [the Times](https://times.example/a) reported; see https://doi.org/10.1000/182 and [@roe2020].

![a picture](https://tracker.example/pixel.png) A note.[^1] The mayor was accused of fraud.

[^1]: https://127.0.0.1:23119/api, [a list](//times.example/b).
`

describe('no connection is opened', function () {
  this.timeout(60_000)
  let server: ChildProcess
  let client: ProtocolConnection
  let told = ''

  /** Starts the server as an editor does, with a spy in it. */
  async function start(initializationOptions: object): Promise<void> {
    told = ''
    server = spawn(process.execPath, ['--require', SPY, built('server.node.js'), '--stdio'], { stdio: 'pipe' })
    server.stderr?.on('data', (chunk) => {
      told += chunk
    })
    const [out, into] = [server.stdout as NodeJS.ReadableStream, server.stdin as NodeJS.WritableStream]
    client = createProtocolConnection(new StreamMessageReader(out), new StreamMessageWriter(into))
    client.listen()
    client.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})))
    client.onRequest('saysWho/projectFile', () => ({ text: '{"exclude": []}' }))
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: able,
      workspaceFolders: [{ uri: 'file:///desk', name: 'desk' }],
      initializationOptions,
    })
    await client.sendNotification(InitializedNotification.type, {})
  }

  afterEach(() => {
    client?.dispose()
    server?.kill()
  })

  it('by the server in a whole session in which nothing is looked up, though it may be', async () => {
    await start({ status: true, projectFile: true, lookUps: ['doi', 'url', 'zotero'] })
    const textDocument = { uri }
    const document = { uri, languageId: 'markdown', version: 1, text: DRAFT }
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: document })
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    const report = await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })
    assert.ok(report.kind === 'full' && report.items.length > 0)
    for (let character = 0; character < 120; character += 10)
      await client.sendRequest(HoverRequest.type, { textDocument, position: { line: 3, character } })
    await client.sendRequest(DocumentSymbolRequest.type, { textDocument })
    const actions = await client.sendRequest(CodeActionRequest.type, {
      textDocument,
      range,
      context: { diagnostics: [] },
    })
    assert.ok(actions && actions.length > 0)
    for (const action of actions) if ('data' in action) await client.sendRequest(CodeActionResolveRequest.type, action)
    const change = { range: { start: range.start, end: range.start }, text: 'See https://other.example/c.\n' }
    await client.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [change],
    })
    await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument })
    await client.sendRequest(ShutdownRequest.type)
    assert.equal(told, '')
  })

  it('by the server until something is looked up, and then to that host alone', async () => {
    await start({ lookUps: ['zotero'] })
    await assert.rejects(client.sendRequest('saysWho/lookUp', { kind: 'doi', text: '10.1000/182' }))
    assert.equal(told, '')
    await client.sendRequest('saysWho/lookUp', { kind: 'zotero', text: 'tides' }).catch(() => {})
    const lines = told.trim().split('\n')
    assert.ok(lines.length > 0)
    for (const line of lines) assert.match(line, /^\[spy\] connect .*"127\.0\.0\.1"/)
  })

  it('by the command line', () => {
    const run = spawnSync(process.execPath, ['--require', SPY, built('cli.js'), 'check', 'seeds'], {
      cwd: root,
      encoding: 'utf8',
    })
    assert.match(run.stdout, /unsourced-claim/)
    assert.doesNotMatch(run.stderr, /\[spy\]/)
    const line = `${JSON.stringify({ id: 'a', text: DRAFT, language: 'markdown' })}\n`
    const read = spawnSync(process.execPath, ['--require', SPY, built('cli.js'), 'read', '--jsonl'], {
      cwd: root,
      input: line,
      encoding: 'utf8',
    })
    assert.match(read.stdout, /"claims"/)
    assert.doesNotMatch(read.stderr, /\[spy\]/)
  })
})
