import { INSTITUTION_NOUNS, PERSON_NOUNS, PUBLISHED_NOUNS, REPORTING_NOUNS } from '../../english/lexicon/nouns.ts'
import { isStanceAdjective, stanceNoun, stanceVerb } from '../../english/lexicon/stance.ts'
import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { isFiniteVerb, isName, isNoun, isVerbForm } from '../../english/tags.ts'
import type { Token } from '../../english/tokens.ts'
import { seedOf, type WordClass, type WordType } from '../../english/words.ts'

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
  if (tag.startsWith('VB')) {
    const lemma = stanceVerb(lower)
    if (lemma) return `sv:${lemma}:${tag}`
  } else if (tag === 'NN' || tag === 'NNS') {
    const noun = stanceNoun(lower)
    if (noun) return `sn:${noun}:${tag}`
  } else if (tag.startsWith('JJ') && isStanceAdjective(lower)) return `sa:${lower}`
  return word.capital ? `${tag}X` : tag
}

/** What a verb, noun or adjective can do for an attribution, a bit for each, so that they can be told apart and taken together. */
export enum Bit {
  Quotation = 1,
  That = 2,
  Clause = 4,
  Question = 8,
  Infinitive = 16,
  Object = 32,
  As = 64,
  Recipient = 128,
  Preposition = 256,
  Reporting = 512,
  According = 1024,
  ReportingNoun = 2048,
  Person = 4096,
  Institution = 8192,
  StanceVerb = 16384,
  StanceNoun = 32768,
  StanceAdjective = 65536,
}

function bitsOf({ word, tag }: Token): number {
  const { lower } = word
  let bits = 0
  const verb = reportingVerb(lower)
  if (verb)
    bits |=
      Bit.Reporting |
      (verb.quotation ? Bit.Quotation : 0) |
      (verb.that ? Bit.That : 0) |
      (verb.clause ? Bit.Clause : 0) |
      (verb.question ? Bit.Question : 0) |
      (verb.infinitive ? Bit.Infinitive : 0) |
      (verb.object ? Bit.Object : 0) |
      (verb.as ? Bit.As : 0) |
      (verb.recipient ? Bit.Recipient : 0) |
      (verb.prepositions.size > 0 ? Bit.Preposition : 0)
  if (lower === 'according') bits |= Bit.According | Bit.Reporting
  if (REPORTING_NOUNS.has(lower)) bits |= Bit.ReportingNoun
  if (PERSON_NOUNS.has(lower)) bits |= Bit.Person
  if (INSTITUTION_NOUNS.has(lower) || PUBLISHED_NOUNS.has(lower)) bits |= Bit.Institution
  const isVerb = tag.startsWith('VB')
  if (isVerb && stanceVerb(lower)) bits |= Bit.StanceVerb
  if (!isVerb && stanceNoun(lower)) bits |= Bit.StanceNoun
  if (tag.startsWith('JJ') && isStanceAdjective(lower)) bits |= Bit.StanceAdjective
  return bits
}

const ACCORDING = 0x7001
const GOVERNED = Bit.Quotation | Bit.That | Bit.Clause | Bit.Question | Bit.Infinitive | Bit.Object

/** What a word governs as a cue; 0 for a word that is none. */
function governedBy(bits: number, tag: string): number {
  if ((bits & Bit.According) !== 0) return ACCORDING
  return (bits & Bit.Reporting) !== 0 && isVerbForm(tag) ? (bits & GOVERNED) + 1 : 0
}

/** The class of a token, made once for each spelling and tag. */
export function wordClassOf(token: Token): WordClass {
  const { word, tag } = token
  for (let known = word.classes; known !== undefined; known = known.next) if (known.tag === tag) return known
  const bits = bitsOf(token)
  const seed = seedOf(classOf(token), 50)
  const verb = word.verb?.lemma ?? (isVerbForm(tag) ? stanceVerb(word.lower) : undefined)
  word.classes = {
    tag,
    seed,
    tagSeed: seedOf(tag, 51),
    lemma: verb === undefined ? seed : seedOf(verb, 54),
    bits,
    cue: governedBy(bits, tag),
    step: stepClass(word, tag),
    finite: isFiniteVerb(tag),
    next: word.classes,
  }
  return word.classes
}

/** Classes of token that the step from one label to the next depends on. */
export const STEP_CLASSES = 16
/** The class of a comma. */
export const COMMA = 1

function stepClass({ kind, lower }: WordType, tag: string): number {
  if (kind === 'quote') return 0
  if (kind === 'comma') return COMMA
  if (kind === 'stop') return 2
  if (kind === 'colon' || kind === 'dash') return 3
  if (lower === 'that') return 4
  if (tag === 'TO') return 5
  if (tag === 'CC') return 6
  if (tag.startsWith('W')) return 7
  if (tag === 'IN') return 8
  if (isFiniteVerb(tag)) return 9
  if (isVerbForm(tag)) return 10
  if (tag === 'PRP') return 11
  if (isName(tag)) return 12
  if (isNoun(tag)) return 13
  return tag === 'DT' ? 14 : 15
}
