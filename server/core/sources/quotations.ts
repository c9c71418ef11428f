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
    const spans = p.quotes.map((range) => spanOf(p, range))
    const speaking = contentsOver(spans, own, attributions)
    let turn = 0
    p.quotes.forEach((range, q) => {
      const span = spans[q] as Span
      const content = speaking[q]
      const kind = kindOf(p, range, content !== undefined)
      while (turn < sourced.length && startOf(attributions[sourced[turn] as number] as Attribution) < span.start) turn++
      // speech that no cue leads to goes on with whoever spoke last, in this paragraph or just before
      const nearby = kind === 'speech' ? (sourced[turn - 1] ?? sourced[0] ?? before(speakers, b)) : undefined
      const attribution = content ?? nearby
      found.push({ ...span, kind, continues: range.continues, ...(attribution !== undefined && { attribution }) })
    })
    // a paragraph that is all quotation leaves the turn where it was
    const quoted = p.quotes[0]?.from === 0 && sourced.length === 0
    speakers.push(
      p.block.kind === 'heading' ? undefined : (sourced.at(-1) ?? (quoted ? before(speakers, b) : undefined)),
    )
  })
  return found
}

/** For each quotation of a passage the first attribution with a source that it is content of. */
function contentsOver(
  quotes: readonly Span[],
  own: readonly number[],
  attributions: readonly Attribution[],
): Array<number | undefined> {
  const first: Array<number | undefined> = quotes.map(() => undefined)
  const start = quotes[0]?.start ?? 0
  const end = quotes.at(-1)?.end ?? 0
  for (const i of own) {
    const { content, source } = attributions[i] as Attribution
    // words that are put down to nobody leave the turn to whoever spoke last
    if (source.length === 0) continue
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
const firstStart = ({ cue, content }: Attribution) =>
  Math.min(...[...cue.slice(0, 1), ...content.slice(0, 1)].map(({ start }) => start))
const lastEnd = ({ cue, content }: Attribution) =>
  Math.max(...[...cue.slice(-1), ...content.slice(-1)].map(({ end }) => end))
