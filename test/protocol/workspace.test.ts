import assert from 'node:assert/strict'
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type PreviousResultId,
  WorkDoneProgress,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import { able, begin, FOLDER, type Session, URI } from './session.ts'

const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'
const CLEAN = 'Good morning!'
const at = (name: string): string => `${FOLDER}/${name}`

describe('the findings of a whole workspace', function () {
  this.timeout(60_000)
  let session: Session

  beforeEach(async () => {
    session = await begin()
  })
  afterEach(() => session.end())

  const ask = async (previousResultIds: PreviousResultId[] = []): Promise<WorkspaceDocumentDiagnosticReport[]> => {
    const { items } = await session.client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds })
    return items
  }
  const idsOf = (items: readonly WorkspaceDocumentDiagnosticReport[]): PreviousResultId[] =>
    items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }))
  /** How many findings each draft has, by its name; a word where it is unchanged. */
  const shown = (items: readonly WorkspaceDocumentDiagnosticReport[]) =>
    Object.fromEntries(
      items.map((one) => [one.uri.slice(FOLDER.length + 1), one.kind === 'full' ? one.items.length : one.kind]),
    )

  it('are offered, but to a client that asks once somebody wants them', async () => {
    const offered = ({ answer }: Session) =>
      (answer.capabilities.diagnosticProvider as { workspaceDiagnostics: boolean }).workspaceDiagnostics
    assert.equal(offered(session), true)
    const own = await begin(able, { checkWorkspace: true })
    assert.equal(offered(own), false)
    own.end()
  })

  it('are those of the drafts that are not open, Markdown and text, each read as what it is', async () => {
    session.disk
      .set(at('a.md'), LEFTOVER)
      .set(at('b.txt'), `${LEFTOVER}\n${LEFTOVER}\n`)
      .set(at('clean.md'), CLEAN)
      .set(URI, LEFTOVER)
    await session.open(CLEAN)
    const items = await ask()
    assert.deepEqual(shown(items), { 'a.md': 1, 'b.txt': 2, 'clean.md': 0 })
    assert.ok(items.every(({ version }) => version === null))
    await session.close()
    assert.equal(shown(await ask())['draft.md'], 1)
  })

  it('are not said again where nothing has changed, and go with their draft', async () => {
    session.disk.set(at('a.md'), LEFTOVER).set(at('b.md'), LEFTOVER).set(at('c.md'), LEFTOVER)
    const first = await ask()
    session.disk.set(at('b.md'), CLEAN)
    session.disk.delete(at('c.md'))
    const second = await ask(idsOf(first))
    assert.deepEqual(shown(second), { 'a.md': 'unchanged', 'b.md': 0, 'c.md': 0 })
    assert.deepEqual(shown(await ask(idsOf(second))), { 'a.md': 'unchanged', 'b.md': 'unchanged', 'c.md': 0 })
    assert.deepEqual(shown(await ask()), { 'a.md': 1, 'b.md': 0 })
  })

  it('follow the project file, and settings that have changed', async () => {
    session.disk.set(at('a.md'), LEFTOVER).set(at('old/b.md'), LEFTOVER)
    const first = await ask()
    assert.deepEqual(shown(first), { 'a.md': 1, 'old/b.md': 1 })
    session.projectFiles.set(FOLDER, '{"rules": {"citation-needed": "off"}, "exclude": ["old"]}')
    await session.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('.says-who.json'), type: 1 }],
    })
    assert.deepEqual(shown(await ask(idsOf(first))), { 'a.md': 0, 'old/b.md': 0 })
    assert.deepEqual(shown(await ask()), { 'a.md': 0 })
  })

  it('leave out what is no text', async () => {
    session.disk.set(at('image.txt'), `\x89PNG\0${LEFTOVER}`).set(at('a.md'), LEFTOVER)
    assert.deepEqual(shown(await ask()), { 'a.md': 1 })
  })

  it('come one after the other, with the progress that was asked for, and stop when they are not wanted', async () => {
    for (let index = 0; index < 60; index++) session.disk.set(at(`${index}.md`), LEFTOVER)
    const partial: WorkspaceDocumentDiagnosticReport[] = []
    const told: string[] = []
    session.client.onProgress(WorkspaceDiagnosticRequest.partialResult, 'p', ({ items }) => void partial.push(...items))
    session.client.onProgress(WorkDoneProgress.type, 'w', (one) => void told.push(`${one.kind} ${one.message ?? ''}`))
    const tokens = { previousResultIds: [], partialResultToken: 'p', workDoneToken: 'w' }
    const report: WorkspaceDiagnosticReport = await session.client.sendRequest(WorkspaceDiagnosticRequest.type, tokens)
    assert.deepEqual(report.items, [])
    assert.equal(Object.values(shown(partial)).filter((count) => count === 1).length, 60)
    assert.match(told[0] ?? '', /^begin/)
    assert.ok(told.includes('report 30 of 60 drafts'))
    assert.match(told.at(-1) ?? '', /^end/)

    partial.length = 0
    const stop = new CancellationTokenSource()
    session.client.onProgress(WorkspaceDiagnosticRequest.partialResult, 'q', ({ items }) => {
      if (partial.push(...items) === 3) stop.cancel()
    })
    const stopped = session.client.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [], partialResultToken: 'q' },
      stop.token,
    )
    await assert.rejects(stopped, { code: LSPErrorCodes.RequestCancelled })
    assert.ok(partial.length < 30, `${partial.length} came`)
  })

  it('are looked for while somebody types, who is heard in between', async () => {
    session.disk.set(at('long.md'), 'The river ran high and the bridge was shut.\n\n'.repeat(12_000))
    await session.open(LEFTOVER)
    const order: string[] = []
    const whole = ask().then((items) => {
      order.push('workspace')
      return items
    })
    for (let version = 2; version < 6; version++) {
      await session.change(version, { text: `${LEFTOVER}\n\n`.repeat(version) })
      const found = (await session.diagnostics()).filter(({ code }) => code === 'citation-needed')
      assert.equal(found.length, version)
      order.push('typing')
    }
    assert.deepEqual(Object.keys(shown(await whole)), ['long.md'])
    assert.deepEqual(order.slice(0, 3), ['typing', 'typing', 'typing'])
  })

  it('end after ten thousand, with a sentence that says so', async () => {
    for (let index = 0; index < 14; index++) session.disk.set(at(`${index}.md`), `${LEFTOVER}\n\n`.repeat(1100))
    const items = await ask()
    assert.equal(items.length, 10)
    const [last] = items.slice(-1)
    assert.ok(last?.kind === 'full')
    assert.match(String(last.items[0]?.message), /first 10,000 findings of the workspace/)
  })
})
