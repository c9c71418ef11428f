import type { Block } from '../blocks/block.ts'
import type { Beginning } from '../english/beginnings.ts'
import { sentenceStarts } from '../english/sentences.ts'
import { tag } from '../english/tagger.ts'
import { isFiniteVerb, isNoun } from '../english/tags.ts'
import { type Token, tokenize } from '../english/tokens.ts'
import type { TokenKind } from '../english/words.ts'
import type { Span } from '../text/span.ts'
import { type QuoteRange, quoteRanges } from './quotations.ts'

/** A range of a passage's tokens, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A block made ready for marking: its tokens tagged, its sentences and quotations found. Indices are into `tokens`. */
export interface Passage {
  readonly block: Block
  readonly tokens: readonly Token[]
  /** First token of each sentence, and at the end the number of tokens. */
  readonly starts: readonly number[]
  readonly quotes: readonly QuoteRange[]
  /** For each token the index of the quotation it stands in, marks included; -1 outside. */
  readonly quoteAt: Int32Array
}

/** No sentence of an article is longer, in tokens. What is, is read in pieces, since the marks look over the whole of a sentence. */
const LONGEST_SENTENCE = 500

/** Bounds of sentences with those that are too long cut in pieces. */
function inPieces(starts: readonly number[]): number[] {
  const pieces: number[] = []
  starts.forEach((start, s) => {
    pieces.push(start)
    const next = starts[s + 1] ?? start
    for (let at = start + LONGEST_SENTENCE; at < next; at += LONGEST_SENTENCE) pieces.push(at)
  })
  return pieces
}

/**
 * Reads a block into a passage.
 *
 * @param prose the masked draft
 * @param open whether the block before left a quotation open, so that an opening mark here carries it on
 */
export function passage(prose: string, block: Block, open: boolean): Passage {
  const tokens = tokenize(prose, block.start, block.end)
  const starts = inPieces(sentenceStarts(tokens))
  for (let s = 0; s + 1 < starts.length; s++) {
    tag(tokens, starts[s] as number, starts[s + 1] as number)
    settleVerbs(tokens, starts[s] as number, starts[s + 1] as number)
  }
  const quotes = quoteRanges(tokens, open)
  const quoteAt = new Int32Array(tokens.length)
  for (let i = 0; i < quoteAt.length; i++) quoteAt[i] = -1
  quotes.forEach((quote, q) => {
    quoteAt.fill(q, quote.from, quote.to)
  })
  return { block, tokens, starts, quotes, quoteAt }
}

const PARTICIPLES_BY_NATURE: ReadonlySet<string> = new Set(['given', 'provided', 'granted', 'compared', 'based'])
const AUXILIARIES: ReadonlySet<string> = new Set(
  "be is are was were been being am has have had having 's 're 've 'd get got gets".split(' '),
)
/** The bit of a past form in `WordType.forms`. */
const PAST = 2
/** Past forms that a tagger takes for nouns after a noun: "rents fell by". */
const MOVED: ReadonlySet<string> = new Set(['fell', 'rose'])

/** Whether one of the three tokens before is an auxiliary that a participle needs. */
function hasAuxiliary(tokens: readonly Token[], i: number, from: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 3); j--) if (AUXILIARIES.has((tokens[j] as Token).word.lower)) return true
  return false
}

const beginsObject = (tag: string): boolean =>
  tag === 'DT' || tag === 'PRP' || tag === 'PRP$' || tag === 'CD' || tag === '$'
const beginsAdverbial = (tag: string): boolean => tag === 'IN' || tag === 'TO' || tag === 'RB'
const mayEndSubject = (tag: string): boolean =>
  isNoun(tag) || tag === 'PRP' || tag === ':' || tag === ',' || tag === 'CC' || tag === 'RB'

/**
 * Mends what the tagger does to verbs at the head of a clause: "Studies show" is no verb before a verb, "— ordered a strike" has an object and
 * no auxiliary, and a sentence needs one verb that carries it ("Crime doubled", "He stole").
 */
function settleVerbs(tokens: readonly Token[], from: number, to: number): void {
  const first = tokens[from] as Token
  const second = tokens[from + 1]
  if (second && from + 1 < to && first.tag === 'VBZ' && isFiniteVerb(second.tag)) first.tag = 'NNS'
  let candidate: Token | undefined
  let finite = false
  let before = ''
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    const after = i + 1 < to ? (tokens[i + 1] as Token).tag : ''
    if (
      token.tag === 'VBN' &&
      mayEndSubject(before) &&
      beginsObject(after) &&
      !PARTICIPLES_BY_NATURE.has(token.word.lower) &&
      !hasAuxiliary(tokens, i, from)
    )
      token.tag = 'VBD'
    if (isNoun(token.tag) && isNoun(before) && beginsAdverbial(after) && MOVED.has(token.word.lower)) token.tag = 'VBD'
    // "which cost 4 million": a past form right after its pronoun
    const afterPronoun = before === 'WDT' || before === 'WP'
    if (afterPronoun && isNoun(token.tag) && (token.word.forms & PAST) !== 0 && !isFiniteVerb(after)) token.tag = 'VBD'
    if (isFiniteVerb(token.tag)) finite = true
    if (
      candidate === undefined &&
      (token.tag === 'VBN' || (token.word.forms & PAST) !== 0) &&
      (isNoun(before) || before === 'PRP' || before === 'RP')
    )
      candidate = token
    before = token.tag
  }
  if (!finite && candidate) candidate.tag = 'VBD'
}

/** The first token from `from` on at which something may begin; the number of tokens where there is none. */
export function nextBeginning({ tokens }: Passage, from: number, beginning: Beginning): number {
  let i = from
  while (i < tokens.length && ((tokens[i] as Token).word.begins & beginning) === 0) i++
  return i
}

/** The token at an index, which must be in range. */
export const at = (p: Passage, i: number): Token => p.tokens[i] as Token

// Bounds are tested, and not left to "?.": an index below 0 is the name of a property to an array, and slow to look up.

/** The word at an index in lower case; empty beyond either end. */
export const lowerAt = ({ tokens }: Passage, i: number): string =>
  i >= 0 && i < tokens.length ? (tokens[i] as Token).word.lower : ''

/** The tag at an index; empty beyond either end. */
export const tagAt = ({ tokens }: Passage, i: number): string =>
  i >= 0 && i < tokens.length ? (tokens[i] as Token).tag : ''

/** What sort of token stands at an index; `other` beyond either end. */
export const kindAt = ({ tokens }: Passage, i: number): TokenKind =>
  i >= 0 && i < tokens.length ? (tokens[i] as Token).word.kind : 'other'

/** The number of the sentence that a token stands in. */
export function sentenceOf(p: Passage, i: number): number {
  let low = 0
  let high = p.starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((p.starts[middle] as number) <= i) low = middle
    else high = middle - 1
  }
  return low
}

/** The sentence that a token stands in, as a range. */
export function sentenceRange(p: Passage, i: number): Range {
  const s = sentenceOf(p, i)
  return { from: p.starts[s] as number, to: p.starts[s + 1] as number }
}

/** The offsets that a range of tokens covers; the range must not be empty. */
export const spanOf = (p: Passage, range: Range): Span => ({
  start: at(p, range.from).start,
  end: at(p, range.to - 1).end,
})
