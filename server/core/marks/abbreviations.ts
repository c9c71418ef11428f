import { NO_ABBREVIATIONS, SHOUTED, WELL_KNOWN } from '../english/lexicon/initials.ts'
import { isFiniteVerb, isName, isNoun } from '../english/tags.ts'
import type { Token } from '../english/tokens.ts'
import { itemAt } from '../text/itemAt.ts'
import { leading } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { initialsOf, isRoman, lettersOf } from './initials.ts'
import type { Abbreviation } from './marks.ts'
import { at, lowerAt, type Passage, sentenceRange, tagAt } from './passage.ts'

/** A proper name of the draft. Its text may begin with the article that the draft gives it. */
export interface Name extends Span {
  readonly text: string
}

/** A word of capitals that is an abbreviation, if the draft does not write it with small letters elsewhere. */
export interface Letters extends Span {
  readonly text: string
  /** The word in small letters. */
  readonly lower: string
  /** Its capitals, points left away. */
  readonly letters: string
  /** Whether every reader knows it. */
  readonly known: boolean
  /** Whether the words around say what it is. */
  readonly explained: boolean
  /** Whether it stands for a thing, if it stands for no name. */
  readonly thing: boolean
}

/** The words of capitals in a block, in order. */
export function lettersIn(p: Passage): Letters[] {
  const found: Letters[] = []
  for (let i = 0; i < p.tokens.length; i++) {
    const { word, start, end } = at(p, i)
    const letters = word.allCaps ? lettersOf(word.text) : undefined
    if (letters === undefined || !isAbbreviation(p, i, letters)) continue
    const known = WELL_KNOWN.has(letters)
    const explained = !known && isExplained(p, i)
    const thing = !known && (isCry(p, i) || !isBody(p, i))
    found.push({ start, end, text: word.text, lower: word.lower, letters, known, explained, thing })
  }
  return found
}

/**
 * The abbreviations of a draft, one mark for each use: words of two to six capitals that stand for a longer name. Roman
 * numerals, shouted words, the initials of a person, units after a number, datelines and lines all in capitals are none.
 *
 * `introduced` holds from the place on where the draft explains the letters ("the World Food Programme (WFP)"), and everywhere
 * for those that every reader knows. `standsFor` is the nearest name before that the letters fit, else the nearest after.
 *
 * @param found the words of capitals, in document order
 * @param introduced where the draft says what letters stand for first
 * @param names the proper names of the draft, in document order
 * @param isOrdinary whether the draft also writes a word with small letters
 * @returns for each of the words its mark, or undefined where it is no abbreviation
 */
export function abbreviations(
  found: readonly Letters[],
  introduced: ReadonlyMap<string, number>,
  names: readonly Name[],
  isOrdinary: (lower: string) => boolean,
): Array<Abbreviation | undefined> {
  if (found.length === 0) return []
  const spelled = byInitials(names, new Set(found.map(({ letters }) => letters)))
  return found.map((one): Abbreviation | undefined => {
    const from = introduced.get(one.letters)
    return abbreviationOf(one, {
      told: from === undefined ? undefined : from <= one.start,
      isOrdinary: isOrdinary(one.lower),
      name: nearest(spelled.get(one.letters) ?? [], one.start),
    })
  })
}

/** What a draft tells of a word of capitals. */
export interface Told {
  /** Whether it is explained before; undefined where it never is. */
  readonly told: boolean | undefined
  /** Whether the word is also written with small letters. */
  readonly isOrdinary: boolean
  /** The nearest name that the letters fit. */
  readonly name: Name | undefined
}

/** The abbreviation that a word of capitals is; undefined where it is none. */
export function abbreviationOf(
  { start, end, text, known, explained, thing }: Letters,
  { told, isOrdinary, name }: Told,
): Abbreviation | undefined {
  if (!known && told === undefined && (explained || isOrdinary)) return undefined
  const fitting = name !== undefined && name.text !== text ? { standsFor: name.text } : {}
  return {
    start,
    end,
    text,
    ...fitting,
    ...(thing && name === undefined && { thing: true as const }),
    introduced: known || told === true,
  }
}

/** Whether a word may be one that capitals only shout: short, and with small letters. */
export const mayBeShouted = ({ word }: Token): boolean => word.kind === 'word' && word.text.length <= 6 && !word.allCaps

/** The names that some of the letters wanted can stand for, by those letters. */
function byInitials(names: readonly Name[], wanted: ReadonlySet<string>): Map<string, Name[]> {
  const index = new Map<string, Name[]>([...wanted].map((letters) => [letters, []]))
  for (const name of names) for (const letters of initialsOf(name.text)) index.get(letters)?.push(name)
  return index
}

/** The last name before an offset, else the first after it. */
function nearest(names: readonly Name[], offset: number): Name | undefined {
  const before = leading(names, ({ end }) => end <= offset)
  return itemAt(names, before - 1) ?? names[before]
}

function isAbbreviation(p: Passage, i: number, letters: string): boolean {
  if (NO_ABBREVIATIONS.has(letters) || isRepeated(letters)) return false
  const known = WELL_KNOWN.has(letters)
  if (!known && (SHOUTED.has(letters) || isRoman(letters) || !isNounLike(p, i))) return false
  if (SHOUTED.has(letters) && at(p, i).word.text === letters && !isName(tagAt(p, i))) return false
  return (
    !isPartOfCode(p, i) &&
    !isUnit(p, i, known) &&
    !isDateline(p, i) &&
    !isLabel(p, i) &&
    !isCredit(p, i) &&
    (known || !isInName(p, i)) &&
    !isShouted(p, i) &&
    !isPersonal(p, i, letters, known)
  )
}

const isRepeated = (letters: string): boolean =>
  letters === (letters[0] as string).repeat(letters.length) && letters !== 'AA'

/** Taggers take capitals that they have not seen for almost anything; a verb or a function word is not one of ours. */
const isNounLike = (p: Passage, i: number): boolean => isNoun(tagAt(p, i)) || /^(?:JJ|CD|VBN|VBD|UH)$/.test(tagAt(p, i))

/** Letters that touch a sign of code or of a market: "MAX_SIZE", "#MAGA", "$AAPL", "NYSE: F". */
function isPartOfCode(p: Passage, i: number): boolean {
  const { start, end } = at(p, i)
  const before = itemAt(p.tokens, i - 1)
  const after = p.tokens[i + 1]
  if (before?.end === start && /^[_=#@$<>\\*~%^|/]$/.test(before.word.text) && before.word.text !== '*')
    return before.word.text !== '/'
  if (after?.start === end && /^[_=<>\\|(]$/.test(after.word.text)) return true
  return lowerAt(p, i - 1) === ':' && /^(?:nyse|nasdaq|lse|tsx|asx)$/.test(lowerAt(p, i - 2))
}

/** "12 GB", "5 p.m. EST". */
function isUnit(p: Passage, i: number, known: boolean): boolean {
  if (known || itemAt(p.tokens, i - 1)?.word.kind !== 'number' || (lettersOf(at(p, i).word.text) ?? '').length > 3)
    return false
  return i + 1 >= sentenceRange(p, i).to || !isNoun(tagAt(p, i + 1))
}

/** "KYIV, Ukraine (AP) — ": capitals at the head of a block, before a dash. */
function isDateline(p: Passage, i: number): boolean {
  if (i > 6) return false
  for (let j = 0; j <= i; j++) {
    const { word } = at(p, j)
    if (word.kind === 'word' ? !word.allCaps : word.kind !== 'comma' && word.kind !== 'open') return false
  }
  const most = Math.min(p.tokens.length, i + 10)
  for (let j = i + 1; j < most; j++) {
    const { word } = at(p, j)
    if (word.kind === 'dash') return true
    if (word.kind === 'stop' || (word.kind === 'word' && !word.capital)) return false
  }
  return false
}

/** "the public relations firm MWW": the noun before says what it is; a line in the capitals of a title only raises its voice. */
function isExplained(p: Passage, i: number): boolean {
  const before = itemAt(p.tokens, i - 1)
  if (before !== undefined && before.word.kind === 'word' && !before.word.capital && before.tag === 'NN') return true
  const { from, to } = sentenceRange(p, i)
  let words = 0
  let capital = 0
  for (let j = from; j < Math.min(to, from + 30); j++) {
    const { word } = at(p, j)
    if (word.kind !== 'word' || word.text.length < 4) continue
    words++
    if (word.capital) capital++
  }
  return words > 3 && capital >= words * 0.75
}

/** "RBC Capital Markets", "CNN/ORC", "WXYZ radio": letters that are a name, or the first part of one. */
function isInName(p: Passage, i: number): boolean {
  const { word, end, start } = at(p, i)
  if (/^[WK][A-Z]{3}$/.test(word.text) && /^(?:poll|radio|tv|television|news)$/.test(lowerAt(p, i + 1))) return true
  if (itemAt(p.tokens, i - 1)?.word.text === '/' && itemAt(p.tokens, i - 1)?.end === start) return true
  const next = p.tokens[i + 1]
  const after = p.tokens[i + 2]
  const isPart = (token: typeof next) => token?.word.capital === true && !token.word.allCaps && isName(token.tag)
  return isPart(next) && isPart(after) && next?.start === end + 1
}

/** "[NYT]", "(WXYZ)" at the end of a paragraph: where something was taken from. */
const isCredit = (p: Passage, i: number): boolean => {
  const open = itemAt(p.tokens, i - 1)?.word.kind
  return (
    open === 'open' &&
    (i === 1 || itemAt(p.tokens, i - 2)?.word.kind === 'stop' || itemAt(p.tokens, i - 2)?.word.kind === 'quote')
  )
}

const OF_BODIES: ReadonlySet<string> = new Set(
  'spokesman spokeswoman spokesperson president chairman chairwoman chief director head leader member members official officials records report reports statement data figures poll survey lawsuit'.split(
    ' ',
  ),
)

/** Whether letters with no name to them stand for somebody who acts or speaks, and for no thing as in "PVC pipe". */
function isBody(p: Passage, i: number): boolean {
  const next = tagAt(p, i + 1)
  return lowerAt(p, i - 1) === 'the' || next === 'POS' || isFiniteVerb(next) || OF_BODIES.has(lowerAt(p, i + 1))
}

/** "an EPIC warning": a word of four letters or more that can be spoken, with no "the" before it as bodies have. */
function isCry(p: Passage, i: number): boolean {
  const { text } = at(p, i).word
  if (text.length < 4 || lowerAt(p, i - 1) === 'the') return false
  return /^(?:[BCDFGHJKLMNPQRSTVWXZ]{0,2}[AEIOUY]{1,2}){1,3}[BCDFGHJKLMNPQRSTVWXZ]{0,2}$/.test(text)
}

/** "BYLINE: Ann Lee": a word in capitals that says what the line is. */
const isLabel = (p: Passage, i: number): boolean => i === 0 && at(p, i).word.text.length > 3 && lowerAt(p, 1) === ':'

/** Whether the line around is in capitals: a heading of one such word, three words of a sentence in a row. */
function isShouted(p: Passage, i: number): boolean {
  const { from, to } = sentenceRange(p, i)
  if (SHOUTED.has(itemAt(p.tokens, i - 1)?.word.text ?? '') && capitals(p, i - 1) && at(p, i - 1).word.allCaps)
    return true
  if (p.block.kind === 'heading' && to - from === 1) return true
  let run = 1
  for (let j = i - 1; j >= from && run < 4 && capitals(p, j); j--) run++
  for (let j = i + 1; j < to && run < 4 && capitals(p, j); j++) run++
  const long = (j: number) => j >= from && j < to && capitals(p, j) && at(p, j).word.text.length > 3
  return run >= 3 || (long(i) && (long(i - 1) || long(i + 1)))
}

const capitals = (p: Passage, i: number): boolean => {
  const { word } = at(p, i)
  return word.kind === 'word' && (word.allCaps || word.text === 'A' || word.text === 'I')
}

/** "J.K. Rowling", "JD Vance": two or three initials before a family name. */
function isPersonal(p: Passage, i: number, letters: string, known: boolean): boolean {
  const { word, end } = at(p, i)
  const next = p.tokens[i + 1]
  if (next === undefined || !next.word.capital || next.word.allCaps || !isName(next.tag) || next.start === end)
    return false
  const pointed = word.text.includes('.')
  return !known && letters.length <= (pointed ? 3 : 2)
}
