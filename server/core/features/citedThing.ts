import type { Citation, CitationKind, Definition } from '../blocks/block.ts'
import type { Library } from '../citing/library.ts'
import { keySpanOf, labelSpanOf } from '../citing/rename.ts'
import type { Reading } from '../reading.ts'
import type { Reference } from '../references/index.ts'
import { lengthOf, type Span, touches } from '../text/span.ts'

/** What a place in a draft names: a note, an entry of a bibliography, or an address. */
export interface CitedThing {
  readonly kind: CitationKind
  readonly key: string
  /** The words at the place that name it; what a rename would replace there. */
  readonly span: Span
}

/** The source that an offset points at: in a citation, in the label of a note, or in the key of an entry of the front matter. */
export function citedThingAt(reading: Reading, library: Library, offset: number): CitedThing | undefined {
  const isAt = (span: Span): boolean => touches(span, offset)
  const citation = reading.citations
    .filter((one) => isAt(one) && one.key !== '')
    .sort((a, b) => Number(a.end === offset) - Number(b.end === offset) || lengthOf(a) - lengthOf(b))[0]
  if (citation !== undefined) return { kind: citation.kind, key: citation.key, span: nameSpanOf(reading, citation) }
  const definition = reading.definitions.find(({ label }) => isAt(label))
  if (definition !== undefined)
    return { kind: definition.kind, key: definition.key, span: labelSpanOf(reading, definition) }
  const entry = ownEntries(library).find(({ keySpan }) => isAt(keySpan))
  return entry && { kind: 'citation-key', key: entry.key, span: entry.keySpan }
}

/** The entries that stand in the draft's own front matter. */
export const ownEntries = ({ references }: Library): readonly Reference[] =>
  references.filter(({ file, kind }) => file === undefined && kind === 'csl-yaml')

/** The label or the key of a citation, without what marks it as one. */
export function nameSpanOf(reading: Reading, citation: Citation): Span {
  const { start, end, kind } = citation
  if (kind === 'citation-key') return keySpanOf(reading, citation)
  if (kind === 'footnote' && reading.draft.text.startsWith('[^', start)) return { start: start + 2, end: end - 1 }
  return { start, end }
}

/** Whether two names of a kind are one: labels may differ in their letters' case, keys and addresses may not. */
export function isSame(a: Pick<CitedThing, 'kind' | 'key'>, b: Pick<CitedThing, 'kind' | 'key'>): boolean {
  if (a.kind !== b.kind) return false
  const isLabel = a.kind === 'footnote' || a.kind === 'numbered-note'
  return isLabel ? a.key.toLowerCase() === b.key.toLowerCase() : a.key === b.key
}

/** The citations of a thing in a draft, in order. */
export const citationsOf = ({ citations }: Reading, thing: Pick<CitedThing, 'kind' | 'key'>): Citation[] =>
  citations.filter((one) => isSame(one, thing))

/** The note that a thing is, where the draft has it. */
export const definitionsOf = ({ definitions }: Reading, thing: Pick<CitedThing, 'kind' | 'key'>): Definition[] =>
  definitions.filter((one) => isSame(one, thing))
