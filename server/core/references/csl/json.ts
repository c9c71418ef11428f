import type { Span } from '../../text/span.ts'
import type { Bibliography, Fault } from '../bibliography.ts'
import type { Reference } from '../reference.ts'
import { itemOf, memberOf } from './items.ts'
import { type Outline, readItem } from './readItem.ts'

/** A list of items as it stands in a file. */
export interface ItemList {
  readonly items: readonly Outline[]
  readonly faults: readonly Fault[]
  /** Where the list opens and closes; undefined where there is no list, or where it is not closed. */
  readonly open: number | undefined
  readonly close: number | undefined
}

/** Whether a file of CSL-YAML is written in JSON, which is YAML too. */
export const isJson = (text: string): boolean => /^\s*[[{]/.test(text.slice(0, 1000))

/** The list under a name in an object, as some programs write it. */
const NAMED = /^\s*\{\s*"(?:references|items)"\s*:\s*\[/

/**
 * Reads a file of CSL-JSON: a list of items, or one item alone. The outline of each item is ours to find, because its place is
 * needed and one broken item must cost no more than itself; what is in it is for `JSON.parse`.
 */
export function parseCslJson(
  text: string,
  file: string | undefined,
  kind: 'csl-json' | 'csl-yaml',
): Pick<Bibliography, 'references' | 'faults'> {
  const { items, faults } = itemsIn(text)
  const references: Reference[] = []
  const found: Fault[] = [...faults]
  for (const outline of items) {
    const { value, fault } = contentOf(text, outline)
    const keySpan = keyIn(text, outline)
    const id = memberOf(value, 'id')
    const key = typeof id === 'string' || typeof id === 'number' ? String(id) : ''
    const { start, end } = outline
    if (fault !== undefined) found.push(fault)
    else if (key === '' || keySpan === undefined)
      found.push({
        start,
        end: start + 1,
        message: 'This item has no id to cite it by: give it one, as in "id": "smith2020".',
      })
    if (key !== '' && keySpan !== undefined)
      references.push({
        kind,
        key,
        ...(file !== undefined && { file }),
        span: { start, end },
        keySpan,
        item: itemOf(value),
      })
  }
  return { references, faults: found.sort((a, b) => a.start - b.start) }
}

/** The items of a file, and what is wrong between them. */
export function itemsIn(text: string): ItemList {
  const named = NAMED.exec(text.slice(0, 1000))?.[0].length
  const first = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0)
  if (named !== undefined) return listAt(text, named - 1)
  if (text[first] === '[') return listAt(text, first)
  const none = { open: undefined, close: undefined }
  if (text[first] === '{') return { items: [readItem(text, first)], faults: [], ...none }
  if (first >= text.length) return { items: [], faults: [], ...none }
  const fault = {
    start: first,
    end: first + 1,
    message: 'This is no list of references: begin it with [ and end it with ].',
  }
  return { items: [], faults: [fault], ...none }
}

function listAt(text: string, open: number): ItemList {
  const items: Outline[] = []
  const faults: Fault[] = []
  const note = (start: number, message: string): void => void faults.push({ start, end: start + 1, message })
  let comma = -1
  for (let at = skipBlank(text, open + 1); at < text.length; at = skipBlank(text, at)) {
    const char = text[at]
    const parted = items.length === 0 || comma >= 0
    if (char === ']') {
      if (comma >= 0) note(comma, 'No item follows this comma: take it out.')
      return { items, faults, open, close: at }
    }
    if (char === ',') {
      if (comma >= 0 || items.length === 0) note(at, 'No item stands before this comma: take it out.')
      comma = at++
    } else if (char === '{') {
      const item = readItem(text, at)
      // an item that is cut off has been found fault with already
      if (!parted && items.at(-1)?.fault === undefined) note(at, 'A comma is missing before this item.')
      items.push(item)
      comma = text.slice(item.end, skipBlank(text, item.end) + 1).trim() === ',' ? skipBlank(text, item.end) : -1
      at = comma >= 0 ? comma + 1 : item.end
    } else {
      note(at, 'This is no item: an item is written in braces.')
      while (at < text.length && !'{]'.includes(text[at] ?? '')) at++
      comma = at
    }
  }
  note(open, 'This list is never closed: end it with ].')
  return { items, faults, open, close: undefined }
}

/** What an item says; where it is broken, as much as stands in it in plain words. */
function contentOf(
  text: string,
  { start, end, members, fault }: Outline,
): { value: unknown; fault: Fault | undefined } {
  if (fault === undefined) {
    const value = parsed(text.slice(start, end))
    if (value !== undefined) return { value, fault }
  }
  const readable = [...members].map(([name, span]): [string, unknown] => [
    name,
    parsed(text.slice(span.start, span.end)),
  ])
  const message = 'This item is not JSON: look for what a quotation mark or a backslash spoils.'
  return { value: Object.fromEntries(readable), fault: fault ?? { start, end: start + 1, message } }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Where the key stands in an item, without its quotation marks. */
export function keyIn(text: string, { members }: Outline): Span | undefined {
  const span = members.get('id')
  if (span === undefined) return undefined
  const quoted = text[span.start] === '"' && text[span.end - 1] === '"' && span.end - span.start > 1
  return quoted ? { start: span.start + 1, end: span.end - 1 } : span
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && ' \t\r\n'.includes(text[at] ?? 'x')) at++
  return at
}
