import type { Edit } from '../edits/fix.ts'
import type { Span } from '../text/span.ts'

/** A stretch of the draft that is kept, or words that are put in. */
type Stretch = Span | { readonly text: string }

const lengthOf = (stretch: Stretch): number => ('text' in stretch ? stretch.text.length : stretch.end - stretch.start)

/**
 * Two sets of edits as one: what `second` does to the text that `first` makes of a draft of this length, said of the draft itself.
 * Both are in document order and do not overlap, and so is what comes out.
 */
export function chained(length: number, first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const whole: Span = { start: 0, end: length }
  return editsOf(applied(applied([whole], first), second), length)
}

/** A text of stretches after some edits. */
function applied(stretches: readonly Stretch[], edits: readonly Edit[]): Stretch[] {
  const out: Stretch[] = []
  let next = 0
  let from = 0
  let at = 0
  /** Moves to an offset; what lies between is kept or dropped. */
  const move = (to: number, keep: boolean): void => {
    for (let stretch = stretches[next]; stretch !== undefined && at < to; stretch = stretches[next]) {
      const length = Math.min(to - at, lengthOf(stretch) - from)
      if (keep) out.push(part(stretch, from, from + length))
      at += length
      from += length
      if (from < lengthOf(stretch)) break
      from = 0
      next++
    }
  }
  for (const { start, end, text } of edits) {
    move(start, true)
    out.push({ text })
    move(end, false)
  }
  move(Number.POSITIVE_INFINITY, true)
  return out
}

const part = (stretch: Stretch, from: number, to: number): Stretch =>
  'text' in stretch ? { text: stretch.text.slice(from, to) } : { start: stretch.start + from, end: stretch.start + to }

function editsOf(stretches: readonly Stretch[], length: number): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let text = ''
  const close = (start: number): void => {
    if (start > at || text !== '') edits.push({ start: at, end: start, text })
    text = ''
  }
  for (const stretch of stretches) {
    if ('text' in stretch) text += stretch.text
    else if (stretch.end > stretch.start) {
      close(stretch.start)
      at = stretch.end
    }
  }
  close(length)
  return edits
}
