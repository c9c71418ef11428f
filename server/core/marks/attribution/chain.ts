import { canFollow, LABELS } from './labels.ts'

/** What a linear-chain conditional random field knows (Lafferty, McCallum and Pereira, 2001), in steps of {@link Model.step}. */
export interface Model {
  /** A weight for each bucket and label. */
  readonly weights: ArrayLike<number>
  /** A weight for going from each label to each, before each class of token. */
  readonly steps: ArrayLike<number>
  /** What one step of a weight is worth, in nats. */
  readonly step: number
}

/** One run of tokens to be labelled. */
export interface Sequence {
  readonly count: number
  /** As many buckets for each token as there are templates. */
  readonly buckets: Int32Array
  readonly templates: number
  /** The class of each token, for the steps. */
  readonly classes: Uint8Array
}

const SQUARE = LABELS * LABELS
const NEVER = -1e9

/** The sums of weights of every token and label, in steps. */
export function scoresOf({ count, buckets, templates }: Sequence, weights: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(count * LABELS)
  let f = 0
  for (let i = 0; i < count; i++) {
    let [a, b, c, d, e, g, h] = [0, 0, 0, 0, 0, 0, 0]
    for (const end = f + templates; f < end; f++) {
      const row = (buckets[f] as number) * LABELS
      a += weights[row] as number
      b += weights[row + 1] as number
      c += weights[row + 2] as number
      d += weights[row + 3] as number
      e += weights[row + 4] as number
      g += weights[row + 5] as number
      h += weights[row + 6] as number
    }
    const o = i * LABELS
    scores[o] = a
    scores[o + 1] = b
    scores[o + 2] = c
    scores[o + 3] = d
    scores[o + 4] = e
    scores[o + 5] = g
    scores[o + 6] = h
  }
  return scores
}

/** For each label the labels that it can come after. */
const BEFORE: ReadonlyArray<readonly number[]> = Array.from({ length: LABELS }, (_, label) =>
  Array.from({ length: LABELS }, (_, before) => before).filter((before) => canFollow(before, label)),
)

/** The likeliest labels, by Viterbi's algorithm. */
export function likeliest({ count, classes }: Sequence, scores: Float64Array, steps: ArrayLike<number>): Uint8Array {
  const labels = new Uint8Array(count)
  if (count === 0) return labels
  const from = new Uint8Array(count * LABELS)
  let last = new Float64Array(LABELS)
  let next = new Float64Array(LABELS)
  for (let label = 0; label < LABELS; label++) last[label] = canFollow(0, label) ? (scores[label] as number) : NEVER
  for (let i = 1; i < count; i++) {
    const edge = (classes[i] as number) * SQUARE
    for (let label = 0; label < LABELS; label++) {
      let best = Number.NEGATIVE_INFINITY
      let origin = 0
      for (const before of BEFORE[label] as readonly number[]) {
        const score = (last[before] as number) + (steps[edge + before * LABELS + label] as number)
        if (score > best) {
          best = score
          origin = before
        }
      }
      next[label] = best + (scores[i * LABELS + label] as number)
      from[i * LABELS + label] = origin
    }
    ;[last, next] = [next, last]
  }
  let label = 0
  for (let l = 1; l < LABELS; l++) if ((last[l] as number) > (last[label] as number)) label = l
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = from[i * LABELS + label] as number
  }
  return labels
}

/** The exponentials of the steps, which {@link chances} multiplies by: 0 where a label cannot follow. */
export function stepFactors({ steps, step }: Model): Float64Array {
  const factors = new Float64Array(steps.length)
  for (let at = 0; at < factors.length; at++) {
    const label = at % LABELS
    const before = Math.floor(at / LABELS) % LABELS
    factors[at] = canFollow(before, label) ? Math.exp((steps[at] as number) * step) : 0
  }
  return factors
}

/** How likely each label is at each token, by forward and backward sums, scaled at each token to a sum of 1. */
export interface Chances {
  readonly label: Float64Array
  /** For each token the chance of each step into it, before × label; only where it was asked for. */
  readonly step: Float64Array | undefined
}

/** @param scale what one unit of a score is worth, in nats */
export function chances(
  { count, classes }: Sequence,
  scores: Float64Array,
  factors: Float64Array,
  scale: number,
  withSteps = false,
): Chances {
  const own = new Float64Array(count * LABELS)
  const forward = new Float64Array(count * LABELS)
  const backward = new Float64Array(count * LABELS)
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const o = i * LABELS
    let most = Number.NEGATIVE_INFINITY
    for (let l = 0; l < LABELS; l++) most = Math.max(most, scores[o + l] as number)
    for (let l = 0; l < LABELS; l++) own[o + l] = Math.exp(((scores[o + l] as number) - most) * scale)
    const edge = (classes[i] as number) * SQUARE
    let sum = 0
    for (let l = 0; l < LABELS; l++) {
      let value = 0
      if (i === 0) value = canFollow(0, l) ? 1 : 0
      else
        for (let b = 0; b < LABELS; b++)
          value += (forward[o - LABELS + b] as number) * (factors[edge + b * LABELS + l] as number)
      value *= own[o + l] as number
      forward[o + l] = value
      sum += value
    }
    sums[i] = sum
    for (let l = 0; l < LABELS; l++) forward[o + l] = (forward[o + l] as number) / sum
  }
  const step = withSteps ? new Float64Array(count * SQUARE) : undefined
  const label = new Float64Array(count * LABELS)
  const ahead = new Float64Array(LABELS)
  for (let i = count - 1; i >= 0; i--) {
    const o = i * LABELS
    for (let l = 0; l < LABELS; l++) {
      if (i === count - 1) backward[o + l] = 1
      label[o + l] = (forward[o + l] as number) * (backward[o + l] as number)
    }
    if (i === 0) break
    const edge = (classes[i] as number) * SQUARE
    for (let l = 0; l < LABELS; l++)
      ahead[l] = ((own[o + l] as number) * (backward[o + l] as number)) / (sums[i] as number)
    for (let b = 0; b < LABELS; b++) {
      let value = 0
      for (let l = 0; l < LABELS; l++) {
        const through = (factors[edge + b * LABELS + l] as number) * (ahead[l] as number)
        value += through
        if (step) step[i * SQUARE + b * LABELS + l] = (forward[o - LABELS + b] as number) * through
      }
      backward[o - LABELS + b] = value
    }
  }
  return { label, step }
}
