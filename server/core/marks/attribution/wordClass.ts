import { INSTITUTION_NOUNS, PERSON_NOUNS, PUBLISHED_NOUNS, REPORTING_NOUNS } from '../../english/lexicon/nouns.ts'
import { reportingVerb } from '../../english/lexicon/verbs.ts'
import type { Token } from '../../english/tokens.ts'
import { seedOf } from '../../english/words.ts'

const CLOSED = /^(?:DT|PDT|IN|CC|TO|MD|PRP\$?|WP|WDT|WRB|EX|POS|RP|"|,|\.|:)$/
const AUXILIARIES: ReadonlySet<string> = new Set(
  "be is are was were been being has have had do does did 's 're 've 'd 'll not n't also never said according".split(
    ' ',
  ),
)
/** Longer "function words" are something else that the tagger took for one. */
const LONGEST = 11

/**
 * What a token is to the labeller: itself if it is a function word or a mark, its lemma if our own lists know it as a verb or noun of
 * reporting, else only its part of speech and whether it has a capital. No other word is known by itself.
 */
function classOf({ word, tag }: Token): string {
  const { lower } = word
  if (CLOSED.test(tag) || AUXILIARIES.has(lower)) return lower.length <= LONGEST ? lower : tag
  const verb = reportingVerb(lower)
  if (verb && /^(?:VB|NN|JJ)/.test(tag)) return `${tag.startsWith('VB') ? 'v' : 'n'}:${verb.lemma}:${tag}`
  if (REPORTING_NOUNS.has(lower)) return `rn:${lower}`
  if (PERSON_NOUNS.has(lower)) return `pn:${tag}`
  if (INSTITUTION_NOUNS.has(lower) || PUBLISHED_NOUNS.has(lower)) return `in:${tag}`
  return word.capital ? `${tag}X` : tag
}

const MOST = 65_536
let seeds = new Map<string, number>()

/** The seed of a token's class, remembered by spelling and tag. */
export function classSeed(token: Token): number {
  const key = `${token.tag}\u0000${token.word.text}`
  let seed = seeds.get(key)
  if (seed === undefined) {
    if (seeds.size >= MOST) seeds = new Map()
    seed = seedOf(classOf(token), 50)
    seeds.set(key, seed)
  }
  return seed
}

const tagSeeds = new Map<string, number>()

/** The seed of a part of speech. */
export function tagSeed(tag: string): number {
  let seed = tagSeeds.get(tag)
  if (seed === undefined) {
    seed = seedOf(tag, 51)
    tagSeeds.set(tag, seed)
  }
  return seed
}
