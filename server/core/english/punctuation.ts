import type { Token } from './tokens.ts'

const LONGEST_NUMBER = 2
const LONGEST_ROMAN = 4
/** Digits, and a comma where two notes stand together: "12", "1,2". */
const LONGEST_NOTE = 5
const MOST_QUOTES = 4

/** Whether the token at `i` closes a quotation or a bracket. */
export function closes(tokens: readonly Token[], i: number): boolean {
  const { word, start, end } = tokens[i] as Token
  if (word.kind === 'close') return true
  if (word.kind !== 'quote' || word.text === '“' || word.text === '‘') return false
  if ((tokens[i - 1] as Token).end !== start) return false
  return word.text === '”' || word.text === '’' || standsLast(tokens, i + 1, end)
}

/** Whether there is a space after a straight mark, or only more marks that close up to one. */
function standsLast(tokens: readonly Token[], at: number, end: number): boolean {
  let last = end
  for (let i = at; i < at + MOST_QUOTES; i++) {
    const next = tokens[i]
    if (next === undefined || next.start > last) return true
    if (next.word.kind === 'close') return true
    if (next.word.kind !== 'quote') return false
    last = next.end
  }
  return false
}

/** The first token from `next` on that is no opening mark, among which are the asterisks of those who write Markdown in plain text. */
export function opener(tokens: readonly Token[], next: number): number {
  let at = next
  while (at < tokens.length && opens((tokens[at] as Token).word)) at++
  return at
}

const opens = ({ kind, text }: Token['word']): boolean =>
  kind === 'quote' || kind === 'open' || kind === 'dash' || (kind === 'other' && text === '*')

/** Past the marks of notes that stand close to the end of a sentence with its stop at `i`: "all day.1 Nobody", "a farce.”7", "revised.¹,²", "replicated.[a]". */
export function afterNotes(tokens: readonly Token[], i: number, next: number): number {
  let at = next
  for (;;) {
    const token = tokens[at]
    const before = tokens[at - 1] as Token
    if (token === undefined || token.start > before.end) break
    const { kind, text } = token.word
    if (text === '[' && tokens[at + 2]?.word.text === ']') {
      at += 3
      continue
    }
    const between = at > next && (kind === 'comma' || kind === 'dash' || text === '-')
    if (!between && !(kind === 'number' && isShort(text)) && !(kind === 'other' && '¹²³⁰⁴⁵⁶⁷⁸⁹*^†‡'.includes(text)))
      break
    at++
  }
  const numbered = at > next && (tokens[next] as Token).word.kind === 'number' && next === i + 1
  return numbered && !takesNote(tokens[i - 1]) ? next : at
}

const isShort = (text: string): boolean => text.length <= LONGEST_NOTE && !text.includes('.') && !text.includes(':')

/** Whether a word can end a sentence with the number of a note: "No.4" and "v.2" are something else. */
function takesNote(before: Token | undefined): boolean {
  if (before === undefined) return false
  const { kind, text, capital } = before.word
  return kind === 'close' || kind === 'quote' || (kind === 'word' && text.length > (capital ? LONGEST_ROMAN : 1))
}

/**
 * Whether a sentence from `first` up to the full stop at `i` is only the number or letter of an item: "1.", "ii.".
 *
 * @param listed whether the block has had one
 */
export function isLabel(tokens: readonly Token[], first: number, i: number, listed: boolean): boolean {
  const label = tokens[i - 1]
  if (label === undefined || (tokens[i] as Token).word.text !== '.') return false
  const { kind, text } = label.word
  if (kind === 'number') {
    if (text.length > LONGEST_NUMBER) return false
    const before = tokens[i - 2]?.word
    return i - 1 === first ? listed || before?.text !== '?' : before?.kind === 'colon'
  }
  return i - 1 === first && (listed || first === 0) && isLetter(text)
}

/** A letter, or a Roman number. */
function isLetter(text: string): boolean {
  if (text.length === 1) return /[A-Za-z]/.test(text)
  if (text.length > LONGEST_ROMAN) return false
  for (const char of text) if (!'ivxIVX'.includes(char)) return false
  return true
}

/** Whether an item of a list begins at its letter or number at `at`: "(b)", "b)", and "b." where the list has had one so far. */
export function isMarker(tokens: readonly Token[], at: number, listed: boolean): boolean {
  const word = tokens[at]?.word
  const after = tokens[at + 1]?.word
  if (word === undefined || after === undefined) return false
  const number = word.kind === 'number' && word.text.length <= LONGEST_NUMBER
  return (number || isLetter(word.text)) && (after.kind === 'close' || (listed && after.text === '.'))
}
