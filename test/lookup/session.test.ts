import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { CancellationTokenSource, DidChangeConfigurationNotification } from 'vscode-languageserver/node'
import { parseProjectFile } from '../../server/core/index.ts'
import { begin, type Session } from '../protocol/session.ts'
import { type Handler, needLoopback, says, sendsOn, soon, type Town, town } from './town.ts'

const ALL = ['doi', 'url', 'zotero']
const PAGE = 'https://paper.example/harbor'

const hosts: Record<string, Handler> = {
  'doi.org': says('application/vnd.citationstyles.csl+json', '{"type": "book", "title": "Tides"}'),
  'paper.example': says('text/html', '<title>Harbor closes</title>'),
  'short.example': sendsOn(PAGE),
  '127.0.0.1:23119': says(
    'application/json',
    '{"result": [{"type": "book", "title": "Tides", "citekey": "cruz2020"}]}',
  ),
}

describe('the request saysWho/lookUp', () => {
  before(needLoopback)

  let session: Session
  let built: Town
  /** What the person was shown, and what they choose: the button, or nothing. */
  let shown: { message: string; actions?: { title: string }[] }[]
  let choose: (titles: string[]) => string | undefined

  async function connect(options: object = {}, more: Record<string, Handler> = {}): Promise<void> {
    built = await town({ ...hosts, ...more })
    session = await begin(undefined, options, built.transport)
    shown = []
    choose = ([first]) => first
    session.client.onRequest('window/showMessageRequest', (params: (typeof shown)[number]) => {
      shown.push(params)
      const title = choose((params.actions ?? []).map((action) => action.title))
      return title === undefined ? null : { title }
    })
  }

  afterEach(async () => {
    session.end()
    await built.end()
  })

  const lookUp = (kind: string, text: string) =>
    session.client.sendRequest<{ found: { item: { title: string }; key?: string }[] }>('saysWho/lookUp', { kind, text })
  const refused = async (kind: string, text: string) => {
    const error = await lookUp(kind, text).then(
      () => assert.fail('it was looked up'),
      ({ code, message, data }) => ({ code, message, why: data?.why }),
    )
    return error
  }
  const titles = async (kind: string, text: string): Promise<string[]> =>
    (await lookUp(kind, text)).found.map(({ item }) => item.title)

  it('looks nothing up that the client has not allowed, and says how to allow it', async () => {
    for (const options of [
      {},
      { lookUps: true },
      { lookUps: 'doi' },
      { lookUps: { doi: true } },
      { lookUps: ['DOI', null] },
    ]) {
      await connect(options)
      for (const [kind, text] of [
        ['doi', '10.5555/1'],
        ['url', PAGE],
        ['zotero', 'tides'],
      ] as const) {
        const { code, message, why } = await refused(kind, text)
        assert.deepEqual([code, why], [-32803, 'off'])
        assert.match(message, new RegExp(`switched off; “${kind}” in the setting saysWho\\.lookUps switches it on\\.$`))
      }
      assert.deepEqual([built.asked, shown], [[], []])
      session.end()
      await built.end()
    }
    await connect({ lookUps: ['zotero'] })
    assert.equal((await refused('doi', '10.5555/1')).why, 'off')
    assert.deepEqual(await titles('zotero', 'tides'), ['Tides'])
  })

  it('cannot be allowed by the settings of a workspace, or by its project file', async () => {
    await connect()
    session.configuration = { lookUps: ALL }
    session.projectFiles.set('file:///desk', '{"lookUps": ["doi", "url", "zotero"]}')
    await session.client.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { saysWho: { lookUps: ALL } },
    })
    await session.open('Crime has tripled since 2019.')
    await session.diagnostics()
    assert.equal((await refused('doi', '10.5555/1')).why, 'off')
    assert.equal(built.asked.length, 0)
    assert.match(parseProjectFile('{"lookUps": ["doi"]}').problems.join(), /no setting “lookUps”/)
  })

  it('gives the items that are found', async () => {
    await connect({ lookUps: ALL })
    assert.deepEqual(await titles('doi', 'https://doi.org/10.5555/1'), ['Tides'])
    const { found } = await lookUp('zotero', 'tides')
    assert.deepEqual(found, [{ item: { type: 'book', title: 'Tides', author: [], editor: [] }, key: 'cruz2020' }])
    assert.deepEqual(shown, [])
  })

  it('asks a page once the person has said that its host may be asked', async () => {
    await connect({ lookUps: ['url'] })
    assert.deepEqual(await titles('url', PAGE), ['Harbor closes'])
    const [{ message = '', actions } = {}] = shown
    assert.match(message, /^May paper\.example be asked .* https:\/\/paper\.example\/harbor$/)
    assert.deepEqual(actions, [{ title: 'Ask paper.example' }])
    choose = () => undefined
    assert.equal((await refused('url', PAGE)).why, 'cancelled')
    choose = () => 'Ask other.example'
    assert.equal((await refused('url', PAGE)).why, 'cancelled')
    assert.equal(built.asked.length, 1)
  })

  it('asks again before it goes where a page sends on', async () => {
    await connect({ lookUps: ['url'] })
    assert.deepEqual(await titles('url', 'https://short.example/x'), ['Harbor closes'])
    assert.deepEqual(
      shown.map(({ message }) => /^May (\S+)/.exec(message)?.[1]),
      ['short.example', 'paper.example'],
    )
    choose = ([first]) => (first === 'Ask short.example' ? first : undefined)
    assert.equal((await refused('url', 'https://short.example/x')).why, 'cancelled')
    assert.deepEqual(
      built.asked.map(({ host }) => host),
      ['short.example', 'paper.example', 'short.example'],
    )
  })

  it('does not ask on and on', async () => {
    await connect(
      { lookUps: ['url'] },
      { 'a.example': sendsOn('https://b.example/'), 'b.example': sendsOn('https://a.example/') },
    )
    assert.equal((await refused('url', 'https://a.example/')).why, 'moved')
    assert.equal(shown.length, 3)
  })

  it('is cancelled by the client, while it asks the person too, and where it is no longer allowed', async () => {
    await connect({ lookUps: ALL }, { 'doi.org': () => {} })
    const cancel = async (
      start: (token?: CancellationTokenSource['token']) => Promise<unknown>,
      end: () => unknown,
    ) => {
      const answer = start().then(
        () => assert.fail('it was looked up'),
        ({ code }) => code,
      )
      await soon('it is under way', () => built.open() === 1 || shown.length === 1)
      await end()
      assert.equal(await answer, -32800)
      await soon('the connection is closed', () => built.open() === 0)
      shown = []
    }
    const source = new CancellationTokenSource()
    const send = (kind: string, text: string) => () =>
      session.client.sendRequest('saysWho/lookUp', { kind, text }, source.token)
    await cancel(send('doi', '10.5555/1'), () => source.cancel())
    const other = new CancellationTokenSource()
    session.client.onRequest('window/showMessageRequest', (params) => {
      shown.push(params)
      return new Promise(() => {})
    })
    const url = () => session.client.sendRequest('saysWho/lookUp', { kind: 'url', text: PAGE }, other.token)
    await cancel(url, () => other.cancel())
    const allow = (lookUps: string[]) => session.client.sendNotification('saysWho/allowLookUps', { lookUps })
    await cancel(
      () => lookUp('doi', '10.5555/1'),
      () => allow(['zotero']),
    )
    assert.equal((await refused('doi', '10.5555/1')).why, 'off')
    assert.deepEqual(await titles('zotero', 'tides'), ['Tides'])
  })

  it('answers what it does not understand, and logs nothing of what was asked', async () => {
    await connect({ lookUps: ALL })
    for (const params of [
      null,
      7,
      {},
      { kind: 'doi' },
      { kind: 'doi', text: 7 },
      { kind: '__proto__', text: '' },
      { text: 'a' },
    ])
      await assert.rejects(session.client.sendRequest('saysWho/lookUp', params), { code: -32803 })
    assert.equal((await refused('doi', 'the leaked memo')).why, 'not-an-address')
    assert.equal((await refused('url', 'https://leaked-memo.example/')).why, 'offline')
    await session.client.sendNotification('saysWho/allowLookUps', null)
    assert.equal((await refused('zotero', 'tides')).why, 'off')
    assert.ok(!session.logged.join().includes('leaked'))
    assert.deepEqual(session.logged, [])
  })
})

describe('the setting saysWho.lookUps', () => {
  const { contributes, capabilities } = JSON.parse(readFileSync('package.json', 'utf8'))

  it('is off, belongs to the machine, and is not heard in a workspace that is not trusted', () => {
    const setting = contributes.configuration.properties['saysWho.lookUps']
    assert.deepEqual(setting.default, [])
    assert.equal(setting.scope, 'machine')
    assert.deepEqual(setting.items.enum, ALL)
    assert.ok(capabilities.untrustedWorkspaces.restrictedConfigurations.includes('saysWho.lookUps'))
  })
})
