import type { Span } from '../../text/span.ts'
import type { Fault } from '../bibliography.ts'

/** What stands in a JSON object at its outermost level as a string or number: the value with its quotation marks. */
export type Members = ReadonlyMap<string, Span>

/** An object of a JSON list, by its outline alone. */
export interface Outline extends Span {
  readonly members: Members
  /** The first thing in it that is not JSON. */
  readonly fault: Fault | undefined
}

/** What may come next: in an object a key, its colon, a value or a comma; in a list a value or a comma. */
type Expected = 'key' | 'colon' | 'value' | 'comma'

interface Frame {
  readonly kind: '{' | '['
  expected: Expected
  /** Whether the last thing was a comma, after which nothing must close. */
  comma: boolean
}

interface Reader {
  readonly text: string
  /** The blanks before the item on its line; -1 where something else stands there. */
  readonly indent: number
  readonly frames: Frame[]
  /** How many of the frames are lists. */
  lists: number
  readonly members: Map<string, Span>
  key: string
  at: number
  fault: Fault | undefined
}

const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/
const LONGEST_NUMBER = 100

const UNCLOSED = 'This item is never closed: add its last }.'
const NO_COMMA = 'A comma is missing before this.'

/**
 * Reads the outline of the JSON object that begins at an offset, without building it. Where it is broken, it goes on as far as
 * something like JSON follows, so that the items behind it are found: an object where only a key can stand, or one that begins
 * its line no further in than this one did, is the next item. Total and linear, however deep it is nested.
 */
export function readItem(text: string, start: number): Outline {
  const first: Frame = { kind: '{', expected: 'key', comma: false }
  const reader: Reader = {
    text,
    indent: indentBefore(text, start),
    frames: [first],
    lists: 0,
    members: new Map(),
    key: '',
    at: start + 1,
    fault: undefined,
  }
  while (reader.frames.length > 0 && reader.at < text.length && step(reader));
  if (reader.frames.length > 0) note(reader, start, start + 1, UNCLOSED)
  return { start, end: endOf(reader), members: reader.members, fault: reader.fault }
}

/** The end of an item; one that was cut off ends before the white space and the comma that follow it. */
function endOf({ text, frames, at }: Reader): number {
  if (frames.length === 0) return at
  let end = at
  while (' \t\r\n,'.includes(text[end - 1] ?? 'x')) end--
  return end
}

/** Reads one sign, string or word; false where the next item shows that this one is cut off. */
function step(reader: Reader): boolean {
  const { text, at } = reader
  const frame = reader.frames.at(-1) as Frame
  const char = text[at] ?? ''
  if (char === ' ' || char === '\n' || char === '\r' || char === '\t') {
    reader.at++
    return true
  }
  if (char === '{' && (frame.kind === '{' ? frame.expected !== 'value' : outdented(reader))) return false
  if (char === ']' && reader.lists === 0) return false
  if (char === '"') string(reader, frame)
  else if (char === '{' || char === '[') open(reader, frame, char)
  else if (char === '}' || char === ']') close(reader, char === '}' ? '{' : '[')
  else if (char === ',') comma(reader, frame)
  else if (char === ':') colon(reader, frame)
  else word(reader, frame)
  return true
}

function string(reader: Reader, frame: Frame): void {
  const { text, at } = reader
  let end = at + 1
  let broken = -1
  for (; end < text.length; end++) {
    const char = text[end] ?? ''
    if (char === '"') break
    if (char === '\n' || char === '\r') {
      note(reader, at, end, 'This string is not closed on its line: add its last quotation mark.')
      if (!carriedOn(text, end)) break
    }
    if (char === '\\') {
      end++
      if (!'"\\/bfnrtu'.includes(text[end] ?? 'x')) broken = broken < 0 ? end - 1 : broken
    } else if (char < ' ' && char !== '\n' && char !== '\r' && broken < 0) broken = end
  }
  if (broken >= 0) note(reader, broken, broken + 1, 'JSON does not allow this in a string: write \\\\ for a backslash.')
  reader.at = Math.min(text.length, text[end] === '"' ? end + 1 : end)
  const isKey = frame.kind === '{' && (frame.expected === 'key' || frame.expected === 'comma')
  if (frame.expected === 'comma') note(reader, at, reader.at, NO_COMMA)
  if (!isKey) {
    value(reader, frame, { start: at, end: reader.at })
    return
  }
  reader.key = text.slice(at + 1, end)
  frame.expected = 'colon'
  frame.comma = false
}

/** Whether a string goes on behind a line break: what follows is no bracket, comma or name. */
function carriedOn(text: string, lineEnd: number): boolean {
  let at = lineEnd
  while (' \t\r\n'.includes(text[at] ?? 'x')) at++
  if (at >= text.length || '{}[],'.includes(text[at] ?? '')) return false
  if (text[at] !== '"') return true
  let end = at + 1
  while (end < text.length && !'"\n\r'.includes(text[end] ?? '"')) end++
  end++
  while (text[end] === ' ') end++
  return text[end] !== ':'
}

function word(reader: Reader, frame: Frame): void {
  const { text, at } = reader
  let end = at
  while (end < text.length && !' \t\r\n,:{}[]"'.includes(text[end] ?? ' ')) end++
  reader.at = end
  const known = end - at <= LONGEST_NUMBER && WORD.test(text.slice(at, end))
  if (frame.expected === 'comma') note(reader, at, end, NO_COMMA)
  else if (!known || frame.expected !== 'value')
    note(reader, at, end, 'This is not JSON: put words in quotation marks.')
  if (frame.expected === 'value') value(reader, frame, { start: at, end })
}

function value(reader: Reader, frame: Frame, span: Span | undefined): void {
  if (frame.expected === 'colon') note(reader, span?.start ?? reader.at, reader.at, 'A colon is missing before this.')
  frame.expected = 'comma'
  frame.comma = false
  if (reader.frames.length === 1 && span !== undefined) reader.members.set(reader.key, span)
}

function open(reader: Reader, frame: Frame, kind: '{' | '['): void {
  if (frame.expected !== 'value') note(reader, reader.at, reader.at + 1, NO_COMMA)
  reader.at++
  value(reader, frame, undefined)
  if (kind === '[') reader.lists++
  reader.frames.push({ kind, expected: kind === '{' ? 'key' : 'value', comma: false })
}

function close(reader: Reader, kind: '{' | '['): void {
  const { at, frames } = reader
  reader.at++
  const last = frames.at(-1)
  if (last?.kind !== kind) note(reader, at, at + 1, 'This closes nothing: a bracket before it is missing or too many.')
  else if (last.comma) note(reader, at, at + 1, 'Nothing follows the comma before this: take it out.')
  else if (last.kind === '{' && last.expected !== 'key' && last.expected !== 'comma')
    note(reader, at, at + 1, 'A value is missing before this.')
  while (frames.length > 0) {
    const closed = frames.pop()?.kind
    if (closed === '[') reader.lists--
    if (closed === kind) break
  }
}

function comma(reader: Reader, frame: Frame): void {
  if (frame.expected !== 'comma') note(reader, reader.at, reader.at + 1, 'Something is missing before this comma.')
  reader.at++
  frame.expected = frame.kind === '{' ? 'key' : 'value'
  frame.comma = true
}

function colon(reader: Reader, frame: Frame): void {
  if (frame.expected !== 'colon')
    note(reader, reader.at, reader.at + 1, 'This colon follows no name in quotation marks.')
  reader.at++
  if (frame.kind === '{') frame.expected = 'value'
}

/** Whether the object that begins here begins its line, no further in than the item began its own. */
function outdented({ text, indent, at }: Reader): boolean {
  const here = indentBefore(text, at)
  return indent >= 0 && here >= 0 && here <= indent
}

/** The blanks between the start of the line and an offset; -1 where something else stands there. */
function indentBefore(text: string, at: number): number {
  let start = at
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  const before = text[start - 1]
  return before === undefined || before === '\n' || before === '\r' ? at - start : -1
}

function note(reader: Reader, start: number, end: number, message: string): void {
  reader.fault ??= { start, end, message }
}
