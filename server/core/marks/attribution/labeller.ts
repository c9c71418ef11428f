import { ATTRIBUTION_STEP, ATTRIBUTION_STEPS, ATTRIBUTION_WEIGHTS } from '../../english/fitted/attributions.ts'
import { unpack } from '../../english/fitted/packed.ts'
import type { Passage } from '../passage.ts'
import { labelFeatures, TEMPLATES } from './features.ts'
import { canFollow, LABELS, stepClass } from './labels.ts'

/** What the labeller knows: a weight for each bucket and label, and for each step from label to label before a class of token. */
export interface Model {
  readonly weights: ArrayLike<number>
  readonly steps: ArrayLike<number>
}

let fitted: Model | undefined

const shipped = (): Model => {
  fitted ??= {
    weights: unpack(ATTRIBUTION_WEIGHTS),
    steps: Float64Array.from(ATTRIBUTION_STEPS, (step) => step / ATTRIBUTION_STEP),
  }
  return fitted
}

/** The sums of weights of every token and label. */
export function scoresOf(features: Int32Array, count: number, weights: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(count * LABELS)
  for (let i = 0; i < count; i++) {
    for (let f = i * TEMPLATES; f < (i + 1) * TEMPLATES; f++) {
      const row = (features[f] as number) * LABELS
      for (let label = 0; label < LABELS; label++)
        scores[i * LABELS + label] = (scores[i * LABELS + label] as number) + (weights[row + label] as number)
    }
  }
  return scores
}

/** What the draft of the rules counts for where it is certain: its marks, and its leaving a token alone. In steps of a weight. */
const SOMETHING = 6 / ATTRIBUTION_STEP
const NOTHING = 2 / ATTRIBUTION_STEP
const IMPOSSIBLE = -1e12

/**
 * The likeliest labels of a passage: a linear-chain conditional random field (Lafferty, McCallum and Pereira, 2001), decoded by Viterbi.
 *
 * @param drafted the labels that the rules give
 * @param certain 1 for each token about which the rules are sure
 */
export function labelPassage(
  p: Passage,
  drafted: Uint8Array,
  certain: Uint8Array,
  { weights, steps }: Model = shipped(),
): Uint8Array {
  const count = p.tokens.length
  const scores = scoresOf(labelFeatures(p, drafted), count, weights)
  for (let i = 0; i < count; i++) {
    const label = drafted[i] as number
    if (certain[i] === 0) continue
    scores[i * LABELS + label] = (scores[i * LABELS + label] as number) + (label === 0 ? NOTHING : SOMETHING)
  }
  const from = new Uint8Array(count * LABELS)
  for (let i = 0; i < count; i++) {
    const edge = stepClass(p, i) * LABELS * LABELS
    for (let label = 0; label < LABELS; label++) {
      let best = i === 0 ? (canFollow(0, label) ? 0 : IMPOSSIBLE) : Number.NEGATIVE_INFINITY
      let last = 0
      if (i > 0)
        for (let before = 0; before < LABELS; before++) {
          if (!canFollow(before, label)) continue
          const score =
            (scores[(i - 1) * LABELS + before] as number) + (steps[edge + before * LABELS + label] as number)
          if (score > best) {
            best = score
            last = before
          }
        }
      scores[i * LABELS + label] = (scores[i * LABELS + label] as number) + best
      from[i * LABELS + label] = last
    }
  }
  const labels = new Uint8Array(count)
  let label = 0
  for (let l = 1; l < LABELS; l++)
    if ((scores[(count - 1) * LABELS + l] as number) > (scores[(count - 1) * LABELS + label] as number)) label = l
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label
    label = from[i * LABELS + label] as number
  }
  return labels
}
