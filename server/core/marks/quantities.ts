import {
  CURRENCY_NOUNS,
  CURRENCY_SIGNS,
  ROUND_PLURALS,
  SCALES,
  SMALL_NUMBERS,
  TEENS,
  TENS,
} from '../english/lexicon/numbers.ts'

/** What a figure says as a number: everything between `low` and `high`, both included, agrees with it. */
export interface Amount {
  readonly low: number
  readonly high: number
  /** "%", a sign or noun of money, or the empty string for things that are counted. */
  readonly unit: string
  /** The words after the number, in lower case: "drug boats". */
  readonly rest: readonly string[]
}

/** How far a figure may be from what "about" or "nearly" is said of, as a share of it. */
const ABOUT = 0.2

const ABOVE =
  /^(?:more than|at least|over|above|no fewer than|no less than|upwards of|in excess of|greater than|well over)$/
const BELOW =
  /^(?:less than|fewer than|at most|up to|no more than|not more than|under|below|well under|as many as|as much as)$/
const NEAR =
  /^(?:about|around|roughly|approximately|approx|some|an estimated|estimated|circa|nearly|almost|close to|just over|just under|just about|virtually|something like)$/
const PLAIN = /^(?:exactly|only|just|a total of|barely|a record)$/

const SCALE_OF: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
  tn: 1e12,
}

/** Words such as "four", "fourteen", "forty" and "forty-two", with their values. */
const VALUES: ReadonlyMap<string, number> = new Map([
  ...['one', ...SMALL_NUMBERS, ...TEENS].map((word, n): [string, number] => [word, n + 1]),
  ...[...TENS].flatMap((ten, n) =>
    ['', 'one', ...SMALL_NUMBERS]
      .slice(0, 10)
      .map((unit, more): [string, number] => [unit === '' ? ten : `${ten}-${unit}`, 20 + 10 * n + more]),
  ),
])

/**
 * Reads a figure as an amount, from its own words: "more than 80 people", "twenty-two attacks", "$2.5 billion", "10 to 12
 * percent". A round number stands for what rounds to it: "3,000" for 2,500 to 3,500. Undefined for what no one number can
 * contradict: shares ("one in five"), "dozens", "another 20", averages.
 */
export function amountOf(words: string): Amount | undefined {
  const tokens =
    words
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[0-9][0-9,]*(?:\.[0-9]+)?|\p{L}[\p{L}'-]*|[^\s\p{L}0-9]/gu) ?? []
  let at = 0
  let bound = ''
  let first = numberAt(tokens, at)
  while (first === undefined && at < tokens.length) {
    bound = `${bound} ${tokens[at++]}`.trim()
    first = numberAt(tokens, at)
  }
  if (first === undefined) return undefined
  at = first.to
  let last = first
  if (/^(?:to|or|and|–|—|-)$/.test(tokens[at] ?? '')) {
    const next = numberAt(tokens, at + 1)
    if (next === undefined) return undefined
    last = next
    at = next.to
  }
  const scale =
    last.scale / first.scale > 1 && first.scale === 1 && first.value < last.value / last.scale ? last.scale : 1
  let range = within(bound, { low: (first.value - first.slack) * scale, high: last.value + last.slack }, first === last)
  let unit = first.unit || last.unit
  const percent =
    tokens[at] === '%' || tokens[at] === 'percent' ? 1 : tokens[at] === 'per' && tokens[at + 1] === 'cent' ? 2 : 0
  if (percent > 0) {
    if (tokens[at] !== '%' && /^points?$/.test(tokens[at + 1] ?? '')) return undefined
    unit = '%'
    if (range !== undefined && !words.includes('.')) range = { low: range.low - HALF, high: range.high + HALF }
    at += percent
  } else if (CURRENCY_NOUNS.has(tokens[at] ?? '')) unit = (tokens[at++] ?? '').replace(/s$/, '')
  const rest = tokens.slice(at)
  if (
    range === undefined ||
    /^(?:of|in|out|percentage)$/.test(rest[0] ?? '') ||
    rest.some((word) => !/^\p{L}/u.test(word))
  )
    return undefined
  return { low: range.low, high: range.high, unit, rest }
}

interface Read {
  readonly value: number
  /** What was rounded away, at most. */
  readonly slack: number
  readonly scale: number
  readonly unit: string
  readonly to: number
}

function numberAt(tokens: readonly string[], from: number): Read | undefined {
  const unit = CURRENCY_SIGNS.has(tokens[from] ?? '') ? (tokens[from] ?? '') : ''
  let at = unit === '' ? from : from + 1
  const text = tokens[at] ?? ''
  if (/^[0-9]/.test(text)) {
    const plain = text.replaceAll(',', '')
    let scale = 1
    at++
    while (Object.hasOwn(SCALE_OF, tokens[at] ?? '') && scale < 1e12) scale *= SCALE_OF[tokens[at++] ?? ''] ?? 1
    const value = Number(plain) * scale
    return Number.isFinite(value)
      ? { value, slack: slackOf(plain, scale, unit !== ''), scale, unit, to: at }
      : undefined
  }
  return inWords(tokens, at, unit)
}

/** A little less than half, so that 2 million and 3 million have nothing in common. */
const HALF = 0.499

/** Half of the last place that is written, for numbers that look rounded. */
function slackOf(plain: string, scale: number, money: boolean): number {
  const [whole = '', decimals = ''] = plain.split('.')
  if (decimals !== '') return scale * 10 ** -decimals.length * HALF
  let zeros = 0
  while (zeros < whole.length - 1 && whole[whole.length - 1 - zeros] === '0') zeros++
  if (scale > 1 || money) return scale * 10 ** zeros * HALF
  return whole.length > 2 && zeros > 0 ? 10 ** zeros * HALF : 0
}

function inWords(tokens: readonly string[], from: number, unit: string): Read | undefined {
  let at = from
  let total = 0
  let group = 0
  let scale = 1
  if (ROUND_PLURALS.has(tokens[at] ?? '') || tokens[at] === 'half') return undefined
  if (tokens[at] === 'a' && SCALES.has(tokens[at + 1] ?? '')) {
    group = 1
    at++
  }
  for (; at < tokens.length; at++) {
    const word = tokens[at] ?? ''
    const value = VALUES.get(word)
    if (value !== undefined) group += value
    else if (SCALES.has(word) && group > 0) {
      scale = SCALE_OF[word] ?? 1
      if (scale <= 100) group *= scale
      else {
        total += group * scale
        group = 0
      }
    } else if (word !== 'and' || at === from || !VALUES.has(tokens[at + 1] ?? '')) break
  }
  const value = total + group
  if (value === 0) return undefined
  return { value, slack: scale > 1 && value % scale === 0 ? scale * HALF : 0, scale: 1, unit, to: at }
}

function within(
  bound: string,
  { low, high }: { low: number; high: number },
  single: boolean,
): { low: number; high: number } | undefined {
  let range = { low, high }
  for (const words of bound === '' ? [] : boundsIn(bound)) {
    if (ABOVE.test(words)) range = { low: range.low, high: Number.POSITIVE_INFINITY }
    else if (BELOW.test(words)) range = { low: Number.NEGATIVE_INFINITY, high: range.high }
    else if (NEAR.test(words)) range = { low: range.low * (1 - ABOUT), high: range.high * (1 + ABOUT) }
    else if (words === 'between' ? single : !PLAIN.test(words)) return undefined
  }
  return range
}

/** The one or two phrases before a number, such as "at least" and "some". */
function boundsIn(bound: string): string[] {
  const known = (words: string): boolean => [ABOVE, BELOW, NEAR, PLAIN].some((one) => one.test(words))
  if (known(bound)) return [bound]
  const words = bound.split(' ')
  for (let cut = 1; cut < words.length; cut++) {
    const parts = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    if (parts.every(known)) return parts
  }
  return [bound]
}

/** Whether two amounts of one unit cannot both be true of one thing. */
export const disagree = (a: Amount, b: Amount): boolean => a.unit === b.unit && (a.high < b.low || b.high < a.low)
