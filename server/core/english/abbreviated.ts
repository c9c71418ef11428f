import { itemAt } from '../text/itemAt.ts'
import {
  ABBREVIATIONS,
  type AbbreviationSort,
  FEASTS,
  LETTERED,
  PROGRAMMING,
  SMALL_ABBREVIATIONS,
  TIME_ZONES,
} from './lexicon/abbreviations.ts'
import { MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, TIME_UNITS, WEEKDAYS } from './lexicon/calendar.ts'
import { INSTITUTION_NOUNS, PERSON_NOUNS, UNIQUE_TITLES } from './lexicon/nouns.ts'
import { AUXILIARIES, NAMED_PLACES, OF_A_STATE, STARTERS, STARTING_NOUNS } from './lexicon/starters.ts'
import { opener } from './punctuation.ts'
import { tag } from './tagger.ts'
import { isFiniteVerb } from './tags.ts'
import type { Token } from './tokens.ts'
import type { WordType } from './words.ts'

/** Tokens on either side in which a verb is looked for. */
const AROUND = 24
const AHEAD = 8
const LONGEST_BRACKET = 60

/**
 * Whether a sentence that began at `first` ends with the abbreviation at `i`; the next one would begin at `next`. Where the next
 * word can be a name that goes on, a sentence ends only if it has its verb already and what follows has one of its own.
 */
export function endsAfterAbbreviation(tokens: readonly Token[], first: number, i: number, next: number): boolean {
  const at = opener(tokens, next)
  const start = tokens[at]
  if (start === undefined || i === first) return false
  const { word } = start
  const head = (tokens[next] as Token).word.kind
  if (head === 'dash') return false
  if (head === 'open') return isSentenceInBrackets(tokens, next)
  const bare = bareOf((tokens[i] as Token).word)
  const sort = sortAt(tokens, i, bare)
  const marked = next > i + 1
  if (marked && closesBracket(tokens, first, i + 1, next)) return word.capital && STARTERS.has(word.lower)
  if (word.kind === 'number') return sort !== undefined && countsAfter(tokens, at, bare, sort)
  if (!word.capital) return marked && word.kind === 'word' && word.text !== word.lower
  if (sort === 'title' || sort === 'leading' || sort === 'cited') return false
  if (sort === 'closing') return true
  if (bare.length === 1) return endsAfterLetter(tokens, i, next, bare, marked)
  if (marked) return true
  if (sort === 'label') return endsAfterLabel(tokens, at, bare)
  return endsBefore(tokens, first, i, at, sort)
}

/** An abbreviation without its full stop and what is joined to it in front: "calif" of "D-Calif.". */
function bareOf({ lower }: WordType): string {
  return lower.slice(lower.lastIndexOf('-') + 1, -1)
}

/** The sort of the abbreviation at `i` where it stands: "Elm St." and "10 ft." are no titles, "J.D. Vance" has no degree. */
function sortAt(tokens: readonly Token[], i: number, bare: string): AbbreviationSort | undefined {
  const sort = ABBREVIATIONS.get(bare)
  const before = itemAt(tokens, i - 1)?.word
  if (bare === 'ft' && (tokens[i] as Token).word.capital && before?.kind !== 'number') return 'title'
  if (sort === 'title') {
    return (bare === 'st' || bare === 'dr') && isAddress(tokens, i) ? 'street' : sort
  }
  if (sort === 'person' && bare.length === 3 && before?.kind !== 'comma' && !DETERMINERS.has(before?.lower ?? ''))
    return undefined
  if (sort !== undefined || !bare.includes('.')) return sort
  if ((tokens[i] as Token).word.text === (tokens[i] as Token).word.lower) return 'closing'
  return before?.lower === 'the' ? 'nation' : undefined
}

const DETERMINERS: ReadonlySet<string> = new Set('a an the his her their my your and or'.split(' '))
const OF_A_PLACE: ReadonlySet<string> = new Set('on at along near off from down up to'.split(' '))

/** Whether up to four words before `i` are the name of a street: "14 Elm", "on Market". */
function isAddress(tokens: readonly Token[], i: number): boolean {
  for (let j = i - 1; j >= i - 4; j--) {
    const word = tokens[j]?.word
    if (word === undefined) return false
    if (word.kind === 'number') return true
    if (word.capital && !word.text.endsWith('.')) continue
    return j < i - 1 && OF_A_PLACE.has(word.lower)
  }
  return false
}

/** Whether a bracket that was opened inside the sentence is closed between `from` and `to`. */
function closesBracket(tokens: readonly Token[], first: number, from: number, to: number): boolean {
  if ((tokens[first] as Token).word.kind === 'open') return false
  for (let i = from; i < to; i++) if ((tokens[i] as Token).word.kind === 'close') return true
  return false
}

/** Whether what the bracket at `open` holds ends in a stop of its own. */
function isSentenceInBrackets(tokens: readonly Token[], open: number): boolean {
  for (let i = open + 1; i < open + LONGEST_BRACKET; i++) {
    const word = tokens[i]?.word
    if (word === undefined) return false
    if (word.kind === 'close') return itemAt(tokens, i - 1)?.word.kind === 'stop'
  }
  return false
}

/** "4 a.m. 40 families fled": a number and what it counts; "3 lb. 4 ounces" is one measure. */
function countsAfter(tokens: readonly Token[], at: number, bare: string, sort: AbbreviationSort): boolean {
  if (
    sort !== 'hour' &&
    sort !== 'company' &&
    sort !== 'person' &&
    !(sort === 'closing' && SMALL_ABBREVIATIONS.has(bare))
  )
    return false
  const counted = tokens[at + 1]?.word
  if (bare === 'al' || counted?.kind !== 'word' || counted.capital) return false
  return counted.lower.endsWith('s') && !TIME_UNITS.has(counted.lower)
}

/** Letters are first names, but after "vitamin" and the like. */
function endsAfterLetter(tokens: readonly Token[], i: number, next: number, bare: string, marked: boolean): boolean {
  const word = (tokens[next] as Token).word
  if (!marked && (STARTERS.has(word.lower) || STARTING_NOUNS.has(word.lower))) return true
  const before = itemAt(tokens, i - 1)?.word
  if (before === undefined) return false
  if (LETTERED.has(before.lower)) return true
  if (before.lower === 'in' && 'crd'.includes(bare)) return PROGRAMMING.has(itemAt(tokens, i - 2)?.word.lower ?? '')
  return isPeople(word, tokens[next + 1])
}

/** "Fig. A", "Art. III" and "Sec. Clinton" go on; any other capital begins a sentence. */
function endsAfterLabel(tokens: readonly Token[], at: number, bare: string): boolean {
  const { text, lower, allCaps } = (tokens[at] as Token).word
  const after = tokens[at + 1]?.word
  if (text.length === 1)
    return after?.kind === 'word' && !['and', 'or', 'to', 'of', 'for', 'in', 'shows'].includes(after.lower)
  if (bare === 'sec' || text.endsWith('.')) return STARTERS.has(lower)
  return !allCaps || text.length > 5
}

/** Whether the word at `at` begins a sentence after one that can end as it does. */
function endsBefore(
  tokens: readonly Token[],
  first: number,
  i: number,
  at: number,
  sort: AbbreviationSort | undefined,
): boolean {
  const { word } = tokens[at] as Token
  const after = tokens[at + 1]
  const lower = word.text.endsWith('.') ? word.lower.slice(0, -1) : word.lower
  if (STARTERS.has(word.lower)) return !inCapitals(tokens, first, i, at)
  if (STARTING_NOUNS.has(word.lower)) return true
  if (after === undefined) return false
  if (sort === 'hour') return !(goesWithHour(tokens, at, lower) && !isVerb(after))
  if (sort === undefined) return isPeople(word, after) && hasVerb(tokens, first, i)
  if (ABBREVIATIONS.get(lower) === 'company') return false
  if (sort !== 'calendar' && NAMED_PLACES.has(lower)) return false
  if (sort === 'nation') {
    const name = OF_A_STATE.has(lower) || INSTITUTION_NOUNS.has(lower) || UNIQUE_TITLES.has(lower)
    if (name || !DETERMINERS.has(itemAt(tokens, i - 1)?.word.lower ?? '')) return false
  }
  if (!isPeople(word, after) && (PERSON_NOUNS.has(lower) || UNIQUE_TITLES.has(lower))) return false
  if (after.word.capital && sort !== 'person' && !(sort === 'place' && itemAt(tokens, i - 1)?.word.kind === 'comma'))
    return false
  const follows = isPeople(word, after) || isVerb(after) || clauseFollows(tokens, at, sort !== 'nation')
  return follows && hasVerb(tokens, first, i)
}

/** "9 p.m. Eastern", "9 p.m. London time", "9 p.m. Monday", "9 p.m. New Year’s Eve". */
function goesWithHour(tokens: readonly Token[], at: number, lower: string): boolean {
  if (TIME_ZONES.has(lower) || FEASTS.has(lower) || WEEKDAYS.has(lower) || MONTHS.has(lower)) return true
  if (SHORT_MONTHS.has(lower) || SHORT_WEEKDAYS.has(`${lower}.`)) return true
  for (let i = at + 1; i <= at + 3; i++) {
    const word = tokens[i]?.word
    if (word?.lower === 'time' || (i === at + 1 && word?.lower === 'year')) return true
    if (!word?.capital) return false
  }
  return false
}

/** People in the plural who do something: "Drivers wait". */
const isPeople = (word: WordType, after: Token | undefined): boolean =>
  /[^su]s$/.test(word.text) && PERSON_NOUNS.has(word.lower) && after?.word.kind === 'word' && !after.word.capital

const isPast = (word: WordType): boolean => word.past || (word.lower.length > 4 && word.lower.endsWith('ed'))

const isVerb = ({ word }: Token): boolean => !word.capital && (AUXILIARIES.has(word.lower) || isPast(word))

/** Whether the sentence from `first` has its verb before `i`. */
function hasVerb(tokens: readonly Token[], first: number, i: number): boolean {
  const from = Math.max(first, i - AROUND)
  tag(tokens, from, i)
  for (let j = from; j < i; j++) {
    const token = tokens[j] as Token
    if (isVerb(token) || isFiniteVerb(token.tag)) return true
    // the tagger takes "files belong to" for an infinitive now and then
    if (token.tag === 'VB' && j > from && tokens[j - 1]?.word.lower !== 'to') return true
  }
  return false
}

/**
 * Whether a clause begins at `at`: its verb is the next word, adverbs aside, or (`loose`) stands further on in the same clause. The
 * tagger gives its best guess at what would be a sentence; the tags are given anew once the sentences are known.
 */
function clauseFollows(tokens: readonly Token[], at: number, loose: boolean): boolean {
  const limit = Math.min(at + AHEAD, tokens.length)
  tag(tokens, at, limit)
  for (let i = at + 1; i < limit; i++) {
    const { word, tag: part } = tokens[i] as Token
    if (word.kind !== 'word' && word.kind !== 'number') return false
    if (!word.capital && isFiniteVerb(part)) return true
    if (!loose && part !== 'RB') return false
  }
  return false
}

/** Headlines and shouted lines have capitals where no sentence begins: "Inc. Is Sued Over", "ACME CO. OF OHIO". */
function inCapitals(tokens: readonly Token[], first: number, i: number, at: number): boolean {
  const { word } = tokens[at] as Token
  const after = tokens[at + 1]?.word
  if (word.allCaps && (tokens[i] as Token).word.allCaps) return CARRYING.has(word.lower) && !word.lower.startsWith('d')
  if (after === undefined || !after.capital || !CARRYING.has(word.lower)) return false
  if (AUXILIARIES.has(word.lower)) return true
  let long = 0
  for (let j = Math.max(first, i - AHEAD); j < i; j++) {
    const before = (tokens[j] as Token).word
    if (before.kind !== 'word' || before.lower.length < 4) continue
    if (!before.capital) return false
    long++
  }
  return long > 1
}

const CARRYING: ReadonlySet<string> = new Set(
  'in on at by for from with without as of to into about over against during until since after before and but or is are was were does did do has have had when while if'.split(
    ' ',
  ),
)
