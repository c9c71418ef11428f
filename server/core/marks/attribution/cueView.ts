import { kindAt, type Passage, type Range, sentenceOf } from '../passage.ts'
import type { Atoms } from './atoms.ts'
import { LABELS, Label, rangesOf } from './labels.ts'
import type { Link } from './link.ts'
import { keptRoom } from './room.ts'

/** How many tokens on either side of a cue can belong to its attribution. */
const WINDOW = 160
/** The level of chance from which on a token is likely enough to be content or source for its sentence to be looked at with that of a cue. */
const LIKELY = 2

/** A passage as it was labelled, which the attribution of each cue is then read from. */
export interface Labelled {
  readonly labels: Uint8Array
  /** The chance of each label at each token, {@link LABELS} a token. */
  readonly chances: Float64Array
}

/** The same with its chances in levels. */
export interface Levelled extends Labelled {
  readonly levels: Levels
}

/** Words that may be a cue, with the chance that they are one. */
export interface Candidate extends Range {
  readonly chance: number
  /** What the rules make of it. */
  readonly draft: Link | undefined
}

/** A chance in six levels. */
export const level = (chance: number): number =>
  chance < 0.02 ? 0 : chance < 0.1 ? 1 : chance < 0.3 ? 2 : chance < 0.6 ? 3 : chance < 0.9 ? 4 : 5

/** The chances of a passage's tokens in levels: that a token is content, or begins one, and so on. */
export interface Levels {
  readonly content: Uint8Array
  readonly contentBegins: Uint8Array
  readonly source: Uint8Array
  readonly sourceBegins: Uint8Array
  readonly cue: Uint8Array
}

/**
 * The tokens that can belong to the attribution of a cue: its sentence, with those beside it as far as each holds what may be content or source, and up
 * to the next cue.
 *
 * @param others 1 for each token at which another candidate begins
 */
export function windowOf(p: Passage, { content, source }: Levels, cue: Range, others: Uint8Array): Range {
  const { starts } = p
  const isLikely = (s: number): boolean => {
    const end = starts[s + 1] as number
    for (let i = starts[s] as number; i < end; i++)
      if ((content[i] as number) >= LIKELY || (source[i] as number) >= LIKELY) return true
    return false
  }
  const hasCue = (s: number): boolean => {
    const end = starts[s + 1] as number
    for (let i = starts[s] as number; i < end; i++) if (others[i] === 1) return true
    return false
  }
  let first = sentenceOf(p, cue.from)
  let last = sentenceOf(p, cue.to - 1)
  let goesBack = true
  while (goesBack && first > 0 && (starts[first] as number) > cue.from - WINDOW && isLikely(first - 1))
    goesBack = !hasCue(--first)
  while (last + 2 < starts.length && (starts[last + 1] as number) < cue.to + WINDOW && isLikely(last + 1)) {
    if (hasCue(last + 1)) break
    last++
  }
  return {
    from: Math.max(cue.from - WINDOW, starts[first] as number),
    to: Math.min(cue.to + WINDOW, starts[last + 1] as number),
  }
}

function newLevels(n: number): Levels {
  const part = (): Uint8Array => new Uint8Array(n)
  return { content: part(), contentBegins: part(), source: part(), sourceBegins: part(), cue: part() }
}

const keptLevels = keptRoom(newLevels)

/** The chances of a passage's tokens in levels, good until the next passage. */
export function levelled({ labels, chances }: Labelled): Levelled {
  const n = labels.length
  const levels = keptLevels(n)
  for (let i = 0; i < n; i++) {
    const o = i * LABELS
    const contentBegins = chances[o + Label.Content] as number
    const sourceBegins = chances[o + Label.Source] as number
    levels.content[i] = level(contentBegins + (chances[o + Label.ContentOn] as number))
    levels.contentBegins[i] = level(contentBegins)
    levels.source[i] = level(sourceBegins + (chances[o + Label.SourceOn] as number))
    levels.sourceBegins[i] = level(sourceBegins)
    levels.cue[i] = level((chances[o + Label.Cue] as number) + (chances[o + Label.CueOn] as number))
  }
  return { labels, chances, levels }
}

/** A distance from a cue in ten levels. */
const away = (distance: number): number =>
  distance < 6 ? distance : distance < 9 ? 6 : distance < 14 ? 7 : distance < 22 ? 8 : 9

enum Side {
  Before = 1,
  Within,
  After,
}

/** The tokens of a window as they stand to its cue; the first one is the first of the window. */
export interface View {
  readonly side: Uint8Array
  /** Side and distance in one. */
  readonly far: Uint8Array
  /** Side and distance in sentences in one. */
  readonly place: Uint8Array
  readonly sameSentence: Uint8Array
  /** Commas, finite verbs, other cues and quotation marks between a token and the cue. */
  readonly commas: Uint8Array
  readonly verbs: Uint8Array
  readonly cues: Uint8Array
  readonly marks: Uint8Array
  /** Which content or source of the labels each token stands in, counted from the cue to either side; 0 in none. */
  readonly ranks: Uint8Array
  /** What the rules make of each token for this cue: 0 where they have nothing to say of it. */
  readonly drafted: Uint8Array
}

function newView(n: number): View {
  const part = (): Uint8Array => new Uint8Array(n)
  return {
    side: part(),
    far: part(),
    place: part(),
    sameSentence: part(),
    commas: part(),
    verbs: part(),
    cues: part(),
    marks: part(),
    ranks: part(),
    drafted: part(),
  }
}

const keptView = keptRoom(newView)

/**
 * The tokens of a window in view of its cue, good until the next cue.
 *
 * @param others 1 for each token at which another candidate begins
 */
export function viewOf(
  p: Passage,
  atoms: Atoms,
  labels: Uint8Array,
  cue: Candidate,
  others: Uint8Array,
  window: Range,
): View {
  const n = window.to - window.from
  const view = keptView(n)
  placeTokens(p, view, cue, window)
  countBetween(p, atoms, view, cue, others, window)
  for (let k = 0; k < n; k++) {
    view.ranks[k] = 0
    view.drafted[k] = 0
  }
  rankParts(view.ranks, labels, cue, window)
  writeDraft(view.drafted, cue.draft, window)
  return view
}

function placeTokens(p: Passage, view: View, cue: Range, { from, to }: Range): void {
  const own = sentenceOf(p, cue.from)
  let sentence = sentenceOf(p, from)
  for (let i = from; i < to; i++) {
    while ((p.starts[sentence + 1] as number) <= i) sentence++
    const side = i < cue.from ? Side.Before : i < cue.to ? Side.Within : Side.After
    const distance = side === Side.Before ? cue.from - i : side === Side.After ? i - cue.to + 1 : 0
    view.side[i - from] = side
    view.far[i - from] = side * 16 + away(distance)
    view.place[i - from] = side * 8 + Math.max(-2, Math.min(2, sentence - own)) + 2
    view.sameSentence[i - from] = sentence === own ? 0 : 1
  }
}

function countBetween(p: Passage, atoms: Atoms, view: View, cue: Range, others: Uint8Array, { from, to }: Range): void {
  for (let i = Math.max(from, cue.from); i < Math.min(to, cue.to); i++) writeCounts(view, i - from, 0, 0, 0, 0)
  countFrom(p, atoms, view, others, cue.from - 1, from - 1, -1, from)
  countFrom(p, atoms, view, others, cue.to, to, 1, from)
}

function writeCounts(view: View, k: number, commas: number, verbs: number, cues: number, marks: number): void {
  view.commas[k] = commas
  view.verbs[k] = verbs
  view.cues[k] = cues
  view.marks[k] = marks
}

function countFrom(
  p: Passage,
  atoms: Atoms,
  view: View,
  others: Uint8Array,
  start: number,
  end: number,
  by: number,
  first: number,
): void {
  let commas = 0
  let verbs = 0
  let cues = 0
  let marks = 0
  for (let i = start; i !== end; i += by) {
    writeCounts(view, i - first, commas, verbs, cues, marks)
    const kind = kindAt(p, i)
    if (kind === 'comma' && commas < 3) commas++
    if (atoms.finite[i] === 1 && verbs < 3) verbs++
    if (others[i] === 1 && cues < 2) cues++
    if (kind === 'quote' && marks < 3) marks++
  }
}

function rankParts(ranks: Uint8Array, labels: Uint8Array, cue: Range, window: Range): void {
  const count = (ranges: readonly Range[], base: number): void => {
    let before = 0
    for (let r = ranges.length - 1; r >= 0; r--) {
      const range = ranges[r] as Range
      if (range.to > cue.from) continue
      before = Math.min(before + 1, 3)
      ranks.fill(base + before, range.from - window.from, range.to - window.from)
    }
    let after = 0
    for (const range of ranges) {
      if (range.from < cue.to) continue
      after = Math.min(after + 1, 3)
      ranks.fill(base + 4 + after, range.from - window.from, range.to - window.from)
    }
  }
  count(rangesOf(labels, Label.Content, window.from, window.to), 0)
  count(rangesOf(labels, Label.Source, window.from, window.to), 8)
}

function writeDraft(drafted: Uint8Array, draft: Link | undefined, { from, to }: Range): void {
  const write = (range: Range | undefined, first: number, on: number): void => {
    if (range === undefined) return
    for (let i = Math.max(from, range.from); i < Math.min(to, range.to); i++)
      drafted[i - from] = i === range.from ? first : on
  }
  write(draft?.source, 1, 2)
  for (const range of draft?.content ?? []) write(range, 5, 6)
  write(draft?.cue, 3, 3)
}
