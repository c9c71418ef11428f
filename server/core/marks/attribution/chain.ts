import { canFollow, LABELS } from './labels.ts'
import type { Room } from './room.ts'
import { lookedUp, packedScores, packRows, powersOf, raised, type Scores, type Sequence, scoresOf } from './scores.ts'

/** What a linear-chain conditional random field knows (Lafferty, McCallum and Pereira, 2001), in steps of {@link Model.step}. */
export interface Model {
  /** A weight for each bucket and label. */
  readonly weights: ArrayLike<number>
  /** A weight for going from each label to each, before each class of token. */
  readonly steps: ArrayLike<number>
  /** What one step of a weight is worth, in nats. */
  readonly step: number
}

/** A model made ready to label with. */
export interface Chain {
  readonly scores: (sequence: Sequence, room: Room) => Scores
  /** The scores of {@link Chain.scores} as powers of e, the best of each token being 1. */
  readonly powers: (scores: Scores, count: number, room: Room) => Float64Array
  readonly steps: ArrayLike<number>
  /** The exponentials of the steps: 0 where a label cannot follow. */
  readonly factors: Float64Array
}

/** A chain of any weights. */
export const chainOf = (model: Model): Chain => ({
  scores: (sequence) => scoresOf(sequence, model.weights),
  powers: (scores) => raised(scores, model.step),
  steps: model.steps,
  factors: stepFactors(model),
})

/** A chain of whole weights from -128 to 127: it gives the same, faster. */
export function wholeChain(weights: Int8Array, steps: ArrayLike<number>, step: number, templates: number): Chain {
  const rows = packRows(weights)
  const powers = powersOf(step, templates)
  return {
    scores: (sequence, room) => packedScores(sequence, rows, room),
    powers: (scores, count, room) => lookedUp(scores as Int32Array, count, powers, room),
    steps,
    factors: stepFactors({ weights, steps, step }),
  }
}

const SQUARE = LABELS * LABELS
const NEVER = -1e9

/** The exponentials of the steps of a model: 0 where a label cannot follow. */
export function stepFactors({ steps, step }: Model): Float64Array {
  const factors = new Float64Array(steps.length)
  for (let at = 0; at < factors.length; at++) {
    const label = at % LABELS
    const before = Math.floor(at / LABELS) % LABELS
    factors[at] = canFollow(before, label) ? Math.exp((steps[at] as number) * step) : 0
  }
  return factors
}

/** The likeliest labels, by Viterbi's algorithm. */
export function likeliest(
  { count, classes }: Sequence,
  scores: Scores,
  steps: ArrayLike<number>,
  { origins }: Room,
): Uint8Array {
  const labels = new Uint8Array(count)
  if (count === 0) return labels
  let [none, source, sourceOn, cue, cueOn, content, contentOn] = [0, 0, 0, 0, 0, 0, 0]
  ;[none, source, cue, content] = [scores[0] as number, scores[1] as number, scores[3] as number, scores[5] as number]
  sourceOn = cueOn = contentOn = NEVER
  for (let i = 1; i < count; i++) {
    const edge = (classes[i] as number) * SQUARE
    const o = i * LABELS
    for (const label of FREE) {
      const k = edge + label
      let best = none + (steps[k] as number)
      let origin = 0
      let score = source + (steps[k + 7] as number)
      if (score > best) {
        best = score
        origin = 1
      }
      score = sourceOn + (steps[k + 14] as number)
      if (score > best) {
        best = score
        origin = 2
      }
      score = cue + (steps[k + 21] as number)
      if (score > best) {
        best = score
        origin = 3
      }
      score = cueOn + (steps[k + 28] as number)
      if (score > best) {
        best = score
        origin = 4
      }
      score = content + (steps[k + 35] as number)
      if (score > best) {
        best = score
        origin = 5
      }
      score = contentOn + (steps[k + 42] as number)
      if (score > best) {
        best = score
        origin = 6
      }
      origins[o + label] = origin
      reached[label] = best + (scores[o + label] as number)
    }
    sourceOn = goingOn(
      source + (steps[edge + 9] as number),
      sourceOn + (steps[edge + 16] as number),
      o + 2,
      origins,
      scores,
    )
    cueOn = goingOn(cue + (steps[edge + 25] as number), cueOn + (steps[edge + 32] as number), o + 4, origins, scores)
    contentOn = goingOn(
      content + (steps[edge + 41] as number),
      contentOn + (steps[edge + 48] as number),
      o + 6,
      origins,
      scores,
    )
    none = reached[0] as number
    source = reached[1] as number
    cue = reached[3] as number
    content = reached[5] as number
  }
  const last = [none, source, sourceOn, cue, cueOn, content, contentOn]
  let label = 0
  for (let l = 1; l < LABELS; l++) if ((last[l] as number) > (last[label] as number)) label = l
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = origins[i * LABELS + label] as number
  }
  return labels
}

/** The best scores so far of the labels that can come after any other. */
const reached = new Float64Array(LABELS)

/** The score of a label that goes on with a part, from those of coming to it by its beginning and by itself. */
function goingOn(begun: number, gone: number, at: number, origins: Uint8Array, scores: Scores): number {
  const label = at % LABELS
  origins[at] = gone > begun ? label : label - 1
  return (gone > begun ? gone : begun) + (scores[at] as number)
}

/** Labels that can come after any other. */
const FREE: readonly number[] = [0, 1, 3, 5]

/**
 * How likely each label is at each token, by forward and backward sums, scaled at each token to a sum of 1.
 *
 * The sums over the seven labels are written out, which makes them three times as fast.
 *
 * @param own the powers of the scores
 * @param room where they are written
 * @param least the first token that is asked about; what is given for those before it means nothing
 */
export function chances(
  sequence: Sequence,
  own: Float64Array,
  factors: Float64Array,
  room: Room,
  least = 0,
): Float64Array {
  const { chances: chance, sums } = room
  forward(sequence, own, factors, chance, sums)
  backward(sequence, own, factors, chance, sums, least)
  return chance
}

/** Writes the scaled forward sums into `chance`, and by what they were scaled into `sums`. */
function forward(
  { count, classes }: Sequence,
  own: Float64Array,
  factors: Float64Array,
  chance: Float64Array,
  sums: Float64Array,
): void {
  for (let l = 0; l < LABELS; l++) chance[l] = canFollow(0, l) ? (own[l] as number) : 0
  for (let i = 0; i < count; i++) {
    const o = i * LABELS
    if (i > 0) {
      const none = chance[o - 7] as number
      const source = chance[o - 6] as number
      const sourceOn = chance[o - 5] as number
      const cue = chance[o - 4] as number
      const cueOn = chance[o - 3] as number
      const content = chance[o - 2] as number
      const contentOn = chance[o - 1] as number
      const edge = (classes[i] as number) * SQUARE
      for (const label of FREE) {
        const k = edge + label
        chance[o + label] =
          (own[o + label] as number) *
          (none * (factors[k] as number) +
            source * (factors[k + 7] as number) +
            sourceOn * (factors[k + 14] as number) +
            cue * (factors[k + 21] as number) +
            cueOn * (factors[k + 28] as number) +
            content * (factors[k + 35] as number) +
            contentOn * (factors[k + 42] as number))
      }
      chance[o + 2] =
        (own[o + 2] as number) * (source * (factors[edge + 9] as number) + sourceOn * (factors[edge + 16] as number))
      chance[o + 4] =
        (own[o + 4] as number) * (cue * (factors[edge + 25] as number) + cueOn * (factors[edge + 32] as number))
      chance[o + 6] =
        (own[o + 6] as number) * (content * (factors[edge + 41] as number) + contentOn * (factors[edge + 48] as number))
    }
    let sum = 0
    for (let l = 0; l < LABELS; l++) sum += chance[o + l] as number
    sums[i] = sum
    for (let l = 0; l < LABELS; l++) chance[o + l] = (chance[o + l] as number) / sum
  }
}

/** Multiplies the forward sums by the backward ones. */
function backward(
  { count, classes }: Sequence,
  own: Float64Array,
  factors: Float64Array,
  chance: Float64Array,
  sums: Float64Array,
  least: number,
): void {
  const back = new Float64Array(LABELS).fill(1)
  for (let i = count - 1; i >= least; i--) {
    const o = i * LABELS
    if (i < count - 1) {
      const next = o + LABELS
      const sum = sums[i + 1] as number
      const none = ((own[next] as number) * (back[0] as number)) / sum
      const source = ((own[next + 1] as number) * (back[1] as number)) / sum
      const sourceOn = ((own[next + 2] as number) * (back[2] as number)) / sum
      const cue = ((own[next + 3] as number) * (back[3] as number)) / sum
      const cueOn = ((own[next + 4] as number) * (back[4] as number)) / sum
      const content = ((own[next + 5] as number) * (back[5] as number)) / sum
      const contentOn = ((own[next + 6] as number) * (back[6] as number)) / sum
      let k = (classes[i + 1] as number) * SQUARE
      for (let before = 0; before < LABELS; before++) {
        back[before] =
          (factors[k] as number) * none +
          (factors[k + 1] as number) * source +
          (factors[k + 2] as number) * sourceOn +
          (factors[k + 3] as number) * cue +
          (factors[k + 4] as number) * cueOn +
          (factors[k + 5] as number) * content +
          (factors[k + 6] as number) * contentOn
        k += LABELS
      }
    }
    for (let l = 0; l < LABELS; l++) chance[o + l] = (chance[o + l] as number) * (back[l] as number)
  }
}
