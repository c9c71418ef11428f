import type { Span } from '../../text/span.ts'
import type { Fault } from '../bibliography.ts'
import { beginsEntry, closingOf, type Head, keyEnd, nameEnd, skipSpace, skipSpaceAndComments } from './characters.ts'
import type { Entry, Field } from './entry.ts'
import { readValue, type Strings } from './strings.ts'

/** An entry as it is being read. The first fault is the one that is reported. */
interface Reader {
  readonly text: string
  readonly head: Head
  readonly strings: Strings
  readonly fields: Map<string, Field>
  at: number
  fault: Fault | undefined
}

/** What was read of an entry: with a fault, the fields that could be read all the same; `next` is where the scan goes on. */
export interface Read {
  readonly entry: Entry | undefined
  readonly fault: Fault | undefined
  readonly next: number
}

/** Reads the entry that a head opens, to its end or to where the next entry shows that it has none. */
export function readEntry(text: string, head: Head, strings: Strings): Read {
  const reader: Reader = { text, head, strings, fields: new Map(), at: head.inside, fault: undefined }
  const keySpan = readKey(reader)
  readFields(reader)
  const { fields, fault, at } = reader
  const end = skipBack(text, at)
  const { type, start } = head
  const key = text.slice(keySpan.start, keySpan.end)
  return { entry: key === '' ? undefined : { type, key, keySpan, fields, start, end }, fault, next: at }
}

/** The end of an entry that was cut off, without the white space before the next. */
function skipBack(text: string, from: number): number {
  let at = from
  while (at > 0 && ' \t\r\n'.includes(text[at - 1] ?? ' ')) at--
  return at
}

const NO_KEY = 'This entry has no key to cite it by: write one behind the brace, as in @book{smith2020,.'
const NO_COMMA = 'A comma is missing before this.'

function readKey(reader: Reader): Span {
  const { text, head } = reader
  const start = skipSpaceAndComments(text, reader.at)
  let end = isCut(reader, start) ? start : keyEnd(text, start)
  if (head.close === ')') end = Math.min(end, parenthesis(text, start, end))
  const after = skipSpaceAndComments(text, end)
  const key = { start, end }
  if (text[after] === '=' || (end === start && !isCut(reader, after))) {
    note(reader, headSpan(head), NO_KEY)
    // what stands there is the name of a field
    reader.at = start
    if (text[start] === ',') reader.at++
    return { start, end: start }
  }
  reader.at = after
  if (text[after] === ',') reader.at = after + 1
  else if (isFieldAt(text, after)) note(reader, { start: after, end: nameEnd(text, after) }, NO_COMMA)
  else if (text[after] !== head.close && !isCut(reader, after)) {
    const message = 'This key cannot be read: it must have no space in it, and a comma after it.'
    note(reader, end > start ? key : headSpan(head), message)
    recover(reader)
  }
  return key
}

function parenthesis(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf(')')
  return at < 0 ? end : start + at
}

/** Reads fields up to the end of the entry, and leaves the reader behind it. */
function readFields(reader: Reader): void {
  const { text, head } = reader
  for (;;) {
    reader.at = skipSpaceAndComments(text, reader.at)
    if (text[reader.at] === ',') reader.at++
    else if (isCut(reader, reader.at)) {
      note(reader, headSpan(head), `This entry is never closed: add its last ${head.close}.`)
      return
    } else if (text[reader.at] === head.close || text[reader.at] === '}') {
      const close = reader.at++
      if (text[close] !== head.close)
        note(reader, { start: close, end: close + 1 }, 'This closes nothing: write ) here.')
      if (!goesOn(text, reader.at)) return
      note(
        reader,
        { start: close, end: close + 1 },
        'The entry ends at this }, and fields follow: one brace is too many.',
      )
    } else readField(reader)
  }
}

function readField(reader: Reader): void {
  const { text, strings } = reader
  const nameStart = reader.at
  const end = nameEnd(text, nameStart)
  const equals = skipSpaceAndComments(text, end)
  if (end === nameStart || text[equals] !== '=') {
    const message =
      end === nameStart ? 'The name of a field should stand here, as in title = {…}.' : 'A = is missing behind this.'
    note(reader, { start: nameStart, end: Math.max(end, nameStart + 1) }, message)
    recover(reader)
    return
  }
  const start = skipSpaceAndComments(text, equals + 1)
  const { value, end: valueEnd, unclosed, missing } = readValue(text, start, strings)
  reader.at = valueEnd
  if (unclosed !== undefined) {
    const mark = text[unclosed] === '{' ? '{' : 'quotation mark'
    note(reader, { start: unclosed, end: unclosed + 1 }, `This ${mark} is never closed.`)
    return
  }
  if (missing !== undefined) {
    note(reader, { start: nameStart, end }, 'This field has no value: write it in braces, as in title = {…}.')
    recover(reader)
    return
  }
  const name = text.slice(nameStart, end)
  reader.fields.set(name.toLowerCase(), { name, nameStart, start, end: valueEnd, value })
  const after = skipSpaceAndComments(text, valueEnd)
  if (isFieldAt(text, after)) note(reader, { start: after, end: nameEnd(text, after) }, NO_COMMA)
  else if (!endsField(reader, after)) {
    note(
      reader,
      { start: after, end: after + 1 },
      'This belongs to no field: a brace or a quotation mark is misplaced.',
    )
    recover(reader)
  }
}

const endsField = (reader: Reader, at: number): boolean =>
  reader.text[at] === ',' || reader.text[at] === '}' || reader.text[at] === reader.head.close || isCut(reader, at)

/** Goes on to the next comma or to the end of the entry, past balanced braces. */
function recover(reader: Reader): void {
  const { text, head } = reader
  while (reader.at < text.length && !isCut(reader, reader.at)) {
    const char = text[reader.at]
    if (char === ',' || char === '}' || char === head.close) return
    if (char === '{') {
      const closing = closingOf(text, reader.at + 1, '}')
      reader.at = closing.closed ? closing.at + 1 : closing.at
    } else
      reader.at = skipSpace(text, reader.at + (char === '\\' && !'\r\n'.includes(text[reader.at + 1] ?? '') ? 2 : 1))
  }
}

/** Whether the text ends at an offset or another entry begins there. */
function isCut({ text }: Reader, at: number): boolean {
  return at >= text.length || (text[at] === '@' && beginsEntry(text, at))
}

/** Whether `name =` stands at an offset. */
function isFieldAt(text: string, at: number): boolean {
  const end = nameEnd(text, at)
  return end > at && text[skipSpace(text, end)] === '='
}

/** Whether `, name =` stands behind what closed an entry. */
function goesOn(text: string, from: number): boolean {
  const comma = skipSpace(text, from)
  return text[comma] === ',' && isFieldAt(text, skipSpace(text, comma + 1))
}

const headSpan = (head: Head): Span => ({ start: head.start, end: head.inside - 1 })

function note(reader: Reader, { start, end }: Span, message: string): void {
  reader.fault ??= { start, end: Math.min(end, reader.text.length), message }
}
