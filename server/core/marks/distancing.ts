import { WORD_NOUNS } from '../english/lexicon/doubts.ts'
import { REPORTING_NOUNS } from '../english/lexicon/nouns.ts'
import { reportingVerb } from '../english/lexicon/verbs.ts'
import { itemAt } from '../text/itemAt.ts'
import { at, lowerAt, type Passage, type Range, sentenceRange, tagAt } from './passage.ts'
import { isTitle, type QuoteRange, wordsIn } from './quotations.ts'
import type { Doubt } from './unverified.ts'

/** How near a verb of saying must stand before a quotation, or after it, for the quotation to be what was said; in tokens. */
const BEFORE = 8
const AFTER = 4
/** How near the next quotation of a series may be. */
const SERIES = 5

/**
 * Quotations of one to three words from which the text keeps its distance (“narco-terrorist groups”): in lower case, no title,
 * no speech with a stop of its own, no verb of saying close by, and none of a series of which another was said.
 *
 * @param doubts what else is doubted in the passage: an "alleged" before the mark says nothing
 */
export function distancingQuotations(p: Passage, doubts: readonly Range[]): Doubt[] {
  const doubted = new Set(doubts.map(({ from }) => from))
  const said = p.quotes.map((quote) => !setsApart(p, quote) || isSaid(p, quote, doubted))
  p.quotes.forEach((quote, q) => {
    const before = itemAt(p.quotes, q - 1)
    if (before && said[q - 1] && quote.from - before.to < SERIES && !isTitle(p.tokens, before)) said[q] = true
  })
  return p.quotes.flatMap((quote, q): Doubt[] =>
    said[q] ? [] : [{ kind: 'distancing-quotation', from: quote.from, to: quote.to }],
  )
}

function setsApart(p: Passage, quote: QuoteRange): boolean {
  const count = wordsIn(p.tokens, quote)
  if (!quote.closed || quote.continues || count < 1 || count > 3 || isTitle(p.tokens, quote)) return false
  for (let i = quote.from + 1; i < quote.to - 1; i++) {
    const { word } = at(p, i)
    // a capital, a number or a stop: a name, a value or speech
    if (word.kind !== 'word' || word.text !== word.text.toLowerCase()) return false
  }
  return true
}

function isSaid(p: Passage, quote: QuoteRange, doubted: ReadonlySet<number>): boolean {
  const { from, to } = sentenceRange(p, quote.from)
  const before = itemAt(p.tokens, quote.from - 1)
  if (WORD_NOUNS.has(before?.word.lower ?? '') || before?.word.kind === 'colon' || before?.word.text === '=')
    return true
  for (let i = quote.from - 1; i >= from && i >= quote.from - BEFORE; i--) {
    if (!doubted.has(i) && (speaks(p, i) || REPORTING_NOUNS.has(lowerAt(p, i)))) return true
  }
  for (let i = quote.to; i < to && i < quote.to + AFTER; i++) {
    if (lowerAt(p, i) === 'according' || (reportingVerb(lowerAt(p, i))?.quotation && speaks(p, i))) return true
  }
  return false
}

const speaks = (p: Passage, i: number): boolean =>
  says(lowerAt(p, i)) && /^VB/.test(tagAt(p, i)) && tagAt(p, i - 1) !== 'DT'

/** Whether a word is of a verb that reports words; to want, plan or aim is not to say. */
function says(lower: string): boolean {
  const verb = reportingVerb(lower)
  return verb !== undefined && (verb.quotation || verb.that || verb.object || verb.recipient)
}
