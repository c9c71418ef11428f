import type { Span } from '../text/span.ts'
import type { Citation } from './block.ts'
import { isDigit, isSpace } from './characters.ts'

const NOTE = /\[\d{1,3}(?:[,–-] ?\d{1,3})*\]/y
const MOST_IN_A_RANGE = 50
const OPENING = '['.charCodeAt(0)

/** Numbered notes in a line of plain text, and the brackets around them. */
export interface NumberedNotes {
  readonly citations: readonly Citation[]
  readonly hidden: readonly Span[]
}

/**
 * The notes `[1]`, `[1, 2]` and `[1-3]` in a line of plain text. A number in brackets after a space, which may be a word that
 * an editor put in, counts only where the list of sources has it or where punctuation, another note or the end follows.
 *
 * @param listed the numbers that the draft's list of sources has
 */
export function findNumberedNotes(text: string, line: Span, listed: ReadonlySet<string>): NumberedNotes {
  const citations: Citation[] = []
  const hidden: Span[] = []
  for (let at = line.start; at < line.end; at++) {
    if (text.charCodeAt(at) !== OPENING) continue
    NOTE.lastIndex = at
    const note = NOTE.exec(text)?.[0]
    const end = at + (note?.length ?? 0)
    if (note && end <= line.end && isAttached(text, line, { start: at, end }, hidden, listed)) {
      citations.push(...citationsIn(note, at, listed))
      hidden.push({ start: at, end })
    }
    if (note) at = end - 1
  }
  return { citations, hidden }
}

/** Whether a number in brackets is a note rather than a word of the sentence. */
function isAttached(
  text: string,
  line: Span,
  note: Span,
  before: readonly Span[],
  listed: ReadonlySet<string>,
): boolean {
  if (note.start <= line.start) return false
  if (before.at(-1)?.end === note.start || !isSpace(text[note.start - 1] ?? '')) return true
  if (listed.has(firstNumber(text, note.start + 1))) return true
  const after = note.end < line.end ? (text[note.end] ?? '') : ''
  return after === '' || '.,;:!?)”"[’'.includes(after)
}

function firstNumber(text: string, from: number): string {
  let end = from
  while (isDigit(text[end] ?? '')) end++
  return text.slice(from, end)
}

/** One citation for each number; a lone one spans its brackets too, and those of a range share its span. */
function citationsIn(note: string, start: number, listed: ReadonlySet<string>): Citation[] {
  const parts = note.slice(1, -1).split(',')
  const found: Citation[] = []
  let at = start + 1
  for (const part of parts) {
    const lead = part.length - part.trimStart().length
    const span = parts.length === 1 ? { start, end: start + note.length } : { start: at + lead, end: at + part.length }
    const group = { start, end: start + note.length }
    for (const key of numbersIn(part))
      found.push({
        start: span.start,
        end: span.end,
        kind: 'numbered-note',
        key,
        defined: listed.has(key),
        ...(parts.length > 1 && { group }),
      })
    at += part.length + 1
  }
  return found
}

/** `3` is itself; `1-3` is 1, 2 and 3. */
function numbersIn(part: string): string[] {
  const numbers = part.split(/[–-]/).map((number) => Number(number.trim()))
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? first
  if (last <= first || last - first > MOST_IN_A_RANGE) return numbers.map(String)
  return Array.from({ length: last - first + 1 }, (_, step) => String(first + step))
}
