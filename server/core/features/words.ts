import { inLine } from '../edits/titles.ts'
import type { Reading } from '../reading.ts'
import { abridge, wordsOf } from '../rules/message.ts'
import type { Span } from '../text/span.ts'

/**
 * Some words of a line: the program's own, the draft's, which are shown in quotation marks, or the text of a reference, which has
 * its own. Only the program's can be markup.
 */
export interface Words {
  readonly by: 'program' | 'draft' | 'reference'
  readonly text: string
  /** The program's own words that name what is there. */
  readonly strong?: true
}

/** A line of a hover, as plain data. */
export type HoverLine = readonly Words[]

/** What is said of a place in the draft, and the words that it is said of. */
export interface Hover {
  readonly span: Span
  readonly lines: readonly HoverLine[]
}

/** As much of the draft as one quotation in a hover shows, in UTF-16 code units. */
const LONGEST_QUOTE = 80
/** As much of a reference, in the same units. */
const LONGEST_REFERENCE = 380

export const say = (text: string): Words => ({ by: 'program', text })

export const name = (text: string): Words => ({ by: 'program', text, strong: true })

/** The text of a reference, in full as far as it is of any sensible length. */
export const cite = (text: string): Words => ({ by: 'reference', text: abridge(text, LONGEST_REFERENCE, false) })

export const quote = (text: string): Words => ({ by: 'draft', text: abridge(text, LONGEST_QUOTE) })

/** The words of a span, as they are read and not as they are marked up. */
export const quoteSpan = (reading: Reading, span: Span): Words => quote(wordsOf(reading, span).trim())

/** A hover as Markdown in which nothing of the draft can become markup: no link, no image, no HTML, no address. */
export function renderMarkdown({ lines }: Hover): string {
  return lines.map((line) => line.map(inMarkdown).join('')).join('\n\n')
}

/** A hover as plain text, a line for each of its lines. */
export function renderPlain({ lines }: Hover): string {
  return lines.map((line) => line.map(inPlain).join('')).join('\n')
}

function inMarkdown({ by, text, strong }: Words): string {
  if (by === 'draft') return `“${escaped(text)}”`
  if (by === 'reference') return escaped(text)
  return strong ? `**${text}**` : text
}

const inPlain = ({ by, text }: Words): string => (by === 'draft' ? `“${inLine(text)}”` : inLine(text))

/** Means something in Markdown, HTML or what editors add to them, in the middle of a line. */
const MARKUP = new Set('\\`*_{}[]<>#!|~&@$^')

/**
 * Words of the draft for the middle of a line of Markdown. A backslash before punctuation is only read away (CommonMark 0.31,
 * section 2.4). A line break would end the line, and becomes a space; the colon of "https:" and the full stop of "www." are
 * what makes an address of words that are in no brackets.
 */
function escaped(words: string): string {
  const text = inLine(words)
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    const isAddress = char === '.' ? text.slice(Math.max(0, at - 3), at).toLowerCase() === 'www' : char === ':'
    out += MARKUP.has(char) || (isAddress && text[at + 1] !== ' ') ? `\\${char}` : char
  }
  return out
}
