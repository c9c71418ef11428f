import type { Attribution, SourcingStatus } from '../marks/marks.ts'
import type { Passage } from '../marks/passage.ts'
import { itemAt } from '../text/itemAt.ts'
import { placeIn } from '../text/search.ts'
import { overlaps, type Span } from '../text/span.ts'
import { carriesOn, stepsOutside } from './carrying.ts'
import { type Cited, citedIn } from './cited.ts'
import type { Part } from './parts.ts'

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
  /** Whether its source is a poll, a filing or another paper, and nobody who tells a story. */
  readonly document: boolean
}

const UNSOURCED: Standing = { status: 'unsourced' }
/** How much of a sentence an attribution must take up, for the whole to count as attributed. */
const MAIN_PART = 0.45

const stands = ({ attribution }: Spoken) => attribution.sourceType === 'named' || attribution.sourceType === 'anonymous'

/** How many code units of a span others cover. */
const lengthIn = (spans: readonly Span[], { start, end }: Span): number => {
  let covered = 0
  for (const span of spans) covered += Math.max(0, Math.min(span.end, end) - Math.max(span.start, start))
  return covered
}

/** How much of some words others cover, from 0 to 1; what stands in a hole counts on neither side. */
function coverOf(spans: readonly Span[], words: Span, holes: readonly Span[] = []): number {
  let covered = lengthIn(spans, words)
  let length = words.end - words.start
  for (const hole of holes) {
    covered -= lengthIn(spans, hole)
    length -= lengthIn([hole], words)
  }
  return covered / Math.max(1, length)
}

/**
 * The sourcing status of each part of a passage: cited, attributed in itself, carried by what stands around it in the paragraph, or
 * nobody's.
 *
 * @param parts the sentences of the passage, or their clauses, in order
 * @param citations those of the passage in order, with their indices in the draft
 */
export function standings(p: Passage, parts: readonly Part[], spoken: readonly Spoken[], citations: readonly Cited[]) {
  const touching = spokenIn(parts, spoken)
  const cited = citedIn(parts, citations)
  const standing = parts.map((part, n): Standing => {
    const citation = cited[n]?.own
    if (citation !== undefined) return { status: 'cited', citation }
    const own = touching[n]?.find((one) => attributes(one, part))
    return own ? { status: 'attributed', attribution: own.index } : UNSOURCED
  })
  overTheSentence(p, parts, touching, standing)
  nearby(p, parts, spoken, standing, citations.length > 0)
  const asides = parts.map((part, n) =>
    part.asides.map(({ span }, k): Standing => {
      const citation = cited[n]?.asides[k]
      if (citation !== undefined) return { status: 'cited', citation }
      return asideStanding(span, touching[n] ?? [], standing[n] as Standing)
    }),
  )
  return { standing, asides }
}

/** For each part the attributions to somebody that share words with it, in order. */
function spokenIn(parts: readonly Part[], spoken: readonly Spoken[]): Spoken[][] {
  const spans = parts.map(({ span }) => span)
  const touching: Spoken[][] = parts.map(() => [])
  for (const one of spoken) {
    if (!stands(one)) continue
    for (const words of wordsOf(one)) {
      for (let n = Math.max(0, placeIn(spans, words.start)); n < spans.length; n++) {
        const span = spans[n] as Span
        if (span.start >= words.end) break
        const list = touching[n] as Spoken[]
        if (overlaps(words, span) && list.at(-1) !== one) list.push(one)
      }
    }
  }
  return touching
}

const wordsOf = ({ attribution: { source, cue, content } }: Spoken): Span[] => [...source, ...cue, ...content]

function attributes(one: Spoken, { span, sentence, asides }: Part): boolean {
  const covers = one.according && (one.sentence !== sentence || one.attribution.cue.some((cue) => overlaps(cue, span)))
  return (
    covers ||
    opensWith(one, span) ||
    coverOf(
      wordsOf(one),
      span,
      asides.map((aside) => aside.span),
    ) >= MAIN_PART
  )
}

/** How far into a clause its speaker stands at most, in code units, for all of it to be what is said. */
const OPENING = 15
/** How much of it must be known to be said. */
const OPENING_PART = 0.25

/** "Ruiz said that …": a clause that begins with who says it, though the end of what is said is not plain. */
function opensWith(one: Spoken, span: Span): boolean {
  const { reports, source, cue } = one.attribution
  const first = source[0]
  if (!reports || first === undefined || cue[0] === undefined || first.start > cue[0].start) return false
  if (first.start < span.start || first.start > span.start + OPENING) return false
  return coverOf(wordsOf(one), span) >= OPENING_PART
}

/**
 * What an attribution in one clause says of the others of its sentence. "According to" at the front or a speaker at the very end may be
 * meant for all of them; a report goes on over "and", unless commas have closed it ("Rents fell, Ruiz said, and …"), and ends at "but".
 */
function overTheSentence(
  p: Passage,
  parts: readonly Part[],
  touching: readonly Spoken[][],
  standing: Standing[],
): void {
  for (let n = 0; n + 1 < parts.length; n++) {
    const { sentence, span } = parts[n] as Part
    if (parts[n + 1]?.sentence !== sentence || itemAt(parts, n - 1)?.sentence === sentence) continue
    let last = n + 1
    while (parts[last + 1]?.sentence === sentence) last++
    const front = touching[n]?.find((one) => one.according && (one.attribution.cue[0]?.start ?? 0) < span.start + FRONT)
    const end = touching[last]?.find((one) => isAtTheEnd(one, (parts[last] as Part).span))
    for (let k = n; k <= last; k++) {
      if ((standing[k] as Standing).status !== 'unsourced') continue
      const before = itemAt(standing, k - 1)
      if (front) standing[k] = { status: 'attributed', attribution: front.index }
      else if (end) standing[k] = { status: end.according ? 'attributed' : 'attributed-nearby', attribution: end.index }
      else if (k > n && before?.attribution !== undefined && goesOn(p, parts[k] as Part, touching[k - 1] ?? []))
        standing[k] = { status: 'attributed-nearby', attribution: before.attribution }
    }
  }
}

/** How far into a sentence, in code units, "according to" still opens it. */
const FRONT = 12
/** How far before the end of a sentence, in code units, the speaker of all of it is named at most. */
const BACK = 60

/** Whether an attribution closes a sentence: "…, police said", "…, according to two people who saw it". */
function isAtTheEnd({ attribution: { cue, content }, according }: Spoken, { start, end }: Span): boolean {
  const at = cue[0]?.start ?? 0
  const first = content[0]?.start ?? end
  return at > start && first < at && (according || end - at < BACK) && content.every((words) => words.start < at)
}

/** Whether a clause carries on what the one before reports. */
function goesOn(p: Passage, { joint, from }: Part, before: readonly Spoken[]): boolean {
  if (joint === 'but') return false
  const closed = before.some(({ attribution: { cue, content }, according }) => {
    const at = cue[0]?.start ?? 0
    return according || content.every(({ start }) => start < at)
  })
  return joint === 'and' && !closed ? true : carriesOn(p, from)
}

/** Whose a relative clause is: of what is said, or what carries it on. What it adds to the speaker's name is the writer's. */
function asideStanding(span: Span, touching: readonly Spoken[], around: Standing): Standing {
  const said = touching.find((one) => coverOf([...one.attribution.content, ...one.attribution.cue], span) >= MAIN_PART)
  if (said) return { status: 'attributed', attribution: said.index }
  if (around.status === 'cited' || around.status === 'unsourced') return UNSOURCED
  if (around.status === 'attributed-nearby') return around
  const report = touching.find(({ index, according, attribution: { source, content } }) => {
    if (index !== around.attribution || source.some((words) => overlaps(words, span))) return false
    return according || content.some(({ end }) => end <= span.start)
  })
  return report ? { status: 'attributed-nearby', attribution: report.index } : UNSOURCED
}

/** A part before, whose report is still going on: "TWP reports" at the end of the paragraph covers what leads up to it. */
function nearby(
  p: Passage,
  parts: readonly Part[],
  spoken: readonly Spoken[],
  standing: Standing[],
  cited: boolean,
): void {
  const reports = reportsAfter(p, spoken, p.starts.length - 1)
  /** The last sentence that carries on the one before. */
  let carried = -1
  for (let n = 0; n < standing.length; n++) {
    const { sentence } = parts[n] as Part
    if ((standing[n] as Standing).status !== 'unsourced') continue
    const from = p.starts[sentence] as number
    if (stepsOutside(p, from)) continue
    const later = reports[sentence]
    if (later) {
      standing[n] = { status: 'attributed-nearby', attribution: later.index }
      continue
    }
    const before = itemAt(standing, n - 1)
    const opens = itemAt(parts, n - 1)?.sentence !== sentence
    const isCarried = opens
      ? before?.status !== 'unsourced' && (carriesOn(p, from) || givesMore(parts[n] as Part, before, spoken))
      : carried === sentence
    if (isCarried && before?.attribution !== undefined) {
      standing[n] = { status: 'attributed-nearby', attribution: before.attribution }
      carried = sentence
      continue
    }
    // a note at the end of a paragraph stands for the paragraph
    const last = standing.at(-1)
    const own = last?.citation !== undefined && parts.at(-1)?.sentence === sentence
    if (cited && !own && last?.status === 'cited' && last.citation !== undefined)
      standing[n] = { status: 'attributed-nearby', citation: last.citation }
  }
}

/** Whether a sentence gives more figures after one that had its own from a report, a poll or another document. */
function givesMore({ worth }: Part, before: Standing | undefined, spoken: readonly Spoken[]): boolean {
  if (before?.status !== 'attributed' || !worth?.reasons.some(({ because }) => because === 'figure')) return false
  const first = spoken[0]?.index ?? 0
  return spoken[(before.attribution ?? first) - first]?.attribution.published === true
}

/** An account whose source is named after it: its content comes before its cue. A poll or a paper stands for its own sentence. */
const reportsBack = ({ attribution, according, document }: Spoken) =>
  (attribution.published || according || attribution.sourceType === 'anonymous') &&
  !document &&
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
