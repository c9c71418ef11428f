import { isFiniteVerb, isNoun, TAGS } from '../english/tags.ts'
import { seedOf } from '../english/words.ts'
import type { Figure, WorthReason } from './marks.ts'
import { at, type Passage, type Range, tagAt } from './passage.ts'

const BITS = 18
/** Buckets of the weight table of check-worthiness. */
export const WORTH_BUCKETS = 1 << BITS

/** What a feature is about, so that equal seeds of two sorts fall apart. */
const SORTS = {
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

type Sort = (typeof SORTS)[keyof typeof SORTS]

const bucket = (seed: number, sort: Sort): number => {
  let hash = Math.imul(seed ^ Math.imul(sort, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 13)) >>> (32 - BITS)
}

const join = (first: number, second: number): number =>
  (Math.imul(first, 0x01000193) ^ Math.imul(second, 0x5bd1e995)) | 0

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

/** Seeds of the first letters of a word, 0 where it has hardly more. */
function beginning(word: string, letters: number): number {
  if (word.length <= letters) return 0
  let hash = 0
  for (let i = 0; i < letters; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

// The sentence at hand: which buckets it has, and which of them come in which order. Kept between calls, since this runs on every sentence.
const seen = new Uint8Array(WORTH_BUCKETS)
let found = new Int32Array(4096)
let count = 0

function add(seed: number, sort: Sort): void {
  const feature = bucket(seed, sort)
  if (seen[feature] === 1) return
  seen[feature] = 1
  if (count === found.length) {
    const longer = new Int32Array(2 * count)
    longer.set(found)
    found = longer
  }
  found[count++] = feature
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
  count = 0
  addWords(p, range)
  addVerbs(p, range)
  for (const { kind } of figures) add(seedNamed(kind), SORTS.figure)
  add(Math.min(figures.length, 3), SORTS.figures)
  for (const { because } of hand.reasons) add(seedNamed(because), SORTS.reason)
  add(Math.max(-4, Math.min(8, Math.round(2 * hand.odds))), SORTS.odds)
  for (let i = 0; i < count; i++) seen[found[i] as number] = 0
  return found.subarray(0, count)
}

const isCounted = (p: Passage, i: number): boolean => {
  const { kind, text } = at(p, i).word
  return kind === 'word' || kind === 'number' || text === '$' || text === '%'
}

/** Words and tags, each with those before it. */
function addWords(p: Passage, range: Range): void {
  let [one, two, three] = [START, 0, 0]
  let tagBefore = START
  let openingTags = 0
  let n = 0
  for (let i = range.from; i < range.to; i++) {
    if (!isCounted(p, i)) continue
    const { word } = at(p, i)
    const seed = word.seeds[0] as number
    const tag = TAG_SEEDS.get(tagAt(p, i)) ?? 0
    add(seed, SORTS.word)
    add(join(seed, tag), SORTS.tagged)
    add(join(one, seed), SORTS.pair)
    if (n > 0) add(join(two, seed), SORTS.overOne)
    if (n > 1) add(join(three, seed), SORTS.overTwo)
    add(join(tagBefore, tag), SORTS.tags)
    const four = beginning(word.lower, 4)
    // a number has only its shape, which its seed is made of
    if (four !== 0 && word.kind === 'word') {
      add(four, SORTS.four)
      add(word.seeds[1] as number, SORTS.ending)
      const five = beginning(word.lower, 5)
      if (five !== 0) add(five, SORTS.five)
    }
    if (n === 0) add(seed, SORTS.first)
    if (n === 1) add(join(one, seed), SORTS.firstTwo)
    if (n < 3) openingTags = join(openingTags, tag)
    if (n === 2) add(openingTags, SORTS.firstTags)
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
    if (!isCounted(p, i)) continue
    const tag = tagAt(p, i)
    const seed = at(p, i).word.seeds[0] as number
    const tagSeed = TAG_SEEDS.get(tag) ?? 0
    far++
    if (isFiniteVerb(tag)) {
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
    } else if (tag === 'PRP' || isNoun(tag)) {
      subject = tag === 'PRP' ? seed : tagSeed
      far = 0
    }
  }
  add(kinds, SORTS.verbTags)
}
