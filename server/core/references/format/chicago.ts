import type { Item } from '../reference.ts'
import { dateInWords, yearOf } from './dates.ts'
import { inOrder, listed, namesOf } from './names.ts'
import {
  addressOf,
  editionOf,
  isPart,
  isVolume,
  join,
  outletOf,
  type Part,
  publisherOf,
  quoted,
  showsVisit,
  stopped,
} from './words.ts'

const MOST_NAMES = 3

/**
 * A reference as a full note after The Chicago Manual of Style (17th edition, chapter 14): names in their order, the first of
 * more than three; titles of parts in quotation marks; place, publisher and year in parentheses. What the manual sets in italics
 * is plain here. A comma follows a title that ends in a question mark (14.96).
 */
export function formatChicago(item: Item, visited: boolean): string {
  return stopped(join([authors(item), ...work(item, visited), addressOf(item)], ', '))
}

/** What follows the authors, up to the address: parts with a comma between them. */
function work(item: Item, visited: boolean): Part[] {
  const { type, title, containerTitle, page, accessed } = item
  const visit = showsVisit(item, visited) ? `accessed ${dateInWords(accessed)}` : undefined
  const part = (rest: string): string =>
    title === undefined ? rest : join([quoted(title, rest === '' ? '' : ','), rest], ' ')
  if (type === 'article-journal') return [part(journal(item)), visit]
  if (isPart(item)) {
    const book = join([containerTitle, volumeOf(item), editors(item), editionOf(item)], ', ')
    return [part(`in ${join([book, imprint(item)], ' ')}`), page, visit]
  }
  if (type === 'thesis')
    return [join([title && quoted(title), `(${join(['thesis', item.publisher, year(item)], ', ')})`], ' '), visit]
  if (isVolume(item)) {
    const head = join([title, volumeOf(item), editors(item), editionOf(item)], ', ')
    return [join([head, imprint(item)], ' '), page, visit]
  }
  const paged = type === 'article-magazine' ? page : undefined
  const publisher = type.startsWith('article-') ? undefined : publisherOf(item)
  const date = dateInWords(item.issued) ?? (visit === undefined ? 'n.d.' : undefined)
  return [part(join([outletOf(item), publisher, date, paged, visit], ', '))]
}

/** "Nature 12, no. 3 (May 2024): 23–45". */
function journal(item: Item): string {
  const { containerTitle, volume, issue, page, issued } = item
  const number = join([volume, issue === undefined ? undefined : `no. ${issue}`], ', ')
  const date = `(${dateInWords(issued) ?? 'n.d.'})`
  return join([join([containerTitle, number, date], ' '), page], ': ')
}

/** "(Oxford: Hill Press, 1990)". */
const imprint = (item: Item): string =>
  `(${join([join([item.publisherPlace, publisherOf(item)], ': '), year(item)], ', ')})`

const year = ({ issued }: Item): string => yearOf(issued) ?? 'n.d.'

const volumeOf = ({ volume }: Item): Part => (volume === undefined ? undefined : `vol. ${volume}`)

/** The editors of a book whose authors are named, or of the book that a part stands in. */
const editors = (item: Item): Part =>
  item.editor.length > 0 && (item.author.length > 0 || isPart(item)) ? `ed. ${people(item.editor)}` : undefined

function authors(item: Item): Part {
  const { author, editor } = item
  if (author.length > 0) return people(author)
  if (editor.length === 0 || isPart(item)) return undefined
  return `${people(editor)}, ${namesOf(editor).names.length > 1 ? 'eds.' : 'ed.'}`
}

function people(list: Item['author']): string {
  const { names, others } = namesOf(list)
  const words = names.map(inOrder)
  return others || words.length > MOST_NAMES ? `${words[0] ?? ''} et al.` : listed(words, 'and', true)
}
