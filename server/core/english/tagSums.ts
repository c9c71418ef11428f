import { ownBuckets, rightBuckets, tagBuckets } from './tagFeatures.ts'
import { TAGS } from './tags.ts'
import type { WordType } from './words.ts'

const WIDTH: number = TAGS.length

/** Where in the sums of a word those stand that count for the word before it. */
export const AS_RIGHT = WIDTH

/** Sums are cut from one array for many words, which is made faster than many small ones. */
const LENGTH_OF_PIECE = 512 * WIDTH
let piece = new Int16Array(0)
let used = 0

function cut(length: number): Int16Array {
  if (used + length > piece.length) {
    piece = new Int16Array(LENGTH_OF_PIECE)
    used = 0
  }
  used += length
  return piece.subarray(used - length, used)
}

/** What a word adds to the score of each tag, by itself and from {@link AS_RIGHT} on for the word before it, summed up once for each spelling. */
export function sumsOf(word: WordType, weights: Int8Array): Int16Array {
  if (word.tagSums === undefined) {
    word.tagSums = cut(2 * WIDTH)
    addRows(weights, ownBuckets(word, false), word.tagSums, 0)
    addRows(weights, rightBuckets(word), word.tagSums, AS_RIGHT)
  }
  return word.tagSums
}

/** What a word adds by itself where it is the first of its sentence. */
export function sumsOfFirst(word: WordType, weights: Int8Array): Int16Array {
  if (word.firstTagSums === undefined) {
    word.firstTagSums = cut(WIDTH)
    addRows(weights, ownBuckets(word, true), word.firstTagSums, 0)
  }
  return word.firstTagSums
}

/** What two tags add to the score of the next, one row for each pair, the last one first; one tag more stands for the start. */
export function sumsOfTags(weights: Int8Array): Int16Array {
  const sums = new Int16Array((WIDTH + 1) * (WIDTH + 1) * WIDTH)
  for (let last = 0; last <= WIDTH; last++)
    for (let before = 0; before <= WIDTH; before++)
      addRows(weights, tagBuckets(last, before), sums, (last * (WIDTH + 1) + before) * WIDTH)
  return sums
}

function addRows(weights: Int8Array, buckets: readonly number[], into: Int16Array, at: number): void {
  for (const bucket of buckets)
    for (let t = 0; t < WIDTH; t++) into[at + t] = (into[at + t] as number) + (weights[bucket * WIDTH + t] as number)
}
