import { leftBuckets, ownBuckets, rightBuckets, tagBuckets } from './tagFeatures.ts'
import { TAGS } from './tags.ts'
import type { WordType } from './words.ts'

const WIDTH: number = TAGS.length

/** Where in the sums of a word those stand that count for itself, for itself at the head of a sentence, and for its neighbours. */
export const AS_OWN = 0
export const AS_FIRST = WIDTH
/** For the word after it. */
export const AS_LEFT = 2 * WIDTH
/** For the word before it. */
export const AS_RIGHT = 3 * WIDTH
const LENGTH = 4 * WIDTH

/** Sums are cut from one array for many words, which is made faster than many small ones. */
const WORDS_IN_A_PIECE = 256
let piece = new Int16Array(0)
let used = 0

/** What a word adds to the score of each tag, by itself and as a neighbour, summed up once for each spelling. */
export function sumsOfWord(word: WordType, weights: Int8Array): Int16Array {
  word.tagSums ??= sumUp(word, weights)
  return word.tagSums
}

function sumUp(word: WordType, weights: Int8Array): Int16Array {
  if (used === piece.length) {
    piece = new Int16Array(WORDS_IN_A_PIECE * LENGTH)
    used = 0
  }
  const sums = piece.subarray(used, used + LENGTH)
  used += LENGTH
  addRows(weights, ownBuckets(word, false), sums, AS_OWN)
  addRows(weights, ownBuckets(word, true), sums, AS_FIRST)
  addRows(weights, leftBuckets(word), sums, AS_LEFT)
  addRows(weights, rightBuckets(word), sums, AS_RIGHT)
  return sums
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
