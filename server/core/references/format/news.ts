import type { Item } from '../reference.ts'
import { dateInWords } from './dates.ts'
import { inOrder, listed, namesOf } from './names.ts'
import {
  addressOf,
  editionOf,
  isArticle,
  join,
  outletOf,
  type Part,
  pagesOf,
  publisherOf,
  quoted,
  showsVisit,
  stopped,
} from './words.ts'

const MOST_NAMES = 3

/**
 * A reference as a news desk writes it in a note: who, “what,” where, when, and the address. Titles are in quotation marks,
 * months short before a day, and of more than three authors the first is named.
 */
export function formatNews(item: Item, visited: boolean): string {
  const { title, type, volume, issue, page, issued, accessed, editor } = item
  const journal = type === 'article-journal'
  const rest = join(
    [
      outletOf(item),
      editor.length > 0 && item.author.length > 0 ? `edited by ${people(editor)}` : undefined,
      editionOf(item),
      isArticle(item) ? undefined : publisherOf(item),
      volume === undefined ? undefined : `vol. ${volume}`,
      journal && issue !== undefined ? `no. ${issue}` : undefined,
      pagesOf(page),
      dateInWords(issued, true) ?? 'undated',
      addressOf(item),
      showsVisit(item, visited) ? `accessed ${dateInWords(accessed, true)}` : undefined,
    ],
    ', ',
  )
  const named = title === undefined ? rest : `${quoted(title, /[?!]$/.test(title) ? '' : ',')} ${rest}`
  return stopped(join([authors(item), named], ', '))
}

function authors({ author, editor }: Item): Part {
  if (author.length > 0) return people(author)
  return editor.length > 0 ? `${people(editor)}, ${namesOf(editor).names.length > 1 ? 'editors' : 'editor'}` : undefined
}

function people(list: Item['author']): string {
  const { names, others } = namesOf(list)
  const words = names.map(inOrder)
  if (others || words.length > MOST_NAMES) return `${words[0] ?? ''} and others`
  return listed(words, 'and', false)
}
