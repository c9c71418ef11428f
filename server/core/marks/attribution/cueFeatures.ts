import { isVerbForm } from '../../english/tags.ts'
import { type Passage, type Range, tagAt } from '../passage.ts'
import { type Atoms, MARGIN } from './atoms.ts'
import { type Candidate, type Levelled, type Levels, level, type View, viewOf } from './cueView.ts'
import { bucket } from './features.ts'
import { Label } from './labels.ts'
import type { Link } from './link.ts'

/** How many features a token has in view of one cue. */
export const CUE_TEMPLATES = 37
/** Templates are numbered on from those of the labeller. */
const FIRST = 101

const KINDS: readonly Link['kind'][] = ['verb', 'passive', 'according', 'noun', 'manner', 'participle', 'colon']
const NO_KIND = 9

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

/** What the tokens of a window are told by. */
interface Scene {
  readonly window: Range
  readonly atoms: Atoms
  readonly labels: Uint8Array
  readonly levels: Levels
  readonly view: View
  readonly cue: Candidate
}

/**
 * The features of the tokens of a window in view of one cue, {@link CUE_TEMPLATES} buckets a token: on which side and how far, what stands between,
 * what the cue governs, what the labels and the rules have made of it. They are written a few at a time, so that the compiler puts `bucket` in place.
 *
 * @param others 1 for each token at which another candidate begins
 * @param out where to write them
 */
export function cueFeatures(
  p: Passage,
  atoms: Atoms,
  labelled: Levelled,
  cue: Candidate,
  others: Uint8Array,
  window: Range,
  out: Int32Array,
): void {
  const { labels, levels } = labelled
  const scene: Scene = { window, atoms, labels, levels, view: viewOf(p, atoms, labels, cue, others, window), cue }
  placeFeatures(scene, out)
  wordFeatures(scene, out)
  governedFeatures(p, scene, out)
  labelFeatures(scene, out)
  partFeatures(p, scene, out)
  draftFeatures(scene, out)
}

function placeFeatures({ window: { from, to }, atoms: { words, tags }, view, cue }: Scene, out: Int32Array): void {
  const firstWord = words[cue.from + MARGIN] as number
  const lastWord = words[cue.to - 1 + MARGIN] as number
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const far = view.far[k] as number
    const place = view.place[k] as number
    const commas = view.commas[k] as number
    const w = words[i + MARGIN] as number
    const t1 = tags[i + MARGIN - 1] as number
    const t = tags[i + MARGIN] as number
    out[o] = bucket(FIRST, far, w)
    out[o + 1] = bucket(FIRST + 1, place, t, commas)
    out[o + 2] = bucket(FIRST + 2, place, commas, (view.verbs[k] as number) * 4 + (view.cues[k] as number))
    out[o + 7] = bucket(FIRST + 7, far, lastWord, firstWord)
    out[o + 25] = bucket(FIRST + 25, far, t1, t)
  }
}

function wordFeatures({ window: { from, to }, atoms: { words, tags }, view }: Scene, out: Int32Array): void {
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const side = view.side[k] as number
    const state = (view.verbs[k] as number) * 4 + (view.commas[k] as number)
    const w1 = words[i + MARGIN - 1] as number
    const w = words[i + MARGIN] as number
    const x1 = words[i + MARGIN + 1] as number
    const t1 = tags[i + MARGIN - 1] as number
    const t = tags[i + MARGIN] as number
    const y1 = tags[i + MARGIN + 1] as number
    const y2 = tags[i + MARGIN + 2] as number
    out[o + 23] = bucket(FIRST + 23, side, w1, w)
    out[o + 24] = bucket(FIRST + 24, side, w, x1)
    out[o + 27] = bucket(FIRST + 27, side, state, w)
    out[o + 35] = bucket(FIRST + 35, side * 16 + state, w, x1)
    const near = side * 8 + (view.sameSentence[k] as number)
    out[o + 36] = bucket(FIRST + 36, near, Math.imul(t1, 64) + t, Math.imul(y1, 64) + y2)
  }
}

/** The token of a cue that governs what is attributed: its last verb, or its last word. */
function headOf(p: Passage, cue: Range): number {
  for (let i = cue.to - 1; i >= cue.from; i--) if (isVerbForm(tagAt(p, i))) return i
  return cue.to - 1
}

function governedFeatures(p: Passage, { window: { from, to }, atoms, view, cue }: Scene, out: Int32Array): void {
  const head = headOf(p, cue)
  const governs = Math.imul(atoms.bits[head] as number, 64) ^ (atoms.tags[head + MARGIN] as number)
  const lemma = atoms.lemmas[head] as number
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const side = view.side[k] as number
    const w = atoms.words[i + MARGIN] as number
    const t = atoms.tags[i + MARGIN] as number
    out[o + 3] = bucket(FIRST + 3, side, governs, t)
    out[o + 4] = bucket(FIRST + 4, side, lemma, t)
    out[o + 5] = bucket(FIRST + 5, side, lemma, w)
    out[o + 6] = bucket(FIRST + 6, view.far[k] as number, governs, w)
    out[o + 21] = bucket(FIRST + 21, side, view.ranks[k] as number, governs)
    out[o + 28] = bucket(FIRST + 28, side, (view.verbs[k] as number) * 4 + (view.cues[k] as number), governs)
    out[o + 33] = bucket(FIRST + 33, side, atoms.quotes[i] as number, governs)
  }
}

function labelFeatures({ window: { from, to }, atoms: { words }, labels, levels, view }: Scene, out: Int32Array): void {
  const n = labels.length
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const side = view.side[k] as number
    const place = view.place[k] as number
    const l = labels[i] as number
    const l1 = i > 0 ? (labels[i - 1] as number) : 9
    const l2 = i + 1 < n ? (labels[i + 1] as number) : 9
    const content = (levels.content[i] as number) * 6 + (levels.contentBegins[i] as number)
    const source = (levels.source[i] as number) * 6 + (levels.sourceBegins[i] as number)
    out[o + 8] = bucket(FIRST + 8, place, l, (view.cues[k] as number) * 4 + (view.marks[k] as number))
    out[o + 9] = bucket(FIRST + 9, place, l * 10 + l1, l2)
    out[o + 10] = bucket(FIRST + 10, side, content, l)
    out[o + 11] = bucket(FIRST + 11, side, source, l)
    out[o + 12] = bucket(FIRST + 12, side, levels.cue[i] as number, l)
    out[o + 31] = bucket(FIRST + 31, l, l1, words[i + MARGIN] as number)
    out[o + 32] = bucket(FIRST + 32, l, l2, words[i + MARGIN + 1] as number)
  }
}

function partFeatures(p: Passage, { window: { from, to }, atoms, labels, view, cue }: Scene, out: Int32Array): void {
  const beside = neighbours(p, labels, cue)
  const chance = level(cue.chance)
  const quotedCue = (p.quoteAt[cue.from] as number) >= 0 ? 1 : 0
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const side = view.side[k] as number
    const place = view.place[k] as number
    const rank = view.ranks[k] as number
    const l = labels[i] as number
    out[o + 13] = bucket(FIRST + 13, place, rank, view.cues[k] as number)
    out[o + 14] = bucket(FIRST + 14, place, rank, beside)
    out[o + 15] = bucket(FIRST + 15, side, rank, l)
    out[o + 22] = bucket(FIRST + 22, place, atoms.quotes[i] as number, quotedCue)
    out[o + 26] = bucket(FIRST + 26, beside, side, l)
    out[o + 30] = bucket(FIRST + 30, chance, side, l)
  }
}

function draftFeatures({ window: { from, to }, atoms, labels, levels, view, cue }: Scene, out: Int32Array): void {
  const undrafted = cue.draft ? 0 : 7
  const kind = cue.draft ? KINDS.indexOf(cue.draft.kind) : NO_KIND
  for (let i = from, o = 0; i < to; i++, o += CUE_TEMPLATES) {
    const k = i - from
    const side = view.side[k] as number
    const l = labels[i] as number
    const r = (view.drafted[k] as number) + undrafted
    const r1 = k > 0 ? (view.drafted[k - 1] as number) : 9
    const r2 = i + 1 < to ? (view.drafted[k + 1] as number) : 9
    const t = atoms.tags[i + MARGIN] as number
    const content = levels.content[i] as number
    const source = levels.source[i] as number
    out[o + 16] = bucket(FIRST + 16, r, r1, r2)
    out[o + 17] = bucket(FIRST + 17, r, l, side)
    out[o + 18] = bucket(FIRST + 18, r, atoms.words[i + MARGIN] as number, side)
    out[o + 19] = bucket(FIRST + 19, r, t, atoms.tags[i + MARGIN + 1] as number)
    out[o + 20] = bucket(FIRST + 20, kind, r, side)
    out[o + 29] = bucket(FIRST + 29, kind, view.place[k] as number, content * 6 + source)
    out[o + 34] = bucket(FIRST + 34, r * 16 + l, content, source)
  }
}
