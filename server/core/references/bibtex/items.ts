import { monthOf } from '../../marks/calendarDates.ts'
import { dateOf, parseDate } from '../dates.ts'
import { known } from '../known.ts'
import type { Item, PartialDate } from '../reference.ts'
import type { Lookup } from './inherit.ts'
import { namesOf } from './names.ts'
import { plainText, verbatim } from './tex.ts'
import { cslType } from './types.ts'

/** What an entry of BibTeX or BibLaTeX says of its source, in the terms of CSL. */
export function itemOf(type: string, lookup: Lookup): Item {
  const raw = (...names: string[]): string => {
    for (const name of names) {
      const value = lookup(name)?.value
      if (value !== undefined && value.trim() !== '') return value
    }
    return ''
  }
  const text = (...names: string[]): string => plainText(raw(...names))
  const url = addressOf(raw)
  const howPublished = text('howpublished')
  const issued = issuedOf(raw)
  const csl = typeOf(type, text('entrysubtype', 'type').toLowerCase(), issued, raw)
  const isPage = csl === 'webpage' || csl === 'post-weblog'
  const there = known<Known>({
    title: withSubtitle(text('title'), text('subtitle')) || text('shorttitle'),
    issued,
    accessed: parseDate(plainText(raw('urldate', 'lastchecked', 'accessed'))),
    // the organization of a page is its site
    containerTitle: containerOf(text) || (isPage ? text('organization') : ''),
    publisher:
      text('publisher', 'institution', 'school', isPage ? 'publisher' : 'organization') ||
      (isAddress(howPublished) ? '' : howPublished),
    publisherPlace: text('location', 'address'),
    volume: text('volume'),
    issue: type === 'article' || type === 'periodical' ? text('number', 'issue') : text('issue'),
    page: pagesOf(text('pages')),
    edition: text('edition'),
    number: type === 'article' ? '' : text('number'),
    url,
    doi: doiOf(verbatim(raw('doi'))),
    isbn: text('isbn'),
    note: text('note'),
  })
  return { type: csl, author: namesOf(raw('author')), editor: namesOf(raw('editor')), ...there }
}

/** What an item may lack. */
type Known = Required<Omit<Item, 'type' | 'author' | 'editor'>>

/** A field's first value that is not empty, of several names. */
type Raw = (...names: string[]) => string

/** The type of CSL; an article that appeared on a day and in no volume is of a newspaper, and a work known by its address a web page. */
function typeOf(type: string, subtype: string, issued: PartialDate | undefined, raw: Raw): string {
  const known = cslType(type)
  if (known === 'article-journal') {
    if (subtype === 'newspaper' || subtype === 'magazine') return `article-${subtype}`
    const daily = issued?.day !== undefined && raw('volume', 'number', 'issue', 'doi', 'pages') === ''
    return daily ? 'article-newspaper' : known
  }
  const byAddress = known === 'document' && type !== 'set' && raw('eprint') === ''
  const address = raw('url') !== '' || /\\url|https?:/.test(raw('howpublished'))
  return byAddress && address && raw('publisher', 'institution', 'isbn') === '' ? 'webpage' : known
}

const withSubtitle = (title: string, subtitle: string): string =>
  title === '' || subtitle === '' ? title : `${title}${/[?!:]$/.test(title) ? '' : ':'} ${subtitle}`

function containerOf(text: (...names: string[]) => string): string {
  const journal = withSubtitle(text('journaltitle', 'journal'), text('journalsubtitle'))
  if (journal !== '') return journal
  return withSubtitle(text('booktitle', 'maintitle', 'website', 'newspaper', 'magazine'), text('booksubtitle'))
}

/** "12-14" and "12--14" are a range. */
const pagesOf = (pages: string): string => pages.replace(/(\d)-(?=\d)/g, '$1–')

/** A DOI without the address that it is often written as. */
export const doiOf = (doi: string): string => doi.replace(/^(?:https?:\/\/)?(?:dx\.)?doi\.org\/|^doi:\s?/i, '')

/** Where prints that are kept under a number are to be read. */
const ARCHIVES: ReadonlyMap<string, string> = new Map([
  ['arxiv', 'https://arxiv.org/abs/'],
  ['jstor', 'https://www.jstor.org/stable/'],
  ['pubmed', 'https://pubmed.ncbi.nlm.nih.gov/'],
  ['hdl', 'https://hdl.handle.net/'],
])

const isAddress = (text: string): boolean => /^https?:\/\/\S/.test(text)

function addressOf(raw: Raw): string {
  const url = verbatim(raw('url'))
  if (url !== '') return url
  const published = verbatim(raw('howpublished'))
  if (isAddress(published)) return published
  const archive = ARCHIVES.get(raw('eprinttype', 'archiveprefix').trim().toLowerCase())
  const eprint = verbatim(raw('eprint'))
  return archive !== undefined && eprint !== '' ? archive + eprint : ''
}

/** `date`, or else `year` and `month`, which may hold the day ("5~oct"); else what is said of when it will appear. */
function issuedOf(raw: Raw): PartialDate | undefined {
  const date = parseDate(plainText(raw('date')))
  if (date !== undefined) return date
  const written = plainText(raw('year'))
  const year = parseDate(written)
  if (year === undefined) return parseDate(plainText(raw('pubstate')))
  if (year.month !== undefined) return year
  const number = /\d{4}/.exec(written.slice(0, 40))
  if (number === null) return year
  const { month, day } = monthIn(plainText(raw('month')), plainText(raw('day')))
  return dateOf(Number(number[0]), month, day)
}

/** A month by name or number, with the day that stands beside it. */
function monthIn(text: string, dayText: string): { month: number; day: number } {
  const words = text.slice(0, 40).match(/[\p{L}\p{N}]+/gu) ?? []
  const named = words.map(monthOf).find((month) => month > 0)
  const number = words.map(Number).find((value) => value > 0)
  if (named === undefined) return { month: number ?? 0, day: Number(dayText) || 0 }
  return { month: named, day: number ?? (Number(dayText) || 0) }
}
