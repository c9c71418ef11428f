import { type Item, isCitationKey } from '../core/index.ts'
import type { Answer, Question } from './answer.ts'
import { ask, type Trip } from './ask.ts'
import { itemOfCsl } from './csl.ts'
import { LookUpError } from './failure.ts'
import { listOf, memberOf, parseJson, textOf } from './json.ts'

/** Something in the library of Zotero. */
export interface ZoteroItem {
  readonly item: Item
  /** The citation key that Better BibTeX gave it, where every kind of bibliography can hold it. */
  readonly key?: string
}

const ZOTERO = 'http://127.0.0.1:23119'

/** Zotero gives all that it finds, which is a library's worth for one letter. */
const MOST_BYTES = 8_000_000
const MOST_ITEMS = 50

/** No search is longer, in UTF-16 code units. */
const LONGEST_QUERY = 200

/**
 * Searches the library of the Zotero that runs on this computer, by title, author and year; at most 50 items. Asks Better
 * BibTeX first, which gives citation keys too, and Zotero itself where that add-on is not there. Sends the words that are
 * searched for to 127.0.0.1, and follows no redirect. Rejects with a `LookUpError`.
 *
 * `item.search` of Better BibTeX: https://retorque.re/zotero-better-bibtex/exporting/json-rpc/.
 * The local interface of Zotero: https://www.zotero.org/support/dev/web_api/v3/local_api.
 */
export async function lookUpZotero(query: string, trip: Trip): Promise<ZoteroItem[]> {
  if (!trip.transport.reachesLoopback)
    throw new LookUpError(
      'not-here',
      'A browser cannot ask Zotero: open the draft in an editor on the computer it runs on.',
    )
  const words = query.trim().slice(0, LONGEST_QUERY)
  if (words === '') throw new LookUpError('not-an-address', 'Say which title, author or year Zotero is to look for.')
  const found = (await askBetterBibtex(words, trip)) ?? (await askZotero(words, trip))
  return listOf(found, MOST_ITEMS).flatMap((one) => {
    const item = itemOfCsl(one)
    const key = textOf(memberOf(one, 'citekey')) ?? textOf(memberOf(one, 'citation-key'))
    return item === undefined ? [] : { item, ...(key !== undefined && isCitationKey(key) && { key }) }
  })
}

/** What Better BibTeX finds; undefined where it is not there, or cannot say. */
async function askBetterBibtex(words: string, trip: Trip): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'item.search', params: [words] })
  const answer = await askLocally({ path: '/better-bibtex/json-rpc', method: 'POST', body }, trip).catch(
    (error: LookUpError) => {
      if (error.why === 'not-found') return undefined
      throw error
    },
  )
  return answer && memberOf(jsonOf(answer), 'result')
}

async function askZotero(words: string, trip: Trip): Promise<unknown> {
  const search = new URLSearchParams({ q: words, format: 'csljson', limit: String(MOST_ITEMS) })
  const found = jsonOf(await askLocally({ path: `/api/users/0/items/top?${search}`, method: 'GET' }, trip))
  // Zotero's own export is a list; its service on the web puts that under `items`.
  return memberOf(found, 'items') ?? found
}

async function askLocally(
  { path, ...request }: { path: string } & Pick<Question, 'method' | 'body'>,
  trip: Trip,
): Promise<Answer> {
  try {
    return await ask(
      {
        ...request,
        url: new URL(ZOTERO + path),
        reach: 'loopback',
        unseen: 'stop',
        types: ['application/json', 'text/plain', 'application/vnd.citationstyles.csl+json'],
        most: MOST_BYTES,
        missing: 'This Zotero cannot be asked by other programs; it takes version 7 or newer.',
      },
      trip,
    )
  } catch (error) {
    throw inItsWords(error as LookUpError)
  }
}

/** What went wrong, as what to do about it in Zotero. */
function inItsWords(error: LookUpError): LookUpError {
  if (error.why === 'forbidden')
    return new LookUpError(
      'forbidden',
      'Zotero lets no other program ask it: allow that in its settings, under Advanced (“Allow other applications on this computer to communicate with Zotero”).',
    )
  if (error.why === 'refused') return new LookUpError('refused', 'Zotero is not running on this computer.')
  if (error.why === 'too-large') return new LookUpError('too-large', 'Zotero finds too much: search for more words.')
  return error
}

function jsonOf({ bytes }: Answer): unknown {
  const found = parseJson(new TextDecoder().decode(bytes))
  if (typeof found === 'object' && found !== null) return found
  throw new LookUpError('not-understood', 'What answers in the place of Zotero (127.0.0.1:23119) is not understood.')
}
