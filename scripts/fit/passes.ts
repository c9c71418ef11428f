import { canFollow, LABELS } from '../../server/core/marks/attribution/labels.ts'
import { raised, type Scores, type Sequence } from '../../server/core/marks/attribution/scores.ts'

const SQUARE = LABELS * LABELS

/** How likely each label is at each token, and each step into it, before × label. */
export interface Passes {
  readonly label: Float64Array
  readonly step: Float64Array
}

/** The same as `chances` of the labeller, with the steps, by which a chain is fitted. Scores are in nats. */
export function passes({ count, classes }: Sequence, scores: Scores, factors: Float64Array): Passes {
  const own = raised(scores, 1)
  const forward = new Float64Array(count * LABELS)
  const backward = new Float64Array(count * LABELS)
  const sums = new Float64Array(count)
  for (let i = 0; i < count; i++) {
    const o = i * LABELS
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
  const step = new Float64Array(count * SQUARE)
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
        step[i * SQUARE + b * LABELS + l] = (forward[o - LABELS + b] as number) * through
      }
      backward[o - LABELS + b] = value
    }
  }
  return { label, step }
}
