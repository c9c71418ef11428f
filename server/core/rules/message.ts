import { OBJECT } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import { slice } from '../text/draft.ts'
import type { Span } from '../text/span.ts'

/** The longest message, in UTF-16 code units: what a line of the Problems panel shows without being cut. */
export const LONGEST_MESSAGE = 100

/** More of the draft than any message can hold; what follows is not looked at, so that a message costs the same in any draft. */
const ENOUGH = 4 * LONGEST_MESSAGE

/**
 * A sentence with words of the draft in curly quotation marks, shortened with … where the whole would be longer than
 * `LONGEST_MESSAGE`. What stands around the words must leave room for a few of them.
 */
export function messageWith(before: string, words: string, after = '.'): string {
  return `${before}“${abridge(words, LONGEST_MESSAGE - before.length - after.length - 2)}”${after}`
}

/**
 * Words shortened to at most `room` code units, at a space where there is one in the second half.
 *
 * @param quoted whether they will stand in quotation marks, so that their own become single
 */
export function abridge(words: string, room: number, quoted = true): string {
  const plain = plainly(words, quoted)
  if (plain.length <= room) return plain
  let cut = plain.slice(0, Math.max(0, room - 1))
  if (isHighSurrogate(cut.charCodeAt(cut.length - 1))) cut = cut.slice(0, -1)
  const space = cut.lastIndexOf(' ')
  return `${(space > room / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

/** The words of the prose in a span, without the markup among them; the draft's own characters where the span is not prose. */
export function wordsOf(reading: Reading, span: Span): string {
  const end = Math.min(span.end, span.start + ENOUGH)
  const prose = reading.prose.slice(span.start, end)
  return prose.trim() === '' ? slice(reading.draft, { start: span.start, end }) : prose
}

/** How far beyond a word its phrase is followed, in code units, and for how many words. */
const AHEAD = 60
const WORDS_AHEAD = 3

/** Words that a phrase does not end on. */
const LEADING_ON = new Set(
  'a an the of to in on at by for from with and or but that which who what as than this these those his her its their'.split(
    ' ',
  ),
)

/** A word with the next three of its phrase, before `stop`: “alleged” in “the alleged drug boats, which” gives “alleged drug boats”. */
export function phraseFrom(reading: Reading, word: Span, stop: number): Span {
  const text = reading.prose.slice(word.end, Math.max(word.end, Math.min(word.end + AHEAD, stop)))
  let end = 0
  let at = 0
  for (let words = 0; words < WORDS_AHEAD && at < text.length; words++) {
    while (text[at] === ' ') at += 1
    const from = at
    while (at < text.length && !ENDS.includes(text[at] ?? '')) at += 1
    if (at === from) break
    if (!LEADING_ON.has(text.slice(from, at).toLowerCase())) end = at
    if (text[at] !== ' ') break
  }
  return { start: word.start, end: word.end + end }
}

const ENDS = ' \n\r\t,;:.?!()—–“”"'

/**
 * Draft text as one line that is safe to show anywhere: runs of white space are one space, controls and marks that
 * change the direction of writing are left out, and quotation marks are single where the words are quoted.
 */
function plainly(words: string, quoted: boolean): string {
  let out = ''
  for (const char of words.slice(0, ENOUGH)) {
    const shown = quoted || !'“”"'.includes(char) ? shownAs(char) : char
    if (shown !== ' ' || (out !== '' && !out.endsWith(' '))) out += shown
  }
  return out.trimEnd()
}

function shownAs(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (char === '“') return '‘'
  if (char === '”') return '’'
  if (char === '"') return "'"
  if (char === OBJECT) return '…'
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD'
  return isUnseen(code) || char.trim() === '' ? ' ' : char
}

/** Control characters, and the marks that embed, override or isolate a direction of writing. */
const isUnseen = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069)

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff
