import type { Span } from '../../text/span.ts'

/** A key as it is written, without quotation marks, and where; empty where an item has none that can be found. */
export interface WrittenKey {
  readonly key: string
  readonly span: Span
}

/**
 * Finds the value of `id` in an item of YAML, which begins with its dash: on a line of its own, as far in as the first word of
 * the item, or between braces.
 */
export function keyAt(text: string, item: Span): WrittenKey {
  let first = item.start + 1
  while (text[first] === ' ') first++
  const column = first - item.start
  if (text[first] === '{') return inBraces(text, { start: first + 1, end: item.end })
  const indent = column + lineIndent(text, item.start)
  for (let at = first; at < item.end; ) {
    const value = idAt(text, at, item.end)
    if (value >= 0) return written(text, value, lineEnd(text, value, item.end))
    at = nextLine(text, at, item.end)
    let blanks = 0
    while (text[at + blanks] === ' ') blanks++
    at = blanks === indent ? at + blanks : lineEnd(text, at, item.end)
  }
  return none(item)
}

const none = ({ start }: Span): WrittenKey => ({ key: '', span: { start, end: start } })

/** Where the value begins of an `id:` that stands at an offset; -1 where none does. */
function idAt(text: string, at: number, end: number): number {
  const quote = text[at] === '"' || text[at] === "'" ? text[at] : ''
  if (!text.startsWith(`${quote}id${quote}`, at)) return -1
  let colon = at + 2 + 2 * (quote?.length ?? 0)
  while (text[colon] === ' ') colon++
  if (text[colon] !== ':' || colon >= end) return -1
  let value = colon + 1
  while (value < end && (text[value] === ' ' || text[value] === '\t')) value++
  return value
}

/** The value from an offset to the end of its line: quoted, or up to a comment. */
function written(text: string, start: number, end: number): WrittenKey {
  const quote = text[start]
  if (quote === '"' || quote === "'") {
    const close = text.slice(start + 1, end).indexOf(quote)
    if (close < 0) return none({ start, end })
    return { key: text.slice(start + 1, start + 1 + close), span: { start: start + 1, end: start + 1 + close } }
  }
  const line = text.slice(start, end)
  const comment = line.indexOf(' #')
  const key = (comment < 0 ? line : line.slice(0, comment)).trimEnd()
  return { key, span: { start, end: start + key.length } }
}

function inBraces(text: string, { start, end }: Span): WrittenKey {
  for (let at = start; at >= 0 && at < end; ) {
    while (at < end && ' \t\r\n'.includes(text[at] ?? 'x')) at++
    const value = idAt(text, at, end)
    if (value >= 0) {
      let stop = value
      while (stop < end && !',}\r\n'.includes(text[stop] ?? '')) stop++
      return written(text, value, stop)
    }
    const comma = text.slice(at, end).search(/[,{]/)
    at = comma < 0 ? end : at + comma + 1
  }
  return none({ start, end })
}

/** The spaces before an offset on its line. */
function lineIndent(text: string, at: number): number {
  let start = at
  while (text[start - 1] === ' ') start--
  return at - start
}

function lineEnd(text: string, from: number, limit: number): number {
  let at = from
  while (at < limit && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

function nextLine(text: string, from: number, limit: number): number {
  const end = lineEnd(text, from, limit)
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
