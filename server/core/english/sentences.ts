import { endsAfterAbbreviation } from './abbreviated.ts'
import {
  ABBREVIATIONS,
  CLIPPED,
  EXCLAIMED_NAMES,
  EXCLAIMED_PAIRS,
  EXCLAIMED_WORDS,
  NAME_PARTICLES,
} from './lexicon/abbreviations.ts'
import { CURRENCY_SIGNS } from './lexicon/numbers.ts'
import { DANGLING, STARTERS } from './lexicon/starters.ts'
import { afterNotes, closes, isLabel, isMarker, opener } from './punctuation.ts'
import { isSpeaker } from './speaker.ts'
import type { Token } from './tokens.ts'

const FULL_STOP = 0x2e
/** Shorter ones are abbreviations too often. */
const SHORTEST_WORD = 4

/**
 * Cuts the tokens of a block into sentences.
 *
 * @returns the index of each sentence's first token, and at the end the number of tokens. A sentence takes its closing quotation marks,
 * brackets and the numbers of notes with it. "said" and other words in lower case after “…!” carry the sentence on. The number of an item
 * in a list belongs to what follows it.
 */
export function sentenceStarts(tokens: readonly Token[]): number[] {
  const starts = [0]
  let first = 0
  let listed = false
  for (let i = 0; i < tokens.length; i++) {
    const { kind, text } = (tokens[i] as Token).word
    const abbreviation = kind === 'word' && text.charCodeAt(text.length - 1) === FULL_STOP
    if (kind !== 'stop' && !abbreviation) continue
    let next = i + 1
    while (next < tokens.length && (tokens[next] as Token).word.kind === 'stop') next++
    // closing marks stand close to the stop, opening ones close to the next word
    while (next < tokens.length && closes(tokens, next)) next++
    if (!abbreviation) next = afterNotes(tokens, i, next)
    if (next >= tokens.length) break
    if (!abbreviation && isLabel(tokens, first, i, listed)) listed = true
    else if (
      abbreviation ? endsAfterAbbreviation(tokens, first, i, next) : endsAfterStop(tokens, first, i, next, listed)
    ) {
      starts.push(next)
      first = next
    }
    i = next - 1
  }
  starts.push(tokens.length)
  return starts
}

function endsAfterStop(tokens: readonly Token[], from: number, i: number, next: number, listed: boolean): boolean {
  const gap = (tokens[next] as Token).start > (tokens[next - 1] as Token).end
  if (!gap) return false
  const at = opener(tokens, next)
  const first = tokens[at]
  if (first === undefined) return false
  const { word } = first
  // a year that closes a citation, "(3d Cir. 1969)", is no sentence
  if (word.kind === 'number') return at > next || tokens[at + 1]?.word.kind !== 'close' || isMarker(tokens, at, listed)
  if (word.kind === 'object' || CURRENCY_SIGNS.has(word.text)) return true
  const plain = next === i + 1
  const stop = (tokens[i] as Token).word.text
  if (word.capital) {
    if (isEllipsis(tokens, i, next)) return at !== next || !carriesOn(tokens, i, next)
    if (stop !== '!' && stop !== '?') return !(plain && isInitialI(tokens, i))
    if (plain) return STARTERS.has(word.lower) || !isExclaimed(tokens, from, i - 1)
    return at !== next || (tokens[next - 1] as Token).word.kind !== 'quote' || !isSpeaker(tokens, next)
  }
  if (word.kind !== 'word') return false
  if (isMarker(tokens, at, listed)) return true
  // "…!” he asked" and an ellipsis in mid-sentence go on in lower case; "iPhone" begins one, and so does "van Gogh"
  if (word.text !== word.lower) return true
  if (!plain || stop !== '.' || at !== next) return false
  return isPlainWord(tokens[i - 1]) || (NAME_PARTICLES.has(word.lower) && isName(tokens, next))
}

/** Whether a word is in small letters and no abbreviation, so that after its full stop the capital was only forgotten. */
function isPlainWord(token: Token | undefined): boolean {
  if (token === undefined) return false
  const { kind, text, lower } = token.word
  return (
    kind === 'word' && text === lower && text.length >= SHORTEST_WORD && !CLIPPED.has(text) && !ABBREVIATIONS.has(text)
  )
}

function isName(tokens: readonly Token[], at: number): boolean {
  let last = at + 1
  if (NAME_PARTICLES.has(tokens[last]?.word.lower ?? '')) last++
  return tokens[last]?.word.capital === true
}

/** Whether the stop at `i` is "…", "..." or ". . ."; four points and more are an ellipsis at the end of a sentence. */
function isEllipsis(tokens: readonly Token[], i: number, next: number): boolean {
  const { text } = (tokens[i] as Token).word
  if (text === '…' || text === '...') return tokens[i + 1]?.word.kind !== 'stop'
  return text === '.' && i + 2 < next && tokens[i + 2]?.word.text === '.' && tokens[i + 3]?.word.kind !== 'stop'
}

/** Whether a sentence goes on in a capital after an ellipsis: "the … President", "well … I think", “Well…” Harris said. */
function carriesOn(tokens: readonly Token[], i: number, next: number): boolean {
  const before = tokens[i - 1]
  if (before === undefined) return false
  if ((tokens[next - 1] as Token).word.kind === 'quote') return isSpeaker(tokens, next)
  if (DANGLING.has(before.word.lower)) return true
  return (tokens[next] as Token).word.text === 'I' && (tokens[i] as Token).start > before.end
}

/** Whether the "I" before the full stop at `i` is the first letter of a name: "by I. Bernard Cohen", "J. I. Packer". */
function isInitialI(tokens: readonly Token[], i: number): boolean {
  if (tokens[i - 1]?.word.text !== 'I') return false
  const before = tokens[i - 2]?.word
  if (before === undefined) return false
  const after = tokens[i + 1]?.word.text ?? ''
  return before.text.endsWith('.') || ['by', 'of', 'from', 'with'].includes(before.lower) || /^[A-Z]\.$/.test(after)
}

/** Whether the word at `i` is a name together with the mark after it: "Yahoo!", "in Hello! Magazine". */
function isExclaimed(tokens: readonly Token[], from: number, i: number): boolean {
  const word = tokens[i]?.word
  if (word === undefined) return false
  if (EXCLAIMED_NAMES.has(word.lower)) return true
  if (i === from || !word.capital) return false
  return EXCLAIMED_WORDS.has(word.lower) || EXCLAIMED_PAIRS.has(`${tokens[i - 1]?.word.lower} ${word.lower}`)
}
