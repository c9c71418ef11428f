import assert from 'node:assert/strict'
import {
  type CodeAction,
  LSPErrorCodes,
  type Position,
  type Range,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { able, begin, type Session, URI } from './session.ts'

const CLAIM = 'Crime in the city has tripled since 2019, to 4,200 burglaries.'
const DRAFT = `# Crime\n\n${CLAIM}\n`
const FIGURE: Position = { line: 2, character: CLAIM.indexOf('4,200') }
const AT: Range = { start: FIGURE, end: FIGURE }

/** The only edit of one document that an action makes. */
function editsOf(action: CodeAction): TextEdit[] {
  const [change] = action.edit?.documentChanges ?? []
  assert.ok(change && TextDocumentEdit.is(change), `${action.title} has no edit`)
  return change.edits as TextEdit[]
}

const applied = (text: string, action: CodeAction): string =>
  TextDocument.applyEdits(TextDocument.create(URI, 'markdown', 1, text), editsOf(action))

describe('code actions', () => {
  let session: Session

  afterEach(() => session.end())

  const cite = async (): Promise<CodeAction> => {
    const actions = await session.actions(AT)
    const found = actions.find(({ title }) => title.startsWith('Cite with a footnote'))
    assert.ok(found, actions.map(({ title }) => title).join('; '))
    return found
  }

  describe('for a client that asks for the edit', () => {
    beforeEach(async () => {
      session = await begin()
      await session.open(DRAFT)
    })

    it('are offered with the finding that they answer, one of them preferred, and without an edit', async () => {
      const actions = await session.actions(AT)
      assert.equal(actions.filter(({ isPreferred }) => isPreferred).length, 1)
      const action = await cite()
      assert.equal(action.edit, undefined)
      assert.equal(action.command, undefined)
      assert.equal(action.kind, 'quickfix')
      assert.deepEqual(
        action.diagnostics,
        (await session.diagnostics()).filter(({ code }) => code === 'unsourced-claim'),
      )
    })

    it('are of the kinds that are asked for', async () => {
      assert.deepEqual(await session.actions(AT, ['source']), [])
      assert.ok((await session.actions(AT, ['quickfix'])).every(({ kind }) => kind === 'quickfix'))
      assert.ok((await session.actions(AT, ['quickfix'])).length > 0)
      assert.ok((await session.actions(AT, ['refactor'])).every(({ kind }) => kind === 'refactor.rewrite'))
    })

    it('make an edit of this version, and take the caret to the blank', async () => {
      const action = await session.resolve(await cite())
      const after = applied(DRAFT, action)
      assert.match(after, /burglaries\.\[\^1\]/)
      assert.match(after, /\n\[\^1\]: ?\s*$/)
      const [change] = action.edit?.documentChanges ?? []
      assert.deepEqual(change && TextDocumentEdit.is(change) && change.textDocument, { uri: URI, version: 1 })
      assert.equal(action.command?.command, 'saysWho.placeCaret')
      const [uri, caret] = (action.command?.arguments ?? []) as [string, Position]
      assert.equal(uri, URI)
      const document = TextDocument.create(URI, 'markdown', 2, after)
      assert.equal(document.getText().slice(0, document.offsetAt(caret)).trimEnd().endsWith('[^1]:'), true)
    })

    it('make their edit wherever the finding stands by then', async () => {
      const action = await cite()
      const start = { line: 0, character: 0 }
      await session.change(5, { range: { start, end: start }, text: 'Something before.\n\n' })
      const changed = `Something before.\n\n${DRAFT}`
      const later = await session.resolve(action)
      assert.match(applied(changed, later), /burglaries\.\[\^1\]\n/)
      const [change] = later.edit?.documentChanges ?? []
      assert.equal(change && TextDocumentEdit.is(change) && change.textDocument.version, 5)
    })

    it('are refused where the finding is gone, or cannot be told from its like', async () => {
      const action = await cite()
      for (const text of ['Nothing here.', `${CLAIM}\n\n${CLAIM}\n`]) {
        await session.change(2, { text })
        const refused = await session.resolve(action)
        assert.equal(refused.edit, undefined)
        assert.equal(refused.command, undefined)
        assert.match(refused.disabled?.reason ?? '', /The text has changed/)
      }
      await session.close()
      assert.match((await session.resolve(action)).disabled?.reason ?? '', /The text has changed/)
    })

    it('are refused where they are none of ours', async () => {
      await assert.rejects(session.resolve({ title: 'Rename' }), /not offered by Says Who/)
    })

    it('offer nothing more once the edit is in', async () => {
      const after = applied(DRAFT, await session.resolve(await cite()))
      await session.change(2, { text: after })
      const again = await session.actions(AT)
      assert.ok(!again.some(({ title, kind }) => kind === 'quickfix' && title.startsWith('Cite with a footnote')))
    })
  })

  it('are refused with an error by a client that knows no disabled ones', async () => {
    const capabilities = structuredClone(able)
    delete capabilities.textDocument?.codeAction?.disabledSupport
    session = await begin(capabilities)
    await session.open(DRAFT)
    const action = await cite()
    await session.change(2, { text: 'Nothing here.' })
    await assert.rejects(session.resolve(action), ({ code, message }) => {
      assert.equal(code, LSPErrorCodes.ContentModified)
      return /The text has changed/.test(message)
    })
  })

  it('name no command that the client does not know', async () => {
    session = await begin(able, {})
    await session.open(DRAFT)
    assert.equal((await session.resolve(await cite())).command, undefined)
  })
})
