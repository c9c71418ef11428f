import type { Citation, Definition } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { placeIn } from '../text/search.ts'
import { contains, type Span } from '../text/span.ts'
import { type CitationStyle, styleOf } from './style.ts'

/** One source in a place, with what is said of it there besides. */
export interface Cite {
  readonly citation: Citation
  /** Words before it: “see”. */
  readonly prefix: string
  /** What stands after it: a page, a paragraph, a time; without the comma that leads it in. */
  readonly locator: string
  /** Whether its author is left out, because the sentence names them: `[-@calder2020]`, `Calder (2020)`. */
  readonly suppressed: boolean
}

/** A place where the draft cites: one mark or bracket, or several that touch. */
export interface Place {
  readonly style: CitationStyle
  /** All that would go if the place cited nothing. A link on words of the sentence keeps `words`. */
  readonly span: Span
  readonly cites: readonly Cite[]
  /** The words of the sentence that are the link. */
  readonly words?: Span
  /** Whether it is a word of its sentence: `@calder2020 says`. */
  readonly inText: boolean
}

/** The parts of a reading that say how it cites. */
export type Cited = Pick<Reading, 'draft' | 'prose' | 'blocks' | 'citations' | 'definitions'>

/** Where the text of a draft cites, in order. What its notes cite is left out, and so is an address that is a word of its sentence. */
export function placesOf(reading: Cited): Place[] {
  const places: Place[] = []
  const { draft, definitions, citations } = reading
  for (let at = 0; at < citations.length; at++) {
    const citation = citations[at] as Citation
    const within = definitions[placeIn(definitions, citation.start)]
    if (within !== undefined && contains(within, citation)) continue
    const group = groupFrom(draft.text, citations, at)
    at += group.length - 1
    const place = placeOf(reading, group)
    const last = places.at(-1)
    if (place === undefined || (last !== undefined && place.span.start < last.span.end)) continue
    if (last !== undefined && joins(reading, last, place)) places[places.length - 1] = joined(last, place)
    else places.push(place)
  }
  return places
}

/** The citations that share the brackets of the one at an index: `[@a; @b]`, `[1, 2]`, `([A](…), [B](…))`. */
function groupFrom(text: string, citations: readonly Citation[], from: number): Citation[] {
  const first = citations[from] as Citation
  const group = [first]
  if (first.kind === 'link' || first.kind === 'url') return linksInBrackets(text, citations, from)
  for (let next = citations[from + 1]; next !== undefined; next = citations[from + group.length]) {
    const shares = first.group !== undefined && next.group?.start === first.group.start
    const isRange = next.kind === 'numbered-note' && next.start === first.start && next.end === first.end
    if (!shares && !isRange) break
    group.push(next)
  }
  return group
}

/** Links that stand alone in round brackets with nothing but commas between; else the one link. */
function linksInBrackets(text: string, citations: readonly Citation[], from: number): Citation[] {
  const first = citations[from] as Citation
  const group = [first]
  if (text[first.start - 1] !== '(') return group
  for (let last = first, next = citations[from + 1]; next !== undefined; next = citations[from + group.length]) {
    if ((next.kind !== 'link' && next.kind !== 'url') || text.slice(last.end, next.start) !== ', ') break
    group.push(next)
    last = next
  }
  return text[group.at(-1)?.end ?? 0] === ')' ? group : [first]
}

function placeOf(reading: Cited, group: readonly Citation[]): Place | undefined {
  const first = group[0] as Citation
  if (first.kind === 'link' || first.kind === 'url') return linkPlace(reading, group)
  const style = styleOf(first.kind)
  const brackets = first.group ?? first
  const inText = first.kind === 'citation-key' && reading.draft.text[brackets.start] !== '['
  const cites = group.map((citation, index) => citeOf(reading, citation, group[index - 1], group[index + 1]))
  return { style, span: inText ? brackets : withSpace(reading, brackets), cites, inText }
}

function citeOf({ draft: { text } }: Cited, citation: Citation, before?: Citation, after?: Citation): Cite {
  const { kind, group, start, end } = citation
  if (group === undefined || kind === 'numbered-note') return plainly(citation)
  if (kind === 'author-year') {
    const words = text.slice(start, end)
    return { citation, prefix: leadOf(text, group, start), locator: locatorIn(words), suppressed: /^[\dn]/.test(words) }
  }
  const isBare = group.start === start
  const opening = isBare ? start : before === undefined ? group.start + 1 : text.indexOf(';', before.end) + 1
  const closing = after === undefined ? group.end - 1 : text.lastIndexOf(';', after.start)
  const prefix = text.slice(Math.min(opening, start), start).trim()
  const rest = text.slice(end, Math.max(end, closing)).trim()
  const locator = isBare && rest.startsWith('[') ? rest.slice(1) : rest
  const suppressed = prefix.endsWith('-')
  return {
    citation,
    prefix: suppressed ? prefix.slice(0, -1).trimEnd() : prefix,
    locator: locator.replace(/^,/, '').trim(),
    suppressed,
  }
}

const plainly = (citation: Citation): Cite => ({ citation, prefix: '', locator: '', suppressed: false })

/** The words between the bracket, or the semicolon before, and a name. */
function leadOf(text: string, group: Span, start: number): string {
  const before = text.slice(group.start + 1, start)
  return before.slice(before.lastIndexOf(';') + 1).trim()
}

/** What follows the year: “Calder, 2020, p. 3” has “p. 3”. */
function locatorIn(words: string): string {
  const year = /(?:1[5-9]|20)\d\d[a-z]?(?=[,:])|n\.d\.(?=[,:])/.exec(words)
  return year === null ? '' : words.slice(year.index + year[0].length + 1).trim()
}

/** A link on words of the sentence, or links alone in brackets, or an address alone in them. Other addresses are words. */
function linkPlace(reading: Cited, group: readonly Citation[]): Place | undefined {
  const { text, language } = reading.draft
  const first = group[0] as Citation
  const cites = group.map(plainly)
  const end = group.at(-1)?.end ?? first.end
  if (text[first.start - 1] === '(' && text[end] === ')') {
    const span = withSpace(reading, { start: first.start - 1, end: end + 1 })
    return { style: 'links', span, cites, inText: false }
  }
  if (first.kind === 'url' || language === 'plaintext') return undefined
  const words = wordsOfLink(text, first)
  return words && { style: 'links', span: { start: first.start, end: first.end }, cites, words, inText: false }
}

/** The words of a link, between its first bracket and the one that its address or label follows. */
export function wordsOfLink(text: string, { start, end }: Span): Span | undefined {
  if (text[start] !== '[') return undefined
  let depth = 0
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '[') depth++
    else if (text[at] === ']' && --depth === 0) return { start: start + 1, end: at }
  }
  return undefined
}

/** Brackets with the one space before them, by which they hang on to the word before. */
function withSpace({ draft: { text } }: Cited, { start, end }: Span): Span {
  const before = text[start - 2]
  return text[start - 1] === ' ' && before !== undefined && /\S/.test(before)
    ? { start: start - 1, end }
    : { start, end }
}

/** Marks and brackets of one style that touch are one place. */
const joins = (_: Cited, a: Place, b: Place): boolean =>
  a.style === b.style &&
  a.span.end === b.span.start &&
  a.words === undefined &&
  b.words === undefined &&
  !a.inText &&
  !b.inText

const joined = (a: Place, b: Place): Place => ({
  ...a,
  span: { start: a.span.start, end: b.span.end },
  cites: [...a.cites, ...b.cites],
})

/** What a citation and the note that it points to have in common. */
export const nameOfNote = ({ kind, key }: Pick<Citation, 'kind' | 'key'>): string => `${kind} ${key.toLowerCase()}`

/** The definition that a citation points to; the first where several have its label. */
export function definitionOf(
  { definitions }: Pick<Reading, 'definitions'>,
  citation: Pick<Citation, 'kind' | 'key'>,
): Definition | undefined {
  const name = nameOfNote(citation)
  return definitions.find((one) => nameOfNote(one) === name)
}
