import assert from 'node:assert/strict'
import { ErrorCodes } from 'vscode-languageserver/node'
import { draftRules } from '../../server/core/rules/index.ts'
import { begin, FOLDER, type Session, URI, until } from '../protocol/session.ts'

const SECRET = 'The leak came from Deep Throat'
const textDocument = { uri: URI }
const position = { line: 0, character: 3 }
const range = { start: position, end: position }
const ASKED: readonly (readonly [method: string, named: string, params: object])[] = [
  ['textDocument/hover', 'hover', { position }],
  ['textDocument/completion', 'completion', { position }],
  ['textDocument/definition', 'definition', { position }],
  ['textDocument/documentHighlight', 'documentHighlight', { position }],
  ['textDocument/documentSymbol', 'documentSymbol', {}],
  ['textDocument/documentLink', 'documentLink', {}],
  ['textDocument/foldingRange', 'foldingRange', {}],
  ['textDocument/codeAction', 'codeAction', { range, context: { diagnostics: [] } }],
  ['textDocument/diagnostic', 'diagnostic', {}],
  ['saysWho/references', 'saysWho/references', { query: '' }],
]
/** What a part of the program may throw, with the draft in it. */
const THROWN: Readonly<Record<string, unknown>> = {
  'an error': new Error(`cannot read “${SECRET}”`),
  'an error of many lines': new TypeError(`bad:\n    at the bar, ${SECRET}\nat ${SECRET}`),
  'an error without a stack': Object.assign(new Error(SECRET), { stack: undefined }),
  'no error': SECRET,
  nothing: undefined,
}

describe('a failure of one part', () => {
  let session: Session
  const [rule] = draftRules as unknown as { check: unknown }[]
  assert.ok(rule)
  const { check } = rule

  beforeEach(async () => {
    session = await begin()
  })

  afterEach(() => {
    rule.check = check
    session.end()
  })

  for (const [what, thrown] of Object.entries(THROWN))
    it(`that throws ${what} is answered as an error, and logged without a word of the draft`, async () => {
      rule.check = () => {
        throw thrown
      }
      await session.open(`${SECRET}, 40 times.`)
      for (const [method, named, params] of ASKED) {
        await assert.rejects(session.client.sendRequest(method, { textDocument, ...params }), (error: Error) => {
          assert.equal((error as Error & { code: number }).code, ErrorCodes.InternalError, method)
          assert.doesNotMatch(error.message, /Deep Throat|leak/, method)
          return true
        })
        assert.match(session.logged.at(-1) ?? '', new RegExp(`^${named} failed: `), method)
      }
      await until('a line for each', () => session.logged.length === ASKED.length)
      for (const line of session.logged) assert.doesNotMatch(line, /Deep Throat|leak|the bar|\n/)
      rule.check = check
      for (const [method, , params] of ASKED) await session.client.sendRequest(method, { textDocument, ...params })
    })

  it('by a notification that makes no sense leaves the folders as they were', async () => {
    session.projectFiles.set(FOLDER, '{"rules": {"citation-needed": "hint"}}')
    for (const event of [null, {}, { added: 7, removed: 'x' }, { added: [{ uri: 5 }, null], removed: [] }])
      await session.client.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await session.open('He said so [citation needed].')
    assert.equal((await session.diagnostics()).find(({ code }) => code === 'citation-needed')?.severity, 4)
  })
})
