import { type Model, stepFactors } from '../../server/core/marks/attribution/chain.ts'
import { LABEL_BITS } from '../../server/core/marks/attribution/features.ts'
import { canFollow, LABELS } from '../../server/core/marks/attribution/labels.ts'
import { type Sequence, scoresOf } from '../../server/core/marks/attribution/scores.ts'
import { STEP_CLASSES } from '../../server/core/marks/attribution/wordClass.ts'
import { passes } from './passes.ts'

/** A sequence with its true labels. */
export interface Example extends Sequence {
  readonly gold: Uint8Array
}

const STEP = 0.02
/** The share of features that are left out at random while learning, so that none is leant on alone. */
const DROPPED = 0.2
/** From this epoch on the weights are averaged, as often as so many examples were seen. */
const AVERAGED_FROM = 3
const AVERAGED_EVERY = 500
/** Gradients smaller than this change nothing that one byte could hold. */
const SMALL = 1e-4
const FIRST_SUM = 1e-3

/** A generator of numbers that are always the same (xorshift: Marsaglia, 2003), from 0 to 2^32. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random() % (i + 1)
    const swapped = list[i] as T
    list[i] = list[j] as T
    list[j] = swapped
  }
}

/** Weights with their sums of squared slopes (AdaGrad: Duchi, Hazan and Singer, 2011), and the sum of what they have been. */
interface Table {
  readonly now: Float64Array
  readonly squares: Float64Array
  readonly sum: Float64Array
}

const tableOf = (size: number): Table => ({
  now: new Float64Array(size),
  squares: new Float64Array(size).fill(FIRST_SUM),
  sum: new Float64Array(size),
})

function move({ now, squares }: Table, at: number, slope: number): void {
  const square = (squares[at] as number) + slope * slope
  squares[at] = square
  now[at] = (now[at] as number) - (STEP * slope) / Math.sqrt(square)
}

/** One step on the likelihood of one example. The bucket past the last stands for a feature that is left out. */
function learn(example: Example, weights: Table, steps: Table, random: () => number): void {
  const { count, templates, classes, gold } = example
  const left = weights.now.length / LABELS - 1
  const most = Math.floor(DROPPED * 2 ** 32)
  const buckets = example.buckets.map((bucket) => (random() < most ? left : bucket))
  const scores = scoresOf({ ...example, buckets }, weights.now)
  const factors = stepFactors({ weights: weights.now, steps: steps.now, step: 1 })
  const { label: likely, step: stepped } = passes({ ...example, buckets }, scores, factors)
  const square = LABELS * LABELS
  for (let i = 0; i < count; i++) {
    for (let label = 0; label < LABELS; label++) {
      const slope = (likely[i * LABELS + label] as number) - (gold[i] === label ? 1 : 0)
      if (Math.abs(slope) < SMALL) continue
      for (let f = i * templates; f < (i + 1) * templates; f++) {
        const bucket = buckets[f] as number
        if (bucket !== left) move(weights, bucket * LABELS + label, slope)
      }
    }
    if (i === 0) continue
    for (let before = 0; before < LABELS; before++)
      for (let label = 0; label < LABELS; label++) {
        if (!canFollow(before, label)) continue
        const edge = before * LABELS + label
        const slope = (stepped[i * square + edge] as number) - (gold[i - 1] === before && gold[i] === label ? 1 : 0)
        if (Math.abs(slope) >= SMALL) move(steps, (classes[i] as number) * square + edge, slope)
      }
  }
}

function remember({ now, sum }: Table): void {
  for (let at = 0; at < now.length; at++) sum[at] = (sum[at] as number) + (now[at] as number)
}

/**
 * Fits a linear-chain conditional random field by AdaGrad on the likelihood, with features dropped at random, and gives the average of what its
 * weights were over the later epochs. Always the same from the same examples in the same order.
 */
export function fitChain(examples: readonly Example[], epochs: number): Model {
  const weights = tableOf((2 ** LABEL_BITS + 1) * LABELS)
  const steps = tableOf(STEP_CLASSES * LABELS * LABELS)
  const random = randomFrom(777)
  const order = [...examples]
  let remembered = 0
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random)
    order.forEach((example, seen) => {
      learn(example, weights, steps, random)
      if (epoch < AVERAGED_FROM || (seen + 1) % AVERAGED_EVERY !== 0) return
      remember(weights)
      remember(steps)
      remembered++
    })
  }
  const average = ({ now, sum }: Table): Float64Array =>
    remembered === 0 ? now : sum.map((value) => value / remembered)
  return { weights: average(weights).subarray(0, 2 ** LABEL_BITS * LABELS), steps: average(steps), step: 1 }
}
