import type { Item } from '../core/index.ts'
import { ask, type Trip } from './ask.ts'
import { itemOfCsl } from './csl.ts'
import { doiAddress, doiIn } from './doi.ts'
import { LookUpError } from './failure.ts'
import { parseJson } from './json.ts'

/** The hosts of the resolver and of the agencies that register DOIs and answer for them, with all that is beneath them. */
const REGISTRIES = ['doi.org', 'crossref.org', 'datacite.org', 'crosscite.org', 'medra.org', 'japanlinkcenter.org']

/** The type that says bibliographic data, and what some registries call it. */
const TYPES = ['application/vnd.citationstyles.csl+json', 'application/citeproc+json', 'application/json']

/** A paper of a large experiment names thousands of authors and as many references; twice that is enough. */
const MOST = 4_000_000

/**
 * Looks a DOI up, and gives what the agency that registered it says of the work. Sends the DOI to doi.org, and to the agency
 * that doi.org sends on to, and nothing else to nobody else. Rejects with a `LookUpError`.
 *
 * This is the content negotiation of the registries, by which Crossref, DataCite and mEDRA give CSL-JSON:
 * https://citation.doi.org/docs.html.
 */
export async function lookUpDoi(text: string, trip: Trip): Promise<Item> {
  const doi = doiIn(text)
  const url = doi === undefined ? undefined : doiAddress(doi)
  if (url === undefined) throw new LookUpError('not-an-address', 'This is no DOI: one looks like 10.1000/182.')
  const { bytes } = await ask(
    {
      url,
      method: 'GET',
      reach: 'public',
      unseen: 'follow',
      types: TYPES,
      most: MOST,
      mayMove: ({ hostname }) => REGISTRIES.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
      missing: 'doi.org does not know this DOI.',
    },
    trip,
  )
  const item = itemOfCsl(parseJson(new TextDecoder().decode(bytes)))
  if (item === undefined)
    throw new LookUpError('not-understood', 'The registry says nothing of this DOI that is understood.')
  return { ...item, doi: doiIn(item.doi ?? '') ?? doi ?? '' }
}
