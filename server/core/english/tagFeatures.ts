import type { Token } from './tokens.ts'
import { wordType } from './vocabulary.ts'
import type { WordType } from './words.ts'

/** Buckets of the weight table; each holds one weight for each tag. */
export const BUCKETS = 1 << 14
/** How many features a token has. */
export const TEMPLATES = 15

/** What stands before the first word of a sentence and after its last. */
export const OUTSIDE = wordType('', 0, 0, 'other')

const mix = (seed: number, salt: number): number => {
  let hash = Math.imul(seed ^ salt, 0x85ebca6b)
  hash ^= hash >>> 13
  return Math.imul(hash, 0xc2b2ae35) >>> 18
}

/** The buckets of a word by itself: the word, its endings, its shape and whether it is the first of its sentence. */
export function ownBuckets({ seeds }: WordType, first: boolean): number[] {
  const [word, three, two, one, shape, prefix, four] = seeds as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return [
    mix(word, 11),
    mix(three, 12),
    mix(two, 13),
    mix(one ^ Math.imul(shape, 31), 14),
    mix(shape ^ (first ? 0x5bd1 : 0), 15),
    mix(prefix, 16),
    mix(four, 17),
  ]
}

/** The bucket of a word for the one after it. */
export const leftBucket = ({ seeds }: WordType): number => mix(seeds[0] as number, 21)

/** The buckets of a word for the one before it. */
export const rightBuckets = ({ seeds }: WordType): number[] => [
  mix(seeds[0] as number, 22),
  mix(seeds[1] as number, 23),
]

/** The buckets of the two tags to the left. */
export const tagBuckets = (last: number, before: number): number[] => [mix(last, 18), mix(last * 64 + before, 19)]

/** The bucket of a word with the tag before it. */
export const wordAfterTag = ({ seeds }: WordType, last: number): number => mix((seeds[0] as number) + last * 0x9e37, 20)

/** The bucket of what our lists know of a word, with the tag before it. */
export const classAfterTag = ({ seeds }: WordType, last: number): number =>
  mix(((seeds[7] as number) ^ Math.imul(last, 0x2c1b)) + (seeds[3] as number), 25)

/** The bucket of the shapes of a word and of the one after it. */
export const shapesOf = (own: WordType, right: WordType): number =>
  mix((right.seeds[4] as number) ^ Math.imul(own.seeds[4] as number, 7), 24)

/**
 * The buckets of the features of one token, given the tags to its left.
 *
 * The templates are the usual ones of a greedy averaged-perceptron tagger (Collins, 2002): the word, its endings and shape, its neighbours,
 * the two tags before it.
 *
 * @returns {@link TEMPLATES} bucket numbers
 */
export function tagFeatures(
  tokens: readonly Token[],
  from: number,
  to: number,
  i: number,
  last: number,
  before: number,
): number[] {
  const at = (j: number) => (j < from || j >= to ? OUTSIDE : (tokens[j] as Token).word)
  const own = at(i)
  return [
    ...ownBuckets(own, i === from),
    ...tagBuckets(last, before),
    wordAfterTag(own, last),
    leftBucket(at(i - 1)),
    ...rightBuckets(at(i + 1)),
    shapesOf(own, at(i + 1)),
    classAfterTag(own, last),
  ]
}
