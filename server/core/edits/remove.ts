import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose } from './compose.ts'
import type { Fix } from './fix.ts'
import { beforeSpaces, isBlank, lineEnd, lineStart, nextLine, pastSpaces, previousLine } from './lines.ts'

/**
 * Takes a span out, with the space before it. What stands alone on its lines goes with them, and a note definition goes whole,
 * whether the span is the definition or its label.
 */
export function removeSpan(reading: Pick<Reading, 'draft' | 'definitions'>, span: Span, title: string): Fix {
  const { text } = reading.draft
  const definition = reading.definitions.find(
    ({ start, label }) => start === span.start && (span.end === label.end || span.end > label.end),
  )
  const whole = definition === undefined ? span : { start: definition.start, end: Math.max(definition.end, span.end) }
  return compose(text, title, [{ ...goneWith(reading, whole), text: '' }])
}

/** What goes when a span does: its lines, where it has them to itself, else the space before it. */
export const goneWith = (reading: Pick<Reading, 'draft'>, span: Span): Span =>
  linesOf(reading, span) ?? withSpace(reading.draft.text, span)

/** The lines that a span has to itself, with one of the blank lines around them; undefined where it shares them. */
function linesOf({ draft: { text, language } }: Pick<Reading, 'draft'>, span: Span): Span | undefined {
  const start = lineStart(text, span.start)
  const end = lineEnd(text, span.end)
  const before = text.slice(start, span.start)
  if (!isBlank(language === 'markdown' ? before.replaceAll('>', ' ') : before)) return undefined
  if (!isBlank(text.slice(span.end, end))) return undefined
  const above = previousLine(text, start)
  const isApart = above === undefined || isBlank(text.slice(above, start))
  const next = nextLine(text, end)
  if (next === end) return { start: endOfLineAbove(text, isApart ? (above ?? start) : start), end }
  const after = lineEnd(text, next)
  const isBlankBelow = next < text.length && isBlank(text.slice(next, after))
  return { start, end: isApart && isBlankBelow ? nextLine(text, after) : next }
}

/** The end of the line above the one that begins at an offset, so that the last line goes with the line break before it. */
function endOfLineAbove(text: string, start: number): number {
  if (text[start - 1] === '\n' && text[start - 2] === '\r') return start - 2
  return Math.max(0, start - 1)
}

/** A span within a line, with the spaces before it, or, at the start of the words, with those after it. */
function withSpace(text: string, span: Span): Span {
  const line = lineStart(text, span.start)
  const start = beforeSpaces(text, span.start, line)
  if (!isBlank(text.slice(line, start).replace(/^[ \t>]*(?:[-*+]|[0-9]{1,9}[.)])?/, '')))
    return { start, end: span.end }
  return { start: span.start, end: pastSpaces(text, span.end) }
}
