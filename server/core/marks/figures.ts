import { Beginning } from '../english/beginnings.ts'
import { TIME_UNITS } from '../english/lexicon/calendar.ts'
import { BOUNDS, LABELLED } from '../english/lexicon/numbers.ts'
import { isAdverb, isName, isNoun, isVerbForm } from '../english/tags.ts'
import { itemAt } from '../text/itemAt.ts'
import { datesIn } from './dates.ts'
import type { Figure } from './marks.ts'
import { type Quantity, quantityAt } from './numbers.ts'
import { at, lowerAt, nextBeginning, type Passage, type Range, sentenceRange, spanOf, tagAt } from './passage.ts'

/** How many words may stand between a number and the noun that it counts: "3,000 newly built U.S. warships". */
const MOST_BETWEEN = 4

interface FigureRange extends Range {
  readonly kind: Figure['kind']
}

/**
 * The figures of a passage, in order: a number in digits or words with the words that bind it ("more than", "at least"),
 * its unit, and the noun that it counts. Dates, section numbers, versions and telephone numbers are none; "one" never is, and
 * "two" to "twelve" only before a plural.
 *
 * @param dates those of the passage
 */
export const figures = (p: Passage, dates: readonly Range[] = datesIn(p)): Figure[] =>
  figuresIn(p, dates).map((range) => {
    const { start, end } = spanOf(p, range)
    return { start, end, kind: range.kind }
  })

function figuresIn(p: Passage, dates: readonly Range[]): FigureRange[] {
  const found: FigureRange[] = []
  let d = 0
  const next = (from: number) => nextBeginning(p, from, Beginning.Quantity)
  let i = next(0)
  while (i < p.tokens.length) {
    while (d < dates.length && (dates[d] as Range).to <= i) d++
    const date = dates[d]
    if (date !== undefined && date.from <= i) {
      i = next(date.to)
      continue
    }
    const quantity = quantityAt(p, i)
    if (quantity === undefined || quantity.to > (date?.from ?? p.tokens.length) || isLabel(p, quantity)) {
      i = next(quantity ? quantity.to : i + 1)
      continue
    }
    const figure = withWords(p, quantity, Math.max(found.at(-1)?.to ?? 0, itemAt(dates, d - 1)?.to ?? 0))
    if (figure) found.push(figure)
    i = next(figure ? figure.to : quantity.to)
  }
  return found
}

/** "Section 4", "Apollo 11", "(3)", "No. 10", "#5", "NY 10032": a number that names and does not count. */
function isLabel(p: Passage, { from, to, kind }: Quantity): boolean {
  if (kind !== 'count' || p.tokens[from]?.word.kind !== 'number') return false
  const before = itemAt(p.tokens, from - 1)
  if (before === undefined) return p.tokens[to]?.word.kind === 'close' || /^[.)]$/.test(lowerAt(p, to))
  if (before.word.kind === 'open') return p.tokens[to]?.word.kind === 'close'
  if (/^[#_/@=+*]$/.test(before.word.text) || isPostcode(p, from, to)) return true
  if (before.word.kind !== 'word') return false
  if (LABELLED.has(before.word.lower)) return true
  return (
    isName(before.tag) && before.word.capital && countedNoun(p, to) === to && sentenceRange(p, from).from < from - 1
  )
}

/** The states of the United States, as addresses have them. */
const STATES: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  ),
)

/** "Albany, NY 12207", "New York, NY, 10032": behind the place that the state is named with, and with no verb that counts. */
function isPostcode(p: Passage, from: number, to: number): boolean {
  const state = from - (lowerAt(p, from - 1) === ',' ? 2 : 1)
  if (!STATES.has(itemAt(p.tokens, state)?.word.text ?? '') || lowerAt(p, state - 1) !== ',') return false
  return /^[0-9]{5}$/.test(at(p, from).word.text) && countedNoun(p, to) === to && !isVerbForm(tagAt(p, to))
}

function withWords(p: Passage, quantity: Quantity, free: number): FigureRange | undefined {
  const { kind } = quantity
  if (kind === 'year' || kind === 'age') return { from: quantity.from, to: quantity.to, kind }
  if (isAge(p, quantity)) return { from: quantity.from, to: quantity.to, kind: 'age' }
  const from = boundFrom(p, quantity.from, Math.max(free, sentenceRange(p, quantity.from).from))
  if (kind === 'share') {
    const after = lowerAt(p, quantity.to + 1) === 'the' ? quantity.to + 2 : quantity.to + 1
    const noun = countedNoun(p, after)
    return noun > after ? { from, to: noun, kind: countKind(p, noun) } : undefined
  }
  if (kind !== 'count' && kind !== 'small') return { from, to: quantity.to, kind }
  const to = countedNoun(p, quantity.to)
  if (kind === 'small' && to === quantity.to) return undefined
  return { from, to, kind: to > quantity.to ? countKind(p, to) : 'count' }
}

const countKind = (p: Passage, to: number): Figure['kind'] => (TIME_UNITS.has(lowerAt(p, to - 1)) ? 'time' : 'count')

/** "Ana Ruiz, 45, said", "aged 45", "at the age of 45". */
function isAge(p: Passage, { from, to, kind }: Quantity): boolean {
  if (kind !== 'count' || !/^[0-9]{1,3}$/.test(p.tokens[from]?.word.text ?? '')) return false
  const before = lowerAt(p, from - 1)
  if (before === 'aged' || before === 'age' || before === 'ages' || (before === 'of' && lowerAt(p, from - 2) === 'age'))
    return true
  return before === ',' && isName(tagAt(p, from - 2)) && to === from + 1 && /^[,.)]$/.test(lowerAt(p, to))
}

/** The first of the words that bind the number at `from`: "no more than", "nearly". */
function boundFrom(p: Passage, from: number, free: number): number {
  let first = from
  // "at least some 40": two of them at most
  for (let round = 0; round < 2; round++) {
    const phrases = first > free ? BOUNDS_BY_LAST.get(lowerAt(p, first - 1)) : undefined
    const phrase = phrases?.find((words) => first - words.length >= free && endsAt(p, words, first))
    if (phrase === undefined) break
    first -= phrase.length
  }
  return first
}

/** The phrases that bind a number by their last word, in the order in which they are tried. */
const BOUNDS_BY_LAST: ReadonlyMap<string, ReadonlyArray<readonly string[]>> = new Map(
  BOUNDS.map((phrase) => [phrase.at(-1) ?? '', BOUNDS.filter((other) => other.at(-1) === phrase.at(-1))]),
)

function endsAt(p: Passage, words: readonly string[], end: number): boolean {
  for (let w = 0; w < words.length; w++) if (lowerAt(p, end - words.length + w) !== words[w]) return false
  return true
}

/** The end of the noun phrase that is counted from `from` on; `from` where no plural noun stands there. */
function countedNoun(p: Passage, from: number): number {
  let end = from
  const most = Math.min(sentenceRange(p, Math.min(from, p.tokens.length - 1)).to, from + MOST_BETWEEN + 1)
  for (let i = from; i < most; i++) {
    const tag = tagAt(p, i)
    const { word } = at(p, i)
    if (word.kind !== 'word' && word.kind !== 'object') break
    if (tag === 'NNS' || tag === 'NNPS' || PLURALS.has(word.lower)) {
      end = i + 1
      // the first plural is the noun that is counted, but "plain-clothes officers" and "crew members" have another
      if (!word.text.includes('-') && !PLURALS.has(word.lower)) break
    } else if (!isNoun(tag) && !/^(?:JJ[RS]?|VBN|VBG|CC)$/.test(tag) && !isAdverb(tag)) break
  }
  return end
}

/** Plurals without an s that the tagger may take for something else. */
const PLURALS: ReadonlySet<string> = new Set(
  'people men women children dead wounded missing injured troops police cattle sheep fish aircraft species personnel crew staff'.split(
    ' ',
  ),
)
