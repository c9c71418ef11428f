import type { Token } from '../english/tokens.ts'

/** A quotation as a range of tokens, marks included, `to` exclusive. */
export interface QuoteRange {
  readonly from: number
  readonly to: number
  readonly closed: boolean
  /** Carried on from a quotation that the block before left open. */
  readonly continues: boolean
}

type Role = 'opens' | 'closes' | 'either' | 'single-opens' | 'single-either' | 'none'

/** How far ahead a single mark may find its partner, in tokens: what is farther is an apostrophe. */
const SINGLE_REACH = 120

function roleOf(tokens: readonly Token[], i: number): Role {
  const token = tokens[i] as Token
  const gapBefore =
    i === 0 ||
    (tokens[i - 1] as Token).end < token.start ||
    ['open', 'dash'].includes((tokens[i - 1] as Token).word.kind)
  const gapAfter = i + 1 >= tokens.length || (tokens[i + 1] as Token).start > token.end
  switch (token.word.text) {
    case '“':
    case '„':
    case '«':
    case '``':
    case '‘‘':
      return 'opens'
    case '”':
    case '»':
    case '’’':
      // typed the wrong way round: a closing mark that stands close to the next word only
      return gapBefore && !gapAfter ? 'either' : 'closes'
    case '"':
    case "''":
      return gapBefore && !gapAfter ? 'opens' : !gapBefore && gapAfter ? 'closes' : 'either'
    case '‘':
      return !gapAfter ? 'single-opens' : 'none'
    case "'":
      return gapBefore && !gapAfter ? 'single-either' : 'none'
    default:
      return 'none'
  }
}

/** The token that closes a single quotation opened at `i`, or -1. */
function singleClose(tokens: readonly Token[], i: number): number {
  const most = Math.min(tokens.length, i + SINGLE_REACH)
  for (let j = i + 2; j < most; j++) {
    const { word, start, end } = tokens[j] as Token
    if (word.text === '“' || word.text === '"') return -1
    if (word.text !== '’' && word.text !== "'") continue
    const before = tokens[j - 1] as Token
    const next = tokens[j + 1]
    const free = next === undefined || next.start > end || (next.word.kind !== 'word' && next.word.kind !== 'number')
    // "the officials’ plan": a plural possessive has a word after it
    const possessive = before.word.lower.endsWith('s') && next?.word.kind === 'word'
    if (before.end === start && free && !possessive) return j
  }
  return -1
}

/**
 * The outermost quotations of a block, in order: curly, straight, doubled and single marks; a quotation that nobody closes runs to the end
 * of the block.
 *
 * @param open whether the block before left a quotation open
 */
export function quoteRanges(tokens: readonly Token[], open: boolean): QuoteRange[] {
  const ranges: QuoteRange[] = []
  let from = -1
  let i = 0
  const add = (to: number, closed: boolean) => {
    ranges.push({ from, to, closed, continues: open && from === 0 })
    from = -1
  }
  while (i < tokens.length) {
    const token = tokens[i] as Token
    if (token.word.kind !== 'quote') {
      i++
      continue
    }
    const role = roleOf(tokens, i)
    if (from >= 0) {
      if (role === 'closes' || role === 'either') add(i + 1, true)
    } else if (role === 'opens' || (role === 'either' && i + 1 < tokens.length)) from = i
    else if (role === 'single-opens' || role === 'single-either') {
      const close = singleClose(tokens, i)
      if (close > 0) {
        from = i
        add(close + 1, true)
        i = close
      }
    }
    i++
  }
  if (from >= 0) add(tokens.length, false)
  return ranges
}

/** How many words stand between the marks. */
export function wordsIn(tokens: readonly Token[], quote: QuoteRange): number {
  let count = 0
  for (let i = quote.from; i < quote.to; i++) {
    const kind = (tokens[i] as Token).word.kind
    if (kind === 'word' || kind === 'number') count++
  }
  return count
}

const SMALL: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'and',
  'or',
  'in',
  'on',
  'to',
  'for',
  'with',
  'at',
  'by',
  'from',
  'vs',
  "'s",
])

/** Whether the quotation reads as the name of a work: every word that counts begins with a capital, and no sentence ends in it. */
export function isTitle(tokens: readonly Token[], quote: QuoteRange): boolean {
  let capitals = 0
  for (let i = quote.from + 1; i < quote.to; i++) {
    const { word } = tokens[i] as Token
    if (word.kind === 'stop' && i < quote.to - 1 && word.text === '.') return false
    if (word.kind !== 'word') continue
    if (word.capital) capitals++
    else if (!SMALL.has(word.lower)) return false
  }
  return capitals > 0 && wordsIn(tokens, quote) <= 10
}
