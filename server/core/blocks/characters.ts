/** What the scanners of this folder need to know about single characters. All take a string of one code unit, or ''. */

/** A space, a tab, a no-break space or a line break. */
export const isSpace = (char: string): boolean =>
  char <= '\x7F' ? char === ' ' || (char >= '\t' && char <= '\r') : /^\s$/.test(char)

export const isLineBreak = (char: string): boolean => char === '\n' || char === '\r'

export const isDigit = (char: string): boolean => char >= '0' && char <= '9'

/** A letter of any script, a digit, or half of a surrogate pair (so that a word is never cut inside a pair). */
export const isWordCharacter = (char: string): boolean =>
  char <= '\x7F'
    ? (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || isDigit(char)
    : /^[\p{L}\p{M}\p{N}\p{Cs}]$/u.test(char)

/** The characters that a backslash escapes in Markdown. */
export const isPunctuation = (char: string): boolean => char !== '' && /^[!-/:-@[-`{-~]$/.test(char)

/** Where the blanks that start at `from` end, at most at `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let at = from
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  return at
}

/** The part of a range without the white space at both its ends. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && isSpace(text[from] ?? '')) from++
  while (to > from && isSpace(text[to - 1] ?? '')) to--
  return { start: from, end: to }
}
