import type { Item, PartialDate, PersonName } from '../references/index.ts'

const LONGEST = 2000
const MOST_NAMES = 1000

const WORDS = [
  ...(['title', 'containerTitle', 'publisher', 'publisherPlace', 'volume', 'issue', 'page', 'edition'] as const),
  ...(['number', 'isbn', 'note'] as const),
]
const NAME_PARTS = ['family', 'given', 'particle', 'suffix', 'literal'] as const

/**
 * An item that comes from elsewhere, such as the answer to a look-up, as far as it is one: what is no text, name, date or web
 * address is left out. Undefined where nothing is left by which the source could be told.
 */
export function givenItem(value: unknown): Item | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const given = value as Readonly<Record<string, unknown>>
  const url = wordsIn(given.url)
  const doi = wordsIn(given.doi)
  const item: Item = {
    type: wordsIn(given.type) ?? 'document',
    author: namesIn(given.author),
    editor: namesIn(given.editor),
    ...Object.fromEntries(WORDS.flatMap((name) => pair(name, wordsIn(given[name])))),
    ...Object.fromEntries(pair('issued', dateIn(given.issued))),
    ...Object.fromEntries(pair('accessed', dateIn(given.accessed))),
    ...(url !== undefined && /^https?:\/\/[^\s<>"]+$/i.test(url) && { url }),
    ...(doi !== undefined && /^10\.\d{4,9}\/[^\s<>"]+$/.test(doi) && { doi }),
  }
  return item.title === undefined && item.url === undefined && item.doi === undefined ? undefined : item
}

const pair = <T>(name: string, value: T | undefined): Array<[string, T]> => (value === undefined ? [] : [[name, value]])

function wordsIn(value: unknown): string | undefined {
  const words = typeof value === 'string' ? value.slice(0, LONGEST).replace(/\s+/g, ' ').trim() : ''
  return words === '' ? undefined : words
}

const namesIn = (value: unknown): PersonName[] =>
  Array.isArray(value)
    ? value
        .slice(0, MOST_NAMES)
        .map((name) => Object.fromEntries(NAME_PARTS.flatMap((part) => pair(part, wordsIn(name?.[part])))))
        .filter((name) => Object.keys(name).length > 0)
    : []

function dateIn(value: unknown): PartialDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { year, month, day, literal } = value as Readonly<Record<string, unknown>>
  const isIn = (number: unknown, least: number, most: number): number is number =>
    typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
  if (!isIn(year, -9999, 9999)) {
    const words = wordsIn(literal)
    return words === undefined ? undefined : { literal: words }
  }
  if (!isIn(month, 1, 12)) return { year }
  return { year, month, ...(isIn(day, 1, 31) && { day }) }
}
