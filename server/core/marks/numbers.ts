import {
  CURRENCY_CODES,
  CURRENCY_NOUNS,
  CURRENCY_PREFIXES,
  CURRENCY_SIGNS,
  FRACTION_PLURALS,
  FRACTIONS,
  HYPHENED,
  MEASURES,
  ROUND_PLURALS,
  SCALES,
  SHORT_SCALES,
  SMALL_NUMBERS,
  TEENS,
  TENS,
} from '../english/lexicon/numbers.ts'
import { isNoun } from '../english/tags.ts'
import { itemAt } from '../text/itemAt.ts'
import type { Figure } from './marks.ts'
import { lowerAt, type Passage, type Range, tagAt } from './passage.ts'

/** A number as a range of a passage's tokens, without the words that bind it and without the noun that is counted. */
export interface Quantity extends Range {
  /** `count` still looks for its noun, `small` is a figure only with one, `share` goes on with "of". */
  readonly kind: Figure['kind'] | 'small' | 'share'
}

const textAt = (p: Passage, i: number): string => p.tokens[i]?.word.text ?? ''
const isNumber = (p: Passage, i: number): boolean => p.tokens[i]?.word.kind === 'number'
/** Whether token `i` stands close after the one before it. */
const closeTo = (p: Passage, i: number): boolean => itemAt(p.tokens, i - 1)?.end === p.tokens[i]?.start

/** The quantity that begins at token `i`, in figures, in words, or as a sum of money. */
export function quantityAt(p: Passage, i: number): Quantity | undefined {
  return between(p, i) ?? simpleAt(p, i)
}

const simpleAt = (p: Passage, i: number): Quantity | undefined => money(p, i) ?? digits(p, i) ?? inWords(p, i)

/** "between 10 and 20 per cent". */
function between(p: Passage, i: number): Quantity | undefined {
  if (lowerAt(p, i) !== 'between') return undefined
  const low = simpleAt(p, i + 1)
  if (low === undefined || lowerAt(p, low.to) !== 'and') return undefined
  const high = simpleAt(p, low.to + 1)
  return high && { from: i, to: high.to, kind: high.kind }
}

/** "$2 billion", "US$3.5m", "USD 40", "£5-6m". */
function money(p: Passage, i: number): Quantity | undefined {
  const prefixed = CURRENCY_PREFIXES.has(textAt(p, i)) && CURRENCY_SIGNS.has(textAt(p, i + 1)) && closeTo(p, i + 1)
  const sign = prefixed ? i + 1 : i
  if (!CURRENCY_SIGNS.has(textAt(p, sign)) && !CURRENCY_CODES.has(textAt(p, sign))) return undefined
  if (!isNumber(p, sign + 1)) return undefined
  const to = rangeEnd(p, scaleEnd(p, sign + 2))
  return { from: i, to, kind: 'money' }
}

/** The end of a number with "million", "hundred thousand" or "bn" after it. */
function scaleEnd(p: Passage, from: number): number {
  let to = from
  while (SCALES.has(lowerAt(p, to)) && to < from + 3) to++
  if (to === from && SHORT_SCALES.has(textAt(p, to)) && isNumber(p, to - 1)) to++
  return to
}

/** The end of a number that "to 20", "–20" or "or 20" carries on. */
function rangeEnd(p: Passage, to: number): number {
  const link = lowerAt(p, to)
  if (link !== 'to' && link !== 'or' && link !== '–' && link !== '—') return to
  const next = CURRENCY_SIGNS.has(textAt(p, to + 1)) ? to + 2 : to + 1
  if (!isNumber(p, next) || (link === '—' && !closeTo(p, next))) return to
  return scaleEnd(p, next + 1)
}

const YEAR = /^(?:1[5-9]|20)[0-9]{2}$/
const PLAIN = /^[0-9][0-9,]*(?:\.[0-9]+)?$/

function digits(p: Passage, i: number): Quantity | undefined {
  if (!isNumber(p, i)) return undefined
  const text = textAt(p, i)
  const one = (kind: Quantity['kind'], to = i + 1): Quantity => ({ from: i, to, kind })
  if (text.includes(':')) return clock(p, i)
  if (/^[ap]\.?m\.?$/.test(lowerAt(p, i + 1))) return one('time', i + 2)
  if (/^(?:[0-9]{2}|[0-9]{4})s$/.test(text)) return one('year')
  if (/^[0-9][0-9,]*(?:st|nd|rd|th)$/.test(text)) return ordinal(p, i)
  if (text.includes('-')) return hyphened(p, i)
  if (!PLAIN.test(text)) return suffixed(p, i)
  // a telephone number, an account, a time stamp
  if (/^[0-9]{8,}$/.test(text)) return undefined
  if (YEAR.test(text) && !countsPlural(p, i)) return one('year')
  const scaled = scaleEnd(p, i + 1)
  const to = rangeEnd(p, scaled)
  if (textAt(p, to) === '/' && closeTo(p, to)) return undefined
  return withUnit(p, i, to) ?? { from: i, to: shareEnd(p, to), kind: 'count' }
}

/** "the 21st century", but not "23rd Street" or "the 5th Amendment", which are names. */
function ordinal(p: Passage, i: number): Quantity | undefined {
  const next = p.tokens[i + 1]
  if (next === undefined || !isNoun(next.tag) || next.word.kind !== 'word')
    return { from: i, to: i + 1, kind: 'ordinal' }
  return next.word.capital ? undefined : { from: i, to: i + 2, kind: 'ordinal' }
}

/** "2000 people", but "the 2016 elections" and "in 2020 schools closed". */
const countsPlural = (p: Passage, i: number): boolean =>
  tagAt(p, i + 1) === 'NNS' &&
  !/^(?:in|since|of|the|by|for|from|until|before|after|to|and|below|above|under|over|’s|'s)$/.test(lowerAt(p, i - 1))

function clock(p: Passage, i: number): Quantity | undefined {
  if (!/^[0-2]?[0-9]:[0-5][0-9]$/.test(textAt(p, i))) return undefined
  const to = /^[ap]\.?m\.?$/.test(lowerAt(p, i + 1)) ? i + 2 : i + 1
  return { from: i, to, kind: 'time' }
}

/** "40-year-old", "12-point", "51-49", "10-20". */
function hyphened(p: Passage, i: number): Quantity | undefined {
  const text = textAt(p, i).toLowerCase()
  const cut = text.indexOf('-')
  const rest = text.slice(cut + 1)
  if (!PLAIN.test(text.slice(0, cut))) return undefined
  if (/^years?-olds?$/.test(rest)) return { from: i, to: i + 1, kind: 'age' }
  if (/^[0-9]/.test(rest)) {
    const to = scaleEnd(p, i + 1)
    const unit = PLAIN.test(rest) ? withUnit(p, i, to) : undefined
    if (unit) return unit
    // two numbers of the like of 555-1234 are no span
    const narrow = /^[0-9]{1,3}$/.test(rest) && cut <= 3
    return narrow ? { from: i, to, kind: to > i + 1 || tagAt(p, to) === 'NNS' ? 'count' : 'other' } : undefined
  }
  const noun = unitKind(rest)
  return noun ? { from: i, to: nounAfter(p, i + 1), kind: noun } : undefined
}

/** What a unit after a hyphen makes of its number; undefined where it is no unit ("two-party"). */
function unitKind(rest: string): Figure['kind'] | undefined {
  const unit = rest.endsWith('-long') || rest.endsWith('-old') ? rest.slice(0, rest.lastIndexOf('-')) : rest
  if (rest === 'strong') return 'count'
  if (/^years?-olds?$/.test(rest)) return 'age'
  if (!HYPHENED.has(unit)) return undefined
  if (/^(?:year|month|week|day|hour|minute|second|decade|century|night)$/.test(unit)) return 'time'
  return unit.startsWith('percent') ? 'percentage' : 'other'
}

const nounAfter = (p: Passage, i: number): number => (tagAt(p, i) === 'NN' || tagAt(p, i) === 'NNS' ? i + 1 : i)

/** "12kg", "3.5m", "5k": letters close after the digits. */
function suffixed(p: Passage, i: number): Quantity | undefined {
  const text = textAt(p, i).toLowerCase()
  let cut = 0
  while (cut < text.length && /[0-9.,]/.test(text[cut] as string)) cut++
  const suffix = text.slice(cut)
  if (!PLAIN.test(text.slice(0, cut))) return undefined
  if (suffix === 'am' || suffix === 'pm') return { from: i, to: i + 1, kind: 'time' }
  // "3D", "5G" and "4x" are names of things
  if (suffix === 'bn' || suffix === 'mn' || suffix === 'tn')
    return withUnit(p, i, i + 1) ?? { from: i, to: i + 1, kind: 'count' }
  return MEASURES.has(suffix) && suffix !== 'g' && suffix !== 'c' ? { from: i, to: i + 1, kind: 'other' } : undefined
}

/** A number with the unit after it: per cent, money, a measure. */
function withUnit(p: Passage, from: number, to: number): Quantity | undefined {
  const unit = lowerAt(p, to)
  if (unit === '%') return { from, to: to + 1, kind: 'percentage' }
  if (unit === 'percent' || unit === 'pc') return { from, to: to + 1, kind: 'percentage' }
  if (unit === 'per' && lowerAt(p, to + 1) === 'cent') return { from, to: to + 2, kind: 'percentage' }
  if (unit === 'percentage' && /^points?$/.test(lowerAt(p, to + 1))) return { from, to: to + 2, kind: 'percentage' }
  if (CURRENCY_CODES.has(textAt(p, to)) || CURRENCY_NOUNS.has(unit)) return { from, to: to + 1, kind: 'money' }
  if (/^years?$/.test(unit) && lowerAt(p, to + 1) === 'old') return { from, to: to + 2, kind: 'age' }
  return MEASURES.has(unit) && lowerAt(p, to + 1) !== 'of' ? { from, to: to + 1, kind: 'other' } : undefined
}

/** "nine out of ten", "60 of the 100", "one in five": the end of the second number. */
function shareEnd(p: Passage, to: number): number {
  const link = lowerAt(p, to)
  if (link === 'out' && lowerAt(p, to + 1) === 'of')
    return numberEnd(p, lowerAt(p, to + 2) === 'the' ? to + 3 : to + 2) ?? to
  if (link !== 'of' && link !== 'in') return to
  if (link === 'in' && (tagAt(p, to + 1) !== 'CD' || YEAR.test(textAt(p, to + 1)))) return to
  if (link === 'in' && isNumber(p, to - 1) && !/^[0-9]{1,3}$/.test(textAt(p, to - 1))) return to
  return numberEnd(p, lowerAt(p, to + 1) === 'the' && link === 'of' ? to + 2 : to + 1) ?? to
}

function numberEnd(p: Passage, i: number): number | undefined {
  if (isNumber(p, i) && PLAIN.test(textAt(p, i)) && !YEAR.test(textAt(p, i))) return scaleEnd(p, i + 1)
  return isNumberWord(lowerAt(p, i)) ? wordsEnd(p, i) : undefined
}

const isNumberWord = (lower: string): boolean => {
  const cut = lower.indexOf('-')
  if (cut > 0) return TENS.has(lower.slice(0, cut)) && isUnit(lower.slice(cut + 1))
  return SMALL_NUMBERS.has(lower) || TEENS.has(lower) || TENS.has(lower)
}
const isUnit = (lower: string): boolean => lower === 'one' || SMALL_NUMBERS.has(lower)

/** The end of a number in words: "two hundred and fifty thousand". */
function wordsEnd(p: Passage, i: number): number {
  let to = i + 1
  for (; to < i + 10; to++) {
    const word = lowerAt(p, to)
    if (isNumberWord(word) || SCALES.has(word) || (word === 'one' && SCALES.has(lowerAt(p, to + 1)))) continue
    const scaled = SCALES.has(lowerAt(p, to - 1)) && lowerAt(p, to - 1) !== 'dozen'
    if (word === 'and' && scaled && (isNumberWord(lowerAt(p, to + 1)) || lowerAt(p, to + 1) === 'one')) continue
    break
  }
  return to
}

function inWords(p: Passage, i: number): Quantity | undefined {
  const word = lowerAt(p, i)
  if (p.tokens[i]?.word.kind !== 'word') return undefined
  const next = lowerAt(p, i + 1)
  if ((word === 'a' || word === 'one' || word === 'several') && SCALES.has(next)) {
    const to = wordsEnd(p, i + 1)
    return withUnit(p, i, to) ?? { from: i, to, kind: 'count' }
  }
  if (word === 'half' && next === 'a' && SCALES.has(lowerAt(p, i + 2))) return { from: i, to: i + 3, kind: 'count' }
  if (ROUND_PLURALS.has(word)) return rounded(p, i)
  const fraction = fractionEnd(p, i)
  if (fraction > i) return lowerAt(p, fraction) === 'of' ? { from: i, to: fraction, kind: 'share' } : undefined
  if (word === 'one' && (next === 'in' || (next === 'out' && lowerAt(p, i + 2) === 'of'))) {
    const to = shareEnd(p, i + 1)
    return to > i + 1 ? { from: i, to, kind: 'count' } : undefined
  }
  if (isNumberWord(word)) {
    const end = wordsEnd(p, i)
    const to = shareEnd(p, wordRangeEnd(p, end))
    const small = SMALL_NUMBERS.has(word) && to === i + 1
    return withUnit(p, i, to) ?? { from: i, to, kind: small ? 'small' : 'count' }
  }
  const cut = word.indexOf('-')
  if (cut < 0 || !isNumberWord(word.slice(0, cut))) return undefined
  const kind = unitKind(word.slice(cut + 1))
  return kind && { from: i, to: kind === 'age' ? i + 1 : nounAfter(p, i + 1), kind }
}

/** "two or three", "ten to twelve". */
const wordRangeEnd = (p: Passage, to: number): number =>
  /^(?:to|or)$/.test(lowerAt(p, to)) && isNumberWord(lowerAt(p, to + 1)) ? wordsEnd(p, to + 1) : to

/** "dozens of", "tens of thousands of": a noun must follow. */
function rounded(p: Passage, i: number): Quantity | undefined {
  let to = i + 1
  while (lowerAt(p, to) === 'of' && ROUND_PLURALS.has(lowerAt(p, to + 1)) && to < i + 4) to += 2
  if (lowerAt(p, i) === 'tens' && to === i + 1) return undefined
  return lowerAt(p, to) === 'of' ? { from: i, to, kind: 'share' } : { from: i, to, kind: 'small' }
}

/** The end of a fraction in words that begins at `i`; `i` where there is none. */
function fractionEnd(p: Passage, i: number): number {
  const word = lowerAt(p, i)
  const next = lowerAt(p, i + 1)
  if (word === 'half') return i + 1
  if ((word === 'a' || word === 'one') && FRACTIONS.has(next)) return i + 2
  if (SMALL_NUMBERS.has(word) && FRACTION_PLURALS.has(next)) return i + 2
  const cut = word.indexOf('-')
  if (cut < 0) return i
  const first = word.slice(0, cut)
  const rest = word.slice(cut + 1)
  const whole = (first === 'one' && FRACTIONS.has(rest)) || (SMALL_NUMBERS.has(first) && FRACTION_PLURALS.has(rest))
  return whole ? i + 1 : i
}
