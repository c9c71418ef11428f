import { isArticle, isPart } from '../format/words.ts'
import type { Item, PartialDate } from '../reference.ts'
import { isoDate } from './isoDate.ts'
import type { Layout } from './layout.ts'
import { texAddress, texNames, texOf, texTitle } from './tex.ts'

/** What an entry is called in BibLaTeX, and in the BibTeX that came before it. */
const TYPES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['article', ['article', 'article']],
  ['article-journal', ['article', 'article']],
  ['article-magazine', ['article', 'article']],
  ['article-newspaper', ['article', 'article']],
  ['book', ['book', 'book']],
  ['chapter', ['incollection', 'incollection']],
  ['dataset', ['dataset', 'misc']],
  ['entry-encyclopedia', ['inreference', 'incollection']],
  ['legal_case', ['jurisdiction', 'misc']],
  ['legislation', ['legislation', 'misc']],
  ['manuscript', ['unpublished', 'unpublished']],
  ['motion_picture', ['video', 'misc']],
  ['pamphlet', ['booklet', 'booklet']],
  ['paper-conference', ['inproceedings', 'inproceedings']],
  ['patent', ['patent', 'misc']],
  ['periodical', ['periodical', 'misc']],
  ['personal_communication', ['letter', 'misc']],
  ['post', ['online', 'misc']],
  ['post-weblog', ['online', 'misc']],
  ['report', ['report', 'techreport']],
  ['software', ['software', 'misc']],
  ['standard', ['standard', 'misc']],
  ['thesis', ['thesis', 'phdthesis']],
  ['webpage', ['online', 'misc']],
])

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** A field to be written: its name, and its value without delimiters; `bare` for the name of a string. */
export interface NewField {
  readonly name: string
  readonly value: string
  readonly bare?: true
}

/** The entry type and the fields that say of a source what its item says, in the usual order. */
export function entryFor(item: Item, { classic }: Layout): { type: string; fields: NewField[] } {
  const [modern, old] = TYPES.get(item.type) ?? ['misc', 'misc']
  const { title, author, editor, accessed, url, doi } = item
  const text = (name: string, value: string | undefined): NewField[] =>
    value === undefined ? [] : [{ name, value: texOf(value) }]
  const fields: NewField[] = [
    ...(author.length > 0 ? [{ name: 'author', value: texNames(author) }] : []),
    ...(title === undefined ? [] : [{ name: 'title', value: texTitle(title) }]),
    ...(editor.length > 0 ? [{ name: 'editor', value: texNames(editor) }] : []),
    ...text(containerField(item, classic), item.containerTitle),
    ...(classic ? [] : subtypeOf(item)),
    ...text(publisherField(item.type), item.publisher),
    ...text(classic ? 'address' : 'location', item.publisherPlace),
    ...text('edition', item.edition),
    ...text('volume', item.volume),
    ...text('number', isArticle(item) ? item.issue : item.number),
    ...(isArticle(item) ? [] : text('issue', item.issue)),
    ...text('pages', item.page?.replace(/[–—]/g, '--')).map((field) => ({
      ...field,
      value: field.value.replace(/-\{\}/g, '-'),
    })),
    ...(classic ? classicDate(item.issued) : modernDate(item.issued)),
    ...text('isbn', item.isbn),
    ...(doi === undefined ? [] : [{ name: 'doi', value: texAddress(doi) }]),
    ...(url === undefined ? [] : [{ name: 'url', value: texAddress(url) }]),
    ...text('urldate', accessed === undefined ? undefined : isoDate(accessed)),
    ...text('note', item.note),
  ]
  return { type: classic ? old : modern, fields }
}

function containerField(item: Item, classic: boolean): string {
  if (isArticle(item) || item.type === 'article') return classic ? 'journal' : 'journaltitle'
  return isPart(item)
    ? 'booktitle'
    : item.type === 'webpage' || item.type.startsWith('post')
      ? 'organization'
      : 'booktitle'
}

/** BibLaTeX has one type for all articles. */
const subtypeOf = ({ type }: Item): NewField[] =>
  type === 'article-newspaper' || type === 'article-magazine'
    ? [{ name: 'entrysubtype', value: type.slice('article-'.length) }]
    : []

const publisherField = (type: string): string =>
  type === 'report' ? 'institution' : type === 'thesis' ? 'school' : 'publisher'

function modernDate(issued: PartialDate | undefined): NewField[] {
  if (issued === undefined) return []
  if (issued.year !== undefined) return [{ name: 'date', value: isoDate(issued) }]
  return issued.literal === undefined ? [] : [{ name: 'pubstate', value: texOf(issued.literal) }]
}

function classicDate(issued: PartialDate | undefined): NewField[] {
  if (issued === undefined) return []
  if (issued.year === undefined)
    return issued.literal === undefined ? [] : [{ name: 'year', value: texOf(issued.literal) }]
  const { year, month, day } = issued
  const fields: NewField[] = [{ name: 'year', value: String(year) }]
  if (month !== undefined) fields.push({ name: 'month', value: MONTHS[month - 1] ?? '', bare: true })
  if (day !== undefined) fields.push({ name: 'day', value: String(day) })
  return fields
}
