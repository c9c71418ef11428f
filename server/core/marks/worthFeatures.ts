import { isName } from '../english/tags.ts'
import { seedOf } from '../english/words.ts'
import type { Figure, WorthReason } from './marks.ts'
import { at, type Passage, type Range, tagAt } from './passage.ts'

/** Buckets of the weight table of check-worthiness. */
export const WORTH_BUCKETS = 1 << 13

const bucket = (seed: number, salt: number): number => {
  let hash = Math.imul(seed ^ Math.imul(salt, 0x9e3779b1), 0x85ebca6b)
  hash ^= hash >>> 15
  return Math.imul(hash, 0xc2b2ae35) >>> 19
}

const FIGURE_SEEDS = new Map<string, number>()
const REASON_SEEDS = new Map<string, number>()
const seedFor = (seeds: Map<string, number>, name: string): number => {
  let seed = seeds.get(name)
  if (seed === undefined) {
    seed = seedOf(name, 90)
    seeds.set(name, seed)
  }
  return seed
}

const NAME_SEED = seedOf('name', 91)

/** A word as the model knows it: itself, but all names alike, and numbers by their shape. */
function wordSeed(p: Passage, i: number): number {
  const { word, tag } = at(p, i)
  return isName(tag) ? NAME_SEED : (word.seeds[0] as number)
}

/**
 * The features of a sentence for check-worthiness, as buckets of a table, each once: its words (names masked), their parts of speech, kinds of figures, the reasons that our own lists give, and how long it is.
 */
export function worthFeatures(
  p: Passage,
  range: Range,
  figures: readonly Figure[],
  reasons: readonly WorthReason[],
): number[] {
  const found = new Set<number>()
  let words = 0
  for (let i = range.from; i < range.to; i++) {
    const { word } = at(p, i)
    if (word.kind !== 'word' && word.kind !== 'number' && word.text !== '$') continue
    words++
    const seed = wordSeed(p, i)
    const tag = seedFor(REASON_SEEDS, tagAt(p, i))
    found.add(bucket(seed, 1))
    found.add(bucket(tag, 4))
  }
  for (const { kind } of figures) found.add(bucket(seedFor(FIGURE_SEEDS, kind), 5))
  found.add(bucket(Math.min(figures.length, 3), 6))
  for (const { because } of reasons) found.add(bucket(seedFor(REASON_SEEDS, because), 7))
  found.add(bucket(Math.min(12, words >> 2), 8))
  found.add(bucket(0, 9))
  return [...found]
}
