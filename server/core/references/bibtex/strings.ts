import { closingOf, nameEnd, skipSpaceAndComments } from './characters.ts'

/** The strings that a file defines, and how many more characters they may add to it. */
export interface Strings {
  readonly byName: Map<string, string>
  left: number
}

/** Twelve strings that every style defines, `jan` to `dec`, stand for themselves, and so does one that another file defines. */
export const stringsOf = (text: string): Strings => ({ byName: new Map(), left: text.length + 1_000_000 })

/** A value, and where it ends. */
export interface Value {
  /** Without delimiters, the parts joined. */
  readonly value: string
  readonly end: number
  /** Where the part begins that is never closed, or where a part is missing. */
  readonly unclosed?: number
  readonly missing?: number
}

/**
 * Reads a value: `{…}`, `"…"`, a number or the name of a string, or several joined by `#`. A file can make a string of strings
 * of strings and so on, so what they add to it is bounded; beyond that a name stands for itself.
 */
export function readValue(text: string, from: number, strings: Strings): Value {
  let value = ''
  let at = from
  for (;;) {
    const char = text[at]
    if (char === '{' || char === '"') {
      const closing = closingOf(text, at + 1, char === '{' ? '}' : '"')
      if (!closing.closed) return { value, end: closing.at, unclosed: at }
      value += text.slice(at + 1, closing.at)
      at = closing.at + 1
    } else {
      const end = nameEnd(text, at)
      if (end === at) return { value, end: at, missing: at }
      value += expanded(text.slice(at, end), strings)
      at = end
    }
    const next = skipSpaceAndComments(text, at)
    if (text[next] !== '#') return { value, end: at }
    at = skipSpaceAndComments(text, next + 1)
  }
}

function expanded(name: string, strings: Strings): string {
  const value = strings.byName.get(name.toLowerCase())
  if (value === undefined || value.length > strings.left) return name
  strings.left -= value.length
  return value
}

/** Reads `name = value` of a `@string`, and remembers it; gives where it ends, or undefined where it is not that. */
export function readString(text: string, from: number, strings: Strings): number | undefined {
  const start = skipSpaceAndComments(text, from)
  const end = nameEnd(text, start)
  const equals = skipSpaceAndComments(text, end)
  if (end === start || text[equals] !== '=') return undefined
  const { value, end: valueEnd, unclosed, missing } = readValue(text, skipSpaceAndComments(text, equals + 1), strings)
  if (unclosed !== undefined || missing !== undefined) return undefined
  strings.byName.set(text.slice(start, end).toLowerCase(), value)
  return valueEnd
}
