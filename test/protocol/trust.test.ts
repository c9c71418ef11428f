import assert from 'node:assert/strict'
import {
  type DiagnosticSeverity,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  type FullDocumentDiagnosticReport,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node'
import { noFiles } from '../../server/lsp/files.ts'
import { able, begin, connect, FOLDER, noNetwork, type Session, URI } from './session.ts'

const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'
const WHOLE = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
const VIRTUAL = 'vscode-vfs://github/somebody/drafts'

describe('what an editor may bring', function () {
  this.timeout(60_000)
  let session: Session

  beforeEach(async () => {
    session = await begin()
  })
  afterEach(() => session.end())

  it('several folders, each with its own settings, the innermost first', async () => {
    const other = 'file:///other'
    await session.client.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: {
        added: [
          { uri: other, name: 'other' },
          { uri: `${FOLDER}/inner`, name: 'inner' },
        ],
        removed: [],
      },
    })
    session.projectFiles
      .set(FOLDER, '{"rules": {"citation-needed": "off"}}')
      .set(`${FOLDER}/inner`, '{"rules": {"citation-needed": "hint"}}')
    const severity = async (uri: string): Promise<DiagnosticSeverity | undefined> => {
      await session.open(LEFTOVER, 'markdown', uri)
      return (await session.diagnostics(uri)).find(({ code }) => code === 'citation-needed')?.severity
    }
    assert.equal(await severity(URI), undefined)
    assert.equal(await severity(`${FOLDER}/inner/a.md`), 4)
    assert.equal(await severity(`${other}/a.md`), 2)
  })

  it('a folder that it tells of again and again: it is looked through once', async () => {
    const added = [FOLDER, `${FOLDER}/`].map((uri) => ({ uri, name: 'desk' }))
    for (let time = 0; time < 5; time++)
      await session.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } })
    let looks = 0
    const keys = session.disk.keys.bind(session.disk)
    session.disk.keys = () => {
      looks++
      return keys()
    }
    await session.client.sendRequest('workspace/diagnostic', { previousResultIds: [] })
    assert.equal(looks, 1)
  })

  it('an article right after it was opened: all of it is read, not its beginning alone', async () => {
    const text = Array.from(
      { length: 40 },
      (_, n) => `# Part ${n}\n\nThe mayor resigned ${n} times [citation needed].\n`,
    )
    await session.open(text.join('\n'.repeat(150)))
    const outline = await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })
    assert.equal(outline?.length, 40)
  })

  it('another draft in the place of one whose bibliography is still being read', async () => {
    let asked = (): void => {}
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    let come = (): void => {}
    const file = new Promise<undefined>((resolve) => {
      come = () => resolve(undefined)
    })
    const read = (): Promise<undefined> => {
      asked()
      return file
    }
    const slow = await begin(able, {}, undefined, {
      projectFile: async () => undefined,
      canRead: () => true,
      read,
      drafts: async () => [],
    })
    try {
      await slow.open('---\nbibliography: none.bib\n---\n\nHe said so.')
      const answer = slow.diagnostics()
      await isAsked
      await slow.close()
      await slow.open('He said so.')
      // what is sent after it is heard before the file comes
      await slow.client.sendRequest('saysWho/unknown', {}).catch(() => {})
      come()
      assert.deepEqual(await answer, [])
    } finally {
      slow.end()
    }
  })

  it('a file that is no text: nothing is found in it, and nothing fails', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * index * 31 + (index >> 3)) & 255)
    for (const text of ['\0\0\0\0', '\0'.repeat(100_000), new TextDecoder().decode(bytes)]) {
      await session.open(text, 'plaintext')
      assert.deepEqual(await session.diagnostics(), [])
      await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })
      assert.deepEqual(await session.actions(WHOLE, ['quickfix']), [])
      await session.close()
    }
    assert.deepEqual(session.logged, [])
  })

  it('a file too large to be sent: nothing is said of it, open or not', async () => {
    session.disk.set(`${FOLDER}/large.md`, `${LEFTOVER}\n\n`.repeat(250_000)).set(`${FOLDER}/small.md`, LEFTOVER)
    assert.deepEqual(await session.diagnostics(`${FOLDER}/large.md`), [])
    const { items } = await session.client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })
    assert.deepEqual(
      items.map(({ uri }) => uri),
      [`${FOLDER}/small.md`],
    )
  })

  it('thousands of findings: the first thousand, and one line that says so', async () => {
    await session.open(`${LEFTOVER}\n\n`.repeat(3000))
    let found = await session.diagnostics()
    while (!String(found.at(-1)?.message).includes('3,000')) found = await session.diagnostics()
    assert.equal(found.length, 1001)
    assert.ok(found.slice(0, 1000).every(({ code }) => code === 'citation-needed'))
    assert.equal(found[1000]?.message, 'Says Who shows the first 1,000 of 3,000 findings; settle some to see the rest.')
  })

  it('one endless line: messages are heard while it is read, and its end is read too', async () => {
    const line = 'The river ran high and the bridge was shut, and nobody came. '.repeat(5000)
    await session.open(line + LEFTOVER, 'plaintext')
    let heard = 0
    const isRead = async (): Promise<boolean> => {
      const hover = { textDocument: { uri: URI }, position: { line: 0, character: 10 } }
      await session.client.sendRequest(HoverRequest.type, hover)
      heard++
      return (await session.diagnostics()).some(({ code }) => code === 'citation-needed')
    }
    while (!(await isRead()));
    assert.ok(heard > 1, `only ${heard} were heard before the end`)
  })
})

describe('a workspace on no disk', () => {
  it('is read by the client: project file, bibliography and drafts that are not open', async () => {
    const client = connect(new Map(), new Map(), noNetwork, noFiles)
    const vault = new Map([
      [`${VIRTUAL}/sources.bib`, '@book{calder2020, title = {Rivers}, author = {Calder, Ann}, year = 2020}'],
      [`${VIRTUAL}/closed.md`, `${LEFTOVER}\n\nSo she wrote [@nobody].`],
    ])
    const asked: string[] = []
    client.onRequest('saysWho/projectFile', () => ({
      text: '{"rules": {"citation-needed": "hint"}, "bibliography": "sources.bib"}',
    }))
    client.onRequest('saysWho/readFile', ({ uri }: { uri: string }): { base64?: string } => {
      asked.push(uri)
      const text = vault.get(uri)
      return text === undefined ? {} : { base64: btoa(text) }
    })
    client.onRequest('saysWho/drafts', () => ({ uris: [`${VIRTUAL}/closed.md`, `${VIRTUAL}/open.md`] }))
    client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})))
    await client.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: able,
      workspaceFolders: [{ uri: VIRTUAL, name: 'drafts' }],
      initializationOptions: { projectFile: true, files: true },
    })
    await client.sendNotification(InitializedNotification.type, {})
    const uri = `${VIRTUAL}/open.md`
    const text = `${LEFTOVER}\n\nSo she wrote [@calder2020].`
    await client.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    })
    const { items } = (await client.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    })) as FullDocumentDiagnosticReport
    const seen = (list: FullDocumentDiagnosticReport['items']) => list.map(({ code, severity }) => [code, severity])
    assert.deepEqual(seen(items), [['citation-needed', 4]])
    const all = await client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [] })
    assert.equal(all.items.length, 1)
    const [closed] = all.items
    assert.ok(closed?.kind === 'full' && closed.uri === `${VIRTUAL}/closed.md`)
    assert.deepEqual(seen(closed.items), [
      ['citation-needed', 4],
      ['undefined-citation', 2],
    ])
    assert.ok(asked.every((one) => one.startsWith(`${VIRTUAL}/`)))
    client.dispose()
  })
})
