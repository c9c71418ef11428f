import { LABELS } from './labels.ts'
import type { Room } from './room.ts'

/** One run of tokens to be labelled. */
export interface Sequence {
  readonly count: number
  /** As many buckets for each token as there are templates, at least. */
  readonly buckets: Int32Array
  readonly templates: number
  /** The class of each token, for the steps. */
  readonly classes: Uint8Array
}

/** For every token and label the sum of its weights, {@link LABELS} a token. */
export type Scores = Int32Array | Float64Array

/** The sums of any weights. */
export function scoresOf({ count, buckets, templates }: Sequence, weights: ArrayLike<number>): Float64Array {
  const scores = new Float64Array(count * LABELS)
  for (let i = 0; i < count; i++)
    for (let f = i * templates; f < (i + 1) * templates; f++) {
      const row = (buckets[f] as number) * LABELS
      for (let label = 0; label < LABELS; label++)
        scores[i * LABELS + label] = (scores[i * LABELS + label] as number) + (weights[row + label] as number)
    }
  return scores
}

/** For every token and label e to the power of how far its score is below the best of its token, in nats. */
export function raised(scores: Scores, scale: number): Float64Array {
  const powers = new Float64Array(scores.length)
  for (let o = 0; o < scores.length; o += LABELS) {
    const most = mostAt(scores, o)
    for (let l = 0; l < LABELS; l++) powers[o + l] = Math.exp(((scores[o + l] as number) - most) * scale)
  }
  return powers
}

function mostAt(scores: Scores, o: number): number {
  let most = scores[o] as number
  for (let l = 1; l < LABELS; l++) if ((scores[o + l] as number) > most) most = scores[o + l] as number
  return most
}

/** Weights of one byte, four to a number, in rows of two numbers: room for eight labels. */
export type PackedRows = Int32Array

/** What is added to a weight so that it is never negative. */
const BIAS = 128
const ROW_BYTES = 8
const SHARE = 0x00ff00ff
const HALF = 0xffff

/** Packs whole weights from -128 to 127, {@link LABELS} a bucket. */
export function packRows(weights: Int8Array): PackedRows {
  const buckets = weights.length / LABELS
  const bytes = new Uint8Array(buckets * ROW_BYTES).fill(BIAS)
  for (let bucket = 0; bucket < buckets; bucket++)
    for (let label = 0; label < LABELS; label++)
      bytes[bucket * ROW_BYTES + label] = (weights[bucket * LABELS + label] as number) + BIAS
  return new Int32Array(bytes.buffer)
}

/**
 * The same as {@link scoresOf} in half the time: two sums share a number, sixteen bits each, so that a row costs two look-ups and not seven. That
 * many weights as a token has features always fit in sixteen bits.
 */
export function packedScores({ count, buckets, templates }: Sequence, rows: PackedRows, { scores }: Room): Int32Array {
  const raisedBy = templates * BIAS
  let f = 0
  for (let i = 0; i < count; i++) {
    let sum02 = 0
    let sum13 = 0
    let sum46 = 0
    let sum5 = 0
    for (const end = f + templates; f < end; f++) {
      const row = (buckets[f] as number) * 2
      const first = rows[row] as number
      const second = rows[row + 1] as number
      sum02 = (sum02 + (first & SHARE)) | 0
      sum13 = (sum13 + ((first >>> 8) & SHARE)) | 0
      sum46 = (sum46 + (second & SHARE)) | 0
      sum5 = (sum5 + ((second >>> 8) & SHARE)) | 0
    }
    const o = i * LABELS
    scores[o] = (sum02 & HALF) - raisedBy
    scores[o + 1] = (sum13 & HALF) - raisedBy
    scores[o + 2] = (sum02 >>> 16) - raisedBy
    scores[o + 3] = (sum13 >>> 16) - raisedBy
    scores[o + 4] = (sum46 & HALF) - raisedBy
    scores[o + 5] = (sum5 & HALF) - raisedBy
    scores[o + 6] = (sum46 >>> 16) - raisedBy
  }
  return scores
}

/** e to the power of minus 0, 1, 2 … steps, as far as packed scores of so many templates can lie apart. */
export function powersOf(scale: number, templates: number): Float64Array {
  return Float64Array.from({ length: templates * 2 * BIAS }, (_, steps) => Math.exp(-steps * scale))
}

/** The same as {@link raised} for the whole scores of so many tokens, by looking powers up. */
export function lookedUp(scores: Int32Array, count: number, powers: Float64Array, room: Room): Float64Array {
  const { powers: found } = room
  for (let o = 0; o < count * LABELS; o += LABELS) {
    const most = mostAt(scores, o)
    for (let l = 0; l < LABELS; l++) found[o + l] = powers[most - (scores[o + l] as number)] as number
  }
  return found
}
