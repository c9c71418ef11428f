import { ABBREVIATIONS } from '../english/lexicon/abbreviations.ts'
import type { Reading, Sentence } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { clauseOf, isComma, notesBeforeCommas } from './clause.ts'
import { insert, type Piece } from './compose.ts'
import { lineEnd, pastSpaces } from './lines.ts'

const STOPS = '.!?…'
const QUOTES = '”’»"\''
/** Asterisks close what those who write Markdown in plain text make bold. */
const CLOSERS = '”’»"\')]*'
/** Longer closing tags than this are no tags of inline HTML. */
const LONGEST_TAG = 24

/**
 * The sentence that a span is about: the last one that it touches, or, where it stands between sentences as a note does,
 * the one before it in the same block. Undefined outside the prose.
 */
export function sentenceOf(reading: Reading, at: Span): Sentence | undefined {
  const before = Math.max(at.end, at.start + 1)
  let low = 0
  let high = reading.sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((reading.sentences[middle]?.start ?? 0) < before) low = middle + 1
    else high = middle
  }
  const sentence = reading.sentences[low - 1]
  if (sentence === undefined || sentence.end > at.start) return sentence
  return (reading.blocks[sentence.block]?.end ?? 0) >= at.start ? sentence : undefined
}

/** Where the words of a sentence end, with its full stop and the quotation mark that closes it. */
export function endOfWords(reading: Reading, sentence: Span): number {
  const { prose } = reading
  let at = sentence.end
  while (at > sentence.start && isSpace(prose, at - 1)) at--
  if (at === sentence.start) return sentence.end
  while (at < prose.length && CLOSERS.includes(prose[at] ?? ' ') && !isLetter(prose[at + 1])) at++
  return at
}

/**
 * Where a note goes: after the punctuation of the sentence that holds a span, or of the clause where another one follows, after what closes its
 * markup, and after the notes that it already has.
 */
export function placeForNote(reading: Reading, at: Span): number {
  const clause = clauseOf(reading, at)
  if (clause !== undefined) {
    const end = pastMarks(reading, clause.end)
    return isComma(reading.draft.text[end]) && !notesBeforeCommas(reading) ? pastMarks(reading, end + 1) : end
  }
  const sentence = sentenceOf(reading, at)
  return pastMarks(reading, sentence === undefined ? at.end : endOfWords(reading, sentence))
}

function pastMarks(reading: Reading, from: number): number {
  let offset = from
  for (let next = pastMark(reading, offset); next > offset; next = pastMark(reading, offset)) offset = next
  return offset
}

/**
 * Adds words to the end of a sentence, or of a clause where another one follows: before its full stop, and after the quotation marks that close it, past which the full stop
 * then moves. An abbreviation keeps its full stop, and a sentence that has none gets none.
 */
export function adding(reading: Reading, at: Span, words: string, blank?: number): Piece {
  const { prose, draft } = reading
  const clause = clauseOf(reading, at)
  if (clause !== undefined) return insert(pastMarks(reading, clause.end), words, blank)
  const sentence = sentenceOf(reading, at)
  if (sentence === undefined) return insert(placeForNote(reading, at), words, blank)
  const end = endOfWords(reading, sentence)
  let closing = end
  while (closing > sentence.start && CLOSERS.includes(prose[closing - 1] ?? ' ')) closing--
  let stop = closing
  while (stop > sentence.start && STOPS.includes(prose[stop - 1] ?? ' ')) stop--
  if (stop === closing || stop === sentence.start) return insert(placeForNote(reading, at), words, blank)
  const closers = draft.text.slice(closing, end)
  if (!isInQuotation(prose.slice(closing, end))) {
    return isAbbreviation(prose, stop) ? insert(closing, `${words}.`, blank) : insert(stop, words, blank)
  }
  const kept =
    draft.text.slice(stop, closing) === '.' && !isAbbreviation(prose, stop) ? '' : draft.text.slice(stop, closing)
  const lead = kept + closers
  return { start: stop, end, text: `${lead}${words}.`, ...(blank === undefined ? {} : { blank: lead.length + blank }) }
}

const isInQuotation = (closers: string): boolean => [...closers].some((char) => QUOTES.includes(char))

/** Past one note or one closing piece of markup that stands at an offset; the offset itself where there is none. */
function pastMark(reading: Reading, offset: number): number {
  const { text, language } = reading.draft
  const next = pastSpaces(text, offset)
  const note = noteAt(reading, next)
  if (note > 0 && (next === offset || text[next] !== '[' || text[next + 1] !== '@' || isBlankTo(text, note)))
    return note
  if (language === 'plaintext' || !isSpace(reading.prose, offset)) return offset
  if (text[offset] === ']') return pastLink(text, offset)
  if (text.startsWith('</', offset)) {
    const close = text.slice(offset, offset + LONGEST_TAG).indexOf('>')
    return close < 0 ? offset : offset + close + 1
  }
  let past = offset
  while (text[past] === text[offset] && '*_~'.includes(text[offset] ?? ' ')) past++
  return isLetter(text[past]) ? offset : past
}

/** Where the note mark or the group of keys that begins at an offset ends; 0 where there is none. */
function noteAt({ draft: { text }, prose, citations }: Reading, offset: number): number {
  if (!'[^'.includes(text[offset] ?? ' ') || !isSpace(prose, offset)) return 0
  const inside = text[offset + 1] === '-' ? offset + 2 : offset + 1
  for (const { kind, start, end } of citations) {
    if (start > inside) return 0
    if (kind === 'link' || kind === 'url' || end <= offset) continue
    if (start === offset) return end
    if (start === inside) return text.indexOf(']', end) + 1
  }
  return 0
}

/** Past the bracket that closes a link's words, and its address or label. */
function pastLink(text: string, offset: number): number {
  const open = text[offset + 1]
  const close = open === '(' ? ')' : open === '[' ? ']' : ''
  if (close === '') return offset + 1
  let depth = 0
  for (let at = offset + 1; at < text.length; at++) {
    if (text[at] === open) depth++
    if (text[at] === close && --depth === 0) return at + 1
  }
  return offset
}

/** Whether nothing follows on the line: a group of keys after a space may as well begin the next sentence. */
const isBlankTo = (text: string, offset: number): boolean => pastSpaces(text, offset) === lineEnd(text, offset)

/**
 * Whether the full stop at an offset is part of the word before it, as in "U.S.", "J." and "Inc." Words such as "no" and "wash"
 * are abbreviations only where they are written as such, with a capital.
 */
export function isAbbreviation(prose: string, offset: number): boolean {
  if (prose[offset] !== '.') return false
  let start = offset
  while (start > 0 && (isLetter(prose[start - 1]) || prose[start - 1] === '.')) start--
  const word = prose.slice(start, offset)
  if (word.endsWith('.')) return false
  if (word.includes('.')) return true
  const lower = word.toLowerCase()
  if (word === lower || word === 'I') return false
  return word.length === 1 || ABBREVIATIONS.has(lower)
}

const isSpace = (text: string, at: number): boolean => (text[at] ?? ' ').trim() === ''
const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
