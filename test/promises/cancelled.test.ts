import assert from 'node:assert/strict'
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver/node'
import { at, BIB, DRAFT, ENTRY } from '../protocol/citedDesk.ts'
import { begin, FOLDER, type Session, URI } from '../protocol/session.ts'

const DRAFTS = 200

describe('a request that is cancelled', () => {
  let session: Session

  beforeEach(async () => {
    session = await begin()
    session.disk.set(BIB, ENTRY)
    for (let draft = 0; draft < DRAFTS; draft++) session.disk.set(`${FOLDER}/${draft}.md`, DRAFT.repeat(5))
    await session.open(DRAFT)
    await session.diagnostics()
  })

  afterEach(() => session.end())

  for (const [method, more] of [
    ['textDocument/references', { context: { includeDeclaration: true } }],
    ['textDocument/rename', { newName: 'calder2021' }],
  ] as const)
    it(`stops in the middle of the workspace: ${method}`, async () => {
      // each draft that is looked at is asked for once
      let looked = 0
      const get = session.disk.get.bind(session.disk)
      const source = new CancellationTokenSource()
      session.disk.get = (uri) => {
        if (uri.endsWith('.md') && ++looked === 10) source.cancel()
        return get(uri)
      }
      const asked = session.client.sendRequest(method, { ...at(DRAFT, '@calder2020'), ...more }, source.token)
      await assert.rejects(asked, { code: LSPErrorCodes.RequestCancelled })
      assert.ok(looked >= 10 && looked < DRAFTS / 2, `${looked} drafts were looked at`)
      assert.ok((await session.diagnostics(URI)).length > 0, 'it answers on')
    })
})
