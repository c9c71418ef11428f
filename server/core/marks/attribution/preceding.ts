import { isFiniteVerb, isNoun } from '../../english/tags.ts'
import { trimEnd } from '../contentSpan.ts'
import { kindAt, lowerAt, type Passage, type Range, sentenceOf, sentenceRange, tagAt } from '../passage.ts'

/** What is attributed before the token at which source and cue begin. */
export function preceding(p: Passage, edge: number, speechOnly: boolean): Range | undefined {
  const sentence = sentenceRange(p, edge)
  const last = edge - 1
  if (last < 0) return undefined
  const q = p.quoteAt[last] as number
  if (q >= 0) {
    const quote = p.quotes[q] as Passage['quotes'][number]
    // “Go home.” Lee shook her head: a full stop inside ends what came before
    if (p.tokens[quote.to - 2]?.word.text === '.' && sentence.from >= quote.to) return undefined
    const first = sentenceRange(p, quote.from)
    // “Rents are up,” or: Rents are “going up,” – the words before belong to it when they are in the quotation's own sentence
    const own = first.from === quote.from || wordsBetween(p, first.from, quote.from) === 0 || isWhole(p, quote)
    return { from: own ? quote.from : clauseStart(p, first.from), to: quote.to }
  }
  if (speechOnly) return undefined
  if (kindAt(p, last) !== 'comma' && kindAt(p, last) !== 'dash') return undefined
  if (last <= sentence.from) return undefined
  const from = sentence.from
  let verb = false
  // a participle right after a noun may be the past tense: "The minister ordered the files destroyed"
  for (let i = from; i < last; i++)
    if (isFiniteVerb(tagAt(p, i)) || (tagAt(p, i) === 'VBN' && i > from && isNoun(tagAt(p, i - 1)))) verb = true
  if (!verb) return undefined
  const opener = lowerAt(p, from)
  // "When asked, he said": an adverbial clause, not what was said
  if (
    (opener === 'when' ||
      opener === 'if' ||
      opener === 'while' ||
      opener === 'although' ||
      opener === 'as' ||
      opener === 'after' ||
      opener === 'since' ||
      opener === 'asked') &&
    !mainClause(p, from, last)
  )
    return undefined
  const to = trimEnd(p, from, last)
  return to > from ? { from, to } : undefined
}

/** Whether a whole sentence and more is quoted, so that what stands before it in the same sentence leads up to it. */
const isWhole = (p: Passage, quote: Passage['quotes'][number]) =>
  p.quoteAt[quote.from] !== -1 && sentenceOf(p, quote.from) !== sentenceOf(p, quote.to - 1)

const wordsBetween = (p: Passage, from: number, to: number) => {
  let count = 0
  for (let i = from; i < to; i++) if (kindAt(p, i) === 'word') count++
  return count
}

const clauseStart = (p: Passage, from: number) => (kindAt(p, from) === 'quote' ? from + 1 : from)

/** Whether a second clause stands after the adverbial one: a comma with a finite verb on either side. */
function mainClause(p: Passage, from: number, to: number): boolean {
  let commas = 0
  let after = false
  for (let i = from; i < to; i++) {
    if (kindAt(p, i) === 'comma') {
      commas++
      after = false
    } else if (isFiniteVerb(tagAt(p, i)) && commas > 0) after = true
  }
  return after
}

/** A quotation that goes on after the speaker: “A,” he said, “B.” and “A,” he said. “B.” */
export function resumed(p: Passage, from: number): Range[] {
  let i = from
  const most = Math.min(p.tokens.length, from + 12)
  while (i < most && (p.quoteAt[i] as number) < 0) {
    const kind = kindAt(p, i)
    if (isFiniteVerb(tagAt(p, i))) return []
    if (kind === 'stop' && (p.quoteAt[i + 1] ?? -1) < 0) return []
    i++
  }
  const quote = p.quotes[p.quoteAt[i] ?? -1]
  if (quote === undefined || quote.from !== i || i === from) return []
  const before = kindAt(p, i - 1)
  if (before !== 'comma' && before !== 'stop' && before !== 'colon') return []
  // “A,” he said. “B,” she said: the second has a speaker of its own
  if (before === 'stop' && hasOwnSpeaker(p, quote.to)) return []
  return [{ from: quote.from, to: quote.to }]
}

const hasOwnSpeaker = (p: Passage, i: number) => {
  if (i >= p.tokens.length || /[.?!]/.test(p.tokens[i - 2]?.word.text ?? '')) {
    if (i >= p.tokens.length || !/^(?:VBD|VBZ|PRP)$/.test(tagAt(p, i))) return false
  }
  return isFiniteVerb(tagAt(p, i)) || isFiniteVerb(tagAt(p, i + 1)) || isFiniteVerb(tagAt(p, i + 2))
}
