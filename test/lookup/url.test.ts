import assert from 'node:assert/strict'
import { askConsent, type Consent, type ConsentQuestion } from '../../server/lookup/consent.ts'
import { lookUpUrl } from '../../server/lookup/lookUpUrl.ts'
import { failureOf, type Handler, needLoopback, says, sendsOn, type Town, town } from './town.ts'

const PAGE = '<title>Harbor closes</title><meta name="author" content="Dana Reyes">'
const ADDRESS = 'https://paper.example/harbor'

describe('the question whether a page may be asked', () => {
  const yes = () => Promise.resolve(true)

  it('names the host, and the address as it will be sent', async () => {
    const questions: ConsentQuestion[] = []
    const put = async (question: ConsentQuestion) => questions.push(question) > 0
    await askConsent(' http://PAPER.example:80/a?b=c#d ', put)
    await askConsent('https://münchen.example:8443/', put)
    assert.deepEqual(
      questions.map(({ host, address }) => [host, address]),
      [
        ['paper.example', 'https://paper.example/a?b=c'],
        ['xn--mnchen-3ya.example:8443', 'https://xn--mnchen-3ya.example:8443/'],
      ],
    )
    for (const { host, sentence } of questions) assert.ok(sentence.includes(host))
  })

  it('gives a consent for yes alone', async () => {
    assert.ok(await askConsent(ADDRESS, yes))
    for (const answer of [false, undefined, null, 1, 'yes'])
      assert.equal(await askConsent(ADDRESS, async () => answer as boolean), undefined)
    await assert.rejects(askConsent(ADDRESS, () => Promise.reject(new Error('closed'))))
  })

  it('is not put for what is no address of a page', async () => {
    let put = 0
    const count = async () => ++put > 0
    for (const text of [
      '',
      'the memo',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'mailto:a@b.example',
      'https://',
      '//a.example/',
    ])
      assert.equal((await failureOf(askConsent(text, count))).why, 'not-an-address', text)
    assert.equal(put, 0)
  })
})

describe('asking a page', () => {
  before(needLoopback)

  let built: Town | undefined

  afterEach(() => built?.end())

  async function visit(hosts: Record<string, Handler>, address = ADDRESS) {
    built = await town(hosts)
    const consent = await askConsent(address, async () => true)
    assert.ok(consent)
    return lookUpUrl(consent, { transport: built.transport, patience: 2000 })
  }

  it('gives what it says of itself', async () => {
    const item = await visit({ 'paper.example': says('text/html', PAGE) })
    assert.equal(item.title, 'Harbor closes')
    assert.equal(item.url, ADDRESS)
    assert.ok(item.accessed?.day)
    assert.deepEqual(
      built?.asked.map(({ method, path, body }) => [method, path, body]),
      [['GET', '/harbor', '']],
    )
  })

  it('takes a consent once, and none that nobody gave', async () => {
    built = await town({ 'paper.example': says('text/html', PAGE) })
    const trip = { transport: built.transport }
    const consent = (await askConsent(ADDRESS, async () => true)) as Consent
    await lookUpUrl(consent, trip)
    for (const forged of [consent, {} as Consent, { ...consent }, structuredClone(consent)])
      assert.equal((await failureOf(lookUpUrl(forged, trip))).why, 'unsafe')
    assert.equal(built.asked.length, 1)
  })

  it('is carried on within the host, and to no other without another question', async () => {
    const www = says('text/html; charset=utf-8', PAGE)
    const item = await visit({ 'paper.example': sendsOn('https://www.paper.example/harbor'), 'www.paper.example': www })
    assert.equal(item.url, 'https://www.paper.example/harbor')
    await built?.end()
    const { why, message, movedTo } = await failureOf(
      visit({ 'paper.example': sendsOn('https://login.other.example/?from=harbor'), 'login.other.example': www }),
    )
    assert.equal(why, 'moved')
    assert.equal(movedTo, 'https://login.other.example/?from=harbor')
    assert.match(message, /^paper\.example sends on to login\.other\.example/)
    assert.equal(built?.asked.length, 1)
  })

  it('reads half a megabyte of it and no more', async () => {
    const late = (before: number) => says('text/html', `${'<!-- -->'.repeat(before / 8)}<title>Late</title>`)
    assert.equal((await visit({ 'paper.example': late(511_000) })).title, 'Late')
    await built?.end()
    assert.equal((await failureOf(visit({ 'paper.example': late(520_000) }))).why, 'not-understood')
  })

  it('says what it is where it is no page, and where it has no title', async () => {
    const failed = async (handle: Handler): Promise<string> => {
      const { message } = await failureOf(visit({ 'paper.example': handle }))
      await built?.end()
      return message
    }
    assert.match(await failed(says('application/pdf', '%PDF')), /^paper\.example answers with a PDF/)
    assert.match(
      await failed(says('text/html', '<p>Hello')),
      /^The page at paper\.example does not say what it is called/,
    )
    assert.match(await failed(says('text/html', '', 404)), /^paper\.example has no page at this address/)
  })
})
