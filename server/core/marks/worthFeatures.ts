import { isFiniteVerb, isNoun, TAGS } from '../english/tags.ts'
import type { Token } from '../english/tokens.ts'
import { seedOf, type WordWorth } from '../english/words.ts'
import type { Figure, WorthReason } from './marks.ts'
import { at, type Passage, type Range, tagAt } from './passage.ts'
import { Said, wordWorthOf } from './wordWorth.ts'
import { bucket, join, SORTS, type Sort, WORTH_BUCKETS } from './worthBuckets.ts'

export { WORTH_BUCKETS } from './worthBuckets.ts'

const TAG_SEEDS = new Map<string, number>(TAGS.map((tag) => [tag, seedOf(tag, 90)]))
const START = seedOf('', 91)
const END = seedOf('', 92)
const NAMED = new Map<string, number>()

/** The seed of a kind of figure or of a reason. */
function seedNamed(name: string): number {
  let seed = NAMED.get(name)
  if (seed === undefined) {
    seed = seedOf(name, 93)
    NAMED.set(name, seed)
  }
  return seed
}

// The sentence at hand: which buckets it has, a bit for each, and in which order. Kept between calls, since this runs on every sentence.
const seen = new Int32Array(WORTH_BUCKETS / 32)
let found = new Int32Array(4096)
let count = 0

const add = (seed: number, sort: Sort): void => put(bucket(seed, sort))

function put(feature: number): void {
  const bits = seen[feature >> 5] as number
  const bit = 1 << (feature & 31)
  if ((bits & bit) !== 0) return
  seen[feature >> 5] = bits | bit
  if (count === found.length) lengthen()
  found[count++] = feature
}

function lengthen(): void {
  const longer = new Int32Array(2 * count)
  longer.set(found)
  found = longer
}

/**
 * The features of a sentence for check-worthiness, as buckets of a table, each once: its words, alone, with their parts of speech, and in pairs with
 * up to two words between; how they begin and end; its opening; its verbs and their subjects; the kinds of its figures, and what our own lists say.
 *
 * @returns good until the next call
 */
export function worthFeatures(
  p: Passage,
  range: Range,
  figures: readonly Figure[],
  hand: { readonly odds: number; readonly reasons: readonly WorthReason[] },
): Int32Array {
  return found.subarray(0, findFeatures(p, range, figures, hand))
}

/** Two weights of each bucket in one number, each raised by 128: see {@link worthSums}. */
export function packPairs(first: Int8Array, second: Int8Array): Uint16Array {
  return Uint16Array.from(first, (weight, b) => weight + 128 + (((second[b] as number) + 128) << 8))
}

/** How many features a sentence has, and the sums of both weights of each. */
export function worthSums(
  p: Passage,
  range: Range,
  figures: readonly Figure[],
  hand: { readonly odds: number; readonly reasons: readonly WorthReason[] },
  pairs: Uint16Array,
): { readonly size: number; readonly first: number; readonly second: number } {
  const size = findFeatures(p, range, figures, hand)
  let first = -128 * size
  let second = -128 * size
  for (let i = 0; i < size; i++) {
    const pair = pairs[found[i] as number] as number
    first += pair & 0xff
    second += pair >> 8
  }
  return { size, first, second }
}

function findFeatures(
  p: Passage,
  range: Range,
  figures: readonly Figure[],
  hand: { readonly odds: number; readonly reasons: readonly WorthReason[] },
): number {
  count = 0
  addWords(p, range)
  addVerbs(p, range)
  for (const { kind } of figures) add(seedNamed(kind), SORTS.figure)
  add(Math.min(figures.length, 3), SORTS.figures)
  for (const { because } of hand.reasons) add(seedNamed(because), SORTS.reason)
  add(Math.max(-4, Math.min(8, Math.round(2 * hand.odds))), SORTS.odds)
  for (let i = 0; i < count; i++) seen[(found[i] as number) >> 5] = 0
  return count
}

/** What check-worthiness makes of a token's word, brought up to the token's part of speech: most words have but one. */
function taggedWorthOf({ word, tag }: Token): WordWorth {
  const known = wordWorthOf(word)
  if (known.tag !== tag) {
    known.tag = tag
    known.tagSeed = TAG_SEEDS.get(tag) ?? 0
    known.tagged = bucket(join(word.seeds[0] as number, known.tagSeed), SORTS.tagged)
  }
  return known
}

/** Words and tags, each with those before it. */
function addWords(p: Passage, range: Range): void {
  let one = START
  let two = 0
  let three = 0
  let tagBefore = START
  let openingTags = 0
  let n = 0
  for (let i = range.from; i < range.to; i++) {
    const token = at(p, i)
    const { word } = token
    const known = taggedWorthOf(token)
    if ((known.bits & Said.Counted) === 0) continue
    const seed = word.seeds[0] as number
    const tag = known.tagSeed
    put(known.word)
    put(known.tagged)
    add(join(one, seed), SORTS.pair)
    if (n > 0) add(join(two, seed), SORTS.overOne)
    if (n > 1) add(join(three, seed), SORTS.overTwo)
    add(join(tagBefore, tag), SORTS.tags)
    if (known.four >= 0) {
      put(known.four)
      put(known.ending)
      if (known.five >= 0) put(known.five)
    }
    if (n < 3) {
      if (n === 0) add(seed, SORTS.first)
      if (n === 1) add(join(one, seed), SORTS.firstTwo)
      openingTags = join(openingTags, tag)
      if (n === 2) add(openingTags, SORTS.firstTags)
    }
    three = two
    two = one
    one = seed
    tagBefore = tag
    n++
  }
  add(join(one, END), SORTS.pair)
  if (n > 0) add(join(two, END), SORTS.overOne)
  if (n > 1) add(join(three, END), SORTS.overTwo)
  add(join(tagBefore, END), SORTS.tags)
}

/** How far a verb may stand from its subject, in words. */
const REACH = 3

/** The first finite verb, which kinds of them there are, and each with its subject. */
function addVerbs(p: Passage, range: Range): void {
  let kinds = 0
  let subject = 0
  let far = REACH + 1
  for (let i = range.from; i < range.to; i++) {
    const token = at(p, i)
    const { word, tag } = token
    const known = taggedWorthOf(token)
    if ((known.bits & Said.Counted) === 0) continue
    far++
    const { tagSeed } = known
    if (isFiniteVerb(tag)) {
      const seed = word.seeds[0] as number
      if (kinds === 0) {
        add(seed, SORTS.verb)
        add(tagSeed, SORTS.verbTag)
      }
      kinds |= tag === 'VBD' ? 1 : tag === 'VBZ' ? 2 : tag === 'VBP' ? 4 : 8
      if (far <= REACH) {
        add(join(subject, tagSeed), SORTS.subjectTag)
        add(join(subject, seed), SORTS.subjectVerb)
        const next = i + 1 < range.to ? tagAt(p, i + 1) : ''
        const after =
          next === 'RB' || next.startsWith('V') ? (at(p, i + 1).word.seeds[0] as number) : (TAG_SEEDS.get(next) ?? 0)
        add(join(join(subject, tagSeed), after), SORTS.subjectNext)
      }
      far = REACH + 1
    } else if (tag === 'PRP') {
      subject = word.seeds[0] as number
      far = 0
    } else if (isNoun(tag)) {
      subject = tagSeed
      far = 0
    }
  }
  add(kinds, SORTS.verbTags)
}
