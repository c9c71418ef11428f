import type { Edit } from '../../edits/fix.ts'
import { type ItemList, itemsIn } from '../csl/json.ts'
import type { Outline } from '../csl/readItem.ts'
import type { Item } from '../reference.ts'
import { cslOf, isMembers, type Member, type Value } from './csl.ts'
import { lineBreakOf } from './layout.ts'
import { contentEnd, inOrder } from './place.ts'

/** How an object is written: what stands behind colons and commas, and before its members if each has a line. */
interface Style {
  readonly colon: string
  readonly comma: string
  readonly lineBreak: string
  /** What each level is further in; undefined where an item is one line. */
  readonly unit: string | undefined
}

/** The edit that adds an item behind the last of a list of CSL-JSON. */
export function appendJson(text: string, item: Item, key: string): Edit | undefined {
  const lineBreak = lineBreakOf(text)
  const members = cslOf(item, key)
  if (contentEnd(text) === 0) {
    const style = { colon: ': ', comma: ',', lineBreak, unit: '  ' }
    const written = `[${lineBreak}  ${objectText(members, style, '  ')}${lineBreak}]${lineBreak}`
    return { start: text.length, end: text.length, text: written }
  }
  const list = itemsIn(text)
  if (list.open === undefined || list.close === undefined) return undefined
  const last = list.items.at(-1)
  if (last === undefined) return intoEmpty(text, list.open, list.close, members, lineBreak)
  if (last.fault !== undefined) return undefined
  const style = styleOf(text, last, lineBreak)
  const ordered = inOrder(members, [...last.members.keys()])
  return {
    start: last.end,
    end: last.end,
    text: `${between(text, list)}${objectText(ordered, style, indentAt(text, last.start))}`,
  }
}

function intoEmpty(
  text: string,
  open: number,
  close: number,
  members: readonly Member[],
  lineBreak: string,
): Edit | undefined {
  const inside = text.slice(open + 1, close)
  if (inside.trim() !== '') return undefined
  const outer = indentAt(text, open)
  const style = { colon: ': ', comma: ',', lineBreak, unit: '  ' }
  const item = `${lineBreak}${outer}  ${objectText(members, style, `${outer}  `)}`
  return { start: open + 1, end: open + 1, text: /[\r\n]/.test(inside) ? item : `${item}${lineBreak}${outer}` }
}

/** What parts the last item from the one before, or, where it is the only one, from the bracket. */
function between(text: string, { items, open }: ItemList): string {
  const [before, last] = [items.at(-2), items.at(-1)]
  if (last === undefined) return ','
  if (before !== undefined) {
    const gap = text.slice(before.end, last.start)
    if (gap.trim() === ',') return gap
  }
  const gap = text.slice((open ?? 0) + 1, last.start)
  return `,${gap.trim() === '' && (before === undefined || gap !== '') ? gap : ' '}`
}

function styleOf(text: string, { start, end, members }: Outline, lineBreak: string): Style {
  const item = text.slice(start, end)
  const first = members.values().next().value
  const colon = first === undefined ? ': ' : text.slice(first.start - 2, first.start).replace(/^[^:]?/, '')
  const compact = /^:?$/.test(colon) && !/^\s/.test(colon)
  const inner = /^\{(?:\r\n|\n|\r)([ \t]*)/.exec(item)?.[1]
  const outer = indentAt(text, start)
  const unit = inner === undefined ? undefined : inner.startsWith(outer) ? inner.slice(outer.length) : '  '
  return {
    colon: compact ? ':' : ': ',
    comma: unit === undefined && !/", "/.test(item) ? ',' : unit === undefined ? ', ' : ',',
    lineBreak,
    unit,
  }
}

/** The blanks that the line of an offset begins with. */
function indentAt(text: string, at: number): string {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, Math.min(end, at))
}

function objectText(members: readonly Member[], style: Style, indent: string): string {
  const inner = indent + (style.unit ?? '')
  const words = members.map(
    ({ name, value }) => `${JSON.stringify(name)}${style.colon}${valueText(value, style, inner)}`,
  )
  return wrapped('{', words, '}', style, indent)
}

function valueText(value: Value, style: Style, indent: string): string {
  if (typeof value === 'string' || typeof value === 'number') return JSON.stringify(value)
  if (isMembers(value)) return objectText(value.members, style, indent)
  const inner = indent + (style.unit ?? '')
  const words = value.map((one) => valueText(one, style, inner))
  const numbers = value.every((one) => typeof one === 'number')
  return numbers
    ? `[${words.join(style.unit === undefined ? style.comma : ', ')}]`
    : wrapped('[', words, ']', style, indent)
}

function wrapped(open: string, words: readonly string[], close: string, style: Style, indent: string): string {
  if (style.unit === undefined) return `${open}${words.join(style.comma)}${close}`
  const start = `${style.lineBreak}${indent}${style.unit}`
  return `${open}${start}${words.join(`${style.comma}${start}`)}${style.lineBreak}${indent}${close}`
}
