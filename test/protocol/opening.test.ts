import assert from 'node:assert/strict'
import {
  CancellationTokenSource,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  LSPErrorCodes,
  RenameRequest,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { able, begin, type Session, URI, until } from './session.ts'

const CHAPTERS = 450
/** A chapter that cites a note which stands at the end of the draft. */
const chapter = (number: number): string =>
  `# Chapter ${number}\n\nThe river ran high and nobody came.\n\nCrime in the county has doubled since 1990.[^${number}]\n\nThe boats lay in the harbour.\n\n`
const numbers = Array.from({ length: CHAPTERS }, (_, index) => index + 1)
const LONG =
  numbers.map(chapter).join('') +
  numbers.map((number) => `[^${number}]: Sheriff’s office, report ${number}.\n`).join('')
/** The same without notes, so that each chapter is objected to. */
const UNCITED = numbers.map((number) => chapter(number).replace(/\[\^\d+\]/, '')).join('')
const textDocument = { uri: URI }
/** In the mark of the first note. */
const position = { line: 4, character: 45 }

const textsIn = (edit: WorkspaceEdit | null | undefined): string[] =>
  (edit?.documentChanges ?? []).flatMap((one) =>
    'edits' in one ? one.edits.map((edit) => ('newText' in edit ? edit.newText : '')) : [],
  )

describe('a long draft that is being opened', function () {
  this.timeout(30_000)
  let session: Session

  beforeEach(async () => {
    session = await begin()
    await session.open(LONG)
  })

  afterEach(() => session.end())

  it('is not said to lack what stands further down, and its outline is whole', async () => {
    let isWhole = false
    const outline = session.client.sendRequest(DocumentSymbolRequest.type, { textDocument }).finally(() => {
      isWhole = true
    })
    let heard = 0
    while (!isWhole) {
      assert.deepEqual(await session.diagnostics(), [])
      heard++
    }
    assert.ok(heard > 1, `only ${heard} were heard before the end`)
    assert.equal((await outline)?.length, CHAPTERS)
    assert.deepEqual(await session.diagnostics(), [])
  })

  it('is renamed in whole', async () => {
    const edit = await session.client.sendRequest(RenameRequest.type, { textDocument, position, newName: 'crime' })
    assert.deepEqual(textsIn(edit), ['crime', 'crime'])
  })

  it('gets a note with a number that no other has', async () => {
    const at = { start: { line: 2, character: 4 }, end: { line: 2, character: 4 } }
    const cite = (await session.actions(at)).find(({ title }) => title.startsWith('Cite with a footnote'))
    assert.ok(cite)
    const { edit } = await session.resolve(cite)
    assert.ok(
      textsIn(edit).some((text) => text.includes('[^451]')),
      textsIn(edit).join('\n'),
    )
  })

  it('is read no further for a request that is cancelled', async () => {
    await session.close()
    await session.open(LONG.repeat(6))
    const source = new CancellationTokenSource()
    const outline = session.client.sendRequest(DocumentSymbolRequest.type, { textDocument }, source.token)
    await session.diagnostics()
    source.cancel()
    await assert.rejects(outline, { code: LSPErrorCodes.RequestCancelled })
  })

  it('shows more findings whenever twice as much of it is read', async () => {
    session.end()
    session = await begin({ textDocument: { publishDiagnostics: {} } }, {})
    await session.open(UNCITED)
    const counts = (): number[] => session.published.map(({ diagnostics }) => diagnostics.length)
    await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument })
    await until('the last of them', () => counts().at(-1) === CHAPTERS)
    assert.ok(counts().length > 2, counts().join(' '))
    assert.deepEqual(
      counts(),
      counts().toSorted((a, b) => a - b),
    )
  })

  it('is told in whole to a client that asks once', async () => {
    session.end()
    const { refreshSupport: _, ...diagnostics } = able.workspace?.diagnostics ?? {}
    session = await begin({ ...able, workspace: { ...able.workspace, diagnostics } })
    await session.open(UNCITED)
    assert.equal((await session.diagnostics()).length, CHAPTERS)
  })

  it('says nothing of a note that it has not come to, and offers all that there are', async () => {
    const hover = await session.client.sendRequest(HoverRequest.type, { textDocument, position })
    assert.ok(hover === null || JSON.stringify(hover).includes('report 1'), JSON.stringify(hover))
    const line = 6
    const typed = { start: { line, character: 28 }, end: { line, character: 28 } }
    await session.change(2, { range: typed, text: '[^' })
    const completion = { textDocument, position: { line, character: 30 } }
    const found = await session.client.sendRequest(CompletionRequest.type, completion)
    const labels = (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label)
    assert.ok(labels.includes(String(CHAPTERS)), labels.join(' '))
  })
})
