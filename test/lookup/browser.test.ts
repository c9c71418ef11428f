import assert from 'node:assert/strict'
import { browserTransport, type Fetch } from '../../server/lookup/browserTransport.ts'
import { askConsent, type Consent } from '../../server/lookup/consent.ts'
import { lookUpDoi } from '../../server/lookup/lookUpDoi.ts'
import { lookUpUrl } from '../../server/lookup/lookUpUrl.ts'
import { failureOf } from './town.ts'

/** An answer as a browser gives it: with the address that answered in the end, which the constructor cannot set. */
function answer(body: string | ReadableStream | null, type: string, url: string, kind = 'basic'): Response {
  const response = new Response(body, { headers: { 'content-type': type } })
  return Object.defineProperties(response, { url: { value: url }, type: { value: kind } })
}

const CSL = 'application/vnd.citationstyles.csl+json'
const consent = async (): Promise<Consent> => (await askConsent('https://paper.example/', async () => true)) as Consent

describe('look-ups in a web worker', () => {
  it('send no cookie and no referrer, and keep nothing', async () => {
    let sent: Parameters<Fetch> | undefined
    const transport = browserTransport(async (...request) => {
      sent = request
      return answer('{"title": "Tides"}', CSL, 'https://api.crossref.org/v1/x')
    })
    assert.equal((await lookUpDoi('10.5555/1', { transport })).title, 'Tides')
    const [url, { credentials, referrerPolicy, referrer, cache, redirect }] = sent ?? assert.fail()
    assert.equal(url, 'https://doi.org/10.5555/1')
    assert.deepEqual([credentials, referrerPolicy, referrer, cache], ['omit', 'no-referrer', '', 'no-store'])
    // A browser shows no redirect, and doi.org always sends on; so the browser follows it, and where it led is looked at.
    assert.equal(redirect, 'follow')
  })

  it('take nothing from where they were not to go', async () => {
    for (const [url, why] of [
      ['https://journal.example/', 'moved'],
      ['http://doi.org/', 'unsafe'],
      ['https://127.0.0.1/', 'unsafe'],
    ] as const) {
      const transport = browserTransport(async () => answer('{"title": "Tides"}', CSL, url))
      assert.equal((await failureOf(lookUpDoi('10.5555/1', { transport }))).why, why)
    }
  })

  it('follow no page that sends on, and say so', async () => {
    let redirect: unknown
    const transport = browserTransport(async (_, options) => {
      redirect = options.redirect
      return Object.defineProperty(answer(null, '', '', 'opaqueredirect'), 'status', { value: 0 })
    })
    const { why, message } = await failureOf(lookUpUrl(await consent(), { transport }))
    assert.equal(redirect, 'manual')
    assert.equal(why, 'moved')
    assert.match(message, /paper\.example.*browser/)
  })

  it('say that a browser cannot ask everybody, without the words of its error', async () => {
    const transport = browserTransport(() =>
      Promise.reject(new TypeError('Failed to fetch https://paper.example/secret')),
    )
    const { why, message } = await failureOf(lookUpUrl(await consent(), { transport }))
    assert.equal(why, 'refused')
    assert.match(message, /^paper\.example cannot be asked from a browser/)
  })

  it('stop reading where they have enough, and when they are cancelled', async () => {
    let cancelled = 0
    const endless = () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
        cancel: () => void cancelled++,
      })
    const page = browserTransport(async () => answer(endless(), 'text/html', 'https://paper.example/'))
    assert.equal((await failureOf(lookUpUrl(await consent(), { transport: page }))).why, 'not-understood')
    assert.equal(cancelled, 1)
    const doi = browserTransport(async () => answer(endless(), CSL, 'https://doi.org/10.5555/1'))
    assert.equal((await failureOf(lookUpDoi('10.5555/1', { transport: doi }))).why, 'too-large')
    assert.equal(cancelled, 2)
    const controller = new AbortController()
    const silent = browserTransport((_, { signal }) => {
      setTimeout(() => controller.abort(), 10)
      return new Promise((__, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    })
    assert.equal(
      (await failureOf(lookUpDoi('10.5555/1', { transport: silent, signal: controller.signal }))).why,
      'cancelled',
    )
  })
})
