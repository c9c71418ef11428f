import type { Item, PersonName } from '../core/index.ts'
import { typeOfCsl } from './cslTypes.ts'
import { dateOfCsl } from './dates.ts'
import { doiIn } from './doi.ts'
import { known, listOf, memberOf, textOf } from './json.ts'
import { plainText } from './plainText.ts'

/** No work names more people. */
const MOST_PEOPLE = 500

/**
 * What an item of CSL-JSON from elsewhere says, as far as it is understood: members of other types than they should be are
 * left out, markup becomes plain text. Undefined where it has no title. The registries call some types by names of their own,
 * and give lists where CSL has one text; both are read.
 */
export function itemOfCsl(value: unknown): Item | undefined {
  const text = (name: string): string | undefined => plainText(textOf(memberOf(value, name)))
  const title = text('title')
  if (title === undefined) return undefined
  const doi = doiIn(text('DOI') ?? '')
  const url = webAddress(text('URL'))
  return known<Item>({
    type: typeOfCsl(textOf(memberOf(value, 'type'))),
    title,
    author: people(memberOf(value, 'author')),
    editor: people(memberOf(value, 'editor')),
    issued: dateOfCsl(memberOf(value, 'issued')),
    accessed: dateOfCsl(memberOf(value, 'accessed')),
    containerTitle: text('container-title'),
    publisher: text('publisher'),
    publisherPlace: text('publisher-place') ?? text('publisher-location'),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page')?.replace(/(\d)-(?=\d)/g, '$1–'),
    edition: text('edition'),
    number: text('number'),
    // The address of a DOI says what the DOI says.
    url: doi !== undefined && url !== undefined && doiIn(url) !== undefined ? undefined : url,
    doi,
    isbn: text('ISBN'),
  })
}

/** An address of the web in full; undefined for all else, such as `javascript:`. */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.username || url.password ? undefined : url.href
}

const people = (value: unknown): PersonName[] => listOf(value, MOST_PEOPLE).flatMap((one) => person(one) ?? [])

function person(value: unknown): PersonName | undefined {
  const text = (name: string): string | undefined => plainText(textOf(memberOf(value, name)))
  const family = text('family')
  // Crossref gives organisations as `name`.
  const literal = text('literal') ?? text('name') ?? (family === undefined ? text('given') : undefined)
  if (family === undefined) return literal === undefined ? undefined : { literal }
  const particle = [text('dropping-particle'), text('non-dropping-particle')].filter((part) => part !== undefined)
  return known<PersonName>({
    family,
    given: text('given'),
    particle: particle.length === 0 ? undefined : particle.join(' '),
    suffix: text('suffix'),
  })
}
