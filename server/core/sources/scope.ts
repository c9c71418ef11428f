import type { Citation } from '../blocks/block.ts'
import type { Attribution, SourcingStatus } from '../marks/marks.ts'
import { at, lowerAt, type Passage, sentenceOf, sentenceRange, tagAt } from '../marks/passage.ts'
import { placeIn } from '../text/search.ts'
import { overlaps, type Span } from '../text/span.ts'

/** What a claim's status rests on. */
export interface Standing {
  readonly status: SourcingStatus
  /** Index into the attributions given. */
  readonly attribution?: number
  /** Index into the citations given. */
  readonly citation?: number
}

/** An attribution of the passage, with what scope needs to know of it. */
export interface Spoken {
  readonly index: number
  readonly attribution: Attribution
  /** The sentence of the passage that its cue stands in. */
  readonly sentence: number
  readonly according: boolean
}

const UNSOURCED: Standing = { status: 'unsourced' }
/** How much of a sentence an attribution must take up, for the whole to count as attributed. */
const MAIN_PART = 0.45

const stands = ({ attribution }: Spoken) => attribution.sourceType === 'named' || attribution.sourceType === 'anonymous'

const coverOf = (spans: readonly Span[], sentence: Span): number => {
  let covered = 0
  for (const span of spans)
    covered += Math.max(0, Math.min(span.end, sentence.end) - Math.max(span.start, sentence.start))
  return covered / Math.max(1, sentence.end - sentence.start)
}

/**
 * The sourcing status of each sentence of a passage: cited, attributed in itself, carried by what stands around it in the paragraph, or
 * nobody's.
 *
 * @param citations those of the passage in order, with their indices in the draft
 */
export function standings(
  p: Passage,
  spoken: readonly Spoken[],
  citations: ReadonlyArray<{ index: number; citation: Citation }>,
): Standing[] {
  const count = p.tokens.length === 0 ? 0 : p.starts.length - 1
  const sentences: Span[] = []
  for (let s = 0; s < count; s++) {
    sentences.push({
      start: at(p, p.starts[s] as number).start,
      end: at(p, (p.starts[s + 1] as number) - 1).end,
    })
  }
  const touching = spokenIn(sentences, spoken)
  let c = 0
  const standing = sentences.map((span, s): Standing => {
    const reach = Math.max(sentences[s + 1]?.start ?? p.block.end, span.end)
    while ((citations[c]?.citation.start ?? span.start) < span.start) c++
    const citation = citations[c]
    if (citation !== undefined && citation.citation.start < reach) return { status: 'cited', citation: citation.index }
    const own = touching[s]?.find((one) => attributes(one, span))
    return own ? { status: 'attributed', attribution: own.index } : UNSOURCED
  })
  nearby(p, spoken, standing, citations.length > 0)
  return standing
}

/** For each sentence the attributions to somebody that share words with it, in order. */
function spokenIn(sentences: readonly Span[], spoken: readonly Spoken[]): Spoken[][] {
  const touching: Spoken[][] = sentences.map(() => [])
  for (const one of spoken) {
    if (!stands(one)) continue
    for (const part of partsOf(one)) {
      for (let s = Math.max(0, placeIn(sentences, part.start)); s < sentences.length; s++) {
        const span = sentences[s] as Span
        if (span.start >= part.end) break
        const list = touching[s] as Spoken[]
        if (overlaps(part, span) && list.at(-1) !== one) list.push(one)
      }
    }
  }
  return touching
}

const partsOf = ({ attribution: { source, cue, content } }: Spoken): Span[] => [...source, ...cue, ...content]

function attributes(one: Spoken, sentence: Span): boolean {
  return one.according || coverOf(partsOf(one), sentence) >= MAIN_PART
}

/** A sentence before, whose report is still going on: "TWP reports" at the end of the paragraph covers what leads up to it. */
function nearby(p: Passage, spoken: readonly Spoken[], standing: Standing[], cited: boolean): void {
  const reports = reportsAfter(p, spoken, standing.length)
  for (let s = 0; s < standing.length; s++) {
    if ((standing[s] as Standing).status !== 'unsourced') continue
    const from = p.starts[s] as number
    if (stepsOutside(p, from)) continue
    const later = reports[s]
    if (later) {
      standing[s] = { status: 'attributed-nearby', attribution: later.index }
      continue
    }
    const before = standing[s - 1]
    if (before?.attribution !== undefined && before.status !== 'unsourced' && carriesOn(p, from)) {
      standing[s] = { status: 'attributed-nearby', attribution: before.attribution }
      continue
    }
    // a note at the end of a paragraph stands for the paragraph
    const last = standing.at(-1)
    if (cited && last?.status === 'cited' && last.citation !== undefined)
      standing[s] = { status: 'attributed-nearby', citation: last.citation }
  }
}

/** An account whose source is named after it: its content comes before its cue. */
const reportsBack = ({ attribution, according }: Spoken) =>
  (attribution.published || according || attribution.sourceType === 'anonymous') &&
  (attribution.content[0]?.start ?? 0) < (attribution.cue[0]?.start ?? 0)

/** For each sentence the first account after it whose source is named at its end, unless the writer steps outside before. */
function reportsAfter(p: Passage, spoken: readonly Spoken[], count: number): Array<Spoken | undefined> {
  const own: Array<Spoken | undefined> = new Array(count).fill(undefined)
  for (const one of spoken) if (stands(one) && reportsBack(one)) own[one.sentence] ??= one
  const after: Array<Spoken | undefined> = new Array(count).fill(undefined)
  for (let s = count - 2; s >= 0; s--)
    after[s] = own[s + 1] ?? (stepsOutside(p, p.starts[s + 1] as number) ? undefined : after[s + 1])
  return after
}

const META: ReadonlySet<string> = new Set(
  'information news report account claim statement revelation disclosure announcement comes came follows followed became'.split(
    ' ',
  ),
)

/** "This information became known …": the writer speaks about the account and not within it. */
const stepsOutside = (p: Passage, from: number) =>
  (lowerAt(p, from) === 'this' || lowerAt(p, from) === 'that') && META.has(lowerAt(p, from + 1))

const CARRYING: ReadonlySet<string> = new Set(
  'but and so then he she they it his her their its those these such instead also still yet nor however moreover meanwhile later afterwards'.split(
    ' ',
  ),
)

/** "Water had reached the steel in nine of them": the sentence counts or names by what the one before was about. */
function pointsBack(p: Passage, from: number): boolean {
  const { to } = sentenceRange(p, from)
  for (let i = from + 1; i < to; i++) {
    if (p.tokens[i]?.word.capital) return false
    if (lowerAt(p, i) === 'them' && lowerAt(p, i - 1) === 'of') return true
  }
  return false
}

/** Whether a sentence plainly goes on with the one before: it opens with a connective or points back to what was just told. */
function carriesOn(p: Passage, from: number): boolean {
  if (CARRYING.has(lowerAt(p, from))) return true
  if (pointsBack(p, from)) return true
  if (lowerAt(p, from) !== 'the') return false
  // "The two men …": a definite subject with a word of the sentence before in it
  const s = sentenceOf(p, from)
  const previous = p.starts[s - 1]
  if (previous === undefined) return false
  for (let i = from + 1; i < from + 4; i++) {
    if (!/^NNS?$/.test(tagAt(p, i))) continue
    for (let j = previous; j < from; j++) if (lowerAt(p, j) === lowerAt(p, i)) return true
  }
  return false
}
