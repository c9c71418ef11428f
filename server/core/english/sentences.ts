import {
  CLOSING_ABBREVIATIONS,
  EXCLAIMED_NAMES,
  FINAL_ABBREVIATIONS,
  LEADING_ABBREVIATIONS,
  NAME_PARTICLES,
  TIME_ZONES,
} from './lexicon/abbreviations.ts'
import { MONTHS, WEEKDAYS } from './lexicon/calendar.ts'
import { PERSON_NOUNS } from './lexicon/nouns.ts'
import { CURRENCY_SIGNS } from './lexicon/numbers.ts'
import { reportingVerb } from './lexicon/verbs.ts'
import type { Token } from './tokens.ts'
import type { WordType } from './words.ts'

/** Words that begin a sentence far more often than they follow an abbreviation in the middle of one. */
const STARTERS: ReadonlySet<string> = new Set(
  'the a an this that these those he it she they we i you his her its their our my your nobody nothing everyone everybody somebody someone neither none each every in on at by for from with as but and or so yet if when while after before since although though because there here then thus however meanwhile some many most all no not one two last earlier later what who why how where are is was were did does do have has had analysts officials thousands hundreds talks police'.split(
    ' ',
  ),
)

/** Forms that are a verb of their sentence whatever stands around them. */
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were has had will would could can may might did does do must should'.split(' '),
)

/** A capital after a name's abbreviation belongs to the name: "U.S. Treasury", "Inc. Chairman". Plurals that do so too. */
const OF_A_STATE: ReadonlySet<string> = new Set(
  'marines forces senators airways customs states troops congress senate house army navy customs embassies'.split(' '),
)

const FULL_STOP = 0x2e
const LONGEST_NAME = 4
const LONGEST_NOTE = 2

/**
 * Cuts the tokens of a block into sentences.
 *
 * @returns the index of each sentence's first token, and at the end the number of tokens. A sentence takes its closing quotation marks,
 * brackets and the number of a note with it. "said" and other words in lower case after “…!” carry the sentence on.
 */
export function sentenceStarts(tokens: readonly Token[]): number[] {
  const starts = [0]
  let first = 0
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = (tokens[i] as Token).word
    const abbreviation = kind === 'word' && text.charCodeAt(text.length - 1) === FULL_STOP
    if (kind !== 'stop' && !abbreviation) continue
    let next = i + 1
    while (next < tokens.length && (tokens[next] as Token).word.kind === 'stop') next++
    // closing marks stand close to the stop, opening ones close to the next word
    while (next < tokens.length && closes(tokens, next)) next++
    if (next === i + 1 && !abbreviation) next = afterNote(tokens, next)
    if (next >= tokens.length) break
    if (abbreviation ? endsAfterAbbreviation(tokens, first, i, next) : endsAfterStop(tokens, i, next)) {
      starts.push(next)
      first = next
      i = next - 1
    }
  }
  starts.push(tokens.length)
  return starts
}

function closes(tokens: readonly Token[], i: number): boolean {
  const { word, start, end } = tokens[i] as Token
  if (word.kind === 'close') return true
  if (word.kind !== 'quote' || word.text === '“' || word.text === '‘') return false
  const next = tokens[i + 1]
  const before = tokens[i - 1] as Token
  if (before.end !== start) return false
  return next === undefined || next.start > end || word.text === '”' || word.text === '’'
}

/** Past the number of a note that stands close to the full stop: "all day.1 Nobody". */
function afterNote(tokens: readonly Token[], next: number): number {
  const note = tokens[next]
  const before = tokens[next - 2]
  if (note === undefined || note.word.kind !== 'number' || note.word.text.length > LONGEST_NOTE) return next
  const close = note.start === (tokens[next - 1] as Token).end && before?.word.kind === 'word'
  return close && before.word.text.length > 1 && !before.word.capital ? next + 1 : next
}

function opener(tokens: readonly Token[], i: number): Token | undefined {
  let at = i
  while (at < tokens.length && ['quote', 'open', 'dash'].includes((tokens[at] as Token).word.kind)) at++
  return tokens[at]
}

function endsAfterStop(tokens: readonly Token[], i: number, next: number): boolean {
  const gap = (tokens[next] as Token).start > (tokens[next - 1] as Token).end
  if (!gap) return false
  const first = opener(tokens, next)
  if (first === undefined) return false
  const { word } = first
  if (word.kind === 'number' || word.kind === 'object' || CURRENCY_SIGNS.has(word.text)) return true
  const plain = next === i + 1
  const stop = (tokens[i] as Token).word.text
  if (word.capital) {
    if (stop !== '!' && stop !== '?') return true
    if (plain) return STARTERS.has(word.lower) || !EXCLAIMED_NAMES.has(tokens[i - 1]?.word.lower ?? '')
    return first !== tokens[next] || !isSpeaker(tokens, next)
  }
  if (word.kind !== 'word') return false
  // "…!” he asked" and an ellipsis in mid-sentence go on in lower case; "iPhone" begins one, and so does "van Gogh"
  return word.text !== word.lower || (plain && stop === '.' && NAME_PARTICLES.has(word.lower) && isName(tokens, next))
}

function isName(tokens: readonly Token[], at: number): boolean {
  let last = at + 1
  if (NAME_PARTICLES.has(tokens[last]?.word.lower ?? '')) last++
  return tokens[last]?.word.capital === true
}

/** After “…?” a name and its verb of saying, and then no more: "Harris asked." */
function isSpeaker(tokens: readonly Token[], at: number): boolean {
  if (STARTERS.has((tokens[at] as Token).word.lower)) return false
  for (let i = at + 1; i <= at + LONGEST_NAME; i++) {
    const word = tokens[i]?.word
    if (word === undefined) return false
    if (word.capital || PERSON_NOUNS.has(word.lower)) continue
    const after = tokens[i + 1]?.word
    const over = after === undefined || after.kind === 'stop' || after.kind === 'comma'
    return over && isPast(word) && reportingVerb(word.lower)?.quotation === true
  }
  return false
}

const isPast = (word: WordType): boolean => word.past || (word.lower.length > 4 && word.lower.endsWith('ed'))

const isVerb = ({ word }: Token): boolean => !word.capital && (AUXILIARIES.has(word.lower) || isPast(word))

/**
 * Whether a sentence that began at `first` ends with the abbreviation at `i`; the next one would begin at `next`. Where the next
 * word can be a name that goes on, a sentence ends only if it has its verb already and what follows has one of its own.
 */
function endsAfterAbbreviation(tokens: readonly Token[], first: number, i: number, next: number): boolean {
  const start = opener(tokens, next)
  if (start === undefined || i === first) return false
  const marked = next > i + 1
  const { word } = start
  if (!word.capital) return marked && word.text !== word.lower
  const bare = (tokens[i] as Token).word.lower.slice(0, -1)
  if (LEADING_ABBREVIATIONS.has(bare)) return isNoTitle(tokens, i) && STARTERS.has(word.lower)
  if (CLOSING_ABBREVIATIONS.has(bare)) return true
  const initial = bare.length === 1
  // a closing mark after the point: “… in the U.S.” Then
  if (marked && !initial) return true
  if (STARTERS.has(word.lower)) return true
  if (initial || !(FINAL_ABBREVIATIONS.has(bare) || bare.includes('.'))) return false
  const after = tokens[next + 1]
  if (bare === 'a.m' || bare === 'p.m') {
    if (TIME_ZONES.has(word.lower)) return false
    return !(WEEKDAYS.has(word.lower) || MONTHS.has(word.lower)) || (after !== undefined && isVerb(after))
  }
  if (after === undefined || OF_A_STATE.has(word.lower)) return false
  return goesOn(word, after) && tokens.slice(first, i).some(isVerb)
}

/** "14 Elm St." and "10 ft.", not "St. Louis" and "Ft. Worth": the name or the number stands before it. */
function isNoTitle(tokens: readonly Token[], i: number): boolean {
  const { lower } = (tokens[i] as Token).word
  const before = tokens[i - 1]?.word
  return (lower === 'st.' && before?.capital === true) || (lower === 'ft.' && before?.kind === 'number')
}

/** A name or a plural with the verb of a sentence after it: "Iran refused", "Drivers wait". */
const goesOn = (word: WordType, after: Token): boolean =>
  isVerb(after) ||
  (/[^su]s$/.test(word.text) && PERSON_NOUNS.has(word.lower) && after.word.kind === 'word' && !after.word.capital)
