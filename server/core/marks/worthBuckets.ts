const BITS = 18
/** Buckets of the weight table of check-worthiness. */
export const WORTH_BUCKETS = 1 << BITS

/** What a feature is about, so that equal seeds of two sorts fall apart. */
export const SORTS = {
  word: 1,
  pair: 2,
  overOne: 3,
  overTwo: 4,
  tagged: 5,
  tags: 6,
  four: 7,
  five: 8,
  ending: 9,
  first: 10,
  firstTwo: 11,
  firstTags: 12,
  verb: 13,
  verbTag: 14,
  verbTags: 15,
  subjectTag: 16,
  subjectVerb: 17,
  subjectNext: 18,
  figure: 19,
  figures: 20,
  reason: 21,
  odds: 22,
} as const

export type Sort = (typeof SORTS)[keyof typeof SORTS]

/** The bucket of a feature of a sort. */
export const bucket = (seed: number, sort: Sort): number => {
  let hash = Math.imul(seed ^ Math.imul(sort, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> (32 - BITS)
}

/** One seed of two, in this order. */
export const join = (first: number, second: number): number =>
  (Math.imul(first, 0x01000193) ^ Math.imul(second, 0x5bd1e995)) | 0
