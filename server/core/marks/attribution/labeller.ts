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
import { type Candidate, type Labelled, levelsOf, windowOf } from './cueView.ts'
import { labelFeatures, TEMPLATES } from './features.ts'
import { LABELS, Label, rangesOf } from './labels.ts'
import type { Link } from './link.ts'
import type { Scores, Sequence } from './scores.ts'

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

/** The tokens of a passage as a sequence to be labelled. */
export const passageSequence = (p: Passage, atoms: Atoms, drafted: Uint8Array): Sequence => ({
  count: p.tokens.length,
  buckets: labelFeatures(p, atoms, drafted),
  templates: TEMPLATES,
  classes: atoms.classes,
})

/** The tokens around a cue as a sequence to be labelled. */
export function cueSequence(
  p: Passage,
  atoms: Atoms,
  labelled: Labelled,
  cue: Candidate,
  others: Uint8Array,
): Sequence & { readonly window: Range } {
  const window = windowOf(p, labelled.levels, cue)
  return {
    window,
    count: window.to - window.from,
    buckets: cueFeatures(p, atoms, labelled, cue, others, window),
    templates: CUE_TEMPLATES,
    classes: atoms.classes.subarray(window.from, window.to),
  }
}

/** Labels a sequence. */
export function label(sequence: Sequence, chain: Chain): Labelled {
  const scores = chain.scores(sequence)
  const labels = likeliest(sequence, scores, chain.steps)
  const likely = chances(sequence, chain.powers(scores), chain.factors)
  return { labels, chances: likely, levels: levelsOf(likely) }
}

/**
 * What each token of a passage most likely is, all attributions at once.
 *
 * @param drafted the labels that the rules give
 */
export const labelPassage = (p: Passage, atoms: Atoms, drafted: Uint8Array): Labelled =>
  label(passageSequence(p, atoms, drafted), chains().labels)

const cueChance = (chance: Float64Array, i: number): number =>
  (chance[i * LABELS + Label.Cue] as number) + (chance[i * LABELS + Label.CueOn] as number)

/** From this chance on a token may begin a cue that the likeliest labels do not have; one of the rules needs less. */
const POSSIBLE = 0.2
const POSSIBLE_DRAFTED = 0.02

/** Words of a passage that may be a cue, in order, none overlapping another. */
export function candidatesIn({ labels, chances: chance }: Labelled, drafts: readonly Link[]): Candidate[] {
  const taken = new Uint8Array(labels.length)
  const found: Range[] = []
  const take = (range: Range): void => {
    taken.fill(1, range.from, range.to)
    found.push(range)
  }
  for (const cue of rangesOf(labels, Label.Cue)) take(cue)
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
    take({ from: i, to })
  }
  const draftAt = new Int32Array(labels.length).fill(-1)
  drafts.forEach(({ cue }, d) => {
    if (cue === undefined) return
    for (let i = cue.from; i < cue.to; i++) if ((draftAt[i] as number) < 0) draftAt[i] = d
    if (!taken.subarray(cue.from, cue.to).includes(1) && mostOf(chance, cue) > POSSIBLE_DRAFTED) take(cue)
  })
  return found
    .sort((a, b) => a.from - b.from)
    .map((range) => {
      let draft = -1
      for (let i = range.from; i < range.to && draft < 0; i++) draft = draftAt[i] as number
      return { ...range, chance: mostOf(chance, range), draft: drafts[draft] }
    })
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
  /** Its attribution, which is worked out when it is asked for: where the rules are exact nobody asks. */
  readonly parts: () => Parts
}

/** A cue that the rules have found too is believed sooner; plain speech, of which they err one time in twenty, almost always. */
const BELIEVED = 0.5
const BELIEVED_DRAFTED = 0.4
const BELIEVED_PLAIN = 0.05
/** More than all other weights of a token can be. */
const CERTAIN = 1e6

/**
 * Settles the attribution of one cue by the same kind of model in view of it; undefined where the words are more likely no cue.
 *
 * @param others 1 for each token at which another candidate begins
 */
export function settle(
  p: Passage,
  atoms: Atoms,
  labelled: Labelled,
  cue: Candidate,
  others: Uint8Array,
): Settled | undefined {
  const chain = chains().cues
  const sequence = cueSequence(p, atoms, labelled, cue, others)
  const { window } = sequence
  const scores = chain.scores(sequence)
  const own = { from: cue.from - window.from, to: cue.to - window.from }
  const chance = chances(sequence, chain.powers(scores), chain.factors, own.from)
  const likely = mostOf(chance, own)
  const least = !cue.draft ? BELIEVED : isPlain(p, cue.draft) ? BELIEVED_PLAIN : BELIEVED_DRAFTED
  if (likely < least) return undefined
  return { chance: likely, parts: () => partsIn(sequence, scores, chain, chance, own) }
}

/**
 * The parts that the likeliest labels of a cue's window give, in the passage. A cue is among them: if need be the likeliest token of the words that
 * may be one.
 */
function partsIn(
  sequence: Sequence & { readonly window: Range },
  scores: Scores,
  chain: Chain,
  chance: Float64Array,
  own: Range,
): Parts {
  let labels = likeliest(sequence, scores, chain.steps)
  if (!labels.includes(Label.Cue)) {
    let first = own.from
    for (let i = own.from; i < own.to; i++)
      if ((chance[i * LABELS + Label.Cue] as number) > (chance[first * LABELS + Label.Cue] as number)) first = i
    scores[first * LABELS + Label.Cue] = CERTAIN
    labels = likeliest(sequence, scores, chain.steps)
  }
  const { from: start } = sequence.window
  const inPassage = (part: Label): Range[] =>
    rangesOf(labels, part).map(({ from, to }) => ({ from: from + start, to: to + start }))
  return { cues: inPassage(Label.Cue), sources: inPassage(Label.Source), contents: inPassage(Label.Content) }
}
