import type { Citation, Definition } from '../blocks/block.ts'
import { compose, type Piece } from '../edits/compose.ts'
import type { Edit } from '../edits/fix.ts'
import type { Reading } from '../reading.ts'
import { touched } from '../text/search.ts'
import type { Span } from '../text/span.ts'

/**
 * Numbers the notes of a draft in the order in which the text first cites them; those that nothing cites come last, as they stand.
 * Labels that are words keep their names. Footnotes stay where they are, since readers never see their order; a list of numbered
 * notes is put in order. Empty where all is in order already.
 */
export function renumbered(reading: Reading): Edit[] {
  const { language } = reading.draft
  const kind = language === 'markdown' ? 'footnote' : 'numbered-note'
  const definitions = reading.definitions.filter((one) => one.kind === kind)
  const citations = reading.citations.filter((one) => one.kind === kind)
  const numbers = newNumbers(citations, definitions)
  const change = (key: string): string => numbers.get(key) ?? key
  if ([...numbers].every(([before, after]) => before === after)) return []
  const marks =
    language === 'markdown'
      ? [...citations, ...definitions.map(({ label }) => label)].flatMap((span) => labelEdit(reading, span, change))
      : groupEdits(citations, change)
  const list = language === 'markdown' ? [] : listEdits(reading, definitions, change)
  return [...compose(reading.draft.text, '', [...marks, ...list]).edits]
}

const isNumber = (key: string): boolean => /^\d{1,4}$/.test(key)

/** The new number of each: citations of the text in their order, then those within notes, then what nothing cites. */
function newNumbers(citations: readonly Citation[], definitions: readonly Definition[]): Map<string, string> {
  const isInNote = touched(definitions)
  const inText = citations.filter((one) => !isInNote(one))
  const order = [...inText, ...citations.filter(isInNote), ...definitions].map(({ key }) => key).filter(isNumber)
  return new Map([...new Set(order)].map((key, index) => [key, String(index + 1)]))
}

/** The number within a footnote's mark or label, `[^1]` or `[^1]:`. */
function labelEdit({ draft: { text } }: Reading, { start, end }: Span, change: (key: string) => string): Piece[] {
  const close = text.indexOf(']', start)
  if (!text.startsWith('[^', start) || close < 0 || close >= end) return []
  return replaced({ start: start + 2, end: close }, text.slice(start + 2, close), change)
}

function replaced(span: Span, before: string, change: (key: string) => string): Piece[] {
  const after = change(before)
  return after === before ? [] : [{ ...span, text: after }]
}

/** Brackets of numbers, each written again with the new ones: `[1-3]` may no longer be a run. */
function groupEdits(citations: readonly Citation[], change: (key: string) => string): Piece[] {
  const groups = new Map<number, { span: Span; keys: string[] }>()
  for (const citation of citations) {
    const span = citation.group ?? citation
    const group = groups.get(span.start) ?? { span, keys: [] }
    group.keys.push(citation.key)
    groups.set(span.start, group)
  }
  return [...groups.values()].flatMap(({ span: { start, end }, keys }) => {
    if (keys.every((key) => change(key) === key)) return []
    const numbers = keys.map(change).sort((a, b) => Number(a) - Number(b))
    return [{ start, end, text: `[${numbers.join(', ')}]` }]
  })
}

/** The entries of the list in the order of their new numbers, each in the place of another. */
function listEdits(
  { draft: { text } }: Reading,
  definitions: readonly Definition[],
  change: (key: string) => string,
): Piece[] {
  const sorted = [...definitions].sort((a, b) => Number(change(a.key)) - Number(change(b.key)))
  return definitions.flatMap(({ start, end }, index): Piece[] => {
    const entry = sorted[index]
    if (entry === undefined) return []
    const label = text.slice(entry.label.start, entry.label.end).replace(/\d+/, change(entry.key))
    const words = label + text.slice(entry.label.end, entry.end)
    return words === text.slice(start, end) ? [] : [{ start, end, text: words }]
  })
}
