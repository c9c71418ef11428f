import { WORD_NOUNS } from '../english/lexicon/doubts.ts'
import { reportingVerb } from '../english/lexicon/verbs.ts'
import { at, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'
import { isTitle, type QuoteRange, wordsIn } from './quotations.ts'
import type { Doubt } from './unverified.ts'

/** How near a verb of saying must stand for a quotation to be what was said. */
const NEAR = 4

/**
 * Quotations of one to three words from which the text keeps its distance (“narco-terrorist groups”): in lower case, no title,
 * no speech with a stop of its own, and no verb of saying close by.
 *
 * @param doubts what else is doubted in the passage: an "alleged" before the mark says nothing
 */
export function distancingQuotations(p: Passage, doubts: readonly Range[]): Doubt[] {
  const doubted = new Set(doubts.map(({ from }) => from))
  return p.quotes.flatMap((quote): Doubt[] =>
    setsApart(p, quote) && !isSaid(p, quote, doubted)
      ? [{ kind: 'distancing-quotation', from: quote.from, to: quote.to }]
      : [],
  )
}

function setsApart(p: Passage, quote: QuoteRange): boolean {
  const count = wordsIn(p.tokens, quote)
  if (!quote.closed || quote.continues || count < 1 || count > 3 || isTitle(p.tokens, quote)) return false
  for (let i = quote.from + 1; i < quote.to - 1; i++) {
    const { word } = at(p, i)
    if (
      word.kind !== 'word' ||
      word.capital ||
      word.text !== word.lower.replace("'", word.text.includes('’') ? '’' : "'")
    )
      return false
  }
  return true
}

function isSaid(p: Passage, quote: QuoteRange, doubted: ReadonlySet<number>): boolean {
  const { from, to } = sentenceRange(p, quote.from)
  if (WORD_NOUNS.has(lowerAt(p, quote.from - 1)) || p.tokens[quote.from - 1]?.word.kind === 'colon') return true
  for (let i = quote.from - 1; i >= from && i >= quote.from - NEAR; i--) {
    if (!doubted.has(i) && speaks(p, i)) return true
  }
  for (let i = quote.to; i < to && i < quote.to + NEAR; i++)
    if (reportingVerb(lowerAt(p, i))?.quotation && speaks(p, i)) return true
  return false
}

const speaks = (p: Passage, i: number): boolean =>
  reportingVerb(lowerAt(p, i)) !== undefined && /^VB/.test(tagAt(p, i)) && tagAt(p, i - 1) !== 'DT'
