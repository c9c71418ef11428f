import { isWordCharacter } from '../../blocks/characters.ts'
import type { Fault } from '../bibliography.ts'
import { beginsEntry, closingOf, commentEnd, type Head, headAt, lineEnd, skipSpace } from './characters.ts'
import type { Entry, Scanned } from './entry.ts'
import { readEntry } from './readEntry.ts'
import { readString, type Strings, stringsOf } from './strings.ts'

/**
 * Takes a BibTeX or BibLaTeX file apart, entry by entry. The scanner is our own, because the spans of keys, fields and entries are
 * what renaming and appending stand on, one fault must cost no more than its entry, and a library of thousands of entries has to
 * be there at once; the parsers that we measured stop at a fault, keep no offsets, or take seconds. Total and linear.
 *
 * What stands between entries is no fault: BibTeX takes it for comment, and so is a line from `%` on, as for biber and pandoc.
 */
export function scan(text: string): Scanned {
  const entries: Entry[] = []
  const faults: Fault[] = []
  const strings = stringsOf(text)
  let commentsClose = true
  let at = 0
  while (at < text.length) {
    const head = nextHead(text, at)
    if (head === undefined) break
    if (head.type === 'comment') {
      // once one is not closed, none is searched for its end again, or a file of them would take quadratic time
      const inBraces: boolean = commentsClose && head.close === '}'
      const end: number = inBraces ? commentEnd(text, head.inside) : text.length
      if (inBraces) commentsClose = end < text.length
      at = end < text.length ? end + 1 : lineEnd(text, head.inside)
    } else if (head.type === 'preamble') {
      at = afterPreamble(text, head, faults)
    } else if (head.type === 'string') {
      at = afterString(text, head, strings, faults)
    } else {
      const { entry, fault, next } = readEntry(text, head, strings)
      if (entry !== undefined) entries.push(entry)
      if (fault !== undefined) faults.push(fault)
      at = next
    }
  }
  return { entries, faults }
}

/** The next `@` that opens something, outside comments; `ann@example.org` opens nothing. */
function nextHead(text: string, from: number): Head | undefined {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === '%') at = lineEnd(text, at)
    else if (char === '@' && !isWordCharacter(text[at - 1] ?? '')) {
      const head = headAt(text, at)
      if (head !== undefined) return head
    }
  }
  return undefined
}

function afterPreamble(text: string, head: Head, faults: Fault[]): number {
  const { at, closed } = closingOf(text, head.inside, head.close)
  if (!closed) faults.push({ ...opening(head), message: 'This @preamble is never closed: add its last }.' })
  return closed ? at + 1 : at
}

function afterString(text: string, head: Head, strings: Strings, faults: Fault[]): number {
  const end = readString(text, head.inside, strings)
  const close = skipSpace(text, end ?? head.inside)
  if (end !== undefined && text[close] === head.close) return close + 1
  faults.push({ ...opening(head), message: 'This @string cannot be read: write @string{name = {words}}.' })
  if (text[close] === '@' && beginsEntry(text, close)) return close
  const next = closingOf(text, close, head.close)
  return next.closed ? next.at + 1 : next.at
}

/** The `@` and the word of a head. */
const opening = (head: Head): { start: number; end: number } => ({ start: head.start, end: head.inside - 1 })
