import { isFiniteVerb } from '../english/tags.ts'
import type { Attribution, Quotation } from '../marks/marks.ts'
import { type Passage, sentenceRange, spanOf } from '../marks/passage.ts'
import { isTitle, type QuoteRange, wordsIn } from '../marks/quotations.ts'
import { overlaps } from '../text/span.ts'

/** Fewer words than this between the marks are never a whole utterance. */
const UTTERANCE = 4
/** How many paragraphs back a speaker is still the one who goes on. */
const REACH = 2

/** The quotations of a draft, in order: what sort each is, and whose. */
export function quotationsOf(passages: readonly Passage[], attributions: readonly Attribution[]): Quotation[] {
  const found: Quotation[] = []
  /** For each passage passed the last attribution in it that has a source, and whether it leads up to what follows. */
  const speakers: Array<number | undefined> = []
  let first = 0
  passages.forEach((p, b) => {
    // contents and quotations are both in order, and a content ends in its own paragraph
    while (first < attributions.length && lastEnd(attributions[first] as Attribution) < p.block.start) first++
    const own: number[] = []
    for (let i = first; i < attributions.length && firstStart(attributions[i] as Attribution) <= p.block.end; i++)
      own.push(i)
    const sourced = own.filter((i) => (attributions[i] as Attribution).source.length > 0)
    for (const range of p.quotes) {
      const span = spanOf(p, range)
      const content = own.find((i) => (attributions[i] as Attribution).content.some((part) => overlaps(part, span)))
      const kind = kindOf(p, range, content !== undefined)
      // speech that no cue leads to goes on with whoever spoke last, in this paragraph or just before
      const nearby =
        kind === 'speech'
          ? (lastBefore(sourced, attributions, span.start) ?? sourced[0] ?? before(speakers, b))
          : undefined
      const attribution = content ?? nearby
      found.push({ ...span, kind, continues: range.continues, ...(attribution !== undefined && { attribution }) })
    }
    // a paragraph that is all quotation leaves the turn where it was
    const quoted = p.quotes[0]?.from === 0 && sourced.length === 0
    speakers.push(
      p.block.kind === 'heading' ? undefined : (sourced.at(-1) ?? (quoted ? before(speakers, b) : undefined)),
    )
  })
  return found
}

const lastBefore = (own: readonly number[], attributions: readonly Attribution[], start: number) =>
  own.findLast((i) => ((attributions[i] as Attribution).cue[0]?.start ?? start) < start)

const before = (speakers: ReadonlyArray<number | undefined>, b: number) =>
  speakers.slice(Math.max(0, b - REACH), b).findLast((speaker) => speaker !== undefined)

function kindOf(p: Passage, range: QuoteRange, spoken: boolean): Quotation['kind'] {
  if (!spoken && isTitle(p.tokens, range)) return 'title'
  if (wordsIn(p.tokens, range) < UTTERANCE) return 'words'
  if (spoken || range.continues) return 'speech'
  const sentence = sentenceRange(p, range.from)
  let outside = false
  for (let i = sentence.from; i < sentence.to; i++)
    if ((p.quoteAt[i] as number) < 0 && isFiniteVerb(p.tokens[i]?.tag ?? '')) outside = true
  const first = p.tokens[range.from + 1]?.word
  const last = p.tokens[range.to - 2]?.word.kind
  // a phrase worked into the writer's own sentence is words, a sentence with a stop of its own is speech
  return outside && !(first?.capital === true && last === 'stop' && range.from !== sentence.from) ? 'words' : 'speech'
}

const firstStart = ({ cue, content }: Attribution) => Math.min(...[...cue, ...content].map(({ start }) => start))
const lastEnd = ({ cue, content }: Attribution) => Math.max(...[...cue, ...content].map(({ end }) => end))
