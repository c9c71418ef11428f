import type { LongText } from './draft.ts'

/** How much of a text is asked for first, in code units: most lines are no longer. */
const FIRST = 256

const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r'

/**
 * The lines from an offset on with their breaks (LF, CR or CRLF), `count` of them, or all that there are where there are fewer. It
 * asks for no more than some times their length.
 */
export function linesFrom(text: LongText, offset: number, count: number): string {
  for (let size = FIRST; ; size *= 2) {
    const part = text.slice(offset, offset + size)
    let end = 0
    for (let line = 0; line < count; line++) end = lineEnd(part, end)
    // where the part ends with a break, that may be half of one
    if (end < part.length || offset + size >= text.length) return part.slice(0, end)
  }
}

/** Where the line ends on which an offset lies, behind its break. */
function lineEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !isBreak(text[at])) at++
  if (text[at] === '\r' && text[at + 1] === '\n') at++
  return Math.min(at + 1, text.length)
}

/** Whether the line that ends right before an offset is blank, and ends there with a break. */
export function isAfterBlankLine(text: LongText, offset: number): boolean {
  for (let size = FIRST; ; size *= 2) {
    const from = Math.max(0, offset - size)
    const lineStart = blankLineStart(text.slice(from, offset))
    if (lineStart === undefined || lineStart > 0 || from === 0) return lineStart !== undefined
  }
}

/** Where the last line of a text begins, if that is blank and ends with a break; 0 also where it may have begun before the text. */
function blankLineStart(text: string): number | undefined {
  if (!isBreak(text.at(-1))) return undefined
  let at = text.length - (text.endsWith('\r\n') ? 2 : 1)
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--
  return at === 0 || isBreak(text[at - 1]) ? at : undefined
}

/** Where the line begins on which an offset lies. A break stands on the line that it ends. */
export function lineStart(text: LongText, offset: number): number {
  for (let size = FIRST; ; size *= 2) {
    const from = Math.max(0, offset - size)
    const part = text.slice(from, offset + 1)
    let at = offset - from
    while (at > 0 && !endsLine(part, at - 1)) at--
    if (at > 0 || from === 0) return from + at
  }
}

const endsLine = (text: string, at: number): boolean =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')
