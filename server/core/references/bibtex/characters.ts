import { isKnownType } from './types.ts'

const TAB = 9
const SPACE = 32
const LINE_FEED = 10
const RETURN = 13
const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125

/** A key longer than this is none; how far the first line of an entry is looked at. */
const LONGEST_KEY = 300

const isSpaceCode = (code: number): boolean => code === SPACE || (code >= TAB && code <= RETURN) || code === 0xa0

const isLineBreak = (code: number): boolean => code === LINE_FEED || code === RETURN

/** Where the white space that starts at an offset ends. */
export function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpaceCode(text.charCodeAt(at))) at++
  return at
}

/** The same, with comments from `%` to the end of the line, which biber and pandoc allow between fields. */
export function skipSpaceAndComments(text: string, from: number): number {
  let at = skipSpace(text, from)
  while (text[at] === '%') at = skipSpace(text, lineEnd(text, at))
  return at
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isLineBreak(text.charCodeAt(at))) at++
  return at
}

/** Whether a character can stand in the name of a field, a string or a type. */
function isNameCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code > 0xa0 ||
    (code < 128 && '_-:.+/*&!?;<>^|'.includes(String.fromCharCode(code)))
  )
}

/** Where the name that starts at an offset ends. */
export function nameEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isNameCode(text.charCodeAt(at))) at++
  return at
}

/** Where the key that starts at an offset ends. */
export function keyEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isSpaceCode(text.charCodeAt(at)) && !',{}="#%'.includes(text[at] ?? '')) at++
  return at
}

/** What opens at an `@`: the word behind it in lower case, and where its contents begin. */
export interface Head {
  readonly type: string
  readonly start: number
  readonly inside: number
  /** What closes it: a brace or, as BibTeX allows, a parenthesis. */
  readonly close: '}' | ')'
}

/** The head of an entry or command at an offset: `@`, a word, and `{` or `(`. */
export function headAt(text: string, at: number): Head | undefined {
  if (text[at] !== '@') return undefined
  const start = skipSpace(text, at + 1)
  const end = nameEnd(text, start)
  const open = skipSpace(text, end)
  const bracket = text[open]
  if (end === start || end - start > LONGEST_KEY || (bracket !== '{' && bracket !== '(')) return undefined
  const close = bracket === '{' ? '}' : ')'
  return { type: text.slice(start, end).toLowerCase(), start: at, inside: open + 1, close }
}

/**
 * Whether the `@` at an offset, which stands first on its line, begins an entry even where the one before is not closed: by a
 * type that is known, or because a key, a comma and a field follow.
 */
export function beginsEntry(text: string, at: number): boolean {
  const head = headAt(text, at)
  if (head === undefined) return false
  if (isKnownType(head.type)) return true
  const key = skipSpace(text, head.inside)
  const end = keyEnd(text, key)
  const comma = skipSpace(text, end)
  if (end === key || end - key > LONGEST_KEY || text[comma] !== ',') return false
  const name = skipSpace(text, comma + 1)
  const named = nameEnd(text, name)
  return named > name && text[skipSpace(text, named)] === '='
}

/** Where a group closes; `closed` is false where an entry or the end of the text comes first. */
export interface Closing {
  readonly at: number
  readonly closed: boolean
}

/**
 * Where a group that opens before `from` closes, braces within it being balanced. A brace behind a backslash counts for nothing,
 * as in pandoc. A line that begins an entry ends the search, so that one brace too few costs one entry. Linear, with no recursion.
 *
 * @param close `}`, `)`, or `"` for a value in quotation marks
 */
export function closingOf(text: string, from: number, close: string): Closing {
  const wanted = close.charCodeAt(0)
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at += isLineBreak(text.charCodeAt(at + 1)) ? 0 : 1
    else if (depth === 0 && code === wanted) return { at, closed: true }
    else if (code === OPEN) depth++
    else if (code === CLOSE) depth = Math.max(0, depth - 1)
    else if (isLineBreak(code)) {
      const next = skipSpace(text, at + 1)
      if (text[next] === '@' && beginsEntry(text, next)) return { at: next, closed: false }
      at = next - 1
    }
  }
  return { at: text.length, closed: false }
}

/** Where a comment in braces closes, in which whole entries may stand; the end of the text where it never does. */
export function commentEnd(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === OPEN) depth++
    else if (code === CLOSE && depth-- === 0) return at
  }
  return text.length
}
