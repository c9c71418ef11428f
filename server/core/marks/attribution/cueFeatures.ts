import { kindAt, type Passage, type Range, sentenceOf, tagAt } from '../passage.ts'
import { type Atoms, MARGIN } from './atoms.ts'
import { bucket } from './features.ts'
import { LABELS, Label, rangesOf } from './labels.ts'
import type { Link } from './link.ts'

/** How many features a token has in view of one cue. */
export const CUE_TEMPLATES = 37
/** How many tokens on either side of a cue can belong to its attribution. */
const WINDOW = 160
/** Templates are numbered on from those of the labeller. */
const FIRST = 101

/** A passage as it was labelled, which the attribution of each cue is then read from. */
export interface Labelled {
  readonly labels: Uint8Array
  /** The chance of each label at each token. */
  readonly chances: Float64Array
}

/** Words that may be a cue, with the chance that they are one. */
export interface Candidate extends Range {
  readonly chance: number
  /** What the rules make of it. */
  readonly draft: Link | undefined
}

/** The tokens that can belong to the attribution of a cue. */
export const windowOf = (p: Passage, cue: Range): Range => ({
  from: Math.max(0, cue.from - WINDOW),
  to: Math.min(p.tokens.length, cue.to + WINDOW),
})

const level = (chance: number): number =>
  chance < 0.02 ? 0 : chance < 0.1 ? 1 : chance < 0.3 ? 2 : chance < 0.6 ? 3 : chance < 0.9 ? 4 : 5

const away = (distance: number): number =>
  distance < 6 ? distance : distance < 9 ? 6 : distance < 14 ? 7 : distance < 22 ? 8 : 9

enum Side {
  Before = 1,
  Within,
  After,
}

const KINDS: readonly Link['kind'][] = ['verb', 'passive', 'according', 'noun', 'manner', 'participle', 'colon']
const NO_KIND = 9

/** What the rules make of each token of a window for one cue: 0 where they have nothing to say of it. */
function draftedFor(draft: Link | undefined, { from, to }: Range): Uint8Array {
  const drafted = new Uint8Array(to - from)
  const write = (range: Range | undefined, first: number, on: number): void => {
    if (range === undefined) return
    for (let i = Math.max(from, range.from); i < Math.min(to, range.to); i++)
      drafted[i - from] = i === range.from ? first : on
  }
  write(draft?.source, 1, 2)
  for (const range of draft?.content ?? []) write(range, 5, 6)
  write(draft?.cue, 3, 3)
  return drafted
}

/** Which content or source of the labels each token stands in, counted from the cue to either side; 0 in none. */
function ranksOf(labels: Uint8Array, cue: Range, { from, to }: Range): Uint8Array {
  const ranks = new Uint8Array(to - from)
  const seen = labels.subarray(from, to)
  const count = (ranges: readonly Range[], base: number): void => {
    let before = 0
    for (let r = ranges.length - 1; r >= 0; r--) {
      const range = ranges[r] as Range
      if (range.to > cue.from - from) continue
      before = Math.min(before + 1, 3)
      ranks.fill(base + before, range.from, range.to)
    }
    let after = 0
    for (const range of ranges) {
      if (range.from < cue.to - from) continue
      after = Math.min(after + 1, 3)
      ranks.fill(base + 4 + after, range.from, range.to)
    }
  }
  count(rangesOf(seen, Label.Content), 0)
  count(rangesOf(seen, Label.Source), 8)
  return ranks
}

/** Commas, finite verbs, other cues and quotation marks between each token of a window and the cue. */
interface Between {
  readonly commas: Uint8Array
  readonly verbs: Uint8Array
  readonly cues: Uint8Array
  readonly marks: Uint8Array
}

function betweenOf(p: Passage, atoms: Atoms, cue: Range, others: Uint8Array, { from, to }: Range): Between {
  const n = to - from
  const between = {
    commas: new Uint8Array(n),
    verbs: new Uint8Array(n),
    cues: new Uint8Array(n),
    marks: new Uint8Array(n),
  }
  const walk = (start: number, end: number, by: number): void => {
    let [commas, verbs, cues, marks] = [0, 0, 0, 0]
    for (let i = start; i !== end; i += by) {
      between.commas[i - from] = commas
      between.verbs[i - from] = verbs
      between.cues[i - from] = cues
      between.marks[i - from] = marks
      const kind = kindAt(p, i)
      if (kind === 'comma' && commas < 3) commas++
      if (atoms.finite[i] === 1 && verbs < 3) verbs++
      if (others[i] === 1 && cues < 2) cues++
      if (kind === 'quote' && marks < 3) marks++
    }
  }
  walk(cue.from - 1, from - 1, -1)
  walk(cue.to, to, 1)
  return between
}

/** What stands next to a cue: its neighbours in the labels, and quotation marks. */
function neighbours(p: Passage, labels: Uint8Array, { from, to }: Range): number {
  const n = p.tokens.length
  const quoted = (i: number): boolean => i >= 0 && i < n && (p.quoteAt[i] as number) >= 0
  const before = from > 0 ? labels[from - 1] : 0
  return (
    (before === Label.Source || before === Label.SourceOn ? 1 : 0) |
    (labels[to] === Label.Source ? 2 : 0) |
    (labels[to] === Label.Content ? 4 : 0) |
    (quoted(to) || quoted(to + 1) ? 8 : 0) |
    (quoted(from - 1) ? 16 : 0)
  )
}

/**
 * The features of the tokens of a window in view of one cue, {@link CUE_TEMPLATES} buckets a token: on which side and how far, what stands between,
 * what the cue governs, what the labels and the rules have made of it.
 *
 * @param others 1 for each token at which another candidate begins
 */
export function cueFeatures(
  p: Passage,
  atoms: Atoms,
  { labels, chances }: Labelled,
  cue: Candidate,
  others: Uint8Array,
  window: Range,
): Int32Array {
  const { from, to } = window
  const n = p.tokens.length
  const { words, tags } = atoms
  let head = cue.to - 1
  while (head > cue.from && !tagAt(p, head).startsWith('VB')) head--
  if (!tagAt(p, head).startsWith('VB')) head = cue.to - 1
  const governs = Math.imul(atoms.bits[head] as number, 64) ^ (tags[head + MARGIN] as number)
  const lemma = atoms.lemmas[head] as number
  const firstWord = words[cue.from + MARGIN] as number
  const lastWord = words[cue.to - 1 + MARGIN] as number
  const quotedCue = (p.quoteAt[cue.from] as number) >= 0 ? 1 : 0
  const drafted = draftedFor(cue.draft, window)
  const undrafted = cue.draft ? 0 : 7
  const kind = cue.draft ? KINDS.indexOf(cue.draft.kind) : NO_KIND
  const ranks = ranksOf(labels, cue, window)
  const between = betweenOf(p, atoms, cue, others, window)
  const beside = neighbours(p, labels, cue)
  const chance = level(cue.chance)
  const own = sentenceOf(p, cue.from)
  const out = new Int32Array((to - from) * CUE_TEMPLATES)
  let o = 0
  let sentence = sentenceOf(p, from)
  for (let i = from; i < to; i++) {
    while ((p.starts[sentence + 1] as number) <= i) sentence++
    const k = i - from
    const side = i < cue.from ? Side.Before : i < cue.to ? Side.Within : Side.After
    const distance = side === Side.Before ? cue.from - i : side === Side.After ? i - cue.to + 1 : 0
    const place = side * 8 + Math.max(-2, Math.min(2, sentence - own)) + 2
    const far = side * 16 + away(distance)
    const w1 = words[i + MARGIN - 1] as number
    const w = words[i + MARGIN] as number
    const x1 = words[i + MARGIN + 1] as number
    const t1 = tags[i + MARGIN - 1] as number
    const t = tags[i + MARGIN] as number
    const y1 = tags[i + MARGIN + 1] as number
    const y2 = tags[i + MARGIN + 2] as number
    const l = labels[i] as number
    const l1 = i > 0 ? (labels[i - 1] as number) : 9
    const l2 = i + 1 < n ? (labels[i + 1] as number) : 9
    const r = (drafted[k] as number) + undrafted
    const r1 = k > 0 ? (drafted[k - 1] as number) : 9
    const r2 = i + 1 < to ? (drafted[k + 1] as number) : 9
    const c = i * LABELS
    const begins = level(chances[c + Label.Content] as number)
    const content = level((chances[c + Label.Content] as number) + (chances[c + Label.ContentOn] as number))
    const source = level((chances[c + Label.Source] as number) + (chances[c + Label.SourceOn] as number))
    const sourceBegins = level(chances[c + Label.Source] as number)
    const isCue = level((chances[c + Label.Cue] as number) + (chances[c + Label.CueOn] as number))
    const commas = between.commas[k] as number
    const verbs = between.verbs[k] as number
    const cues = between.cues[k] as number
    const marks = between.marks[k] as number
    const state = verbs * 4 + commas
    const rank = ranks[k] as number
    const quote = atoms.quotes[i] as number
    out[o++] = bucket(FIRST, far, w)
    out[o++] = bucket(FIRST + 1, place, t, commas)
    out[o++] = bucket(FIRST + 2, place, commas, verbs * 4 + cues)
    out[o++] = bucket(FIRST + 3, side, governs, t)
    out[o++] = bucket(FIRST + 4, side, lemma, t)
    out[o++] = bucket(FIRST + 5, side, lemma, w)
    out[o++] = bucket(FIRST + 6, far, governs, w)
    out[o++] = bucket(FIRST + 7, far, lastWord, firstWord)
    out[o++] = bucket(FIRST + 8, place, l, cues * 4 + marks)
    out[o++] = bucket(FIRST + 9, place, l * 10 + l1, l2)
    out[o++] = bucket(FIRST + 10, side, content * 6 + begins, l)
    out[o++] = bucket(FIRST + 11, side, source * 6 + sourceBegins, l)
    out[o++] = bucket(FIRST + 12, side, isCue, l)
    out[o++] = bucket(FIRST + 13, place, rank, cues)
    out[o++] = bucket(FIRST + 14, place, rank, beside)
    out[o++] = bucket(FIRST + 15, side, rank, l)
    out[o++] = bucket(FIRST + 16, r, r1, r2)
    out[o++] = bucket(FIRST + 17, r, l, side)
    out[o++] = bucket(FIRST + 18, r, w, side)
    out[o++] = bucket(FIRST + 19, r, t, y1)
    out[o++] = bucket(FIRST + 20, kind, r, side)
    out[o++] = bucket(FIRST + 21, side, rank, governs)
    out[o++] = bucket(FIRST + 22, place, quote, quotedCue)
    out[o++] = bucket(FIRST + 23, side, w1, w)
    out[o++] = bucket(FIRST + 24, side, w, x1)
    out[o++] = bucket(FIRST + 25, far, t1, t)
    out[o++] = bucket(FIRST + 26, beside, side, l)
    out[o++] = bucket(FIRST + 27, side, state, w)
    out[o++] = bucket(FIRST + 28, side, verbs * 4 + cues, governs)
    out[o++] = bucket(FIRST + 29, kind, place, content * 6 + source)
    out[o++] = bucket(FIRST + 30, chance, side, l)
    out[o++] = bucket(FIRST + 31, l, l1, w)
    out[o++] = bucket(FIRST + 32, l, l2, x1)
    out[o++] = bucket(FIRST + 33, side, quote, governs)
    out[o++] = bucket(FIRST + 34, r * 16 + l, content, source)
    out[o++] = bucket(FIRST + 35, side * 16 + state, w, x1)
    out[o++] = bucket(FIRST + 36, side * 8 + (sentence === own ? 0 : 1), Math.imul(t1, 64) + t, Math.imul(y1, 64) + y2)
  }
  return out
}
