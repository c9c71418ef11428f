import { itemAt } from '../text/itemAt.ts'
import { fits, lettersOf } from './initials.ts'
import { at, kindAt, lowerAt, type Passage, sentenceRange } from './passage.ts'

/** How many words of a name are looked at on either side of its letters. */
const MOST_WORDS = 12

/** Letters that a draft explains, and the offset from which a reader knows. */
export interface Introduced {
  readonly letters: string
  readonly start: number
}

/**
 * Where a block says what letters stand for, once for each abbreviation, points left away.
 *
 * It reads "the World Food Programme (WFP)", "WFP (World Food Programme)", "the WFP, or World Food Programme", "World Food
 * Programme, or WFP" and "known as WFP". In brackets right after a name in capitals the letters need not fit: a foreign body
 * keeps those of its own language.
 */
export function introducedIn(p: Passage): Introduced[] {
  const introduced: Introduced[] = []
  for (let i = 0; i < p.tokens.length; i++) {
    const { word, start } = at(p, i)
    if (!word.capital) continue
    const plural = word.text.endsWith('s') && word.text.length > 2
    if (!plural && !word.allCaps) continue
    const letters = lettersOf(plural ? word.text.slice(0, -1) : word.text)
    if (letters === undefined || introduced.some((one) => one.letters === letters)) continue
    if (inBrackets(p, i, letters) || beforeName(p, i, letters) || afterName(p, i, letters))
      introduced.push({ letters, start })
  }
  return introduced
}

/** Where each of some letters is explained first; those given are in document order. */
export function firstIntroduced(introduced: readonly Introduced[]): Map<string, number> {
  const first = new Map<string, number>()
  for (const { letters, start } of introduced) if (!first.has(letters)) first.set(letters, start)
  return first
}

/** The first token of what leads up to the letters: past a quotation mark, "or", "the", "known as". */
function leadOf(p: Passage, i: number): number {
  let first = i
  for (let round = 0; round < 5; round++) {
    const word = lowerAt(p, first - 1)
    if (kindAt(p, first - 1) !== 'quote' && !LEADS.has(word)) break
    first--
  }
  return first
}

const LEADS: ReadonlySet<string> = new Set(
  'or the also known as called abbreviated to short acronym its by initials hereafter hereinafter simply'.split(' '),
)

/** "(WFP)", "(the WFP)", "(also known as “WFP”, …" after a name. */
function inBrackets(p: Passage, i: number, letters: string): boolean {
  const open = leadOf(p, i) - 1
  if (kindAt(p, open) !== 'open') return false
  const next = kindAt(p, i + 1)
  if (next !== 'close' && next !== 'comma' && next !== 'colon' && next !== 'quote') return false
  return fitsBefore(p, open, letters) || (isCapitalName(p, open) && letters.length > 2)
}

/** Two words in capitals right before a token, the last of them no abbreviation itself. */
function isCapitalName(p: Passage, end: number): boolean {
  const last = itemAt(p.tokens, end - 1)?.word
  if (last?.kind !== 'word' || !last.capital || last.allCaps) return false
  for (let j = end - 2; j >= Math.max(0, end - 5); j--) {
    const { word } = at(p, j)
    if (word.kind !== 'word') return false
    if (word.capital) return !word.text.endsWith('.')
  }
  return false
}

/** "WFP (World Food Programme)", "WFP, or World Food Programme,", "WFP — the World Food Programme —". */
function beforeName(p: Passage, i: number, letters: string): boolean {
  const sign = kindAt(p, i + 1) === 'quote' ? i + 2 : i + 1
  const kind = kindAt(p, sign)
  if (kind === 'open' || kind === 'comma' || kind === 'dash') {
    const from = lowerAt(p, sign + 1) === 'or' ? sign + 2 : sign + 1
    return fitsAfter(p, from, letters)
  }
  if (lowerAt(p, sign) === 'or') return fitsAfter(p, sign + 1, letters)
  const stands =
    /^(?:stands|stood|short)$/.test(lowerAt(p, sign)) || /^(?:stands|stood|short)$/.test(lowerAt(p, sign + 1))
  return stands && (lowerAt(p, sign + 1) === 'for' || lowerAt(p, sign + 2) === 'for')
}

/** "World Food Programme, or WFP", "known as the WFP", "the World Food Programme, WFP,". */
function afterName(p: Passage, i: number, letters: string): boolean {
  const first = leadOf(p, i)
  const words: string[] = []
  for (let j = first; j < i; j++) words.push(lowerAt(p, j))
  if (words.includes('known') || words.includes('abbreviated') || words.includes('acronym')) return true
  const kind = kindAt(p, first - 1)
  const set = kind === 'comma' || kind === 'dash'
  // "the Campaign for a Neutral Switzerland, or AUNS": a foreign body keeps the letters of its own language
  if (set && words.includes('or') && isCapitalName(p, first - 1)) return true
  return (set || words.includes('or')) && fitsBefore(p, set ? first - 1 : first, letters)
}

/** Words that say what has the name before them, and give it no letter: "Deferred Action for Childhood Arrivals program, or DACA". */
const SORTS: ReadonlySet<string> = new Set(
  'act agency agreement alliance bill campaign coalition committee fund group initiative law movement plan policy program programme project scheme system test treaty union'.split(
    ' ',
  ),
)

/** Whether the words that end before a token fit the letters: as many of them as make a name. */
const fitsBefore = (p: Passage, end: number, letters: string): boolean =>
  endsBefore(p, end, letters) ||
  (SORTS.has(itemAt(p.tokens, end - 1)?.word.text ?? '') && endsBefore(p, end - 1, letters))

function endsBefore(p: Passage, end: number, letters: string): boolean {
  const from = end > 0 ? sentenceRange(p, end - 1).from : 0
  let name = ''
  for (let j = end - 1, count = 0; j >= from && count < MOST_WORDS; j--) {
    const { word } = at(p, j)
    if (word.kind === 'quote') continue
    if (word.kind !== 'word' && word.text !== '&' && word.kind !== 'comma') return false
    name = name === '' ? word.text : `${word.text} ${name}`
    count++
    if (count >= 2 && fits(letters, name)) return true
  }
  return false
}

/** Whether the words from a token on fit the letters. */
function fitsAfter(p: Passage, from: number, letters: string): boolean {
  let name = ''
  for (let j = from, count = 0; j < p.tokens.length && count < MOST_WORDS; j++) {
    const { word } = at(p, j)
    if (word.kind === 'quote') continue
    if (word.kind !== 'word' && word.text !== '&') return false
    name = name === '' ? word.text : `${name} ${word.text}`
    count++
    if (count >= 2 && fits(letters, name)) return true
  }
  return false
}
