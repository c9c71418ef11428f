import type { Edit } from '../../edits/fix.ts'
import type { Span } from '../../text/span.ts'
import { type BibliographyKind, parseBibliography } from '../bibliography.ts'
import type { Field } from '../bibtex/entry.ts'
import { scan } from '../bibtex/scan.ts'
import { isJson } from '../csl/json.ts'
import { scalar } from './yaml.ts'

/** Fields that hold keys of other entries, one or several with commas between them. */
const POINTERS = ['crossref', 'xref', 'xdata', 'related', 'entryset']

/**
 * The edits in a bibliography that rename a key, in the order of the text: where it is defined, each time if two entries have it,
 * and where other entries of the file point to it. Empty where the file does not have it. A key that cannot be written
 * everywhere (see `isCitationKey`) must not come in.
 */
export function renameKey(text: string, kind: BibliographyKind, from: string, to: string): Edit[] {
  const edits = kind === 'bibtex' ? inBibtex(text, from, to) : inCsl(text, kind, from, to)
  return edits.sort((a, b) => a.start - b.start)
}

function inBibtex(text: string, from: string, to: string): Edit[] {
  const { entries } = scan(text)
  const defined = entries.filter(({ key }) => key === from).map(({ keySpan }) => ({ ...keySpan, text: to }))
  if (defined.length === 0) return []
  const pointed = entries.flatMap(({ fields }) =>
    POINTERS.flatMap((name) => fields.get(name) ?? []).flatMap((field) => keysIn(text, field, from)),
  )
  return [...defined, ...pointed.map((span) => ({ ...span, text: to }))]
}

/** Where a key stands in a field that holds keys. */
function keysIn(text: string, field: Field, key: string): Span[] {
  // a value that is joined of several has no one place
  if (text.slice(field.start + 1, field.end - 1) !== field.value) return []
  const spans: Span[] = []
  let at = field.start + 1
  for (const part of field.value.split(',')) {
    const start = at + part.length - part.trimStart().length
    if (part.trim() === key) spans.push({ start, end: start + key.length })
    at += part.length + 1
  }
  return spans
}

function inCsl(text: string, kind: 'csl-json' | 'csl-yaml', from: string, to: string): Edit[] {
  return parseBibliography(text, kind, '').references.flatMap(({ key, keySpan }): Edit[] => {
    if (key !== from || keySpan.end === keySpan.start) return []
    const { start, end } = keySpan
    const quote = text[start - 1]
    if (quote === '"') return [{ start, end, text: JSON.stringify(to).slice(1, -1) }]
    if (quote === "'") return [{ start, end, text: to }]
    return [{ start, end, text: kind === 'csl-json' || isJson(text) ? JSON.stringify(to) : scalar(to) }]
  })
}
