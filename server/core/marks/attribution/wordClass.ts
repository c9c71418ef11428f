import { INSTITUTION_NOUNS, PERSON_NOUNS, PUBLISHED_NOUNS, REPORTING_NOUNS } from '../../english/lexicon/nouns.ts'
import { reportingVerb } from '../../english/lexicon/verbs.ts'
import type { Token } from '../../english/tokens.ts'
import { seedOf } from '../../english/words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** The closed classes of English, from determiners to particles, and the auxiliaries. */
const FUNCTION_WORDS = words(`
  a an the this that these those each every either neither some any no all both half such what which whose whatever whichever another other others
  i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself himself herself itself ourselves
  themselves who whom whoever someone somebody something anyone anybody anything everyone everybody everything nobody nothing none one there here
  about above across after against along alongside amid among amongst around as at before behind below beneath beside besides between beyond by
  despite down during except for from in inside into like near of off on onto out outside over past per since than through throughout till to toward
  towards under underneath unlike until unto up upon versus via vs. with within without
  and but or nor so yet for because although though while whereas if unless whether once that lest
  when where why how whenever wherever
  can could may might must shall should will would ought cannot ca wo
  be am is are was were been being have has had having do does did doing 's 're 've 'd 'll 'm not n't
  also never too only just even still already ever always often again back away ahead forward together apart aside according said
`)
const MARK = /^(?:"|,|\.|:|\$)$/

/**
 * What a token is to the labeller: itself if it is a function word or a mark, its lemma if our own lists know it as a verb or noun of
 * reporting, else only its part of speech and whether it has a capital. No other word is known by itself.
 */
function classOf({ word, tag }: Token): string {
  const { lower } = word
  if (FUNCTION_WORDS.has(lower)) return lower
  if (MARK.test(tag) && word.kind !== 'word') return lower.length < 3 ? lower : tag
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
