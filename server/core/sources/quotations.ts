import { isFiniteVerb } from '../english/tags.ts'
import type { Attribution, Quotation } from '../marks/marks.ts'
import { type Passage, sentenceRange, spanOf } from '../marks/passage.ts'
import { isTitle, type QuoteRange, wordsIn } from '../marks/quotations.ts'
import { placeIn } from '../text/search.ts'
import { overlaps, type Span } from '../text/span.ts'

/** Fewer words than this between the marks are never a whole utterance. */
const UTTERANCE = 4
/** How many paragraphs back a speaker is still the one who goes on. */
const REACH = 2
/** How many paragraphs that are all quotation leave the turn where it was. */
export const HELD = 8

/** The quotations of a draft, in order: what sort each is, and whose. */
export function quotationsOf(passages: readonly Passage[], attributions: readonly Attribution[]): Quotation[] {
  const found: Quotation[] = []
  /** For each passage passed the last attribution in it that has a source, and whether it leads up to what follows. */
  const speakers: Array<number | undefined> = []
  let held = 0
  let first = 0
  passages.forEach((p, b) => {
    // contents and quotations are both in order, and a content ends in its own paragraph
    while (first < attributions.length && lastEnd(attributions[first] as Attribution) < p.block.start) first++
    const sourced: number[] = []
    for (let i = first; i < attributions.length && firstStart(attributions[i] as Attribution) <= p.block.end; i++)
      if ((attributions[i] as Attribution).source.length > 0) sourced.push(i)
    if (p.quotes.length > 0)
      for (const quotation of spokenIn(p, sourced, attributions, before(speakers, b))) found.push(quotation)
    // a paragraph that is all quotation leaves the turn where it was
    held = p.quotes[0]?.from === 0 && sourced.length === 0 ? held + 1 : 0
    const holds = held > 0 && held <= HELD
    speakers.push(
      p.block.kind === 'heading' ? undefined : (sourced.at(-1) ?? (holds ? before(speakers, b) : undefined)),
    )
  })
  return found
}

/**
 * The quotations of a passage.
 *
 * @param sourced its attributions that have a source
 * @param last whoever spoke last before it
 */
function spokenIn(
  p: Passage,
  sourced: readonly number[],
  attributions: readonly Attribution[],
  last: number | undefined,
): Quotation[] {
  const spans = p.quotes.map((range) => spanOf(p, range))
  const speaking = contentsOver(spans, sourced, attributions)
  let turn = 0
  return p.quotes.map((range, q) => {
    const span = spans[q] as Span
    const content = speaking[q]
    const kind = kindOf(p, range, content !== undefined)
    while (turn < sourced.length && startOf(attributions[sourced[turn] as number] as Attribution) < span.start) turn++
    // speech that no cue leads to goes on with whoever spoke last, in this paragraph or just before
    const nearby = kind === 'speech' ? (sourced[Math.max(0, turn - 1)] ?? last) : undefined
    const attribution = content ?? nearby
    const { start, end } = span
    return { start, end, kind, continues: range.continues, ...(attribution !== undefined && { attribution }) }
  })
}

/** For each quotation of a passage the first attribution that it is content of. Words that are put down to nobody leave the turn to others. */
function contentsOver(
  quotes: readonly Span[],
  sourced: readonly number[],
  attributions: readonly Attribution[],
): Array<number | undefined> {
  const first: Array<number | undefined> = quotes.map(() => undefined)
  const start = quotes[0]?.start ?? 0
  const end = quotes.at(-1)?.end ?? 0
  for (const i of sourced) {
    const { content } = attributions[i] as Attribution
    for (let c = Math.max(0, placeIn(content, start)); c < content.length && (content[c] as Span).start < end; c++) {
      const part = content[c] as Span
      for (let q = Math.max(0, placeIn(quotes, part.start)); (quotes[q]?.start ?? part.end) < part.end; q++)
        if (overlaps(quotes[q] as Span, part)) first[q] ??= i
    }
  }
  return first
}

/** Where the words that attribute stand. */
const startOf = ({ cue, content }: Attribution): number => (cue[0] ?? content[0])?.start ?? 0

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

/** Contents are in order, and so are the parts of a cue. */
const firstStart = ({ cue, content }: Attribution): number =>
  Math.min(cue[0]?.start ?? Number.POSITIVE_INFINITY, content[0]?.start ?? Number.POSITIVE_INFINITY)
const lastEnd = ({ cue, content }: Attribution): number =>
  Math.max(cue.at(-1)?.end ?? Number.NEGATIVE_INFINITY, content.at(-1)?.end ?? Number.NEGATIVE_INFINITY)
