import type { Span } from '../../text/span.ts'

/** Whether a text is empty in YAML, for which a line separator or a second byte order mark is a word like any other. */
export const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text)

/** A line of YAML, without its line break. */
interface Line extends Span {
  /** How many spaces it begins with. */
  readonly indent: number
  /** Its first character that is no blank; '' for a line that is blank or a comment. */
  readonly first: string
}

/** A list under a name, or alone in its file, cut at its items without being parsed. */
export interface Chunks {
  /** Where what stands behind the name begins and ends; a list in brackets has no items of its own here. */
  readonly value: Span
  readonly items: readonly Span[]
  /** How many spaces stand before the dash of each item. */
  readonly indent: number
}

/**
 * Finds the value of a name that stands at the outermost level of YAML, and cuts it at its items: at each dash that stands as far
 * in as the first. By the grammar of YAML nothing else can stand there, so an item that is broken ends where the next begins.
 *
 * @param region the part of the text that is YAML
 */
export function chunksOf(text: string, region: Span, name: string): Chunks | undefined {
  const lines = linesIn(text, region)
  const at = lines.findIndex((line) => line.indent === 0 && namedValue(text, line, name) !== undefined)
  if (at < 0) return undefined
  const start = namedValue(text, lines[at] as Line, name) as number
  const inline = text.slice(start, lines[at]?.end)
  const first = lines.find((line, index) => index > at && line.first !== '')
  const isList =
    (isBlank(inline) || /^[ \t]+#/.test(inline)) && (first === undefined || first.first === '-' || first.indent === 0)
  if (isList) return listFrom(lines, at + 1, start)
  const end = lines.findIndex((line, index) => index > at && line.first !== '' && line.indent === 0)
  return { value: { start, end: contentEnd(lines, at, end < 0 ? lines.length : end) }, items: [], indent: 0 }
}

/** The same for a list that is all that a file holds. */
export function bareList(text: string, region: Span): Chunks | undefined {
  const lines = linesIn(text, region)
  const at = lines.findIndex(({ first, start }) => first !== '' && !text.startsWith('---', start))
  return lines[at]?.first === '-' ? listFrom(lines, at, lines[at]?.start ?? 0) : undefined
}

function listFrom(lines: readonly Line[], from: number, start: number): Chunks {
  const first = lines.findIndex((line, index) => index >= from && line.first !== '')
  const indent = lines[first]?.indent ?? 0
  const items: Span[] = []
  if (first < 0 || lines[first]?.first !== '-') return { value: { start, end: start }, items, indent }
  let opened = first
  let at = first + 1
  const finish = (): void => {
    const dash = lines[opened] as Line
    items.push({ start: dash.start + dash.indent, end: contentEnd(lines, opened, at) })
  }
  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    if (line.first === '' || line.indent > indent) continue
    if (line.indent < indent || line.first !== '-') break
    finish()
    opened = at
  }
  finish()
  return { value: { start, end: items.at(-1)?.end ?? start }, items, indent }
}

/** The end of the last line before another that is neither blank nor a comment. */
function contentEnd(lines: readonly Line[], first: number, before: number): number {
  let last = before - 1
  while (last > first && lines[last]?.first === '') last--
  return lines[last]?.end ?? 0
}

/** Where the value of `name:` begins in a line that begins with it. */
function namedValue(text: string, line: Line, name: string): number | undefined {
  const quoted = line.first === '"' || line.first === "'"
  const start = line.start + (quoted ? 1 : 0)
  if (!text.startsWith(name, start)) return undefined
  let at = start + name.length
  if (quoted && text[at++] !== line.first) return undefined
  while (text[at] === ' ') at++
  return text[at] === ':' && ' \t\r\n'.includes(text[at + 1] ?? ' ') ? at + 1 : undefined
}

/** The lines of a region up to the end of its first document. Markers of documents count as lines at the outermost level. */
function linesIn(text: string, { start, end }: Span): Line[] {
  const lines: Line[] = []
  for (let at = start; at < end; ) {
    let stop = at
    while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++
    let content = at
    while (content < stop && text[content] === ' ') content++
    const char = content < stop ? (text[content] ?? '') : ''
    const blank = char === '' || char === '#' || isBlank(text.slice(content, stop))
    const marker = content === at && (text.startsWith('---', at) || text.startsWith('...', at))
    const dash = char === '-' && (content + 1 >= stop || ' \t'.includes(text[content + 1] ?? ''))
    const first = blank ? '' : marker ? '=' : char === '-' && !dash ? '=' : char
    lines.push({ start: at, end: stop, indent: content - at, first })
    at = text[stop] === '\r' && text[stop + 1] === '\n' ? stop + 2 : stop + 1
  }
  return lines
}
