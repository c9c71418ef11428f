import type { Item } from '../reference.ts'

/** A part of a reference; undefined or empty where it is not known. */
export type Part = string | undefined

/** The parts that are known, with a separator between them. */
export const join = (parts: readonly Part[], separator: string): string =>
  parts.filter((part) => part !== undefined && part !== '').join(separator)

/** Text with a full stop behind it, unless it ends in a mark that takes its place. */
export const stopped = (text: string): string => (text === '' || /[.?!…][”’]?$/.test(text) ? text : `${text}.`)

/** A title in quotation marks, and the quotation marks within it as single ones. `comma` goes inside, as American editors put it. */
export const quoted = (title: string, comma = ''): string =>
  `“${title.replace(/“/g, '‘').replace(/”/g, '’').replace(/"/g, "'")}${comma}”`

/** Where a source can be read: its DOI as an address, or else its own address. */
export const addressOf = ({ doi, url }: Item): Part => (doi === undefined ? url : `https://doi.org/${doi}`)

/** Types that are shown with the day on which they appeared. */
const DATED: ReadonlySet<string> = new Set(
  'article-newspaper article-magazine webpage post post-weblog broadcast interview speech personal_communication motion_picture'.split(
    ' ',
  ),
)

export const isDated = ({ type }: Item): boolean => DATED.has(type)

/** Types that stand in a book or in proceedings. */
export const isPart = ({ type }: Item): boolean =>
  type === 'chapter' || type === 'paper-conference' || type === 'entry-encyclopedia' || type === 'entry-dictionary'

export const isArticle = ({ type }: Item): boolean =>
  type === 'article-journal' || type === 'article-newspaper' || type === 'article-magazine'

/** Types that are published as a volume of their own, whose titles are not put in quotation marks. */
export const isVolume = ({ type }: Item): boolean =>
  type === 'book' || type === 'report' || type === 'pamphlet' || type === 'periodical' || type === 'standard'

/**
 * Whether the day of a visit belongs to a reference: that of a page, which may change, and of what has no date of its own; with
 * `always`, that of whatever has an address.
 */
export const showsVisit = ({ type, issued, accessed, url }: Item, always: boolean): boolean =>
  accessed !== undefined &&
  url !== undefined &&
  (always || issued === undefined || type === 'webpage' || type === 'dataset')

/** "2nd ed." for "2"; other words as they are. */
export function editionOf({ edition }: Item): Part {
  if (edition === undefined || !/^\d{1,3}$/.test(edition)) return edition
  const teen = /1\d$/.test(edition)
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][Number(edition.at(-1))] ?? 'th')
  return `${edition}${ending} ed.`
}

/** A publisher that is not named already, as author or as what the source stands in. */
export function publisherOf(item: Item): Part {
  const { publisher, containerTitle, author } = item
  const named = [containerTitle, ...author.map(({ literal }) => literal)]
  return named.includes(publisher) ? undefined : publisher
}

/** The newspaper, site or book that something stands in, where that is not named already, as its author. */
export const outletOf = ({ containerTitle, author }: Item): Part =>
  author.some(({ literal }) => literal === containerTitle) ? undefined : containerTitle

/** "p. 12", "pp. 12–14". */
export const pagesOf = (page: Part): Part =>
  page === undefined ? undefined : `${/[–,-]/.test(page) ? 'pp.' : 'p.'} ${page}`
