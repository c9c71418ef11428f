import type { Definition } from '../blocks/block.ts'
import type { Piece } from '../edits/compose.ts'
import { isBlank, lineEnd, lineStart, nextLine, previousLine } from '../edits/lines.ts'
import { goneWith } from '../edits/remove.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'

/** Takes definitions out, each with its lines, and the heading of a list that nothing is left of. */
export function clearDefinitions(
  reading: Pick<Reading, 'draft' | 'definitions' | 'blocks'>,
  gone: readonly Definition[],
): Piece[] {
  const spans: Span[] = gone.map((definition) => goneWith(reading, definition))
  const isGone = new Set(gone)
  for (const kind of ['numbered-note', 'author-year'] as const) {
    const all = reading.definitions.filter((one) => one.kind === kind)
    const first = all[0]
    if (first === undefined || !all.every((one) => isGone.has(one))) continue
    const heading = headingAbove(reading, first)
    if (heading !== undefined) spans.push(heading)
  }
  return merged(spans).map((span) => ({ ...span, text: '' }))
}

/** The lines from the heading above a list to the list, with the blank lines before it. */
function headingAbove(
  { draft: { text }, blocks }: Pick<Reading, 'draft' | 'blocks'>,
  first: Definition,
): Span | undefined {
  const heading = blocks.findLast(({ kind, end }) => kind === 'heading' && end <= first.start)
  if (heading === undefined || !isBlank(text.slice(lineEnd(text, heading.end), first.start))) return undefined
  let start = lineStart(text, heading.start)
  for (let above = previousLine(text, start); above !== undefined; above = previousLine(text, start)) {
    if (!isBlank(text.slice(above, start))) break
    start = above
  }
  // what ends the line before goes on ending it
  const end = nextLine(text, lineEnd(text, heading.end))
  return { start, end: Math.max(end, lineStart(text, first.start)) }
}

/** Spans that overlap or touch as one. */
function merged(spans: readonly Span[]): Span[] {
  const out: Array<{ start: number; end: number }> = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
