import { firstName } from '../blocks/authorYear.ts'
import type { Citation, Definition } from '../blocks/block.ts'
import { folded, yearsIn } from '../blocks/referenceList.ts'
import { addressesIn, hostOf, withoutAddress } from '../edits/address.ts'
import { itemInNote } from '../references/draft/note.ts'
import { formatReference, formatShort } from '../references/index.ts'
import type { Item, Reference } from '../references/reference.ts'
import type { Library } from './library.ts'
import { type Cite, type Cited, nameOfNote, wordsOfLink } from './place.ts'
import { recogniser, takenApart } from './recognise.ts'

/** What a place cites, freed from the style that it is cited in. */
export interface Source {
  /** What it has in common with no other source of the draft. */
  readonly id: string
  /** What is known of it field by field: from its entry in a bibliography, or from whoever adds it. */
  readonly item?: Item
  /** The key of its entry in a bibliography. */
  readonly key?: string
  /** What the draft says of it in its own words, without its address; empty where its fields say it all. */
  readonly words: string
  /** The whole note, as it stands in the draft; empty where it has none. */
  readonly note: string
  /** Its address; empty where it has none. */
  readonly url: string
  /** The draft's own note, where there is one. */
  readonly definition?: Definition
  /** That somebody has just looked it up to cite it here: notes say on which day, and it may bring a key along. */
  readonly fresh?: { readonly key?: string }
}

/** A source as one cite gives it. */
export interface CitedSource {
  readonly source: Source
  readonly prefix: string
  readonly locator: string
  readonly suppressed: boolean
}

/**
 * Makes a function that tells what a cite of a draft cites; undefined where nothing defines it, and for notes that hold more than
 * a line or cite others themselves.
 */
export function sourcesIn(reading: Cited, library: Library): (cite: Cite) => CitedSource | undefined {
  const recognise = recogniser(library)
  const definitions = new Map([...reading.definitions].reverse().map((one) => [nameOfNote(one), one]))
  const byUrl = new Map<string, Reference>()
  for (const reference of library.references) {
    const { url } = reference.item
    if (url !== undefined && !byUrl.has(url)) byUrl.set(url, reference)
  }

  const noted = (cite: Cite, written: string, definition?: Definition): CitedSource | undefined => {
    const note = onOneLine(written)
    if (note === undefined || note === '' || ['[^', '^[', '[@'].some((mark) => note.includes(mark))) return undefined
    const { suppressed } = cite
    const known = recognise(note)
    if (known !== undefined) {
      const source = { ...sourceOf(known.reference), ...(definition && { definition }) }
      return { source, prefix: known.prefix || cite.prefix, locator: known.locator || cite.locator, suppressed }
    }
    const isEntry = cite.citation.kind === 'author-year'
    const { words: own, prefix, locator } = isEntry ? { ...cite, words: note } : takenApart(note)
    const urls = addressesIn(own)
    const one = urls.length === 1
    const source = {
      id: `note ${own}`,
      words: one ? withoutAddress(own) : own,
      note: own,
      url: one ? (urls[0] ?? '') : '',
      ...(definition && { definition }),
    }
    return { source, prefix, locator, suppressed }
  }

  return (cite) => {
    const { citation, prefix, locator, suppressed } = cite
    const { kind, key } = citation
    if (kind === 'citation-key') {
      const reference = library.byKey.get(key)
      return reference && { source: sourceOf(reference), prefix, locator, suppressed }
    }
    if (kind === 'link' || kind === 'url') {
      const words = linkWords(reading.draft.text, citation)
      const known = words === '' ? undefined : recognise(words)
      const reference = known?.reference ?? byUrl.get(key)
      if (reference !== undefined && (known !== undefined || words === ''))
        return { source: sourceOf(reference), prefix: known?.prefix ?? '', locator: known?.locator ?? '', suppressed }
      return { source: { id: `url ${key} ${words}`, words, note: '', url: key }, prefix, locator, suppressed }
    }
    if (kind === 'footnote' && key === '') {
      const note = reading.draft.text.slice(citation.start + 2, citation.end - 1)
      return noted(cite, note)
    }
    const definition = definitions.get(nameOfNote(citation))
    if (definition === undefined) return undefined
    const note = reading.draft.text.slice(definition.body.start, definition.body.end)
    return noted(cite, kind === 'author-year' ? withoutLabel(note) : note, definition)
  }
}

/** A note of one paragraph, its lines joined; undefined where it holds more. */
function onOneLine(note: string): string | undefined {
  const [first = '', ...rest] = note.split(/\r\n|\r|\n/).map((line) => line.trim())
  return rest.some((line) => line === '' || /^(?:[-*+>#|]|\d+[.)])/.test(line)) ? undefined : [first, ...rest].join(' ')
}

/** A reference of a bibliography as a source. */
export const sourceOf = ({ key, item }: Reference): Source => ({ ...sourceOfItem(item), id: `key ${key}`, key })

/** A source that somebody has just looked up, with the key that it is to have if that is free. */
export const freshSource = (item: Item, key?: string): Source => ({
  ...sourceOfItem(item),
  fresh: key === undefined ? {} : { key },
})

const sourceOfItem = (item: Item): Source => ({
  id: `item ${JSON.stringify(item)}`,
  item,
  words: '',
  note: '',
  url: item.url ?? (item.doi === undefined ? '' : `https://doi.org/${item.doi}`),
})

/** What a link says of its source: its title, or, where it stands in brackets alone, its words if they are no address. */
function linkWords(text: string, citation: Citation): string {
  const words = wordsOfLink(text, citation)
  if (words === undefined) return ''
  const title = titleOf(text.slice(words.end, citation.end))
  if (title !== '') return title
  const said = text.slice(words.start, words.end)
  const alone = text[citation.start - 1] === '(' || text.slice(citation.start - 2, citation.start) === ', '
  return alone && said !== hostOf(citation.key) ? said : ''
}

/** The title in the end of a link: `](https://example.org "Valley Post, 3 May")`. */
function titleOf(end: string): string {
  const inner = end.endsWith(')') ? end.slice(0, -1).trimEnd() : end
  const open = inner.indexOf(' "')
  return open > 0 && inner.endsWith('"') && inner.length > open + 2
    ? inner.slice(open + 2, -1).replaceAll('\\"', '"')
    : ''
}

const unescaped = (words: string): string => words.replace(/\\([!-/:-@[-`{-~])/g, '$1')

/** An entry without the name and the year that were put before it to cite it by. */
function withoutLabel(entry: string): string {
  const label = /^[^()]{1,80} \((?:\d{4}[a-z]?|n\.d\.)\)\. /u.exec(entry)
  if (label === null) return entry
  const name = entry.slice(0, label[0].lastIndexOf(' (')).toLowerCase()
  const rest = entry.slice(label[0].length)
  const isBareAddress = withoutAddress(rest) === '' && hostOf(addressesIn(rest)[0] ?? '').toLowerCase() === name
  return isBareAddress || folded(rest).startsWith(folded(name)) ? rest : entry
}

/** Who and when, by which a source is cited in brackets. The year is “n.d.” where none is known. */
export function authorYearOf({ item, words, url }: Source): { name: string; year: string } {
  const short = item === undefined ? '' : formatShort(item)
  const comma = short.lastIndexOf(', ')
  if (comma > 0 && !short.startsWith('“')) {
    const year = short.slice(comma + 2)
    return { name: nameFrom(short.slice(0, comma).replace(/ \(.*/, '')), year: /^\d{4}$/.test(year) ? year : 'n.d.' }
  }
  return item === undefined
    ? authorYearIn(words, url)
    : authorYearIn(`${item.title ?? ''} ${item.issued?.year ?? ''}`, url)
}

/** The first words of a note, and the year in it. */
function authorYearIn(words: string, url: string): { name: string; year: string } {
  const plain = words.replace(/[*_“”"[\]]/g, '').trim()
  const end = plain.search(/[,;:(]|\.(?=\s|$)/)
  const name = (end < 0 ? plain : plain.slice(0, end)).trim().split(/\s+/).slice(0, 3).join(' ')
  return { name: nameFrom(name === '' ? hostOf(url) : name), year: yearOf(words) }
}

function yearOf(words: string): string {
  const { bracketed, plain } = yearsIn(words)
  return (bracketed[0] ?? plain.at(-1) ?? 'n.d.').replace(/[a-z]$/, '')
}

/** Words that can stand as a name in brackets. */
function nameFrom(words: string): string {
  const plain = words.replace(/[^\p{L}\p{N}.’'& -]/gu, '').trim()
  const first = plain.slice(0, 1)
  return plain === '' ? 'Source' : first.toUpperCase() + plain.slice(1)
}

/** The name by which a link in brackets, or a sentence, speaks of a source. */
export function nameOf(source: Source): string {
  const { item, words, url } = source
  const outlet = item?.containerTitle ?? item?.publisher
  if (item === undefined && words === '') return hostOf(url)
  return outlet ?? firstName(authorYearOf(source).name)
}

/**
 * What is known of a source, for an entry of a bibliography: what its note says field by field, where that is all that it says,
 * else the whole of its words as a title.
 */
export function itemOf({ item, words, note, url }: Source): Item {
  if (item !== undefined) return item
  const read = itemInNote(note === '' ? `${words}, ${url}` : note)
  const told = new Set(folded(`${formatReference(read, 'news')} ${formatReference(read, 'chicago')}`).split(' '))
  if (
    words !== '' &&
    folded(`${words} ${url}`)
      .split(' ')
      .every((word) => told.has(word))
  )
    return read
  const title = unescaped(words.replace(/[*_]/g, '')).replace(/\.$/, '').trim()
  return {
    type: url === '' ? 'document' : 'webpage',
    title: title === '' ? hostOf(url) : title,
    author: [],
    editor: [],
    ...(url !== '' && { url }),
  }
}
