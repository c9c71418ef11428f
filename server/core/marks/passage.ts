import type { Block } from '../blocks/block.ts'
import { irregularForms } from '../english/lexicon/irregular.ts'
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
  const quoteAt = new Int32Array(tokens.length).fill(-1)
  quotes.forEach((quote, q) => {
    quoteAt.fill(q, quote.from, quote.to)
  })
  return { block, tokens, starts, quotes, quoteAt }
}

const PARTICIPLES_BY_NATURE: ReadonlySet<string> = new Set(['given', 'provided', 'granted', 'compared', 'based'])
/** Past forms that a tagger takes for nouns after a noun: "rents fell by". */
const MOVED: ReadonlySet<string> = new Set(['fell', 'rose'])
const AUXILIARY = /^(?:be|is|are|was|were|been|being|am|has|have|had|having|'s|'re|'ve|'d|get|got|gets)$/

/** Whether one of the three tokens before is an auxiliary that a participle needs. */
function hasAuxiliary(tokens: readonly Token[], i: number, from: number): boolean {
  for (let j = i - 1; j >= Math.max(from, i - 3); j--) if (AUXILIARY.test((tokens[j] as Token).word.lower)) return true
  return false
}

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
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token
    const before = i > from ? (tokens[i - 1] as Token).tag : ''
    const after = i + 1 < to ? (tokens[i + 1] as Token).tag : ''
    const governs = /^(?:DT|PRP\$?|CD|\$)$/.test(after) && /^(?:NNS?|NNPS?|PRP|:|,|CC|RB)$/.test(before)
    if (
      token.tag === 'VBN' &&
      governs &&
      !PARTICIPLES_BY_NATURE.has(token.word.lower) &&
      !hasAuxiliary(tokens, i, from)
    )
      token.tag = 'VBD'
    if (MOVED.has(token.word.lower) && isNoun(token.tag) && isNoun(before) && /^(?:IN|TO|RB)$/.test(after))
      token.tag = 'VBD'
    if (isFiniteVerb(token.tag)) finite = true
    if (candidate !== undefined || !/^(?:NNS?|NNPS?|PRP|RP)$/.test(before)) continue
    if (token.tag === 'VBN' || (irregularForms(token.word.lower) & 2) !== 0) candidate = token
  }
  if (!finite && candidate) candidate.tag = 'VBD'
}

/** The token at an index, which must be in range. */
export const at = (p: Passage, i: number): Token => p.tokens[i] as Token

/** The word at an index in lower case; empty beyond either end. */
export const lowerAt = (p: Passage, i: number): string => p.tokens[i]?.word.lower ?? ''

/** The tag at an index; empty beyond either end. */
export const tagAt = (p: Passage, i: number): string => p.tokens[i]?.tag ?? ''

/** What sort of token stands at an index; `other` beyond either end. */
export const kindAt = (p: Passage, i: number): TokenKind => p.tokens[i]?.word.kind ?? 'other'

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
