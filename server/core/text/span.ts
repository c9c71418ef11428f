/** A half-open range of UTF-16 code units in a draft: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The length of a span in code units. */
export const lengthOf = (span: Span): number => span.end - span.start

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `inner` lies wholly within `outer` (equal spans do). */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** Whether an offset is in the span or at its edge, as a caret is. */
export const touches = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end

/** Document order: by start, the longer one first where two begin together. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end

/** The smallest span that holds all of `spans`, which must not be empty. */
export function hull(spans: readonly Span[]): Span {
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  for (const span of spans) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return { start, end }
}
