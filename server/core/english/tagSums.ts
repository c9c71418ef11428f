import { ownBuckets, rightBuckets, tagBuckets } from './tagFeatures.ts'
import { TAGS } from './tags.ts'
import type { WordType } from './words.ts'

const WIDTH: number = TAGS.length

/**
 * Weights of tags, two to a number, the one of the lower tag in the lower sixteen bits: a row of {@link PAIRS} numbers is added up in half the
 * time. Each is raised by {@link BIAS}, so that none is negative; every tag's score is the sum of equally many, so that their order stays.
 */
export type TagRows = Int32Array

/** How many numbers hold the weights of all tags. */
export const PAIRS = WIDTH / 2
const BIAS = 128

/** The rows of a table of weights from -128 to 127, of one bucket after another. */
export function tagRows(weights: Int8Array): TagRows {
  const rows = new Int32Array(weights.length / 2)
  for (let i = 0; i < rows.length; i++)
    rows[i] = ((weights[2 * i] as number) + BIAS) | (((weights[2 * i + 1] as number) + BIAS) << 16)
  return rows
}

/** The score of a tag in the numbers of a sum. */
export const scoreIn = (sum: Int32Array, tag: number): number => {
  const pair = sum[tag >> 1] as number
  return tag % 2 === 0 ? pair & 0xffff : pair >>> 16
}

/** Where in the sums of a word those stand that count for the word before it. */
export const AS_RIGHT = PAIRS

/** Sums are cut from one array for many words, which is made faster than many small ones. */
const LENGTH_OF_PIECE = 512 * PAIRS
let piece = new Int32Array(0)
let used = 0

function cut(length: number): TagRows {
  if (used + length > piece.length) {
    piece = new Int32Array(LENGTH_OF_PIECE)
    used = 0
  }
  used += length
  return piece.subarray(used - length, used)
}

/** What a word adds to the score of each tag, by itself and from {@link AS_RIGHT} on for the word before it, summed up once for each spelling. */
export function sumsOf(word: WordType, rows: TagRows): TagRows {
  if (word.tagSums === undefined) {
    word.tagSums = cut(2 * PAIRS)
    addRows(rows, ownBuckets(word, false), word.tagSums, 0)
    addRows(rows, rightBuckets(word), word.tagSums, AS_RIGHT)
  }
  return word.tagSums
}

/** What a word adds by itself where it is the first of its sentence. */
export function sumsOfFirst(word: WordType, rows: TagRows): TagRows {
  if (word.firstTagSums === undefined) {
    word.firstTagSums = cut(PAIRS)
    addRows(rows, ownBuckets(word, true), word.firstTagSums, 0)
  }
  return word.firstTagSums
}

/** What two tags add to the score of the next, one row for each pair, the last one first; one tag more stands for the start. */
export function sumsOfTags(rows: TagRows): TagRows {
  const sums = new Int32Array((WIDTH + 1) * (WIDTH + 1) * PAIRS)
  for (let last = 0; last <= WIDTH; last++)
    for (let before = 0; before <= WIDTH; before++)
      addRows(rows, tagBuckets(last, before), sums, (last * (WIDTH + 1) + before) * PAIRS)
  return sums
}

function addRows(rows: TagRows, buckets: readonly number[], into: TagRows, at: number): void {
  for (const bucket of buckets)
    for (let k = 0; k < PAIRS; k++) into[at + k] = (into[at + k] as number) + (rows[bucket * PAIRS + k] as number)
}
