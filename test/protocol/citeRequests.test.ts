import assert from 'node:assert/strict'
import type { CodeAction, Position, WorkspaceEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { applied, BIB, DRAFT, ENTRY, OTHER, rangeOf } from './citedDesk.ts'
import { able, begin, FOLDER, type Session, URI } from './session.ts'

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

  const cite = (source: object, more: object = {}, words = 'Valley Post', text = DRAFT) =>
    session.client.sendRequest<{ edit: WorkspaceEdit; caret: Position }>('saysWho/cite', {
      textDocument: { uri: URI },
      range: rangeOf(text, words),
      source,
      ...more,
    })
  /** The draft as an edit makes it, with a bar for the caret. */
  const withCaret = ({ edit, caret }: { edit: WorkspaceEdit; caret: Position }, text: string): string => {
    const changed = applied(edit, { [URI]: text, [BIB]: ENTRY + OTHER })[URI] ?? ''
    const at = TextDocument.create('', '', 0, changed).offsetAt(caret)
    return `${changed.slice(0, at)}|${changed.slice(at)}`
  }

  it('says where the writer goes on: behind what is cited, whatever is written before and after it', async () => {
    await openDraft()
    const reference = { kind: 'bibtex', key: 'ito2021', file: BIB }
    const fields = { title: 'Rain', url: 'https://news.example/a' }
    assert.match(withCaret(await cite({ reference }), DRAFT), /21 attacks \[@ito2021\]\.\|\n/)
    assert.match(withCaret(await cite({ reference }, { style: 'footnotes' }), DRAFT), /21 attacks\.\[\^1\]\|\n/)
    assert.match(withCaret(await cite({ fields }, { style: 'links' }), DRAFT), /\]\([^|]+21 attacks\.\|\n/)
    const bare = 'The dam killed 83 people in 21 attacks.\n\nIt fell.[^1]\n\n[^1]: Calder.\n'
    await session.close()
    await openDraft(bare)
    const keyed = withCaret(await cite({ fields }, { style: 'keys' }, '83 people', bare), bare)
    assert.match(
      keyed,
      /^---\nbibliography: references.bib\n---\n\nThe dam killed 83 people in 21 attacks \[@[^|]+\]\.\|\n/,
    )
  })

  it('puts the caret on the blank where a new source has no title', async () => {
    const text = 'The dam killed 83 people in 21 attacks.\n\nIt fell.[^1]\n\n[^1]: Calder.\n'
    await openDraft(text)
    const fields = { url: 'https://news.example/a', accessed: '2026-11-24' }
    assert.match(
      withCaret(await cite({ fields }, {}, '83 people', text), text),
      /attacks\.\[\^2\]\n[\s\S]*\n\[\^2\]: \|undated, https:\/\/news\.example\/a, accessed Nov\. 24, 2026\.\n$/,
    )
  })

  it('says on which day an address was looked at, whatever the style leaves out', async () => {
    await openDraft()
    const fields = {
      title: 'Rain',
      outlet: 'News',
      date: '3 May 2020',
      url: 'https://n.example/a',
      accessed: '2026-11-24',
    }
    const made = await cite({ fields }, { style: 'footnotes' })
    assert.match(
      applied(made.edit, { [URI]: DRAFT })[URI] ?? '',
      /May 3, 2020, https:\/\/n\.example\/a, accessed Nov\. 24, 2026\./,
    )
    const params = { textDocument: { uri: URI }, source: { fields }, accessed: '2026-11-25' }
    const { text } = await session.client.sendRequest<{ text: string }>('saysWho/formatReference', params)
    assert.match(text, /accessed Nov\. 25, 2026\.$/)
  })

  it('takes what was looked up, with its key where that is free, and nothing in it that is no reference', async () => {
    await openDraft()
    const item = {
      type: 'book',
      title: 'Rain',
      url: 'javascript:alert(1)',
      author: [{ family: 'Ito' }, 7],
      issued: 'x',
    }
    const made = await cite({ item, key: 'itoRain' })
    const texts = applied(made.edit, { [URI]: DRAFT, [BIB]: ENTRY + OTHER })
    assert.match(texts[URI] ?? '', /\[@itoRain\]/)
    assert.match(texts[BIB]?.slice((ENTRY + OTHER).length) ?? '', /@book\{itoRain,/)
    assert.doesNotMatch(texts[BIB] ?? '', /javascript/)
    const taken = applied((await cite({ item, key: 'CALDER2020' })).edit, { [URI]: DRAFT, [BIB]: ENTRY + OTHER })
    assert.match(taken[URI] ?? '', /\[@ito\w*rain\]/)
    for (const nothing of [{ item: 7 }, { item: { author: [] } }, { item: null, key: 3 }])
      await assert.rejects(cite(nothing), /needs a title or an address/)
  })

  it('lists what has words in common with the claim first, and says where each appeared', async () => {
    const text = 'The water rose by 83 metres in 21 days.\n'
    session.projectFiles.set(FOLDER, '{"bibliography": "refs/a.bib"}')
    await openDraft(text)
    const { items } = await session.client.sendRequest<{ items: Array<{ name: { key: string }; where: string }> }>(
      'saysWho/references',
      { textDocument: { uri: URI }, range: rangeOf(text, 'water'), query: '' },
    )
    assert.deepEqual(
      items.map(({ name, where }) => [name.key, where]),
      [
        ['ito2021', 'Harbour Times, Feb. 3, 2021'],
        ['calder2020', 'Valley Post, Oct. 4, 2020'],
      ],
    )
  })

  it('offers the client’s own list of references to a client that has one', async () => {
    const titles = async (): Promise<string[]> => (await actionsAt(DRAFT, 'Valley Post')).map(({ title }) => title)
    await openDraft()
    assert.ok(!(await titles()).includes('Cite a reference…'))
    session.end()
    session = await begin(able, { insertCitation: true })
    session.disk.set(BIB, ENTRY + OTHER)
    await openDraft()
    const action = (await actionsAt(DRAFT, 'Valley Post')).find(({ title }) => title === 'Cite a reference…')
    assert.equal(action?.command?.command, 'saysWho.insertCitation')
    assert.equal(action.command.arguments?.[0], URI)
    assert.equal(action.kind, 'quickfix')
    assert.equal((await session.resolve(action)).edit, undefined)
    assert.deepEqual(await actionsAt(DRAFT, 'Valley Post', ['source']), [])
  })

  it('gives conversions alone where they are asked for', async () => {
    await openDraft()
    const found = await actionsAt(DRAFT, 'Valley Post', ['refactor.rewrite.convert'])
    assert.deepEqual(
      found.map(({ title }) => title),
      ['footnotes', 'author and year in brackets', 'links'].map((style) => `Convert all citations to ${style}`),
    )
  })
})
