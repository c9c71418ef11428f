import assert from 'node:assert/strict'
import { lookUpZotero } from '../../server/lookup/lookUpZotero.ts'
import { failureOf, type Handler, needLoopback, says, sendsOn, type Town, town } from './town.ts'

const HOST = '127.0.0.1:23119'
const BOOK = {
  type: 'book',
  title: 'Tides',
  author: [{ family: 'Cruz', given: 'Ana' }],
  issued: { 'date-parts': [['2020']] },
}
const ITEM = {
  type: 'book',
  title: 'Tides',
  author: [{ family: 'Cruz', given: 'Ana' }],
  editor: [],
  issued: { year: 2020 },
}

/** A Zotero whose two interfaces answer as they are told; what is not there is 404, as in Zotero. */
const zotero =
  ({ betterBibtex, local }: { betterBibtex?: Handler; local?: Handler }): Handler =>
  (request, response) => {
    const none = says('text/plain', 'No endpoint found\n', 404)
    const handle = request.url === '/better-bibtex/json-rpc' ? betterBibtex : local
    ;(handle ?? none)(request, response)
  }
const result = (value: unknown): Handler =>
  says('application/json', JSON.stringify({ jsonrpc: '2.0', result: value, id: 1 }))
const csl = (value: unknown): Handler => says('text/plain', JSON.stringify(value))

describe('searching Zotero', () => {
  before(needLoopback)

  let built: Town | undefined

  afterEach(() => built?.end())

  async function search(handle: Handler | undefined, query = 'tides') {
    built = await town(handle ? { [HOST]: handle } : {})
    return lookUpZotero(query, { transport: built.transport, patience: 2000 })
  }

  it('asks Better BibTeX, which knows the citation keys', async () => {
    const betterBibtex = result([
      { ...BOOK, id: 'x', citekey: 'cruz2020', library: 'My Library' },
      { ...BOOK, 'citation-key': 'b c' },
    ])
    assert.deepEqual(await search(zotero({ betterBibtex }), ' “tides” & Cruz\r\n'), [
      { item: ITEM, key: 'cruz2020' },
      { item: ITEM },
    ])
    assert.equal(built?.asked.length, 1)
    const [asked] = built?.asked ?? []
    assert.equal(asked?.method, 'POST')
    assert.deepEqual(JSON.parse(asked?.body ?? ''), {
      jsonrpc: '2.0',
      id: 1,
      method: 'item.search',
      params: ['“tides” & Cruz'],
    })
    // Zotero refuses what looks like a browser, and what does not say how long it is.
    const headers = new Map(
      asked?.headers.flatMap((name, index) => (index % 2 ? [] : [[name.toLowerCase(), asked.headers[index + 1]]])),
    )
    assert.equal(headers.get('content-type'), 'application/json')
    assert.equal(headers.get('content-length'), String(Buffer.byteLength(asked?.body ?? '')))
    assert.equal(headers.get('user-agent'), 'says-who')
    assert.ok(!headers.has('origin') && !headers.has('transfer-encoding'))
  })

  it('asks Zotero itself where Better BibTeX is not there, or fails', async () => {
    const error = says('application/json', '{"jsonrpc":"2.0","error":{"code":-32603,"message":"no citekey"},"id":null}')
    for (const zoteroItself of [
      zotero({ local: csl([BOOK]) }),
      zotero({ betterBibtex: error, local: csl({ items: [BOOK] }) }),
    ]) {
      assert.deepEqual(await search(zoteroItself, 'a&b=c #1'), [{ item: ITEM }])
      assert.equal(built?.asked[1]?.path, '/api/users/0/items/top?q=a%26b%3Dc+%231&format=csljson&limit=50')
      await built?.end()
    }
  })

  it('finds nothing without complaint, and leaves out what has no title', async () => {
    assert.deepEqual(await search(zotero({ betterBibtex: result([]) })), [])
    assert.equal(built?.asked.length, 1)
    await built?.end()
    const notes = [{ type: 'note' }, null, 7, [], { title: '' }, BOOK]
    assert.deepEqual(await search(zotero({ local: csl(notes) })), [{ item: ITEM }])
    await built?.end()
    assert.equal((await search(zotero({ betterBibtex: result(Array(1000).fill(BOOK)) }))).length, 50)
  })

  it('says what is to be done where Zotero does not run, or does not let itself be asked', async () => {
    const refused = () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' }))
    const { why, message } = await failureOf(lookUpZotero('a', { transport: { reachesLoopback: true, send: refused } }))
    assert.deepEqual([why, message], ['refused', 'Zotero is not running on this computer.'])
    const off = await failureOf(search(zotero({ local: says('text/plain', 'Local API is not enabled', 403) })))
    assert.equal(off.why, 'forbidden')
    assert.match(off.message, /“Allow other applications on this computer to communicate with Zotero”/)
    await built?.end()
    assert.match((await failureOf(search(zotero({})))).message, /version 7/)
  })

  it('follows no redirect, not even on this computer', async () => {
    for (const to of ['https://doi.org/', 'http://127.0.0.1:23119/other', '/other', 'file:///etc/passwd']) {
      assert.equal((await failureOf(search(sendsOn(to)))).why, 'moved', to)
      assert.equal(built?.asked.length, 1)
      await built?.end()
    }
  })

  it('makes nothing of what something else says in its place', async () => {
    for (const handle of [says('text/html', '<p>'), says('application/json', '{'), says('text/plain', '7')]) {
      const { why, message } = await failureOf(search(handle))
      assert.equal(why, 'not-understood')
      assert.match(message, /127\.0\.0\.1:23119/)
      await built?.end()
    }
  })

  it('searches for nothing where there is nothing to search for, and not from a browser', async () => {
    assert.equal((await failureOf(search(zotero({}), ' \n'))).why, 'not-an-address')
    assert.equal(built?.asked.length, 0)
    const transport = { reachesLoopback: false, send: () => Promise.reject(new Error('asked')) }
    assert.equal((await failureOf(lookUpZotero('a', { transport }))).why, 'not-here')
  })
})
