import { OBJECT } from '../blocks/block.ts'
import type { Span } from '../text/span.ts'
import { Class, classOf } from './characters.ts'
import {
  ABBREVIATIONS,
  type AbbreviationSort,
  DEGREE_PARTS,
  NUMBERING_ABBREVIATIONS,
  SMALL_ABBREVIATIONS,
} from './lexicon/abbreviations.ts'
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
/** "D-Calif", "Pharm.D" */
const LONGEST_ABBREVIATION = 10
const LONGEST_DEGREE_PART = 5
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

/** Whether the letters before the point at `i` are one letter, or one after another point, or begin a degree: "U.S", "Ph.D". */
function isInitial(text: string, from: number, i: number): boolean {
  const before = text.charCodeAt(i - 2)
  const lone = i - 1 === from || before === 0x2e || isHyphen(before)
  return lone || (i - from <= LONGEST_DEGREE_PART && DEGREE_PARTS.has(text.slice(from, i)))
}

function startsClitic(text: string, apostrophe: number, end: number): boolean {
  let i = apostrophe + 1
  while (i < end && i < apostrophe + 4 && classOf(text.charCodeAt(i)) === Class.Letter) i++
  return CLITICS.has(text.slice(apostrophe + 1, i).toLowerCase())
}

/** Whether a full stop right after the word belongs to it; what stands from `limit` on is not looked at. */
function takesStop(text: string, start: number, end: number, limit: number): boolean {
  if (end - start > LONGEST_ABBREVIATION) return false
  const word = text.slice(start, end)
  const lower = word.toLowerCase()
  // "No." and "pp." are abbreviations where a number follows
  if (NUMBERING_ABBREVIATIONS.has(lower)) return nextIsDigit(text, end, limit)
  if (word.length === 1) return word === 'v' || (word === lower ? nextIsDigit(text, end, limit) : word !== 'I')
  // the time of New York, and no abbreviation of "established"
  if (word === 'EST') return false
  if (lower.includes('.')) return true
  const sort = ABBREVIATIONS.get(word.length > 3 ? lower.slice(lower.lastIndexOf('-') + 1) : lower)
  if (sort === undefined) return false
  if (word === lower)
    return SMALL_ABBREVIATIONS.has(lower) || (BEFORE_NUMBERS.has(sort) && nextIsDigit(text, end, limit))
  if (sort === 'cited') return nextIsDigit(text, end, limit) || nextIsCited(text, end, limit)
  return true
}

/** In small letters these are abbreviations only with a number after them: "fig. 3", "12 lb. 3 oz." */
const BEFORE_NUMBERS: ReadonlySet<AbbreviationSort> = new Set(['label', 'closing'])

const nextIsDigit = (text: string, stop: number, limit: number) =>
  stop + 2 < limit && text.charCodeAt(stop + 1) === 0x20 && classOf(text.charCodeAt(stop + 2)) === Class.Digit

/** Whether the section or more of the name of a code or a court follows: "Fed. R. Civ. P. 12", "Treas. Reg. § 1". */
function nextIsCited(text: string, stop: number, limit: number): boolean {
  if (stop + 2 >= limit || text.charCodeAt(stop + 1) !== 0x20) return false
  if (text[stop + 2] === '§' || text[stop + 2] === '¶') return true
  let i = stop + 2
  while (i < limit && i < stop + 8 && classOf(text.charCodeAt(i)) === Class.Letter) i++
  if (i >= limit || text.charCodeAt(i) !== 0x2e) return false
  const next = text.slice(stop + 2, i)
  return next !== next.toLowerCase() && (next.length === 1 || CODES.has(ABBREVIATIONS.get(next.toLowerCase())))
}

const CODES: ReadonlySet<AbbreviationSort | undefined> = new Set(['cited', 'label'])

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
      if (to < end && text.charCodeAt(to) === 0x2e && kind === Class.Letter && takesStop(text, i, to, end)) to++
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
      isHyphen(code)
        ? to > i + 1 || i === start || text.charCodeAt(i - 1) <= 32
          ? 'dash'
          : 'other'
        : (KINDS[char] ?? 'other'),
    )
    i = to
  }
  return tokens
}
