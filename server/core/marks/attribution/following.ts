import { isFiniteVerb, isName, isNoun } from '../../english/tags.ts'
import { clauseContent, objectContent, startsClause } from '../contentSpan.ts'
import type { Cue } from '../cues.ts'
import { at, kindAt, lowerAt, type Passage, type Range, sentenceRange, tagAt } from '../passage.ts'
import { phraseAfter } from '../sourceSpan.ts'

const TIME: ReadonlySet<string> = new Set(
  'on in at during last this earlier late early monday tuesday wednesday thursday friday saturday sunday today yesterday tonight again later recently before after over by from through via'.split(
    ' ',
  ),
)
const WH: ReadonlySet<string> = new Set(['whether', 'if', 'how', 'why', 'what', 'who', 'where', 'when'])

interface Following {
  readonly content: Range[]
  readonly quoted: boolean
}

/** What is attributed after the cue. */
export function following(p: Passage, cue: Cue, tails: readonly number[], bounded = false): Following | undefined {
  const { verb } = cue
  const sentence = sentenceRange(p, cue.from)
  const start = afterRecipient(p, cue, sentence.to)
  const i = start
  if (i >= sentence.to) return undefined
  const quotable = verb === undefined || verb.quotation || verb.that || verb.object
  const q = p.quoteAt[i] as number
  const colon = kindAt(p, i) === 'colon' && at(p, i).word.text === ':'
  const comma = kindAt(p, i) === 'comma'
  if ((colon || comma) && quotable) {
    const next = p.quoteAt[i + 1] ?? -1
    if (next >= 0 && (verb?.quotation || verb?.that)) return quoted(p, i + 1, tails)
    if (comma) return undefined
    if (i + 1 < sentence.to && (verb?.quotation || verb?.that)) {
      const content = clauseContent(p, i + 1, tails)
      return content && { content: [content], quoted: false }
    }
    return undefined
  }
  if (comma || kindAt(p, i) === 'stop' || kindAt(p, i) === 'dash') return undefined
  const word = lowerAt(p, i)
  if (word === 'that' && (verb?.that || verb?.clause) && tagAt(p, i) !== 'DT')
    return one(clauseContent(p, i, tails, bounded))
  if (q >= 0 && quotable) return quoted(p, i, tails)
  if (WH.has(word) && (verb?.question || verb?.that)) return one(clauseContent(p, i, tails, bounded))
  const governed = cue.to > cue.head + 1 && verb?.prepositions.has(lowerAt(p, cue.head + 1))
  if (governed) return one(objectContent(p, i, tails))
  if (word === 'to' && verb?.infinitive && /^VB/.test(tagAt(p, i + 1))) return one(clauseContent(p, i, tails, bounded))
  if (verb?.clause && (startsClause(p, i) || (verb.lemma === 'say' && startsPhrase(p, i) && tagAt(p, i) !== 'CD')))
    return one(clauseContent(p, i, tails, bounded))
  if (
    verb?.that &&
    startsClause(p, i) &&
    (tagAt(p, i) === 'PRP' || tagAt(p, i) === 'DT' || isName(tagAt(p, i))) &&
    start === cue.to
  )
    return one(clauseContent(p, i, tails, bounded))
  if (verb?.object && startsPhrase(p, i)) return one(objectContent(p, i, tails))
  return undefined
}

const one = (content: Range | undefined): Following | undefined => content && { content: [content], quoted: false }

function startsPhrase(p: Passage, i: number): boolean {
  const tag = tagAt(p, i)
  return isNoun(tag) || /^(?:DT|PRP\$?|JJ.?|CD|PDT)$/.test(tag)
}

/** A quotation that the cue leads to, with what carries it on unquoted. */
function quoted(p: Passage, i: number, tails: readonly number[]): Following | undefined {
  const quote = p.quotes[p.quoteAt[i] as number]
  if (quote === undefined) return undefined
  const last = p.tokens[quote.to - 2]?.word
  const whole =
    !quote.closed ||
    quote.to >= p.tokens.length ||
    (last !== undefined && (last.kind === 'stop' || last.kind === 'comma')) ||
    kindAt(p, quote.to) === 'stop'
  if (whole) return { content: [{ from: i, to: quote.to }], quoted: true }
  const content = clauseContent(p, i, tails)
  return content && { content: [content], quoted: true }
}

/** The first token after the person told and after a date or an occasion: "told reporters on Friday | that". */
function afterRecipient(p: Passage, cue: Cue, limit: number): number {
  const { verb } = cue
  let i = cue.to
  if (verb?.recipient) {
    const told = phraseAfter(p, i, limit)
    if (told && !WH.has(lowerAt(p, i))) {
      const end = shortPhrase(p, i, limit)
      if (end > i) i = end
    }
  }
  if (kindAt(p, i) === 'comma') return afterAside(p, i, limit)
  const first = lowerAt(p, i)
  if (!TIME.has(first) && !(first === 'to' && isNoun(tagAt(p, i + 1))) && tagAt(p, i) !== 'RB') return i
  const most = Math.min(limit, i + 16)
  for (let j = i; j < most; j++) {
    const kind = kindAt(p, j)
    if (lowerAt(p, j) === 'that' && tagAt(p, j) !== 'DT' && j > i) return j
    if ((p.quoteAt[j] as number) >= 0) return lastComma(p, j)
    if (kind === 'colon' && at(p, j).word.text === ':') return j
    if (kind === 'comma' && (p.quoteAt[j + 1] ?? -1) < 0) return i
    if (kind === 'stop' || isFiniteVerb(tagAt(p, j))) {
      // "said Thursday the talks would go on": a clause after a bare day
      return isTimeWord(p, i) ? skipTime(p, i) : i
    }
  }
  return i
}

/** "said, without giving any evidence, | that": over an aside between commas to what the verb governs. */
function afterAside(p: Passage, comma: number, limit: number): number {
  for (let j = comma + 1; j < Math.min(limit, comma + 14); j++) {
    if ((p.quoteAt[j] as number) >= 0 || isFiniteVerb(tagAt(p, j)) || kindAt(p, j) === 'stop') return comma
    if (kindAt(p, j) === 'comma')
      return lowerAt(p, j + 1) === 'that' ? j + 1 : (p.quoteAt[j + 1] ?? -1) >= 0 ? j : comma
  }
  return comma
}

const lastComma = (p: Passage, j: number) => (kindAt(p, j - 1) === 'comma' || kindAt(p, j - 1) === 'colon' ? j - 1 : j)
const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)(?:day|night)$/
const isTimeWord = (p: Passage, i: number) =>
  DAYS.test(lowerAt(p, i)) || (lowerAt(p, i) === 'on' && DAYS.test(lowerAt(p, i + 1)))
const skipTime = (p: Passage, i: number) => {
  let j = lowerAt(p, i) === 'on' ? i + 2 : i + 1
  while (/^(?:morning|afternoon|evening|night)$/.test(lowerAt(p, j))) j++
  return j
}

/** The end of the shortest noun phrase at `i`: the person told, not the clause after. */
function shortPhrase(p: Passage, start: number, limit: number): number {
  if (tagAt(p, start) === 'PRP') return start + 1
  let i = start
  let noun = false
  while (i < limit && i < start + 10) {
    const tag = tagAt(p, i)
    if (isNoun(tag)) noun = true
    else if (
      noun &&
      !(tag === 'POS' || tag === 'CC' || lowerAt(p, i) === 'of' || (tag === 'DT' && lowerAt(p, i - 1) === 'of'))
    )
      break
    else if (!/^(?:DT|JJ.?|CD|PRP\$|NN.*|POS|CC|IN|VBN)$/.test(tag)) break
    else if (lowerAt(p, i) === 'that') break
    i++
  }
  return noun ? i : start
}
