import type { Edit } from '../../edits/fix.ts'
import { scan } from '../bibtex/scan.ts'
import type { Item } from '../reference.ts'
import { entryFor, type NewField } from './entry.ts'
import { inCase, type Layout, layoutOf } from './layout.ts'
import { contentEnd, inOrder } from './place.ts'

/** The edit that adds an entry behind the last words of a BibTeX file, in the layout of its last entries. */
export function appendBibtex(text: string, item: Item, key: string): Edit {
  const { entries } = scan(text)
  const layout = layoutOf(text, entries)
  const written = entryText(item, key, layout)
  const end = contentEnd(text)
  if (end === 0) return { start: text.length, end: text.length, text: `${written}${layout.lineBreak}` }
  return { start: end, end, text: layout.between + written }
}

function entryText(item: Item, key: string, layout: Layout): string {
  const { type, fields } = entryFor(item, layout)
  const { before, beforeEnd, lastComma, typeCase } = layout
  const lines = inOrder(fields, [...layout.names.keys()]).map((field) => `${before}${fieldText(field, layout)}`)
  const comma = lastComma && lines.length > 0 ? ',' : ''
  return `@${inCase(type, typeCase)}{${[key, ...lines].join(',')}${comma}${beforeEnd}}`
}

function fieldText({ name, value, bare }: NewField, layout: Layout): string {
  const { nameWidth, spaceBeforeEquals, spaceAfterEquals, quotes, bareYear, nameCase, names } = layout
  const isBare = bare === true || (bareYear && name === 'year' && /^\d+$/.test(value))
  const delimited = isBare ? value : quotes ? `"${value}"` : `{${value}}`
  const gap = nameWidth > 0 ? ' '.repeat(Math.max(1, nameWidth - name.length)) : spaceBeforeEquals
  return `${names.get(name) ?? inCase(name, nameCase)}${gap}=${spaceAfterEquals}${delimited}`
}
