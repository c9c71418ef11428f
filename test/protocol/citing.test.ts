import assert from 'node:assert/strict'
import {
  CompletionRequest,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  type LocationLink,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { applied, at, BIB, DRAFT, ENTRY, OTHER, placeOf } from './citedDesk.ts'
import { able, begin, FOLDER, type Session, URI, until } from './session.ts'

describe('citing in the language server', () => {
  let session: Session

  beforeEach(async () => {
    session = await begin()
    session.disk.set(BIB, ENTRY + OTHER)
  })
  afterEach(() => session.end())

  const openDraft = async (text = DRAFT): Promise<void> => {
    session.disk.set(URI, text)
    await session.open(text)
  }
  const codes = async (): Promise<Array<string | number | undefined>> =>
    (await session.diagnostics()).map(({ code }) => code).filter((code) => /citation|reference/.test(String(code)))

  it('finds the keys that the bibliography lacks, and looks again when it changes', async () => {
    await openDraft()
    assert.deepEqual(await codes(), ['undefined-citation'])
    session.disk.set(BIB, `${ENTRY}@book{doe1999, title = {Water}, publisher = {Hill}}`)
    await session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: BIB, type: FileChangeType.Changed }],
    })
    assert.deepEqual(await codes(), [])
  })

  it('reads the front matter anew where a letter behind its last mark opens it', async () => {
    await openDraft()
    assert.deepEqual(await codes(), ['undefined-citation'])
    const behind = { line: DRAFT.slice(0, DRAFT.indexOf('\n---')).split('\n').length, character: 3 }
    await session.change(2, { range: { start: behind, end: behind }, text: 'x' })
    assert.deepEqual(await codes(), [])
    await session.change(3, { range: { start: behind, end: { ...behind, character: 4 } }, text: '' })
    assert.deepEqual(await codes(), ['undefined-citation'])
  })

  it('sends what is wrong in a bibliography to the bibliography', async () => {
    session.disk.set(BIB, '@article{broken,\n  title = {Never closed\n')
    await openDraft()
    await session.diagnostics()
    const sent = await until('diagnostics of the bibliography', () =>
      session.published.findLast(({ uri }) => uri === BIB),
    )
    assert.ok(sent.diagnostics.some(({ code }) => code === 'broken-reference'))
    session.disk.set(BIB, ENTRY)
    await session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: BIB, type: FileChangeType.Changed }],
    })
    await session.diagnostics()
    await until('no more of them', () => session.published.findLast(({ uri }) => uri === BIB)?.diagnostics.length === 0)
  })

  it('says that a bibliography cannot be read, and asks for none outside the workspace', async () => {
    for (const path of [
      'missing.bib',
      '../other/a.bib',
      '/desk/refs/a.bib',
      'file:///desk/refs/a.bib',
      '\\\\host\\a.bib',
    ]) {
      const text = DRAFT.replace('refs/a.bib', `'${path}'`)
      await session.open(text)
      assert.deepEqual(await codes(), ['broken-reference'], path)
      await session.close()
    }
  })

  it('reads the bibliography of the project, and the one that is open rather than the one on the disk', async () => {
    session.projectFiles.set(FOLDER, '{"bibliography": "refs/a.bib"}')
    await openDraft('It fell [@calder2020]. It rose [@new].')
    assert.deepEqual(await codes(), ['undefined-citation'])
    await session.open(`${ENTRY}@misc{new, title = {New}, url = {https://a.org}, date = {2020}}`, 'plaintext', BIB)
    assert.deepEqual(await codes(), [])
    assert.deepEqual(await session.diagnostics(BIB), [])
  })

  it('leads from a key to its entry, and from the entry to every claim that it carries, in closed drafts too', async () => {
    await openDraft()
    const other = `${FOLDER}/b.md`
    session.disk.set(other, DRAFT)
    session.disk.set(`${FOLDER}/c.md`, 'It fell [@calder2020].')
    const found = (await session.client.sendRequest(DefinitionRequest.type, at(DRAFT, '@calder2020'))) as LocationLink[]
    assert.deepEqual(
      found.map(({ targetUri, targetSelectionRange: { start } }) => [targetUri, start]),
      [[BIB, { line: 0, character: 9 }]],
    )
    const context = { includeDeclaration: true }
    const fromDraft = await session.client.sendRequest(ReferencesRequest.type, { ...at(DRAFT, '@calder2020'), context })
    assert.deepEqual(
      fromDraft?.map(({ uri }) => uri),
      [BIB, URI, other],
    )
    const fromEntry = await session.client.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: BIB },
      position: { line: 2, character: 4 },
      context,
    })
    assert.deepEqual(fromEntry, fromDraft)
  })

  it('renames a key in the bibliography and in every draft that cites it there', async () => {
    await openDraft()
    const other = `${FOLDER}/b.md`
    session.disk.set(other, DRAFT)
    session.disk.set(`${FOLDER}/c.md`, 'It fell [@calder2020].')
    const place = at(DRAFT, '@calder2020')
    const prepared = await session.client.sendRequest(PrepareRenameRequest.type, place)
    assert.deepEqual(prepared && 'placeholder' in prepared && prepared.placeholder, 'calder2020')
    const edit = await session.client.sendRequest(RenameRequest.type, { ...place, newName: 'dam-2020' })
    const texts = { [URI]: DRAFT, [other]: DRAFT, [BIB]: ENTRY + OTHER }
    assert.deepEqual(
      applied(edit, texts),
      Object.fromEntries(Object.entries(texts).map(([uri, text]) => [uri, text.replaceAll('calder2020', 'dam-2020')])),
    )
    await assert.rejects(
      session.client.sendRequest(RenameRequest.type, { ...place, newName: 'ito2021' }),
      /has the key/,
    )
  })

  it('completes keys with who, when and the whole reference, as plain text', async () => {
    const text = DRAFT.replace('@doe1999', '@ito')
    await openDraft(text)
    const position = placeOf(text, '@ito]')
    const found = await session.client.sendRequest(CompletionRequest.type, { textDocument: { uri: URI }, position })
    const items = found === null || Array.isArray(found) ? [] : found.items
    assert.deepEqual(
      items.map(({ label, detail, documentation }) => [label, detail, typeof documentation]),
      [['ito2021', 'Ito, 2021', 'string']],
    )
  })

  it('shows a reference in a hover, and nothing of it as markup', async () => {
    const text = DRAFT.replace('@doe1999', '@ito2021')
    await openDraft(text)
    const found = await session.client.sendRequest(HoverRequest.type, at(text, '@ito2021'))
    const shown = (found as { contents: { value: string } }).contents.value
    assert.match(shown, /Ken Ito/)
    assert.doesNotMatch(shown, /(?<!\\)!\[|(?<!\\)\]\(|http:\/\//)
  })

  it('marks, folds, links and lists', async () => {
    const text = `${DRAFT}\nA.[^1] B.[^1]\n\n[^1]: One, https://a.org/x.\n[^2]: Two.\n`
    await openDraft(text)
    const marks = await session.client.sendRequest(DocumentHighlightRequest.type, at(text, '[^1]'))
    assert.equal(marks?.length, 3)
    const folds = await session.client.sendRequest(FoldingRangeRequest.type, { textDocument: { uri: URI } })
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => endLine - startLine),
      [1],
    )
    const links = await session.client.sendRequest(DocumentLinkRequest.type, { textDocument: { uri: URI } })
    assert.equal(links?.[0]?.target, BIB)
    const symbols = await session.client.sendRequest(WorkspaceSymbolRequest.type, { query: 'calder dam' })
    assert.deepEqual(
      symbols?.map(({ name }) => name.split(':')[0]),
      ['calder2020'],
    )
  })

  it('logs nothing of a draft or a bibliography', async () => {
    await openDraft()
    await session.diagnostics()
    await session.client
      .sendRequest('saysWho/cite', { textDocument: { uri: URI }, range: null, source: 7 })
      .catch(() => {})
    assert.ok(session.logged.every((line) => !/Valley|calder/i.test(line)))
  })

  it('answers a client that takes no versioned edits', async () => {
    session.end()
    const capabilities = structuredClone(able)
    delete capabilities.workspace?.workspaceEdit
    session = await begin(capabilities)
    session.disk.set(BIB, ENTRY)
    await openDraft()
    const edit = await session.client.sendRequest(RenameRequest.type, { ...at(DRAFT, '@calder2020'), newName: 'x2020' })
    assert.deepEqual(Object.keys(edit?.changes ?? {}), [URI, BIB])
  })
})
