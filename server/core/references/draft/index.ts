import type { Citation, Definition } from '../../blocks/block.ts'
import { OBJECT } from '../../blocks/block.ts'
import type { Reading } from '../../reading.ts'
import { touched } from '../../text/search.ts'
import { byPosition, type Span } from '../../text/span.ts'
import type { Item, Reference } from '../reference.ts'
import { itemInNote } from './note.ts'
import { dateInAddress } from './noteDates.ts'
import { hostOf, outletAt } from './outlets.ts'

/**
 * The references that a draft holds itself: its footnotes and numbered notes, with the text that they have, and its links, each
 * address once. In document order. Front matter is read by `readFrontMatter`.
 */
export function draftReferences(reading: Reading): Reference[] {
  const notes = reading.definitions.map((definition) => noteOf(reading, definition))
  const inNote = touched(reading.definitions)
  const seen = new Set<string>()
  const links = reading.citations.flatMap((citation): Reference[] => {
    if ((citation.kind !== 'link' && citation.kind !== 'url') || inNote(citation) || seen.has(citation.key)) return []
    seen.add(citation.key)
    return [linkOf(reading, citation)]
  })
  return [...notes, ...links].sort((a, b) => byPosition(a.span, b.span))
}

function noteOf({ draft: { text } }: Reading, { kind, key, label, body, start, end }: Definition): Reference {
  const words = text.slice(body.start, body.end)
  return { kind, key, span: { start, end }, keySpan: placeIn(text, label, key), item: itemInNote(words), text: words }
}

function linkOf(reading: Reading, { start, end, key }: Citation): Reference {
  const { text } = reading.draft
  const words = reading.prose.slice(start, end).replaceAll(OBJECT, ' ').replace(/\s+/g, ' ').trim()
  return {
    kind: 'link',
    key,
    span: { start, end },
    keySpan: placeIn(text, { start, end }, key),
    item: linkedItem(key, words),
    text: words,
  }
}

/** Where a key stands in a span, the last time; the whole span where it is written another way. */
function placeIn(text: string, span: Span, key: string): Span {
  const start = text.slice(span.start, span.end).lastIndexOf(key)
  return start < 0 || key === '' ? span : { start: span.start + start, end: span.start + start + key.length }
}

const QUOTED = /^[“"](.{2,300}?)[,.]?[”"]$/
/** Words of which each has a capital, but for small ones between them. */
const NAME = /^\p{Lu}[\p{L}\p{N}.'’&-]*(?: (?:of|the|and|for|de|la|\p{Lu}[\p{L}\p{N}.'’&-]*)){0,6}$/u

/** What a link says of where it leads: the site, the day in its address, and its words if they are a title or a name. */
function linkedItem(address: string, words: string): Item {
  const issued = dateInAddress(address)
  const title = QUOTED.exec(words)?.[1]
  const site = outletAt(address) ?? (words.length <= 60 && NAME.test(words) ? words : hostOf(address))
  return {
    type: 'webpage',
    author: [],
    editor: [],
    ...(title !== undefined && { title }),
    ...(site !== '' && { containerTitle: site }),
    ...(issued !== undefined && { issued }),
    url: address,
  }
}
