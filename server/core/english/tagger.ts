import { unpack } from './fitted/packed.ts'
import { TAGGER_WEIGHTS } from './fitted/tagger.ts'
import { TAGS } from './tags.ts'
import type { Token } from './tokens.ts'
import { type TokenKind, wordType } from './words.ts'

/** Buckets of the weight table; each holds one weight for each tag. */
export const BUCKETS = 1 << 14
const TEMPLATES = 15
const START = wordType('', 'other')
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
const VBD = TAGS.indexOf('VBD')
const VBN = TAGS.indexOf('VBN')
/** Tags that need no decision: punctuation. -1 where the tagger decides. */
export const fixedTag = (token: Token): number => TAG_INDEX.get(FIXED[token.word.kind] ?? '') ?? -1

const mix = (seed: number, salt: number): number => {
  let hash = Math.imul(seed ^ salt, 0x85ebca6b)
  hash ^= hash >>> 13
  return Math.imul(hash, 0xc2b2ae35) >>> 18
}

/**
 * The buckets of the features of one token, given the tags to its left.
 *
 * The templates are the usual ones of a greedy averaged-perceptron tagger (Collins, 2002): the word, its endings and shape, its neighbours,
 * the two tags before it.
 *
 * @param into receives {@link TEMPLATES} bucket numbers.
 */
export function features(
  tokens: readonly Token[],
  from: number,
  to: number,
  i: number,
  last: number,
  before: number,
  into: Int32Array,
): void {
  const at = (j: number) => (j < from || j >= to ? START : (tokens[j] as Token).word).seeds
  const own = at(i)
  const left = at(i - 1)
  const right = at(i + 1)
  const [word, three, two, one, shape, prefix, four] = own as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const first = i === from ? 0x5bd1 : 0
  into[0] = mix(word, 11)
  into[1] = mix(three, 12)
  into[2] = mix(two, 13)
  into[3] = mix(one ^ Math.imul(shape, 31), 14)
  into[4] = mix(shape ^ first, 15)
  into[5] = mix(prefix, 16)
  into[6] = mix(four, 17)
  into[7] = mix(last, 18)
  into[8] = mix(last * 64 + before, 19)
  into[9] = mix(word + last * 0x9e37, 20)
  into[10] = mix(left[0] as number, 21)
  into[11] = mix(right[0] as number, 22)
  into[12] = mix(right[1] as number, 23)
  into[14] = mix(((own[7] as number) ^ Math.imul(last, 0x2c1b)) + (own[3] as number), 25)
  into[13] = mix((right[4] as number) ^ Math.imul(shape, 7), 24)
}

export const newFeatures = (): Int32Array => new Int32Array(TEMPLATES)

let weights: Int8Array | undefined

/** Tags the tokens from index `from` up to `to`, which should be one sentence, in place. */
export function tag(tokens: readonly Token[], from: number, to: number): void {
  weights ??= unpack(TAGGER_WEIGHTS)
  const buckets = newFeatures()
  const scores = new Int32Array(TAGS.length)
  let last: number = TAGS.length
  let before: number = TAGS.length
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    let best = fixedTag(token)
    if (best < 0) {
      features(tokens, from, to, i, last, before, buckets)
      best = decide(weights, buckets, scores)
      if (token.word.past && best !== VBD && best !== VBN)
        best = (scores[VBN] as number) > (scores[VBD] as number) ? VBN : VBD
    }
    token.tag = TAGS[best] as string
    before = last
    last = best
  }
}

/** The tag with the greatest sum of weights, the first of equals. */
export function decide(table: ArrayLike<number>, buckets: Int32Array, scores: Int32Array | Float64Array): number {
  const width: number = TAGS.length
  scores.fill(0)
  for (let f = 0; f < buckets.length; f++) {
    const row = (buckets[f] as number) * width
    for (let t = 0; t < width; t++) scores[t] = (scores[t] as number) + (table[row + t] as number)
  }
  let best = 0
  for (let t = 1; t < width; t++) if ((scores[t] as number) > (scores[best] as number)) best = t
  return best
}
