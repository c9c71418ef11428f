import { hostOf, LookUpError } from './failure.ts'

declare const asked: unique symbol

/**
 * Somebody's word that one address may be asked, once. Only `askConsent` makes one, and only after the person has said so;
 * what merely looks like one is refused.
 */
export interface Consent {
  readonly [asked]: true
}

/** What a person is asked before a page is. */
export interface ConsentQuestion {
  /** The host that will see the request. */
  readonly host: string
  /** The address that will be asked: what was given, over https and without its fragment. */
  readonly address: string
  /** The question, as one sentence that names the host. */
  readonly sentence: string
}

const given = new WeakMap<Consent, URL>()

/**
 * Asks a person whether the page at an address may be asked what it says of itself. `put` shows the question and says `true`
 * where the answer is yes. Gives undefined where it is anything else. Throws a `LookUpError` where it is no address of a page.
 */
export async function askConsent(
  address: string,
  put: (question: ConsentQuestion) => Promise<boolean>,
): Promise<Consent | undefined> {
  const url = pageAddress(address)
  const host = hostOf(url)
  const sentence = `May ${host} be asked for the title, author and date of this page? It gets the address, and nothing of your draft.`
  if ((await put({ host, address: url.href, sentence })) !== true) return undefined
  const consent = Object.freeze({}) as Consent
  given.set(consent, url)
  return consent
}

/** The address that a consent is for. It is used up by this; throws a `LookUpError` where it is none, or was used before. */
export function spend(consent: Consent): URL {
  const url = given.get(consent)
  if (url === undefined) throw new LookUpError('unsafe', 'A page is only asked once somebody has said that it may be.')
  given.delete(consent)
  return url
}

function pageAddress(address: string): URL {
  const text = address.trim()
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new LookUpError('not-an-address', 'This is no address of a web page: one begins with https://.')
  // Nearly every page that was once published without encryption has it now; one that does not is not asked.
  if (url.protocol === 'http:') url.protocol = 'https:'
  url.hash = ''
  return url
}
