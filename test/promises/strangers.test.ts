import assert from 'node:assert/strict'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import {
  CompletionRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type MarkupContent,
  type WorkspaceEdit,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node'
import { begin, FOLDER, type Session, URI } from '../protocol/session.ts'

/** What a file may hold for the sake of whoever looks at it. */
const TRAPS = [
  '![x](https://evil.example/p.png)',
  '<img src=https://evil.example/p>',
  '[a](command:evil)',
  '[b](javascript:evil)',
  '<https://evil.example/q>',
  '$(trash) **evil**',
  '\u202Elive\u202C\u2066',
]
const TRAP = TRAPS.join(' ')

const FIELDS = [
  'title',
  'publisher',
  'journal',
  'note',
  'abstract',
  'edition',
  'volume',
  'pages',
  'howpublished',
  'url',
  'doi',
]
const BIBTEX = `@article{trap2020,
  author = {${TRAP}, Ines and ${TRAP}},
  date = {2020-10-04},
${FIELDS.map((field) => `  ${field} = {${TRAP}},`).join('\n')}
}
@misc{trap${TRAPS[0]}, title = {${TRAP}}}
@misc{broken, title = {${TRAP}
`
const CSL_FIELDS = [
  'title',
  'publisher',
  'container-title',
  'note',
  'abstract',
  'edition',
  'volume',
  'page',
  'genre',
  'URL',
  'DOI',
  'type',
  'language',
]
const ITEM = {
  id: 'trap2020',
  author: [{ family: TRAP, given: TRAP }, { literal: TRAP }, TRAP],
  issued: { 'date-parts': [[2020, TRAP]], raw: TRAP },
  ...Object.fromEntries(CSL_FIELDS.map((field) => [field, TRAP])),
  __proto__: null,
}
const LIBRARIES: Readonly<Record<string, string>> = {
  'refs.bib': BIBTEX,
  'refs.json': JSON.stringify([ITEM, { id: TRAP, title: TRAP }, { id: ['x'], title: { toString: TRAP } }]),
  'refs.yaml': `references:\n- ${JSON.stringify(ITEM)}\n- {id: ${JSON.stringify(TRAP)}, title: ${JSON.stringify(TRAP)}}\n- id: !!js/function "${'evil()'}"\n`,
}

const draftWith = (library: string): string => `---
bibliography: ${library}
title: "${TRAP}"
---

# ${TRAP}

The Valley Post reported that the dam had killed 83 people ${TRAP} in 21 attacks. It fell [@trap2020, p. 3].

${TRAP} said that crime has doubled since 2019.[^1] Experts of ${TRAP} say so. The ${TRAP} (TRP) left; TRX is back.

Rents rose by 12 percent [@nobody]. See [${TRAPS[5]}](https://ok.example/a) and <https://ok.example/b>.

[^1]: ${TRAP}
[^${TRAPS[2]}]: Odd.
`

/** What Markdown is made of, and where it leads. */
function partsOf(markdown: string): { types: Set<string>; addresses: string[] } {
  const types = new Set<string>()
  const addresses: string[] = []
  const waiting: Nodes[] = [unified().use(remarkParse).parse(markdown)]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    types.add(node.type)
    if ('url' in node) addresses.push(node.url)
    if ('children' in node) waiting.push(...node.children)
  }
  return { types, addresses }
}

/** Fails unless words are one line in which nothing turns the direction of writing. */
function assertPlain(words: unknown, what: string): void {
  assert.equal(typeof words, 'string', what)
  assert.doesNotMatch(words as string, /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u, what)
}

describe('a file from a stranger', function () {
  this.timeout(60_000)

  for (const [library, content] of Object.entries(LIBRARIES))
    describe(library, () => {
      let session: Session
      const text = draftWith(library)
      const lines = text.split('\n')
      const textDocument = { uri: URI }

      before(async () => {
        session = await begin(undefined, { placeCaret: true, insertCitation: true })
        session.disk.set(`${FOLDER}/${library}`, content)
        session.disk.set(URI, text)
        await session.open(text)
        await session.diagnostics()
      })

      after(() => session.end())

      it('shows as text in every hover, with no image and no address but of our own pages', async () => {
        let shown = 0
        let hasReference = false
        for (const [line, words] of lines.entries())
          for (let character = 0; character < words.length; character += 7) {
            const position = { line, character }
            const hover = await session.client.sendRequest(HoverRequest.type, { textDocument, position })
            if (!hover) continue
            const { kind, value } = hover.contents as MarkupContent
            assert.equal(kind, 'markdown')
            const { types, addresses } = partsOf(value)
            for (const type of ['image', 'imageReference', 'html', 'linkReference', 'code', 'heading'])
              assert.ok(!types.has(type), `${type} in ${value}`)
            for (const address of addresses) assert.match(address, /^https:\/\/github\.com\/says-who\//, value)
            assert.doesNotMatch(
              value,
              /(?<!\\)https?:\/\/evil|(?<!\\)\$\(trash|(?<!\\)<img|[\u202A-\u202E\u2066-\u2069]/,
              value,
            )
            shown++
            hasReference ||= value.includes('Ines') || value.includes('evil')
          }
        assert.ok(shown > 5 && hasReference, `${shown} hovers`)
      })

      it('shows as plain words in lists: completions, actions, outline, problems, symbols', async () => {
        const at = lines.findIndex((line) => line.includes('[@trap2020'))
        const position = { line: at, character: (lines[at] ?? '').indexOf('@') + 1 }
        const list = await session.client.sendRequest(CompletionRequest.type, { textDocument, position })
        const items = Array.isArray(list) ? list : (list?.items ?? [])
        assert.ok(items.some(({ label }) => label.includes('trap2020')))
        for (const { label, detail, documentation } of items)
          for (const words of [label, detail ?? '', documentation ?? '']) assertPlain(words, 'a completion')

        const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } }
        const kinds = [undefined, ['quickfix'], ['refactor.rewrite'], ['source.fixAll.saysWho']]
        const actions = (await Promise.all(kinds.map((only) => session.actions(range, only)))).flat()
        assert.ok(actions.length > 5)
        for (const { title } of actions) assertPlain(title, 'an action')

        const symbols = (await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []
        assert.ok(symbols.length > 0)
        for (const symbol of symbols) {
          assertPlain(symbol.name, 'a symbol')
          if ('detail' in symbol) assertPlain(symbol.detail ?? '', 'a symbol')
        }
        for (const { name } of (await session.client.sendRequest(WorkspaceSymbolRequest.type, { query: '' })) ?? [])
          assertPlain(name, 'a symbol of the workspace')
        const problems = [
          ...(await session.diagnostics()),
          ...session.published.flatMap(({ diagnostics }) => diagnostics),
        ]
        assert.ok(problems.length > 0)
        for (const { message, relatedInformation } of problems)
          for (const words of [message, ...(relatedInformation ?? []).map((one) => one.message)])
            assertPlain(words, 'a problem')
        await session.client.sendRequest(FoldingRangeRequest.type, { textDocument })
      })

      it('leads nowhere but to the web, and to the bibliography that was named', async () => {
        const links = (await session.client.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? []
        assert.ok(links.length > 0)
        for (const { target } of links) assert.match(target ?? '', /^(?:https?:\/\/|file:\/\/\/desk\/refs\.)/)
      })

      it('changes no file but the draft and the bibliography, whatever is chosen', async () => {
        const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } }
        for (const action of await session.actions(range)) {
          const { edit } = (await session.resolve(action)) as { edit?: WorkspaceEdit }
          const files = (edit?.documentChanges ?? []).map((change) =>
            'textDocument' in change ? change.textDocument.uri : 'uri' in change ? change.uri : 'renamed',
          )
          for (const file of files) assert.ok([URI, `${FOLDER}/${library}`].includes(file), file)
        }
      })

      it('is in no line of the log', () => {
        for (const line of session.logged) assert.doesNotMatch(line, /evil|Valley|trap/)
      })
    })
})
