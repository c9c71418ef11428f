import { Beginning } from '../english/beginnings.ts'
import { GUESSES, HEARSAY, ILLNESSES, PROCEDURAL, SEEMING } from '../english/lexicon/doubts.ts'
import { isAdverb, isName, isNoun } from '../english/tags.ts'
import { distancingQuotations } from './distancing.ts'
import { evidenceGapAt } from './evidenceGaps.ts'
import type { Unverified, UnverifiedKind } from './marks.ts'
import { lowerAt, nextBeginning, type Passage, type Range, sentenceOf, spanOf, tagAt } from './passage.ts'
import { wordsIn } from './quotations.ts'

/** Words by which a passage says that something is not established, as a range of its tokens. */
export interface Doubt extends Range {
  readonly kind: UnverifiedKind
}

/**
 * The unverified assertions of a passage, in order. What stands within somebody's speech is the speaker's affair and is
 * not marked.
 *
 * @param firstSentence the index of its first sentence in the reading
 */
export const unverified = (p: Passage, firstSentence: number): Unverified[] =>
  doubtsIn(p).map((doubt) => {
    const { start, end } = spanOf(p, doubt)
    return { start, end, kind: doubt.kind, sentence: firstSentence + sentenceOf(p, doubt.from) }
  })

function doubtsIn(p: Passage): Doubt[] {
  const speech = p.quotes.map((quote) => wordsIn(p.tokens, quote) > 4)
  const found: Doubt[] = []
  const next = (from: number) => nextBeginning(p, from, Beginning.Doubt)
  for (let i = next(0); i < p.tokens.length; i = next(i + 1)) {
    const quote = p.quoteAt[i] as number
    if (i < (found.at(-1)?.to ?? 0) || (quote >= 0 && speech[quote])) continue
    const gap = evidenceGapAt(p, i)
    const doubt = gap
      ? { from: gap.from, to: gap.to, kind: 'evidence-gap' as const }
      : (allegationAt(p, i) ?? hearsayAt(p, i) ?? hedgeAt(p, i))
    if (doubt === undefined) continue
    // a phrase found at its verb may begin before what was found on the way
    while ((found.at(-1)?.to ?? 0) > doubt.from) found.pop()
    found.push(doubt)
  }
  return [...found, ...distancingQuotations(p, found)].sort((a, b) => a.from - b.from || b.to - a.to)
}

const doubt = (kind: UnverifiedKind, from: number, to: number): Doubt => ({ kind, from, to })
const isBe = (word: string): boolean => /^(?:is|are|was|were|been|be|being)$/.test(word)

/** The token after an opening quotation mark, if one stands there. */
const pastQuote = (p: Passage, i: number): number => (p.tokens[i]?.word.kind === 'quote' ? i + 1 : i)

/** The word before a token, adverbs left out. */
function wordBefore(p: Passage, i: number): number {
  let j = i - 1
  while (j > 0 && isAdverb(tagAt(p, j)) && j > i - 3) j--
  return j
}

/** Whether the word at `i` describes a noun after it, and is not the verb of a noun before it. */
function describes(p: Passage, i: number): boolean {
  const next = tagAt(p, pastQuote(p, i + 1))
  if (!isNoun(next) && !/^(?:JJ[RS]?|CD|VBG|VBN)$/.test(next)) return false
  const before = wordBefore(p, i)
  const tag = tagAt(p, before)
  if (p.tokens[before]?.word.kind !== 'word') return tagAt(p, i) !== 'VBD' || isNoun(next)
  if (isNoun(tag) || tag === 'PRP' || tag === 'WP' || tag === 'WDT' || /^(?:has|have|had)$/.test(lowerAt(p, before)))
    return false
  return tag !== 'CC' || tagAt(p, i) !== 'VBD'
}

function allegationAt(p: Passage, i: number): Doubt | undefined {
  const mark = doubt('allegation', i, i + 1)
  const next = lowerAt(p, i + 1)
  switch (lowerAt(p, i)) {
    case 'allegedly':
    case 'purportedly':
    case 'supposedly':
    case 'so-called':
      return mark
    case 'accused':
      return next === 'of' ? doubt('allegation', i, i + 2) : undefined
    case 'alleged':
      if (PROCEDURAL.has(next)) return undefined
      return describes(p, i) || (isBe(lowerAt(p, wordBefore(p, i))) && /^(?:to|that)$/.test(next)) ? mark : undefined
    case 'suspected':
      if (isIllness(p, i)) return undefined
      return describes(p, i) || (next === 'of' && (isBe(lowerAt(p, wordBefore(p, i))) || isNoun(tagAt(p, i - 1))))
        ? mark
        : undefined
    case 'suspect':
      // the suspect by name: "suspect Ana Ruiz"; "to suspect Ruiz" is a verb
      return isName(tagAt(p, i + 1)) && isNoun(tagAt(p, i)) && !/^(?:to|PRP|MD)/.test(lowerAt(p, i - 1))
        ? mark
        : undefined
    case 'purported':
      return describes(p, i) || (isBe(lowerAt(p, wordBefore(p, i))) && next === 'to') ? mark : undefined
    case 'supposed':
      return next !== 'to' && describes(p, i) ? mark : undefined
    case 'claimed':
      return /^(?:DT|PRP\$|POS)$/.test(tagAt(p, i - 1)) && isNoun(tagAt(p, i + 1)) ? mark : undefined
    default:
      return undefined
  }
}

/** "a suspected case of measles", "suspected of having pneumonia". */
function isIllness(p: Passage, i: number): boolean {
  for (let j = i + 1; j < i + 5; j++) {
    if (p.tokens[j]?.word.kind !== 'word') return false
    if (ILLNESSES.has(lowerAt(p, j))) return true
  }
  return false
}

function hearsayAt(p: Passage, i: number): Doubt | undefined {
  const word = lowerAt(p, i)
  if (word === 'reportedly') return doubt('hearsay', i, i + 1)
  if (!HEARSAY.has(word)) return undefined
  const next = lowerAt(p, i + 1)
  const kind = word === 'thought' ? 'hedge' : 'hearsay'
  const be = wordBefore(p, i)
  if (isBe(lowerAt(p, be))) {
    const from = /^(?:has|have|had)$/.test(lowerAt(p, be - 1)) ? be - 1 : be
    const people = /^(?:we|you|i)$/.test(lowerAt(p, from - 1))
    if (next === 'to' && /^VB$/.test(tagAt(p, i + 2)) && !people && word !== 'held') return doubt(kind, from, i + 2)
    const it = lowerAt(p, from - 1) === 'it'
    if (it && (next === 'that' || /^(?:PRP|DT|EX)$/.test(tagAt(p, i + 1))))
      return doubt(kind, from - 1, next === 'that' ? i + 2 : i + 1)
  }
  return /^rumou?red$/.test(word) && (describes(p, i) || isBe(lowerAt(p, be))) ? doubt(kind, i, i + 1) : undefined
}

/** Verbs with which "could" is ability: "she could see", "they could afford". */
const ABLE =
  /^(?:see|hear|feel|tell|find|remember|afford|understand|imagine|recall|get|do|make|use|say|ask|take|reach|read|speak|walk)$/

function hedgeAt(p: Passage, i: number): Doubt | undefined {
  const word = lowerAt(p, i)
  if (GUESSES.has(word))
    return /^(?:not|n't|n’t|cannot)$/.test(lowerAt(p, i - 1)) ? undefined : doubt('hedge', i, i + 1)
  if (SEEMING.has(word))
    return lowerAt(p, i + 1) === 'to' && tagAt(p, i + 2) === 'VB' ? doubt('hedge', i, i + 2) : undefined
  if (word === 'likely') return isLikely(p, i) ? doubt('hedge', i, i + 1) : undefined
  return (word === 'may' || word === 'might' || word === 'could') && isGuess(p, i, word)
    ? doubt('hedge', i, i + 1)
    : undefined
}

/** "is likely to", "will likely", "the likely cause", not "likely voters" or "twice as likely". */
function isLikely(p: Passage, i: number): boolean {
  if (/^(?:as|more|less|equally|how|not|n't|n’t|so|least)$/.test(lowerAt(p, i - 1))) return false
  return tagAt(p, i + 1) !== 'NNS'
}

const LEAVE =
  /^(?:park|bring|enter|use|apply|vote|keep|attend|join|leave|take|carry|request|appeal|withdraw|submit|wear|ask|buy|order|choose|pay|claim|register|send|borrow|stay|visit)$/

/** Whether a modal guesses, and neither allows nor asks nor speaks of ability. */
function isGuess(p: Passage, i: number, word: string): boolean {
  if (tagAt(p, i) !== 'MD' || /^(?:you|we|i|so|and\/or)$/.test(lowerAt(p, i - 1))) return false
  let j = i + 1
  while (j < i + 4 && isAdverb(tagAt(p, j)) && !/^(?:not|n't|n’t)$/.test(lowerAt(p, j))) j++
  const negated = /^(?:not|n't|n’t)$/.test(lowerAt(p, j))
  if (negated && (word === 'could' || tagAt(p, j + 1) !== 'VB')) return false
  const verb = negated ? j + 1 : j
  // "Members may bring one guest": leave given to a class of people
  if (word === 'may' && tagAt(p, i - 1) === 'NNS' && LEAVE.test(lowerAt(p, verb))) return false
  if (!/^VBP?$/.test(tagAt(p, verb))) return false
  return word !== 'could' || !ABLE.test(lowerAt(p, verb))
}
