import { unpack } from './fitted/packed.ts'
import { TAGGER_WEIGHTS } from './fitted/tagger.ts'
import { classAfterTag, leftBucket, OUTSIDE, shapesOf, wordAfterTag } from './tagFeatures.ts'
import { AS_RIGHT, PAIRS, scoreIn, sumsOf, sumsOfFirst, sumsOfTags, type TagRows, tagRows } from './tagSums.ts'
import { TAGS } from './tags.ts'
import type { Token } from './tokens.ts'

const WIDTH: number = TAGS.length
const VBD = TAGS.indexOf('VBD')
const VBN = TAGS.indexOf('VBN')

/** The scores of the token at hand. */
const sums = new Int32Array(PAIRS)
let table: { readonly rows: TagRows; readonly tags: TagRows } | undefined

function tableOf(weights: Int8Array) {
  const rows = tagRows(weights)
  return { rows, tags: sumsOfTags(rows) }
}

/**
 * Tags the tokens from index `from` up to `to`, which should be one sentence, in place.
 *
 * What a word, a neighbour or two tags add by themselves is summed up once and kept ({@link sumsOf}), so that a token costs seven rows of
 * weights and not one for each of its features. The sums are of whole numbers: the tags are those that `tagFeatures` and `decide` give.
 */
export function tag(tokens: readonly Token[], from: number, to: number): void {
  table ??= tableOf(unpack(TAGGER_WEIGHTS))
  const { rows, tags } = table
  let last = WIDTH
  let before = WIDTH
  let left = OUTSIDE
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    const { word } = token
    let best = word.fixedTag
    if (best < 0) {
      const right = i + 1 < to ? (tokens[i + 1] as Token).word : OUTSIDE
      const own = i === from ? sumsOfFirst(word, rows) : sumsOf(word, rows)
      const ofRight = sumsOf(right, rows)
      const atTags = (last * (WIDTH + 1) + before) * PAIRS
      const atLeft = leftBucket(left) * PAIRS
      const atWord = wordAfterTag(word, last) * PAIRS
      const atClass = classAfterTag(word, last) * PAIRS
      const atShapes = shapesOf(word, right) * PAIRS
      let most = -1
      for (let k = 0; k < PAIRS; k++) {
        const sum =
          (own[k] as number) +
          (ofRight[AS_RIGHT + k] as number) +
          (tags[atTags + k] as number) +
          (rows[atLeft + k] as number) +
          (rows[atWord + k] as number) +
          (rows[atClass + k] as number) +
          (rows[atShapes + k] as number)
        sums[k] = sum
        const lower = sum & 0xffff
        if (lower > most) {
          most = lower
          best = 2 * k
        }
        const upper = sum >>> 16
        if (upper > most) {
          most = upper
          best = 2 * k + 1
        }
      }
      if (word.past && best !== VBD && best !== VBN) best = scoreIn(sums, VBN) > scoreIn(sums, VBD) ? VBN : VBD
    }
    token.tag = TAGS[best] as string
    before = last
    last = best
    left = word
  }
}

/** The tag with the greatest sum of weights, the first of equals. */
export function decide(
  table: ArrayLike<number>,
  buckets: readonly number[],
  scores: Int32Array | Float64Array,
): number {
  scores.fill(0)
  for (const bucket of buckets) {
    const row = bucket * WIDTH
    for (let t = 0; t < WIDTH; t++) scores[t] = (scores[t] as number) + (table[row + t] as number)
  }
  let best = 0
  for (let t = 1; t < WIDTH; t++) if ((scores[t] as number) > (scores[best] as number)) best = t
  return best
}
