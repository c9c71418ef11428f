import {
  CUE_STEP,
  CUE_STEPS,
  CUE_WEIGHTS,
  LABEL_STEP,
  LABEL_STEPS,
  LABEL_WEIGHTS,
} from '../../english/fitted/attributions.ts'
import { unpack } from '../../english/fitted/packed.ts'
import type { Passage, Range } from '../passage.ts'
import type { Atoms } from './atoms.ts'
import { type Chain, chances, likeliest, wholeChain } from './chain.ts'
import { isPlain } from './conventions.ts'
import { CUE_TEMPLATES, cueFeatures } from './cueFeatures.ts'
import { type Candidate, type Labelled, type Levelled, windowOf } from './cueView.ts'
import { labelFeatures, TEMPLATES } from './features.ts'
import { isFree, LABELS, Label, rangesOf, take } from './labels.ts'
import type { Link } from './link.ts'
import { keptFlags, keptRoom, type Room, roomFor } from './room.ts'
import type { Sequence } from './scores.ts'

const shippedChain = (weights: string, steps: readonly number[], step: number, templates: number): Chain =>
  wholeChain(
    unpack(weights),
    Float64Array.from(steps, (weight) => weight / step),
    step,
    templates,
  )

let shipped: { readonly labels: Chain; readonly cues: Chain } | undefined

function chains(): { readonly labels: Chain; readonly cues: Chain } {
  shipped ??= {
    labels: shippedChain(LABEL_WEIGHTS, LABEL_STEPS, LABEL_STEP, TEMPLATES),
    cues: shippedChain(CUE_WEIGHTS, CUE_STEPS, CUE_STEP, CUE_TEMPLATES),
  }
  return shipped
}

const passageRoom = keptRoom((tokens) => roomFor(tokens, TEMPLATES))
const cueRoom = keptRoom((tokens) => roomFor(tokens, CUE_TEMPLATES))

/** The tokens of a passage as a sequence to be labelled; its features are written into `buckets`. */
export function passageSequence(
  p: Passage,
  atoms: Atoms,
  drafted: Uint8Array,
  buckets: Int32Array = new Int32Array(p.tokens.length * TEMPLATES),
): Sequence {
  labelFeatures(p, atoms, drafted, buckets)
  return { count: p.tokens.length, buckets, templates: TEMPLATES, classes: atoms.classes }
}

/** The tokens around a cue as a sequence to be labelled; its features are written into `buckets`. */
export function cueSequence(
  p: Passage,
  atoms: Atoms,
  labelled: Levelled,
  cue: Candidate,
  others: Uint8Array,
  window: Range,
  buckets: Int32Array = new Int32Array((window.to - window.from) * CUE_TEMPLATES),
): Sequence {
  cueFeatures(p, atoms, labelled, cue, others, window, buckets)
  return {
    count: window.to - window.from,
    buckets,
    templates: CUE_TEMPLATES,
    classes: atoms.classes.subarray(window.from, window.to),
  }
}

/** Labels a sequence. The chances are written into the room. */
export function label(sequence: Sequence, chain: Chain, room: Room): Labelled {
  const scores = chain.scores(sequence, room)
  const labels = likeliest(sequence, scores, chain.steps, room)
  return { labels, chances: chances(sequence, chain.powers(scores, sequence.count, room), chain.factors, room) }
}

/**
 * What each token of a passage most likely is, all attributions at once. The chances are good until the next passage.
 *
 * @param drafted the labels that the rules give
 */
export function labelPassage(p: Passage, atoms: Atoms, drafted: Uint8Array): Labelled {
  const room = passageRoom(p.tokens.length)
  return label(passageSequence(p, atoms, drafted, room.buckets), chains().labels, room)
}

const cueChance = (chance: Float64Array, i: number): number =>
  (chance[i * LABELS + Label.Cue] as number) + (chance[i * LABELS + Label.CueOn] as number)

/** From this chance on a token may begin a cue that the likeliest labels do not have; one of the rules needs less. */
const POSSIBLE = 0.2
const POSSIBLE_DRAFTED = 0.02

/** Words of a passage that may be a cue, in order, none overlapping another. */
export function candidatesIn({ labels, chances: chance }: Labelled, drafts: readonly Link[]): Candidate[] {
  const taken = takenRoom(labels.length)
  const found: Range[] = []
  const add = (range: Range): void => {
    take(taken, range)
    found.push(range)
  }
  for (const cue of rangesOf(labels, Label.Cue)) add(cue)
  for (let i = 0; i < labels.length; i++) {
    const begins = chance[i * LABELS + Label.Cue] as number
    if (taken[i] === 1 || begins <= POSSIBLE) continue
    let to = i + 1
    const least = begins / 2
    while (to < labels.length && taken[to] === 0) {
      const on = chance[to * LABELS + Label.CueOn] as number
      if (on <= least || on <= (chance[to * LABELS + Label.Cue] as number)) break
      to++
    }
    add({ from: i, to })
  }
  for (const { cue } of drafts) if (cue && isFree(taken, cue) && mostOf(chance, cue) > POSSIBLE_DRAFTED) add(cue)
  const byToken = draftsByToken(drafts)
  return found
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => ({ from, to, chance: mostOf(chance, { from, to }), draft: draftOf(byToken, from, to) }))
}

const takenRoom = keptFlags()

/** For each token of a cue the first draft that has it. */
function draftsByToken(drafts: readonly Link[]): ReadonlyMap<number, Link> {
  const byToken = new Map<number, Link>()
  for (const draft of drafts)
    for (let i = draft.cue?.from ?? 0; i < (draft.cue?.to ?? 0); i++) if (!byToken.has(i)) byToken.set(i, draft)
  return byToken
}

/** The draft whose cue has the first token of a range that is of any. */
function draftOf(byToken: ReadonlyMap<number, Link>, from: number, to: number): Link | undefined {
  for (let i = from; i < to; i++) {
    const draft = byToken.get(i)
    if (draft !== undefined) return draft
  }
  return undefined
}

function mostOf(chance: Float64Array, { from, to }: Range): number {
  let most = 0
  for (let i = from; i < to; i++) most = Math.max(most, cueChance(chance, i))
  return most
}

/** The attribution of one cue, as the labels have it. */
export interface Parts {
  readonly cues: readonly Range[]
  readonly sources: readonly Range[]
  readonly contents: readonly Range[]
}

/** What one cue was found to be. */
export interface Settled {
  /** How likely it is that the words are a cue at all. */
  readonly chance: number
  readonly parts: Parts
}

/** A cue that the rules have found too is believed sooner; plain speech, of which they err one time in twenty, almost always. */
const BELIEVED = 0.5
const BELIEVED_DRAFTED = 0.4
const BELIEVED_PLAIN = 0.05
/** More than all other weights of a token can be. */
const CERTAIN = 1e6

/**
 * Settles the attribution of one cue by the same kind of model in view of it; undefined where the words are more likely no cue. A cue is among its
 * parts: if need be the likeliest token of the words that may be one.
 *
 * @param others 1 for each token at which another candidate begins
 */
export function settle(
  p: Passage,
  atoms: Atoms,
  labelled: Levelled,
  cue: Candidate,
  others: Uint8Array,
): Settled | undefined {
  const window = windowOf(p, labelled.levels, cue, others)
  const room = cueRoom(window.to - window.from)
  const chain = chains().cues
  const sequence = cueSequence(p, atoms, labelled, cue, others, window, room.buckets)
  const scores = chain.scores(sequence, room)
  const own = { from: cue.from - window.from, to: cue.to - window.from }
  const chance = chances(sequence, chain.powers(scores, sequence.count, room), chain.factors, room, own.from)
  const likely = mostOf(chance, own)
  const least = !cue.draft ? BELIEVED : isPlain(p, cue.draft) ? BELIEVED_PLAIN : BELIEVED_DRAFTED
  if (likely < least) return undefined
  let labels = likeliest(sequence, scores, chain.steps, room)
  if (!labels.includes(Label.Cue)) {
    let first = own.from
    for (let i = own.from; i < own.to; i++)
      if ((chance[i * LABELS + Label.Cue] as number) > (chance[first * LABELS + Label.Cue] as number)) first = i
    scores[first * LABELS + Label.Cue] = CERTAIN
    labels = likeliest(sequence, scores, chain.steps, room)
  }
  return { chance: likely, parts: partsIn(labels, window.from) }
}

/** The parts that the labels of a window give, in the passage that it begins in at a token. */
function partsIn(labels: Uint8Array, start: number): Parts {
  const inPassage = (part: Label): Range[] =>
    rangesOf(labels, part).map(({ from, to }) => ({ from: from + start, to: to + start }))
  return { cues: inPassage(Label.Cue), sources: inPassage(Label.Source), contents: inPassage(Label.Content) }
}
