import { byPosition, contains, overlaps, type Span } from './span.ts'

/** How many items a list begins with of which something holds that holds of none behind them, in logarithmic time. */
export function leading<T>(items: ArrayLike<T>, holds: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(items[middle] as T)) low = middle + 1
    else high = middle
  }
  return low
}

/** The index of the span in which an offset lies, or of the last one that begins before it; -1 where there is none. Spans are in order. */
export const placeIn = (spans: readonly Span[], offset: number): number =>
  leading(spans, ({ start }) => start <= offset) - 1

/** How many spans that begin before an offset are asked whether they reach beyond it. */
const DEEPEST = 64

/** The last of the spans to begin that holds another whole; undefined where none does. Spans are in order, and may lie in one another. */
export function innermost<T extends Span>(spans: readonly T[], span: Span): T | undefined {
  const last = placeIn(spans, span.start)
  for (let i = last; i >= 0 && i > last - DEEPEST; i--) {
    const holder = spans[i]
    if (holder !== undefined && contains(holder, span)) return holder
  }
  return undefined
}

/** Whether any of `items` shares a code unit with a span, in logarithmic time however many do. */
export function touched(items: readonly Span[]): (span: Span) => boolean {
  const apart: Array<{ start: number; end: number }> = []
  for (const { start, end } of [...items].sort(byPosition)) {
    const last = apart.at(-1)
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end)
    else apart.push({ start, end })
  }
  return (span) => {
    const last = apart[placeIn(apart, span.end - 1)]
    return last !== undefined && overlaps(last, span)
  }
}
