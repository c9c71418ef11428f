import type { Item } from '../core/index.ts'
import { ask, type Trip } from './ask.ts'
import { decodePage } from './charset.ts'
import { type Consent, spend } from './consent.ts'
import { hostOf, LookUpError } from './failure.ts'
import { readPage } from './page.ts'
import { itemOfPage } from './pageItem.ts'

/** As much of a page as is read, in bytes. */
const MOST = 512_000

/**
 * Asks a page what it says of itself: its title, author, date and site. Only what `askConsent` gave can be asked, and only
 * once. A page may send on within its own host, `www.` or not; for any other host the person is to be asked again, for which
 * the error says where. Rejects with a `LookUpError`.
 */
export async function lookUpUrl(consent: Consent, trip: Trip): Promise<Item> {
  const asked = spend(consent)
  const { url, type, bytes } = await ask(
    {
      url: asked,
      method: 'GET',
      reach: 'public',
      unseen: 'stop',
      types: ['text/html', 'application/xhtml+xml'],
      most: MOST,
      cut: true,
      mayMove: (to) => bareHost(to) === bareHost(asked),
      missing: `${hostOf(asked)} has no page at this address.`,
    },
    trip,
  )
  const item = itemOfPage(readPage(decodePage(bytes, type)), url)
  if (item === undefined)
    throw new LookUpError('not-understood', `The page at ${hostOf(url)} does not say what it is called.`)
  return item
}

const bareHost = ({ host }: URL): string => (host.startsWith('www.') ? host.slice(4) : host)
