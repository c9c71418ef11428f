import { doiOf } from '../bibtex/items.ts'
import { dateOf, parseDate } from '../dates.ts'
import { known } from '../known.ts'
import { type Item, OTHERS, type PartialDate, type PersonName } from '../reference.ts'

/** A value of a CSL item, of whatever type it turned out to be. */
type Value = unknown

/**
 * What an item of CSL-JSON or CSL-YAML says of its source. Whatever has not the type that the schema of CSL 1.0.2 asks for is read
 * as far as it goes, and else left out. Markup in text (`<i>`, `<span>`) is left out as well.
 */
export function itemOf(value: Value): Item {
  const text = (...names: string[]): string => {
    for (const name of names) {
      const words = textOf(memberOf(value, name))
      if (words !== '') return words
    }
    return ''
  }
  const there = known<Required<Omit<Item, 'type' | 'author' | 'editor'>>>({
    title: text('title', 'title-short'),
    issued: dateIn(memberOf(value, 'issued')),
    accessed: dateIn(memberOf(value, 'accessed')),
    containerTitle: text('container-title', 'collection-title', 'container-title-short', 'journalAbbreviation'),
    publisher: text('publisher'),
    publisherPlace: text('publisher-place'),
    volume: text('volume'),
    issue: text('issue'),
    page: text('page').replace(/(\d)-(?=\d)/g, '$1–'),
    edition: text('edition'),
    number: text('number'),
    url: text('URL', 'url'),
    doi: doiOf(text('DOI', 'doi')),
    isbn: text('ISBN'),
    note: text('note'),
  })
  const author = namesOf(memberOf(value, 'author'))
  return { type: text('type') || 'document', author, editor: namesOf(memberOf(value, 'editor')), ...there }
}

/** Whether a value is an object with members of its own. */
export const isObject = (value: Value): value is Readonly<Record<string, Value>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of an object, never one that it inherits. */
export const memberOf = (value: Value, name: string): Value =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** Text, or a number as text; on one line and without the markup that CSL knows. */
export function textOf(value: Value): string {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  // a tag that is never closed is none
  const words = value.includes('</') ? value.replace(/<\/?(?:i|b|sub|sup|sc|span)(?: [^<>]*)?>/g, '') : value
  return words.replace(/\s+/g, ' ').trim()
}

const MOST_NAMES = 10_000

function namesOf(value: Value): PersonName[] {
  const names = Array.isArray(value) ? value.slice(0, MOST_NAMES) : value === undefined ? [] : [value]
  return names.flatMap((name: Value): PersonName[] => {
    if (typeof name === 'string') return name.trim() === '' ? [] : [{ literal: textOf(name) }]
    const part = (...keys: string[]): string =>
      keys
        .map((key) => textOf(memberOf(name, key)))
        .filter(Boolean)
        .join(' ')
    const literal = part('literal') || part('name')
    if (literal !== '') return [literal === OTHERS.literal ? OTHERS : { literal }]
    const there = known<PersonName>({
      family: part('family'),
      given: part('given'),
      particle: part('dropping-particle', 'non-dropping-particle'),
      suffix: part('suffix'),
    })
    return Object.keys(there).length === 0 ? [] : [there]
  })
}

/** A date as `date-parts`, as `{year, month, day}`, as text, or as a list of which the first counts. */
function dateIn(value: Value): PartialDate | undefined {
  const date = Array.isArray(value) ? value[0] : value
  if (typeof date === 'string' || typeof date === 'number') return parseDate(String(date))
  const parts = memberOf(date, 'date-parts')
  const first: Value = Array.isArray(parts) ? parts[0] : undefined
  if (Array.isArray(first) && Number(first[0])) return dateOf(...numbersOf(first))
  const year = Number(memberOf(date, 'year'))
  if (year) return dateOf(...numbersOf([year, memberOf(date, 'month'), memberOf(date, 'day')]))
  return parseDate(textOf(memberOf(date, 'raw')) || textOf(memberOf(date, 'literal')))
}

const numbersOf = ([year, month, day]: readonly Value[]): [number, number, number] => [
  Number(year),
  Number(month ?? 0),
  Number(day ?? 0),
]
