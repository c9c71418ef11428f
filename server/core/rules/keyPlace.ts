import type { Reference } from '../references/reference.ts'
import type { Span } from '../text/span.ts'

/** The key, or where the entry begins if the key is written in a way that has no place. */
export function placeOf({ span, keySpan }: Reference): Span {
  if (keySpan.end > keySpan.start) return keySpan
  return { start: span.start, end: Math.min(span.end, span.start + 1) }
}
