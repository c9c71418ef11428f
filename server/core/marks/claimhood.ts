import { isFiniteVerb, isNoun } from '../english/tags.ts'
import type { WordType } from '../english/words.ts'
import { restOfOpener } from './openers.ts'
import { at, kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'
import { Said, wordWorthOf } from './wordWorth.ts'
import { WORTH_WORDS } from './worthWords.ts'

/**
 * Whether a sentence asserts something that somebody could check: not a question, an order, a greeting, a signpost or bare taste. What only leads
 * up to a statement ("Let me say that …", "Here's the problem: …", "Did you know that …?") does not count; and a figure or a record told without a verb
 * ("The worst winter since 1963.") is a statement too.
 */
export function isClaim(p: Passage, range: Range): boolean {
  let last = range.to - 1
  while (last > range.from && (kindAt(p, last) === 'quote' || kindAt(p, last) === 'close')) last--
  let first = range.from
  while (first < range.to && kindAt(p, first) === 'quote') first++
  const isQuestion = at(p, last).word.text.startsWith('?')
  const from = restOfOpener(p, { from: first, to: range.to }, isQuestion)
  if (isQuestion && from === first) return false
  let words = 0
  let capitals = 0
  let verb = false
  for (let i = from; i < range.to; i++) {
    const { word, tag } = at(p, i)
    if (word.kind === 'word' || word.kind === 'number') words++
    if (word.allCaps) capitals++
    if (isFiniteVerb(tag) || (!verb && passesForVerb(p, i, from))) verb = true
  }
  // a line of capitals is a headline
  if (words < 3 || capitals > words * 0.6) return false
  if (isOrder(p, from, range.to) || isSignpost(p, from)) return false
  if (!verb) return kindAt(p, last) === 'stop' && words > 3 && tellsRecord(p, { from, to: range.to })
  return !isWish(p, range, from) && !isTaste(p, range)
}

/** Words that the tagger takes for nouns and participles, and that only a verb can be: "Her firm balances the accounts", "The last painted the door". */
function passesForVerb(p: Passage, i: number, from: number): boolean {
  const tag = tagAt(p, i)
  if (i <= from || (tag !== 'NNS' && tag !== 'VBN') || !OBJECT_BEGINS.has(tagAt(p, i + 1))) return false
  const before = tagAt(p, i - 1)
  if (tag === 'NNS') return before === 'NN' || before === 'NNP'
  return lowerAt(p, i).endsWith('ed') && (before === 'JJ' || before === 'CD' || before === 'VBN')
}

const OBJECT_BEGINS: ReadonlySet<string> = new Set(['DT', 'PRP', 'PRP$'])

const AMOUNTS: ReadonlySet<string> = new Set(
  '$ £ € % percent million billion trillion thousand thousands millions billions'.split(' '),
)
/** Superlatives that are said in greeting and in passing. */
const FAINT: ReadonlySet<string> = new Set('best most least latest first only record never last next'.split(' '))

/** Whether words without a verb tell an amount, a record or a comparison. */
function tellsRecord(p: Passage, range: Range): boolean {
  let told = false
  for (let i = range.from; i < range.to; i++) {
    const { word, tag } = at(p, i)
    // "And add two million people to the rolls." is an order
    if (tag === 'VB' && lowerAt(p, i - 1) !== 'to' && !(i > range.from && isNoun(tagAt(p, i - 1)))) return false
    if (isAmount(word) || word.lower === 'than') told = true
    else if (!FAINT.has(word.lower) && (tag === 'JJS' || WORTH_WORDS.get(word.lower) === 'superlative')) told = true
  }
  return told
}

const isAmount = ({ text, lower }: WordType): boolean =>
  AMOUNTS.has(lower) || AMOUNTS.has(text[0] ?? '') || lower.endsWith('%')

/** "Long may it stand.", "May they rest." */
const isWish = (p: Passage, range: Range, first: number): boolean =>
  lowerAt(p, first) === 'may' ||
  (lowerAt(p, first + 1) === 'may' &&
    range.to - range.from < 9 &&
    tagAt(p, first) !== 'PRP' &&
    !isNoun(tagAt(p, first)))

/** Bare taste: a short sentence that says of a thing that it is lovely or dull, and nothing that could be counted or dated. */
function isTaste(p: Passage, range: Range): boolean {
  if (range.to - range.from > 10) return false
  let taste = false
  for (let i = range.from; i < range.to; i++) {
    const { word, tag } = at(p, i)
    const { bits } = wordWorthOf(word)
    if (
      word.kind === 'number' ||
      ((bits & Said.Reason) !== 0 && WORTH_WORDS.has(word.lower)) ||
      (tag === 'VBD' && word.lower !== 'was' && word.lower !== 'were')
    )
      return false
    if ((bits & Said.Taste) !== 0) taste = true
  }
  return taste
}

const NOT_ORDERS: ReadonlySet<string> = new Set(['have', 'had', 'do', 'did'])

/** "Click the button.", "Do not open it.", "Let us see." */
function isOrder(p: Passage, first: number, end: number): boolean {
  const word = lowerAt(p, first)
  if (word === 'please' || word === "let's" || word === 'let') return true
  if ((word === 'do' || word === "don't") && (lowerAt(p, first + 1) === 'not' || lowerAt(p, first + 1) === "n't"))
    return true
  if (tagAt(p, first) !== 'VB' || NOT_ORDERS.has(word)) return false
  // an order has no subject before its verb and none after
  for (let i = first + 1; i < Math.min(end, first + 3); i++)
    if (isFiniteVerb(tagAt(p, i)) && isNoun(tagAt(p, first))) return false
  return true
}

const isSignpost = (p: Passage, first: number): boolean => {
  const word = lowerAt(p, first)
  const next = lowerAt(p, first + 1)
  return (
    ((word === 'here' || word === 'below') && (next === 'is' || next === 'are' || next === "'s")) ||
    ((word === 'this' || word === 'the') &&
      /^(?:article|section|chapter|guide|post|essay|tutorial|document|page)$/.test(next))
  )
}
