import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose } from './compose.ts'
import type { Fix } from './fix.ts'
import { inTitle } from './titles.ts'

/** Writes here the figure that the draft gives elsewhere. None where there is markup within either of them. */
export function sameFigure({ draft: { text }, prose }: Reading, at: Span, other: Span): Fix[] {
  const isPlain = (span: Span): boolean => text.slice(span.start, span.end) === prose.slice(span.start, span.end)
  const words = text.slice(other.start, other.end)
  if (!isPlain(at) || !isPlain(other) || /[\r\n]/.test(words)) return []
  const isCapital = /^\p{Lu}/u.test(text.slice(at.start, at.end))
  const written = isCapital ? words.slice(0, 1).toUpperCase() + words.slice(1) : words
  return [compose(text, `Write ${inTitle(written)} here too`, [{ start: at.start, end: at.end, text: written }])]
}
