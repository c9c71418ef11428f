import { OBJECT } from '../blocks/block.ts'
import type { Span } from '../text/span.ts'
import { Class, classOf } from './characters.ts'
import { FINAL_ABBREVIATIONS, INNER_ABBREVIATIONS, NUMBERING_ABBREVIATIONS } from './lexicon/abbreviations.ts'
import { wordType } from './vocabulary.ts'
import type { TokenKind, WordType } from './words.ts'

/** A word, a number or a mark of punctuation. "did|n’t", "Maduro|’s" and "$|2" are two tokens, "three-month" and "U.S." one. */
export interface Token extends Span {
  readonly word: WordType
  /** Penn Treebank part of speech, as the tagger gives it. */
  tag: string
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019
const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011
const CLITICS: ReadonlySet<string> = new Set(['s', 're', 've', 'll', 'd', 'm'])

const KINDS: Readonly<Record<string, TokenKind>> = {
  '.': 'stop',
  '!': 'stop',
  '?': 'stop',
  '…': 'stop',
  ',': 'comma',
  ':': 'colon',
  ';': 'colon',
  '“': 'quote',
  '”': 'quote',
  '„': 'quote',
  '"': 'quote',
  '«': 'quote',
  '»': 'quote',
  '‘': 'quote',
  '’': 'quote',
  "'": 'quote',
  '`': 'quote',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '—': 'dash',
  '–': 'dash',
  [OBJECT]: 'object',
}

/** The end of the word that begins at `at`: letters and digits, with hyphens, points and commas where they are inside it. */
function wordEnd(text: string, at: number, end: number): number {
  let i = at + 1
  while (i < end) {
    const code = text.charCodeAt(i)
    const kind = classOf(code)
    if (kind === Class.Letter || kind === Class.Digit) {
      i++
      continue
    }
    if (kind === Class.Space || i + 1 >= end) break
    const before = classOf(text.charCodeAt(i - 1))
    const after = classOf(text.charCodeAt(i + 1))
    const joins =
      (isHyphen(code) && after !== Class.Space && after !== Class.Other) ||
      ((code === 0x2e || code === 0x2c) && before === Class.Digit && after === Class.Digit) ||
      (code === 0x3a && before === Class.Digit && after === Class.Digit) ||
      (code === 0x26 && before === Class.Letter && after === Class.Letter) ||
      (code === 0x2e && after === Class.Letter && isInitial(text, at, i)) ||
      (isApostrophe(code) && after === Class.Letter && !startsClitic(text, i, end) && before === Class.Letter)
    if (!joins) break
    i++
  }
  return i
}

/** Whether the letters before the point at `i` are one letter, or one after another point: "U.S", "Ph.D". */
function isInitial(text: string, from: number, i: number): boolean {
  const before = text.charCodeAt(i - 2)
  const lone = i - 1 === from || before === 0x2e || isHyphen(before)
  return lone || (i - 2 === from && text.slice(from, i) === 'Ph')
}

function startsClitic(text: string, apostrophe: number, end: number): boolean {
  let i = apostrophe + 1
  while (i < end && i < apostrophe + 4 && classOf(text.charCodeAt(i)) === Class.Letter) i++
  return CLITICS.has(text.slice(apostrophe + 1, i).toLowerCase())
}

/** Whether a full stop right after the word belongs to it. */
function takesStop(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  // "No." and "p." are abbreviations where a number follows
  if (NUMBERING_ABBREVIATIONS.has(lower) && (lower.length > 1 || word === lower)) return nextIsDigit(text, end)
  if (word.length === 1) return word === 'v' || (word !== 'I' && word !== lower)
  if (word.length > 6) return false
  if (lower.includes('.')) return true
  // the time of New York, and no abbreviation of "established"
  if (word === 'EST') return false
  // "min." is a word as well: only a capital or what follows makes it an abbreviation
  if (INNER_ABBREVIATIONS.has(lower))
    return word !== lower || 'vs cf ca al approx est'.split(' ').includes(lower) || nextIsDigit(text, end)
  return FINAL_ABBREVIATIONS.has(lower) && (word !== lower || lower === 'etc' || lower === 'bn' || lower === 'mn')
}

const nextIsDigit = (text: string, stop: number) =>
  stop + 2 < text.length && text.charCodeAt(stop + 1) === 0x20 && classOf(text.charCodeAt(stop + 2)) === Class.Digit

/** The tokens of `text` between two offsets, left to right; white space is between them. Tags are empty. */
export function tokenize(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = []
  const push = (from: number, to: number, kind: TokenKind) => {
    tokens.push({ start: from, end: to, word: wordType(text, from, to, kind), tag: '' })
  }
  let i = start
  while (i < end) {
    const code = text.charCodeAt(i)
    const kind = classOf(code)
    if (kind === Class.Space) {
      i++
      continue
    }
    if (kind === Class.Letter || kind === Class.Digit) {
      let to = wordEnd(text, i, end)
      if (to < end && text.charCodeAt(to) === 0x2e && kind === Class.Letter && takesStop(text, i, to)) to++
      const negated =
        to - i > 3 &&
        isApostrophe(text.charCodeAt(to - 2)) &&
        /[nN]/.test(text[to - 3] ?? '') &&
        /[tT]/.test(text[to - 1] ?? '')
      if (negated) {
        push(i, to - 3, 'word')
        push(to - 3, to, 'word')
      } else push(i, to, kind === Class.Digit ? 'number' : 'word')
      i = to
      continue
    }
    if (
      isApostrophe(code) &&
      i > start &&
      classOf(text.charCodeAt(i - 1)) <= Class.Digit &&
      classOf(text.charCodeAt(i - 1)) !== Class.Space &&
      startsClitic(text, i, end)
    ) {
      let to = i + 1
      while (to < end && classOf(text.charCodeAt(to)) === Class.Letter) to++
      push(i, to, 'word')
      i = to
      continue
    }
    let to = i + 1
    const char = text[i] ?? ''
    // two apostrophes or backquotes are a quotation mark; two hyphens a dash; three points an ellipsis; masked words stay whole
    if ((isApostrophe(code) || code === 0x60 || code === 0x2018) && text.charCodeAt(to) === code) to++
    else if (char === OBJECT || char === '.' || isHyphen(code)) while (to < end && text.charCodeAt(to) === code) to++
    push(
      i,
      to,
      isHyphen(code) ? (to > i + 1 || text.charCodeAt(i - 1) <= 32 ? 'dash' : 'other') : (KINDS[char] ?? 'other'),
    )
    i = to
  }
  return tokens
}
