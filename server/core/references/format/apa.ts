import type { Item } from '../reference.ts'
import { dateInWords, yearFirst, yearOf } from './dates.ts'
import { initialled, inverted, listed, namesOf } from './names.ts'
import {
  addressOf,
  editionOf,
  isArticle,
  isDated,
  isPart,
  join,
  outletOf,
  type Part,
  pagesOf,
  publisherOf,
  showsVisit,
  stopped,
} from './words.ts'

/** Of more authors than these, the first nineteen and the last are named. */
const MOST_NAMES = 20

/**
 * A reference as the list of references has it after the Publication Manual of the American Psychological Association (7th
 * edition, chapters 9 and 10): names turned round, the date behind them, and no full stop behind an address. What the manual sets
 * in italics is plain here, and titles keep their capitals.
 */
export function formatApa(item: Item, visited: boolean): string {
  const who = authors(item)
  const when = `(${(isDated(item) ? yearFirst(item.issued) : yearOf(item.issued)) ?? 'n.d.'})`
  const what = stopped(join([item.title, details(item)], ' '))
  const lead = who === undefined ? [what, stopped(when)] : [stopped(who), stopped(when), what]
  return join([...lead, stopped(where(item)), address(item, visited)], ' ')
}

/** What stands in parentheses or brackets behind the title. */
function details(item: Item): Part {
  const { type, number, volume, publisher } = item
  if (type === 'thesis') return `[${join(['Thesis', publisher], ', ')}]`
  if (isArticle(item) || isPart(item)) return undefined
  const numbered = type === 'report' && number !== undefined ? `No. ${number}` : undefined
  const inside = join([editionOf(item), volume === undefined ? undefined : `Vol. ${volume}`, numbered], ', ')
  return inside === '' ? undefined : `(${inside})`
}

function where(item: Item): string {
  const { type, containerTitle, volume, issue, page, editor } = item
  if (isArticle(item)) {
    const numbered = join([volume, issue === undefined ? undefined : `(${issue})`], '')
    return join([containerTitle, numbered, page], ', ')
  }
  if (isPart(item)) {
    const edited =
      editor.length > 0 ? `${listed(namesOf(editor).names.map(initialled), '&', true)} ${role(item)},` : undefined
    const inside = join([editionOf(item), volume === undefined ? undefined : `Vol. ${volume}`, pagesOf(page)], ', ')
    const book = join(['In', edited, containerTitle, inside === '' ? undefined : `(${inside})`], ' ')
    return join([containerTitle === undefined ? undefined : stopped(book), publisherOf(item)], ' ')
  }
  if (type === 'thesis') return ''
  const site = outletOf(item)
  return join([site === undefined ? undefined : stopped(site), publisherOf(item)], ' ')
}

function address(item: Item, visited: boolean): Part {
  const at = addressOf(item)
  return showsVisit(item, visited) ? `Retrieved ${dateInWords(item.accessed)}, from ${at}` : at
}

function authors(item: Item): Part {
  if (item.author.length > 0) return people(item.author)
  return item.editor.length > 0 && !isPart(item) ? `${people(item.editor)} ${role(item)}` : undefined
}

const role = ({ editor }: Item): string => (namesOf(editor).names.length > 1 ? '(Eds.)' : '(Ed.)')

function people(list: Item['author']): string {
  const { names, others } = namesOf(list)
  const words = names.map(inverted)
  if (others) return `${words.join(', ')}, et al.`
  if (words.length > MOST_NAMES) return `${words.slice(0, MOST_NAMES - 1).join(', ')}, . . . ${words.at(-1)}`
  // a comma stands before the & even between two
  return words.length === 2 ? words.join(', & ') : listed(words, '&', true)
}
