import type { Attribution, Quotation } from '../marks/marks.ts'
import { type Passage, spanOf } from '../marks/passage.ts'
import { isTitle, wordsIn } from '../marks/quotations.ts'
import { overlaps } from '../text/span.ts'

/** Up to this many words between the marks, without a stop, are words set apart rather than speech. */
const FEW = 3

/** The quotations of a draft, in order: what sort each is, and whose. */
export function quotationsOf(passages: readonly Passage[], attributions: readonly Attribution[]): Quotation[] {
  const found: Quotation[] = []
  let first = 0
  for (const p of passages) {
    for (const range of p.quotes) {
      const span = spanOf(p, range)
      // contents and quotations are both in order, and a content ends in its own paragraph
      while (first < attributions.length && lastEnd(attributions[first] as Attribution) < p.block.start) first++
      let attribution: number | undefined
      for (let i = first; i < attributions.length && firstStart(attributions[i] as Attribution) <= p.block.end; i++) {
        if ((attributions[i] as Attribution).content.some((content) => overlaps(content, span))) attribution ??= i
      }
      const last = p.tokens[range.to - 2]?.word.kind
      const stopped = range.to - range.from > 3 && (last === 'stop' || last === 'comma')
      const kind =
        isTitle(p.tokens, range) && attribution === undefined
          ? 'title'
          : wordsIn(p.tokens, range) <= FEW && !stopped
            ? 'words'
            : 'speech'
      found.push({ ...span, kind, continues: range.continues, ...(attribution !== undefined && { attribution }) })
    }
  }
  return found
}

const firstStart = ({ cue, content }: Attribution) => Math.min(...[...cue, ...content].map(({ start }) => start))
const lastEnd = ({ cue, content }: Attribution) => Math.max(...[...cue, ...content].map(({ end }) => end))
