import { findAddresses } from '../../blocks/addresses.ts'
import { doiOf } from '../bibtex/items.ts'
import type { Item, PersonName } from '../reference.ts'
import { dateInAddress, datesIn, type NoteDate } from './noteDates.ts'
import { namesIn } from './noteNames.ts'
import { outletAt } from './outlets.ts'
import { withoutEnd } from './trim.ts'

/** More of a note than anybody reads as a reference. */
const LONGEST_NOTE = 2000
const LONGEST_OUTLET = 60

/**
 * What can be told of a source from the words of a footnote or of an entry in a list of sources: its address and DOI, its dates,
 * the title that stands in quotation marks, in italics or in a link, who is named before it and which outlet after it. What is
 * not plain from the form is left out; a note of another form is a title from end to end. Linear in the note.
 */
export function itemInNote(note: string): Item {
  const plain = withoutAddresses(note.slice(0, LONGEST_NOTE))
  const { url, doi } = plain
  const dates = datesIn(plain.text)
  const issued = dates.find(({ visit }) => !visit)?.date ?? (url === undefined ? undefined : dateInAddress(url))
  const accessed = dates.find(({ visit }) => visit)?.date
  const { title, author, outlet, isVolume } = workIn(plain, dates)
  const site = outlet ?? (url === undefined ? undefined : outletAt(url))
  const daily = site !== undefined && title !== undefined && issued?.day !== undefined
  return {
    type: isVolume ? 'book' : daily ? 'article-newspaper' : url === undefined ? 'document' : 'webpage',
    author,
    editor: [],
    ...(title !== undefined && { title }),
    ...(site !== undefined && site !== title && { [isVolume ? 'publisher' : 'containerTitle']: site }),
    ...(issued !== undefined && { issued }),
    ...(accessed !== undefined && { accessed }),
    ...(url !== undefined && { url }),
    ...(doi !== undefined && { doi }),
  }
}

/** A note without its addresses, and what its markup said of it. */
interface Plain {
  readonly text: string
  readonly url: string | undefined
  readonly doi: string | undefined
  /** The words of the first link. */
  readonly linked: string | undefined
}

/** Where an inline link of Markdown keeps its words and its address. */
const LINK =
  /\[([^[\]]{1,300})\]\(<?(https?:\/\/[^\s<>()]{1,1000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,1000})?)>?(?: "[^"]{0,300}")?\)/g
const DOI = /(?:https?:\/\/(?:dx\.)?doi\.org\/|(?<!\p{L})doi:? ?)(10\.\d{4,9}\/[^\s<>"”]{1,200})/iu

function withoutAddresses(note: string): Plain {
  let linked: string | undefined
  let url: string | undefined
  const unlinked = note.replace(LINK, (_, words: string, address: string) => {
    linked ??= words
    url ??= address
    return words
  })
  const doi = DOI.exec(unlinked)?.[1]
  let text = ''
  let at = 0
  for (const { start, end } of findAddresses(unlinked, unlinked, { start: 0, end: unlinked.length })) {
    url ??= unlinked.slice(start, end)
    text += unlinked.slice(at, start)
    at = end
  }
  text += unlinked.slice(at)
  const plain = text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/doi:? ?10\.\d{4,9}\/\S+/i, '')
    .replace(/<>|\s+/g, ' ')
    .trim()
  const isDoi = url !== undefined && doi !== undefined && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url)
  return {
    text: plain,
    url: isDoi ? undefined : url,
    doi: doi === undefined ? undefined : withoutEnd(doiOf(doi), '.,;)'),
    linked,
  }
}

/** The work that a note names. */
interface Work {
  readonly title: string | undefined
  readonly author: readonly PersonName[]
  readonly outlet: string | undefined
  /** Whether the title is that of a book: in italics, with nothing in quotation marks. */
  readonly isVolume: boolean
}

const QUOTED = /“([^“”]{2,300})”|(?<![\p{L}\p{N}])"([^"]{2,300})"/u
const ITALIC = /(?<![\p{L}\p{N}*_])([*_]{1,2})([^*_]{2,200})\1(?![\p{L}\p{N}*_])/u

function workIn({ text, linked, url }: Plain, dates: readonly NoteDate[]): Work {
  const quoted = QUOTED.exec(text)
  const italic = ITALIC.exec(text)
  const found = quoted ?? italic
  if (found !== null) {
    const title = trimmedWords(quoted === null ? (italic?.[2] ?? '') : (quoted[1] ?? quoted[2] ?? ''))
    const end = found.index + found[0].length
    const author = namesIn(text.slice(0, found.index))
    return { title, author, outlet: outletAfter(text, end, dates), isVolume: quoted === null && url === undefined }
  }
  if (linked !== undefined) {
    const start = text.indexOf(linked)
    const author = namesIn(text.slice(0, start))
    return {
      title: trimmedWords(linked),
      author,
      outlet: outletAfter(text, start + linked.length, dates),
      isVolume: false,
    }
  }
  const words = trimmedWords(
    dates.reduceRight((rest, date) => (isApart(rest, date) ? without(rest, date) : rest), text),
  )
  return { title: /\p{L}/u.test(words) ? words : undefined, author: [], outlet: undefined, isVolume: false }
}

/** The outlet behind a title: in italics, or with a capital and up to the next comma, full stop or date. */
function outletAfter(text: string, from: number, dates: readonly NoteDate[]): string | undefined {
  const rest = text.slice(from)
  const italic = ITALIC.exec(rest)
  if (italic !== null) return trimmedWords(italic[2] ?? '')
  const start = from + (/^[\s,.;:)(]*(?:in )?/.exec(rest)?.[0].length ?? 0)
  const date = dates.find((one) => one.end > start)?.start ?? text.length
  const stop = text.slice(start, date).search(/[,;()]|\.(?= |$)/)
  // the number behind a journal's name is its volume
  const words = trimmedWords(text.slice(start, stop < 0 ? date : start + stop)).replace(/ \d{1,4}$/, '')
  return /^\p{Lu}/u.test(words) && words.length <= LONGEST_OUTLET ? words : undefined
}

/** Whether a date is no part of a title: that of a visit, or one that ends it. */
const isApart = (text: string, { visit, start, end }: NoteDate): boolean =>
  visit || (/[,(] ?$/.test(text.slice(0, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end)))

const without = (text: string, { start, end }: NoteDate): string => text.slice(0, start) + text.slice(end)

/** Words without what parts them from those around them: white space, commas, stops, the marks of italics. */
const trimmedWords = (text: string): string => withoutEnd(text.replace(/[*_]/g, '').replace(/^[,;:\s]+/, ''), ',;:.')
