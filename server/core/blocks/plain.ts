import type { Draft } from '../text/draft.ts'
import { byPosition, type Span } from '../text/span.ts'
import { findAddresses } from './addresses.ts'
import { findAuthorYears } from './authorYear.ts'
import type { Block, Citation, Directive, Structure } from './block.ts'
import { trimmed } from './characters.ts'
import { parseDirective } from './directives.ts'
import { createMask, hasWords, hide, type Mask, replaceWithObject, show, toProse } from './mask.ts'
import { findNumberedNotes } from './numbered.ts'
import { findReferenceList, yearsIn } from './referenceList.ts'
import { findSourcesList, type SourcesList } from './sourcesList.ts'

const LONGEST_HEADING = 80
const ITEM = /(?:[-*•]|\d{1,3}[.)])[ \t]+/y
const [TAB, LINE_FEED, CARRIAGE_RETURN, SPACE] = [9, 10, 13, 32]
const ENDS_SENTENCE = '.!?:;,…'
const CLOSING = '”’"\'»)]'

/** Takes plain text apart: each line is a paragraph, and a short one with no full stop before another is a heading. */
export function plainStructure(draft: Draft): Structure {
  const { text } = draft
  const mask = createMask(text.length)
  const directives: Directive[] = []
  const lines: Span[] = []
  for (const line of linesOf(text)) {
    const directive = directiveOn(text, line)
    if (directive) directives.push(directive)
    else lines.push(line)
  }
  const { list, dated } = sourcesOf(text, lines)
  const numbers = new Set(list.definitions.map(({ key }) => key))
  const blocks: Block[] = []
  const citations: Citation[] = [...dated.citations]
  for (const [index, line] of lines.entries()) {
    if (list.lines.has(index)) continue
    const heading = index === list.heading || isHeading(text, line, lines[index + 1])
    const read = readLine(text, line, mask, heading, numbers)
    blocks.push(read.block)
    citations.push(...read.citations)
  }
  for (const span of dated.hidden) hide(mask, span)
  const prose = toProse(mask)
  return {
    prose,
    blocks: blocks.filter((block) => hasWords(prose, block)),
    citations: citations.sort(byPosition),
    definitions: list.definitions,
    directives,
    codeShare: 0,
  }
}

/** What a line says to Says Who, where it does. */
export const directiveOn = (text: string, line: Span): Directive | undefined =>
  text.startsWith('//', line.start) ? parseDirective(text.slice(line.start + 2, line.end), line) : undefined

/**
 * Shows the words of one line in the mask, and finds its numbered notes and addresses.
 *
 * @param numbers those that the list of sources has
 */
export function readLine(
  text: string,
  line: Span,
  mask: Mask,
  heading: boolean,
  numbers: ReadonlySet<string>,
): { block: Block; citations: Citation[] } {
  const said = heading ? line : withoutMarker(text, line)
  for (let at = said.start; at < said.end; at++) {
    const code = text.charCodeAt(at)
    show(mask, at, code === TAB ? SPACE : code)
  }
  const kind = heading ? 'heading' : said.start > line.start ? 'item' : 'paragraph'
  const notes = findNumberedNotes(text, said, numbers)
  const citations: Citation[] = [...notes.citations]
  for (const span of findAddresses(text, text, said)) {
    const { start, end } = span
    citations.push({ start, end, kind: 'url', key: text.slice(start, end), defined: true })
    replaceWithObject(mask, span)
  }
  for (const span of notes.hidden) hide(mask, span)
  return { block: { start: said.start, end: said.end, kind, depth: heading ? 1 : 0 }, citations }
}

/** The list of sources, by numbers or, where the text cites it so, by author and year, and what is cited by author and year. */
function sourcesOf(text: string, lines: readonly Span[]) {
  const numbered = findSourcesList(text, lines)
  const parts = lines.map((line, index) => ({
    start: line.start,
    end: line.end,
    heading: isHeading(text, line, lines[index + 1]) && !isDated(text, line),
  }))
  const listed = numbered.definitions.length > 0 ? undefined : findReferenceList(text, parts)
  const isProse = (index: number): boolean =>
    !numbered.lines.has(index) && (listed === undefined || index < listed.heading || index >= listed.after)
  const found = lines
    .filter((_, index) => isProse(index))
    .map((line) => findAuthorYears(text, line, listed?.entries ?? [], false))
  const dated = {
    citations: found.flatMap(({ citations }) => citations),
    hidden: found.flatMap(({ hidden }) => hidden),
  }
  const keys = new Set(dated.citations.map(({ key }) => key))
  if (listed === undefined || !listed.entries.some(({ key }) => keys.has(key))) return { list: numbered, dated }
  const taken = new Set(listed.entries.map((_, index) => listed.heading + 1 + index))
  const definitions = listed.entries.map(({ head: _, years: __, ...entry }) => entry)
  const list: SourcesList = { definitions, lines: taken, heading: listed.heading }
  return { list, dated }
}

/** Whether a line holds a year: it may be an entry of a list then, and no heading over one. */
export const isDated = (text: string, line: Span): boolean =>
  Object.values(yearsIn(text.slice(line.start, line.end))).flat().length > 0

/** The lines that are not blank, without the white space around them. */
export function* linesOf(text: string): Generator<Span> {
  let start = 0
  while (start < text.length) {
    let end = start
    while (end < text.length && text.charCodeAt(end) !== LINE_FEED && text.charCodeAt(end) !== CARRIAGE_RETURN) end++
    const line = trimmed(text, start, end)
    if (line.end > line.start) yield line
    start = end + 1
  }
}

/**
 * Whether a line is a heading: short, not ended as a sentence is, and followed by another line. A line that the next one
 * carries on in lower case is a sentence that was wrapped by hand.
 */
const isHeading = (text: string, line: Span, next: Span | undefined): boolean =>
  next !== undefined && mayBeHeading(text, line) && !startsSmall(text, next)

/** Whether a line is a heading if another follows that does not begin in lower case. */
export function mayBeHeading(text: string, line: Span): boolean {
  if (line.end - line.start >= LONGEST_HEADING || withoutMarker(text, line).start > line.start) return false
  // what is left to be filled in belongs to a sentence
  if (text.slice(line.start, line.end).toLowerCase().endsWith('[citation needed]')) return false
  let end = withoutNotes(text, line)
  while (end > line.start && CLOSING.includes(text[end - 1] ?? '')) end--
  if (end === line.start || ENDS_SENTENCE.includes(text[end - 1] ?? '')) return false
  return !startsSmall(text, line)
}

/** Where a line ends before its last numbered notes. */
function withoutNotes(text: string, line: Span): number {
  const words = text.slice(line.start, line.end)
  let end = words.length
  while (words[end - 1] === ']') {
    const open = words.lastIndexOf('[', end - 1)
    const isNote = open > 0 && [...words.slice(open + 1, end - 1)].every((char) => '0123456789,–- '.includes(char))
    if (!isNote) break
    end = trimmed(words, 0, open).end
  }
  return line.start + end
}

/** Whether a line begins in lower case. */
export const startsSmall = (text: string, line: Span): boolean => {
  const first = String.fromCodePoint(text.codePointAt(line.start) ?? 32)
  return first !== first.toUpperCase() && first === first.toLowerCase()
}

/** A list item without its bullet or number. */
function withoutMarker(text: string, line: Span): Span {
  ITEM.lastIndex = line.start
  const marker = ITEM.exec(text)
  const start = line.start + (marker?.[0].length ?? 0)
  return start < line.end ? { start, end: line.end } : line
}
