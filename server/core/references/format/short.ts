import { fold } from '../fold.ts'
import type { Item } from '../reference.ts'
import { dateInWords, yearOf } from './dates.ts'
import { namesOf, surname } from './names.ts'
import { join, outletOf, publisherOf, quoted } from './words.ts'

/** How many words of a title stand for a source that has no author. */
const WORDS_OF_TITLE = 5

/** Author and year for citing in parentheses: "Doe and Roe, 2024", "Doe et al., n.d.", "“Water levels,” 2024". */
export function formatShort(item: Item): string {
  const author = shortAuthor(item)
  const year = yearOf(item.issued) ?? 'n.d.'
  if (!author.endsWith('”')) return `${author}, ${year}`
  return `${author.slice(0, -1)}${/[?!…]”$/.test(author) ? '' : ','}” ${year}`
}

/** Who a source is called after in running text: one or two authors or editors, the first of more, or else a short title. */
export function shortAuthor(item: Item): string {
  const { names, others } = namesOf(item.author.length > 0 ? item.author : item.editor)
  const [first = '', second = ''] = names.map(surname)
  if (first !== '') {
    if (others || names.length > 2) return `${first} et al.`
    return second === '' ? first : `${first} and ${second}`
  }
  const words = (item.title ?? '').split(' ')
  if (words.join('') !== '')
    return quoted(words.length > WORDS_OF_TITLE ? `${words.slice(0, WORDS_OF_TITLE).join(' ')}…` : words.join(' '))
  return item.containerTitle ?? item.publisher ?? item.url ?? 'Untitled'
}

/** Where and when a source appeared, as far as its author does not say it: "The New York Times, Nov. 28, 2025". */
export function formatWhere(item: Item): string {
  const outlet = item.containerTitle === undefined ? publisherOf(item) : outletOf(item)
  return join([outlet, dateInWords(item.issued, true)], ', ')
}

/** A string that sorts references by author, year and title; compare by code unit. */
export function sortKey(item: Item): string {
  const { names } = namesOf(item.author.length > 0 ? item.author : item.editor)
  const people = names.map((name) => `${name.family ?? surname(name)} ${name.given ?? ''}`.trim()).join('; ')
  const year = String(item.issued?.year ?? 9999).padStart(4, '0')
  const title = (item.title ?? '').replace(/^(?:the|an?) /i, '')
  return fold([people === '' ? title : people, year, title].join('\t'))
}
