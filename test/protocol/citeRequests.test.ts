import assert from 'node:assert/strict'
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node'
import { applied, BIB, DRAFT, ENTRY, OTHER, rangeOf } from './citedDesk.ts'
import { begin, FOLDER, type Session, URI } from './session.ts'

describe('citing by the language server', () => {
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
})
