import assert from 'node:assert/strict'
import fc from 'fast-check'
import { DocumentSymbolRequest, FoldingRangeRequest, HoverRequest } from 'vscode-languageserver/node'
import { runs } from '../chance.ts'
import { begin, type Session, URI } from '../protocol/session.ts'
import { anyText, applied, assertSame, changesWith, type Edited, edited } from './documents.ts'

const SENTENCES = fc.constantFrom(
  'Crime in Hallam has doubled since 2019. ',
  'Experts say the dam will fail [citation needed]. ',
  'Mayor Ana Ruiz said that rents were up.[^1]\n',
  '\n\n[^1]: Hallam Housing Office, *Rents*.\n',
  '“We will never agree,” she added.\r\n\r\n',
  '# Rents\n\n',
  '\n```\n',
  '\n> ',
  '\n- ',
)
const news = fc.array(fc.oneof(SENTENCES, anyText), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''))
const editedNews: fc.Arbitrary<Edited> = fc.record({
  start: news,
  changes: fc.array(changesWith(news), { minLength: 1, maxLength: 8 }),
})

describe('the document in the server is the document in the editor', () => {
  it('after any edits, one position in three outside the text', () => {
    fc.assert(fc.property(edited, assertSame), { numRuns: runs(100_000) })
  }).timeout(600_000)

  describe('through the protocol', () => {
    let session: Session

    beforeEach(async () => {
      session = await begin()
    })

    afterEach(() => session.end())

    it('so that everything is answered as for a draft that was opened just now', async () => {
      const other = 'file:///desk/other.md'
      const known = async (uri: string): Promise<unknown> => {
        const textDocument = { uri }
        const answers = await Promise.all([
          session.diagnostics(uri),
          session.client.sendRequest(DocumentSymbolRequest.type, { textDocument }),
          session.client.sendRequest(FoldingRangeRequest.type, { textDocument }),
          session.client.sendRequest(HoverRequest.type, { textDocument, position: { line: 0, character: 9 } }),
        ])
        return JSON.parse(JSON.stringify(answers).replaceAll(other, URI))
      }
      await fc.assert(
        fc.asyncProperty(editedNews, async ({ start, changes }) => {
          await session.open(start)
          let model = start
          for (const [index, one] of changes.entries()) {
            await session.change(index + 2, one)
            model = applied(model, one)
            // some versions are asked about, others are not
            if (index % 3 === 2) await session.diagnostics()
          }
          await session.open(model, 'markdown', other)
          assert.deepEqual(await known(URI), await known(other))
        }),
        { numRuns: runs(300) },
      )
    }).timeout(300_000)
  })
})
