import type { Edit } from '../../edits/fix.ts'
import { bareList, chunksOf, isBlank } from '../csl/chunks.ts'
import { isJson } from '../csl/json.ts'
import type { Item } from '../reference.ts'
import { cslOf, isMembers, type Member, type Value } from './csl.ts'
import { isoDate } from './isoDate.ts'
import { appendJson } from './json.ts'
import { lineBreakOf } from './layout.ts'
import { contentEnd, inOrder } from './place.ts'

/** The edit that adds an item behind the last of a list of CSL-YAML, of a file or of a draft's front matter. */
export function appendYaml(text: string, item: Item, key: string): Edit | undefined {
  if (isJson(text)) return appendJson(text, item, key)
  const lineBreak = lineBreakOf(text)
  const region = { start: text.startsWith('\uFEFF') ? 1 : 0, end: text.length }
  const chunks = chunksOf(text, region, 'references') ?? bareList(text, region)
  const last = chunks?.items.at(-1)
  if (chunks === undefined) {
    const written = `references:${lineBreak}${itemText(members(item, key, ''), '', '', lineBreak)}`
    const end = contentEnd(text)
    if (text.trim() === '')
      return { start: text.length, end: text.length, text: `${text === '' ? '' : lineBreak}${written}${lineBreak}` }
    return { start: end, end, text: lineBreak + written }
  }
  if (last === undefined) {
    const { start, end } = chunks.value
    const written = lineBreak + itemText(members(item, key, ''), '', '', lineBreak)
    const value = text.slice(start, end)
    if (!isBlank(value) && !/^\[\s*\]$/.test(value.trim())) return undefined
    // a dash behind the brackets of an empty list is no YAML
    const below = text.slice(end).split(/[\r\n]+/)
    const next = below.find((line) => !isBlank(line) && !line.trimStart().startsWith('#'))?.trimStart() ?? ''
    if (next.startsWith('-') && !next.startsWith('---')) return undefined
    return { start, end, text: written }
  }
  const model = text.slice(last.start, last.end)
  const ordered = inOrder(members(item, key, model), namesIn(model))
  const indent = ' '.repeat(chunks.indent)
  const before = chunks.items.at(-2)
  const gap = before === undefined ? '' : text.slice(before.end, last.start)
  const blank = gap.trim() === '' && gap.split(lineBreak).length > 2 ? lineBreak : ''
  const written = itemText(ordered, indent, listIndent(model, chunks.indent), lineBreak)
  return { start: last.end, end: last.end, text: `${lineBreak}${blank}${written}` }
}

/** The members of an item; dates are written out where the model does so, and otherwise as pandoc writes them. */
function members(item: Item, key: string, model: string): Member[] {
  const all = cslOf(item, key)
  if (model.includes('date-parts')) return all
  return all.map((member) => {
    const date = member.name === 'issued' ? item.issued : member.name === 'accessed' ? item.accessed : undefined
    return date?.year === undefined ? member : { name: member.name, value: isoDate(date) }
  })
}

/** The names of an item's members in their order, as far as each begins a line. */
const namesIn = (model: string): string[] =>
  model.split(/[\r\n]/).flatMap((line) => /^[- ]{0,40}["']?([\w-]{1,40})["']?:(?= |$)/.exec(line)?.[1] ?? [])

/** How much further in than its name a list stands in the model. */
function listIndent(model: string, indent: number): string {
  const blanks = /(?:author|editor|issued):[ \t]*(?:\r\n|\n|\r)( *)- /.exec(model)?.[1]?.length ?? indent + 2
  return ' '.repeat(Math.max(0, Math.min(8, blanks - indent - 2)))
}

function itemText(all: readonly Member[], indent: string, list: string, lineBreak: string): string {
  return `${indent}- ${membersText(all, `${indent}  `, list, lineBreak)}`
}

function membersText(all: readonly Member[], indent: string, list: string, lineBreak: string): string {
  return all
    .map(({ name, value }) => `${name}:${valueText(value, indent, list, lineBreak)}`)
    .join(`${lineBreak}${indent}`)
}

function valueText(value: Value, indent: string, list: string, lineBreak: string): string {
  if (typeof value === 'number' || typeof value === 'string') return ` ${scalar(String(value))}`
  const start = `${lineBreak}${indent}`
  if (isMembers(value)) return `${start}  ${membersText(value.members, `${indent}  `, list, lineBreak)}`
  return value.map((one) => `${start}${list}- ${elementText(one, `${indent}${list}  `, list, lineBreak)}`).join('')
}

function elementText(value: Value, indent: string, list: string, lineBreak: string): string {
  if (typeof value === 'number' || typeof value === 'string') return scalar(String(value))
  if (isMembers(value)) return membersText(value.members, indent, list, lineBreak)
  return value.map((one) => `- ${elementText(one, `${indent}  `, list, lineBreak)}`).join(`${lineBreak}${indent}`)
}

/** Words that YAML takes for something else. */
const SPECIAL = /^(?:true|false|yes|no|on|off|null|y|n)$/i

/** Text as a scalar, in quotation marks where it would be taken for something else without them. */
export function scalar(text: string): string {
  const plain = /^[\p{L}\p{N}][^\p{C}\p{Zl}\p{Zp}#:"'[\]{}]*$/u.test(text) && !/\s$/.test(text) && !SPECIAL.test(text)
  const address = /^https?:\/\/[\w./?=&%+~:@-]*[\w/=&%+~@-]$/.test(text)
  if (plain || address) return text
  return JSON.stringify(text).replace(
    /[\x7F-\x9F\u2028\u2029\uFEFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
