import { Beginning } from '../english/beginnings.ts'
import { REPORTING_NOUNS } from '../english/lexicon/nouns.ts'
import type { ReportingVerb } from '../english/lexicon/verbs.ts'
import { isAdverb, isNoun, isVerb } from '../english/tags.ts'
import { itemAt } from '../text/itemAt.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'
import { wordsIn } from './quotations.ts'

/** The words that link a source to a content, before source and content are known. */
export interface Cue extends Range {
  readonly kind: 'verb' | 'passive' | 'participle' | 'according' | 'noun' | 'colon' | 'manner'
  /** The token of the verb or noun itself. */
  readonly head: number
  readonly verb?: ReportingVerb
}

const BE: ReadonlySet<string> = new Set(['be', 'is', 'are', 'was', 'were', 'been', 'being', 'am', "'s", "'re", "'m"])
const AUXILIARY: ReadonlySet<string> = new Set([
  ...BE,
  'have',
  'has',
  'had',
  "'ve",
  "'d",
  "'ll",
  'do',
  'does',
  'did',
  'having',
])
/** Verbs that lead to the one that counts: "declined to say", "went on to argue". */
const CHAIN: ReadonlySet<string> = new Set(
  'declined declines decline refused refuses refuse continued continues continue went goes go want wants wanted began begins begin tried tries try seemed seems seem appeared appears appear need needs needed have has had used happened tend tends like liked failed fails dared'.split(
    ' ',
  ),
)
const BETWEEN: ReadonlySet<string> = new Set(['not', "n't", 'never', 'also', 'to'])
/** "said in a statement": the occasion belongs to the cue when it follows at once. */
const OCCASIONS: ReadonlySet<string> = new Set(
  'statement interview tweet email e-mail speech letter post report memo blog text message video release briefing note filing'.split(
    ' ',
  ),
)

/** More words than this in a quotation are somebody's speech: what is said inside it is the speaker's affair. */
const FEW_WORDS = 4

/** Every cue of a passage, in order, none inside another. */
export function cuesIn(p: Passage): Cue[] {
  const cues: Cue[] = []
  const free = (i: number) => i >= (cues.at(-1)?.to ?? 0)
  const isSpeech = p.quotes.map((quote) => wordsIn(p.tokens, quote) > FEW_WORDS)
  for (let i = 0; i < p.tokens.length; i++) {
    const { begins } = at(p, i).word
    // any verb can be a cue after a quotation
    if ((begins & Beginning.Cue) === 0 && kindAt(p, i - 1) !== 'quote') continue
    if (!free(i) || isSpeech[p.quoteAt[i] as number] === true) continue
    // "according to what was published by the Times" is one cue
    if (
      cues.at(-1)?.kind === 'according' &&
      lowerAt(p, (cues.at(-1) as Cue).to) === 'what' &&
      i < (cues.at(-1) as Cue).to + 6
    )
      continue
    const cue = accordingAt(p, i) ?? verbAt(p, i) ?? nounAt(p, i) ?? mannerAt(p, i)
    if (cue && free(cue.from)) cues.push(cue)
  }
  return cues
}

function accordingAt(p: Passage, i: number): Cue | undefined {
  const word = lowerAt(p, i)
  if (word === 'according' && lowerAt(p, i + 1) === 'to') {
    // "according to what was published by the Times": the words up to the publisher are neither cue nor source
    return { kind: 'according', from: i, to: i + 2, head: i }
  }
  return undefined
}

function verbAt(p: Passage, i: number): Cue | undefined {
  const tag = tagAt(p, i)
  const { verb } = at(p, i).word
  if (verb === undefined) return undefined
  if (!isVerb(tag) && !readsAsVerb(p, i, verb)) return undefined
  if ((tag === 'VBN' || tag === 'VBD' || tag === 'VBG') && isAdjective(p, i)) return undefined
  const sentence = sentenceRange(p, i)
  let from = i
  let passive = false
  let infinitive = false
  while (from > sentence.from) {
    const word = lowerAt(p, from - 1)
    const left = tagAt(p, from - 1)
    if (AUXILIARY.has(word) && left !== 'POS') {
      if (BE.has(word) && (tag === 'VBN' || tag === 'VBD')) passive = true
      from--
    } else if (left === 'MD' || BETWEEN.has(word) || (isAdverb(left) && !isSentenceAdverb(from - 1, sentence))) {
      if (word === 'to') infinitive = true
      from--
    } else if (infinitive && (CHAIN.has(word) || (word === 'on' && lowerAt(p, from - 2) === 'went'))) {
      infinitive = false
      from -= word === 'on' ? 2 : 1
    } else break
  }
  // adverbs and "to" at the edge belong to what stands before
  while (from < i && (lowerAt(p, from) === 'not' ? false : isAdverb(tagAt(p, from)) && tagAt(p, from - 1) === 'IN'))
    from++
  if (infinitive) return undefined
  const kind = passive ? 'passive' : tag === 'VBG' && from === i ? 'participle' : 'verb'
  return { kind, from, to: cueEnd(p, i, verb), head: i, verb }
}

/** An adverb with a comma before it, or at the very start, speaks of the sentence and not of the verb. */
const isSentenceAdverb = (i: number, sentence: Range): boolean => i === sentence.from

/** "TWP reports.", "the ministry claims that": taggers take such forms for nouns. */
function readsAsVerb(p: Passage, i: number, verb: ReportingVerb): boolean {
  if (tagAt(p, i) !== 'NNS' && tagAt(p, i) !== 'NN') return false
  const word = lowerAt(p, i)
  if (word.endsWith('ing')) return false
  // "Studies show that": a base form has a plural before it
  if (word === verb.lemma)
    return (
      verb.that &&
      lowerAt(p, i + 1) === 'that' &&
      tagAt(p, i - 1) !== 'POS' &&
      (lowerAt(p, i - 1).endsWith('s') || lowerAt(p, i - 1) === 'data')
    )
  const subject = tagAt(p, i - 1)
  if (!isNoun(subject) && subject !== 'PRP' && !itemAt(p.tokens, i - 1)?.word.capital) return false
  const next = lowerAt(p, i + 1)
  const ends = next === '' || next === '.' || next === ','
  const comma = leftComma(p, i)
  return (ends && comma) || (next === 'that' && verb.that)
}

/** Whether a comma stands a few words to the left, as before ", TWP reports". */
function leftComma(p: Passage, i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 8); j--) {
    if (at(p, j).word.kind === 'comma' || at(p, j).word.kind === 'quote') return true
    if (isVerb(tagAt(p, j))) return false
  }
  return false
}

/** "the alleged boats", "their proposed plan", "suspected traffickers": a participle that describes the noun after it. */
function isAdjective(p: Passage, i: number): boolean {
  const before = tagAt(p, i - 1)
  const next = tagAt(p, i + 1)
  // “alleged ‘boats’”: the noun may stand in quotation marks
  const quoted =
    (p.quoteAt[i + 1] ?? -1) >= 0 && (before === 'VB' || before === 'IN' || before === 'DT' || before === 'TO')
  if (quoted) return true
  const noun = isNoun(next) || next === 'JJ' || next === 'CD'
  if (before === 'DT' || before === 'PRP$' || before === 'POS' || before === 'JJ') return noun || before === 'PRP$'
  return (before === 'IN' || before === 'CC' || before === 'CD') && isNoun(next) && tagAt(p, i) !== 'VBG'
}

function cueEnd(p: Passage, head: number, verb: ReportingVerb): number {
  let to = head + 1
  const next = lowerAt(p, to)
  if (verb.prepositions.has(next) && (next !== 'to' || tagAt(p, to + 1) !== 'VB')) {
    to++
    // "points out to", "spoke out against"
    if ((next === 'out' || next === 'back') && (lowerAt(p, to) === 'against' || lowerAt(p, to) === 'at')) to++
    return to
  }
  return occasionEnd(p, to)
}

/** "in a statement", "on Twitter" right after the verb. */
function occasionEnd(p: Passage, from: number): number {
  if (lowerAt(p, from) !== 'in' || !['a', 'an', 'the'].includes(lowerAt(p, from + 1))) return from
  for (let j = from + 2; j < from + 4; j++) if (OCCASIONS.has(lowerAt(p, j))) return j + 1
  return from
}

function nounAt(p: Passage, i: number): Cue | undefined {
  if (!isNoun(tagAt(p, i)) || !REPORTING_NOUNS.has(lowerAt(p, i)) || lowerAt(p, i + 1) !== 'that') return undefined
  // "a claim that angered them": a verb right after "that" makes it a relative clause
  if (/^(?:VB[DZP]|MD)$/.test(tagAt(p, i + 2))) return undefined
  return { kind: 'noun', from: i, to: i + 1, head: i }
}

/** Any verb stands as a cue between a quotation and its speaker: “…,” laughed Ruiz. */
function mannerAt(p: Passage, i: number): Cue | undefined {
  if (tagAt(p, i) !== 'VBD' && tagAt(p, i) !== 'VBZ') return undefined
  if (AUXILIARY.has(lowerAt(p, i))) return undefined
  if (
    kindAt(p, i - 1) !== 'quote' ||
    (p.quoteAt[i - 1] as number) < 0 ||
    !/[,?!]/.test(itemAt(p.tokens, i - 2)?.word.text ?? '')
  )
    return undefined
  const next = tagAt(p, i + 1)
  return next === 'NNP' || next === 'PRP' || next === 'DT' ? { kind: 'manner', from: i, to: i + 1, head: i } : undefined
}
