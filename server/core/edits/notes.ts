import type { Definition } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { insert, type Piece } from './compose.ts'
import { endOfWriting, isBlank, lineBreakOf, lineBreaksIn, lineEnd, lineStart, nextLine } from './lines.ts'
import { openAtEnd } from './unclosed.ts'

/** The parts of a reading that say where notes go. */
export type Noted = Pick<Reading, 'draft' | 'blocks' | 'definitions'>

const HEADING = 'Sources'
const HEADINGS: ReadonlySet<string> = new Set(['sources', 'notes', 'references', 'footnotes', 'endnotes'])
/** Beyond this a number is a year or a code, not a count of notes. */
const LAST_NUMBER = 9999

/** The mark of a note in this draft's language: `[^1]` in Markdown, `[1]` in plain text. */
export const noteMark = (reading: Pick<Reading, 'draft'>, label: string): string =>
  reading.draft.language === 'markdown' ? `[^${label}]` : `[${label}]`

/**
 * The label of the next note: one more than the highest number, or, where the draft's labels are words, `source`, `source-2`, …
 *
 * @param added notes that are to be added besides
 */
export function nextLabel(
  reading: Pick<Reading, 'draft' | 'definitions' | 'citations'>,
  added: ReadonlyArray<Pick<Definition, 'kind' | 'key'>> = [],
): string {
  const kind = reading.draft.language === 'markdown' ? 'footnote' : 'numbered-note'
  const defined = [...reading.definitions, ...added].filter((one) => one.kind === kind).map(({ key }) => key)
  const cited = reading.citations.filter((one) => one.kind === kind).map(({ key }) => key)
  const taken = new Set([...defined, ...cited].map((key) => key.toLowerCase()))
  const style = defined.length > 0 ? defined : cited
  const { text } = reading.draft
  const isWritten = (label: string): boolean =>
    text.includes(noteMark(reading, label)) ||
    (kind === 'numbered-note' && [',', '-', '–'].some((next) => text.includes(`[${label}${next}`)))
  const isFree = (label: string): boolean => !taken.has(label) && !isWritten(label)
  if (kind === 'footnote' && style.length > 0 && style.every((key) => key !== '' && numberOf(key) === 0)) {
    if (isFree('source')) return 'source'
    return `source-${firstFrom(2, (number) => isFree(`source-${number}`))}`
  }
  const highest = [...taken].reduce((most, label) => Math.max(most, numberOf(label)), 0)
  return String(firstFrom(highest + 1, (number) => isFree(String(number))))
}

/** The number that a label is; 0 where it is none or too high to count from. */
function numberOf(label: string): number {
  if (label.length > 4 || !/^[0-9]+$/.test(label)) return 0
  return Math.min(Number(label), LAST_NUMBER)
}

function firstFrom(number: number, isFree: (number: number) => boolean): number {
  let next = number
  while (!isFree(next)) next++
  return next
}

/** A definition with a blank, written as this draft writes its notes, where the draft keeps them or at its end. */
export function newDefinition(reading: Noted, label: string): Piece {
  return reading.draft.language === 'markdown' ? newFootnote(reading, label) : newEntry(reading, label)
}

/** A note that is to be added, with what it says. */
export interface Note {
  readonly label: string
  readonly words: string
}

/** Adds notes with their words, in this order, as this draft writes its notes; the first is where the blank is. There must be one. */
export function addNotes(reading: Noted, notes: readonly Note[]): Piece {
  const { text } = reading.draft
  const [first, ...rest] = notes
  const piece = newDefinition(reading, first?.label ?? '')
  const blank = piece.blank ?? piece.text.length
  const lead = piece.text.slice(lineStart(piece.text, blank), blank)
  const known = reading.definitions.filter(({ kind }) => kind !== 'author-year')
  const last = known.at(-1)
  const gap = lineBreakOf(text).repeat(last === undefined ? 1 : between(text, known.at(-2), last))
  const added = rest.map(({ label, words }) => gap + lead.replace(first?.label ?? '', label) + words)
  return insert(
    piece.start,
    piece.text.slice(0, blank) + (first?.words ?? '') + added.join('') + piece.text.slice(blank),
    blank,
  )
}

function newFootnote(reading: Noted, label: string): Piece {
  const { text } = reading.draft
  const words = `[^${label}]: `
  const known = reading.definitions.filter((one) => one.kind === 'footnote' && isOnOuterLevel(text, one))
  const last = known.at(-1)
  if (last !== undefined) return following(text, last, between(text, known.at(-2), last), words)
  return onItsOwn(text, endOfProse(reading), words)
}

function newEntry(reading: Noted, label: string): Piece {
  const { text } = reading.draft
  const known = reading.definitions.filter((one) => one.kind === 'numbered-note')
  const last = known.at(-1)
  if (last !== undefined) {
    const words = `${text
      .slice(last.label.start, last.label.end)
      .trim()
      .replace(/[0-9]+/, label)} `
    return following(text, last, between(text, known.at(-2), last), words)
  }
  const end = endOfWriting(text)
  const lineBreak = lineBreakOf(text)
  const lastLine = text.slice(lineStart(text, end), end).trim()
  if (HEADINGS.has(lastLine.replace(':', '').toLowerCase())) return blankAtEnd(end, `${lineBreak}[${label}] `)
  return onItsOwn(text, end, `${HEADING}${lineBreak}[${label}] `)
}

/** Directly after the last definition, as far from it as it is from the one before. */
function following(text: string, last: Definition, gap: number, words: string): Piece {
  const lineBreak = lineBreakOf(text)
  const written = Math.max(last.label.end, text.slice(0, last.end).trimEnd().length)
  const end = lineEnd(text, written)
  const after = nextLine(text, end)
  const next = text.slice(after, lineEnd(text, after))
  const start = `${lineBreak.repeat(gap)}${words}`
  return insert(end, isBlank(next) || /^ {0,3}\[/.test(next) ? start : start + lineBreak, start.length)
}

/** The line breaks between two definitions: 1 where one follows the other, 2 where a blank line parts them. */
function between(text: string, first: Definition | undefined, second: Definition): number {
  if (first === undefined) return 1
  const gap = text.slice(first.end, second.start)
  return isBlank(gap) ? Math.min(2, Math.max(1, lineBreaksIn(gap))) : 1
}

/** After a blank line; what ends the draft, a line break or none, goes on ending it. */
export function onItsOwn(text: string, end: number, words: string): Piece {
  return blankAtEnd(end, `${isBlank(text.slice(0, end)) ? '' : lineBreakOf(text).repeat(2)}${words}`)
}

const blankAtEnd = (at: number, text: string): Piece => insert(at, text, text.length)

/** The end of the draft, or, where code or a comment is left open there, the line before it. */
export function endOfProse({ draft: { text }, blocks }: Noted): number {
  const open = openAtEnd(text, blocks.at(-1)?.end ?? 0)
  return endOfWriting(open === undefined ? text : text.slice(0, open))
}

/** Whether a definition stands outside lists and block quotations, so that another can follow it at the start of a line. */
const isOnOuterLevel = (text: string, { start }: Definition): boolean => {
  const indent = text.slice(lineStart(text, start), start)
  return indent.length <= 3 && isBlank(indent)
}
