import assert from 'node:assert/strict'
import {
  type CodeAction,
  CompletionRequest,
  CreateFile,
  DefinitionRequest,
  DidChangeWatchedFilesNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
  type LocationLink,
  type Position,
  PrepareRenameRequest,
  type Range,
  ReferencesRequest,
  RenameRequest,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { able, begin, FOLDER, type Session, URI, until } from './session.ts'

const BIB = `${FOLDER}/refs/a.bib`
const ENTRY =
  '@article{calder2020,\n  author = {Calder, Ines},\n  title = {The dam},\n  journal = {Valley Post},\n  date = {2020-10-04}\n}\n'
const OTHER =
  '\n@article{ito2021,\n  author = {Ito, Ken},\n  title = {![x](http://evil.example) Water},\n  journal = {Harbour Times},\n  date = {2021-02-03}\n}\n'
const DRAFT = `---
bibliography: refs/a.bib
---

The Valley Post reported in October 2020 that the dam had killed 83 people in 21 attacks.

It fell [@calder2020, p. 3]. It rose [@doe1999].
`

/** Where words stand in a text, the caret in the middle of them. */
function placeOf(text: string, words: string): Position {
  const at = text.indexOf(words)
  assert.ok(at >= 0, words)
  return TextDocument.create('', '', 0, text).positionAt(at + Math.ceil(words.length / 2))
}

/** What an edit makes of some texts, and which files it makes. */
function applied(edit: WorkspaceEdit | null | undefined, texts: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const change of edit?.documentChanges ?? []) {
    if (CreateFile.is(change)) out[change.uri] = ''
    else if (TextDocumentEdit.is(change)) {
      const { uri } = change.textDocument
      const document = TextDocument.create(uri, '', 0, out[uri] ?? texts[uri] ?? '')
      out[uri] = TextDocument.applyEdits(document, change.edits as TextEdit[])
    }
  }
  return out
}

const at = (text: string, words: string) => ({ textDocument: { uri: URI }, position: placeOf(text, words) })
const rangeOf = (text: string, words: string): Range => ({ start: placeOf(text, words), end: placeOf(text, words) })

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
    const shown = (found?.contents as { value: string }).value
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

  const actionsAt = async (text: string, words: string, only?: string[]): Promise<CodeAction[]> =>
    session.actions(rangeOf(text, words), only)

  it('offers the reference of the claim’s own source as a fix, in the style of the draft', async () => {
    await openDraft()
    const action = (await actionsAt(DRAFT, 'Valley Post')).find(({ title }) => title.startsWith('Cite Ines Calder'))
    assert.ok(action)
    assert.equal(action.edit, undefined)
    assert.equal(action.kind, 'quickfix')
    const { edit } = await session.resolve(action)
    assert.match(applied(edit, { [URI]: DRAFT })[URI] ?? '', /21 attacks \[@calder2020\]\./)
  })

  it('converts and renumbers where it is asked to', async () => {
    const text = 'It fell.[^2] It rose.[^1]\n\n[^1]: One, https://a.org.\n[^2]: Two.\n'
    await openDraft(text)
    const [renumber] = await actionsAt(text, 'fell', ['source.fixAll'])
    assert.ok(renumber)
    const { edit } = await session.resolve(renumber)
    assert.equal(
      applied(edit, { [URI]: text })[URI],
      'It fell.[^1] It rose.[^2]\n\n[^2]: One, https://a.org.\n[^1]: Two.\n',
    )
    assert.deepEqual(await actionsAt(text, 'fell', ['source.organizeImports']), [])
    const convert = (await actionsAt(text, 'fell', ['refactor'])).find(({ title }) => title.includes('citation keys'))
    assert.ok(convert)
    const made = applied((await session.resolve(convert)).edit, { [URI]: text })
    assert.match(made[URI] ?? '', /^---\nbibliography: references.bib\n---\n\nIt fell \[@\S+\]\. It rose \[@\S+\]\.\n/)
    assert.match(made[`${FOLDER}/references.bib`] ?? '', /^@\w+\{/)
  })

  it('searches and cites for a list of the editor’s own', async () => {
    await openDraft()
    const range = rangeOf(DRAFT, 'Valley Post')
    const textDocument = { uri: URI }
    const best = await session.client.sendRequest<{
      items: Array<{ name: { key: string }; isMatch: boolean }>
      style: string
    }>('saysWho/references', { textDocument, range, query: '' })
    assert.deepEqual(
      best.items.map(({ name, isMatch }) => [name.key, isMatch]),
      [
        ['calder2020', true],
        ['ito2021', false],
      ],
    )
    assert.equal(best.style, 'keys')
    const found = await session.client.sendRequest<typeof best>('saysWho/references', {
      textDocument,
      range,
      query: 'watr',
    })
    assert.deepEqual(
      found.items.map(({ name }) => name.key),
      ['ito2021'],
    )
    const cited = await session.client.sendRequest<{ edit: WorkspaceEdit }>('saysWho/cite', {
      textDocument,
      range,
      source: { reference: found.items[0]?.name },
      locator: 'p. 7',
    })
    assert.match(applied(cited.edit, { [URI]: DRAFT })[URI] ?? '', /21 attacks \[@ito2021, p\. 7\]\./)
  })

  it('cites a new source, adds it to the bibliography, and dates it', async () => {
    await openDraft()
    const params = {
      textDocument: { uri: URI },
      range: rangeOf(DRAFT, 'Valley Post'),
      source: { fields: { url: 'https://news.example/a', title: 'Rain', outlet: 'News', accessed: '2026-11-24' } },
    }
    const { edit } = await session.client.sendRequest<{ edit: WorkspaceEdit }>('saysWho/cite', params)
    const made = applied(edit, { [URI]: DRAFT, [BIB]: ENTRY + OTHER })
    const key = /21 attacks \[@([^\]]+)\]\./.exec(made[URI] ?? '')?.[1]
    assert.ok(key)
    assert.ok(made[BIB]?.startsWith(ENTRY + OTHER))
    assert.ok(made[BIB]?.includes(`{${key},`))
    const notes = await session.client.sendRequest<{ edit: WorkspaceEdit }>('saysWho/cite', {
      ...params,
      style: 'footnotes',
    })
    assert.match(
      applied(notes.edit, { [URI]: DRAFT })[URI] ?? '',
      /attacks\.\[\^1\][\s\S]*\[\^1\]: .*24 November 2026|Nov\. 24, 2026/,
    )
    const { text } = await session.client.sendRequest<{ text: string }>('saysWho/formatReference', params)
    assert.match(text, /Rain.*2026/)
    const wrong = { ...params, source: { fields: { url: 'javascript:alert(1)' } } }
    await assert.rejects(session.client.sendRequest('saysWho/cite', wrong), /needs a title or an address/)
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
