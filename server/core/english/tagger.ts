import { unpack } from './fitted/packed.ts'
import { TAGGER_WEIGHTS } from './fitted/tagger.ts'
import { classAfterTag, leftBucket, OUTSIDE, shapesOf, wordAfterTag } from './tagFeatures.ts'
import { AS_RIGHT, sumsOf, sumsOfFirst, sumsOfTags } from './tagSums.ts'
import { TAGS } from './tags.ts'
import type { Token } from './tokens.ts'
import type { TokenKind } from './words.ts'

const FIXED: Partial<Record<TokenKind, string>> = {
  quote: '"',
  comma: ',',
  stop: '.',
  colon: ':',
  dash: ':',
  object: 'NN',
  open: ':',
  close: ':',
}
const TAG_INDEX = new Map<string, number>(TAGS.map((tag, i) => [tag, i]))
const FIXED_INDEX = new Map(Object.entries(FIXED).map(([kind, tag]) => [kind, TAG_INDEX.get(tag) as number]))
const WIDTH: number = TAGS.length
const VBD = TAGS.indexOf('VBD')
const VBN = TAGS.indexOf('VBN')
/** Tags that need no decision: punctuation. -1 where the tagger decides. */
export const fixedTag = ({ word: { kind } }: Token): number =>
  kind === 'word' || kind === 'number' ? -1 : (FIXED_INDEX.get(kind) ?? -1)

let weights: Int8Array | undefined
let tagSums: Int16Array | undefined

/**
 * Tags the tokens from index `from` up to `to`, which should be one sentence, in place.
 *
 * What a word, a neighbour or two tags add by themselves is summed up once and kept ({@link sumsOf}), so that a token costs seven rows of
 * weights and not one for each of its features. The sums are of whole numbers: the tags are those that `tagFeatures` and `decide` give.
 */
export function tag(tokens: readonly Token[], from: number, to: number): void {
  weights ??= unpack(TAGGER_WEIGHTS)
  tagSums ??= sumsOfTags(weights)
  const table = weights
  const pairs = tagSums
  const scores = new Int32Array(WIDTH)
  let last = WIDTH
  let before = WIDTH
  let left = OUTSIDE
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    const { word } = token
    let best = fixedTag(token)
    if (best < 0) {
      const right = i + 1 < to ? (tokens[i + 1] as Token).word : OUTSIDE
      const own = i === from ? sumsOfFirst(word, table) : sumsOf(word, table)
      const ofRight = sumsOf(right, table)
      const atLeft = leftBucket(left) * WIDTH
      const atTags = (last * (WIDTH + 1) + before) * WIDTH
      const atWord = wordAfterTag(word, last) * WIDTH
      const atClass = classAfterTag(word, last) * WIDTH
      const atShapes = shapesOf(word, right) * WIDTH
      let most = Number.NEGATIVE_INFINITY
      for (let t = 0; t < WIDTH; t++) {
        const score =
          (own[t] as number) +
          (table[atLeft + t] as number) +
          (ofRight[AS_RIGHT + t] as number) +
          (pairs[atTags + t] as number) +
          (table[atWord + t] as number) +
          (table[atClass + t] as number) +
          (table[atShapes + t] as number)
        scores[t] = score
        if (score > most) {
          most = score
          best = t
        }
      }
      if (word.past && best !== VBD && best !== VBN)
        best = (scores[VBN] as number) > (scores[VBD] as number) ? VBN : VBD
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
