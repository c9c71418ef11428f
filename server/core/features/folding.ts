import { isBlank } from '../edits/lines.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'

/** Stretches of a draft that can be folded: runs of notes with nothing but blank lines between, and each note of several lines. */
export function foldings({ draft: { text }, definitions }: Reading): Span[] {
  const runs: Array<{ start: number; end: number; count: number }> = []
  for (const { start, end } of definitions) {
    const last = runs.at(-1)
    if (last !== undefined && isBlank(text.slice(last.end, start))) {
      last.end = Math.max(last.end, end)
      last.count++
    } else runs.push({ start, end, count: 1 })
  }
  const long = definitions.filter(({ start, end }) => /[\r\n]/.test(text.slice(start, end).trimEnd()))
  return [...runs.filter(({ count }) => count > 1), ...long].map(({ start, end }) => ({ start, end }))
}
