const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  let at = Math.min(offset, text.length)
  while (at > 0 && !isBreak(text, at - 1)) at--
  return at
}

/** Where the line that holds `offset` ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isBreak(text, at)) at++
  return at
}

/** Where the next line begins, given where a line ends: past LF, CR or CRLF, or the end of the draft. */
export function nextLine(text: string, end: number): number {
  if (text[end] === '\r' && text[end + 1] === '\n') return end + 2
  return isBreak(text, end) ? end + 1 : end
}

/** Where the line before begins, given where a line begins; undefined on the first line. */
export function previousLine(text: string, start: number): number | undefined {
  if (start === 0) return undefined
  const last = text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1
  return lineStart(text, last)
}

/** The line break that a draft uses: its first one, LF where there is none. */
export function lineBreakOf(text: string): string {
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n') return '\n'
    if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r'
  }
  return '\n'
}

/** The number of line breaks in a stretch of text. */
export function lineBreaksIn(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (!isBreak(text, at)) continue
    count++
    at = nextLine(text, at) - 1
  }
  return count
}

export const isBlank = (text: string): boolean => text.trim() === ''

/** Where the last line with anything on it ends, before its line break; 0 in an empty draft. */
export function endOfWriting(text: string): number {
  return lineEnd(text, text.trimEnd().length)
}

/** Past the spaces and tabs from `offset` on. */
export function pastSpaces(text: string, offset: number): number {
  let at = offset
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

/** Back over the spaces and tabs before `offset`, no further than `floor`. */
export function beforeSpaces(text: string, offset: number, floor = 0): number {
  let at = offset
  while (at > floor && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--
  return at
}
