/** Draft text for the title of a fix, in UTF-16 code units. */
const LONGEST = 48

/** Draft text as one line that is safe in a menu: white space and controls are one space, and what is too long is cut with …. */
export function inTitle(words: string): string {
  let line = ''
  for (const char of words.slice(0, 4 * LONGEST)) {
    const shown = isUnseen(char.codePointAt(0) ?? 0) || char.trim() === '' ? ' ' : char
    if (shown !== ' ' || (line !== '' && !line.endsWith(' '))) line += shown
  }
  line = line.trimEnd()
  if (line.length <= LONGEST) return line
  const cut = line.slice(0, LONGEST - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : withoutHalf(cut)).trimEnd()}…`
}

/** Words of a file as one line for a list or a hover: what cannot be seen, or would turn the words around it, is a space. */
export const inLine = (words: string): string =>
  words.replace(/[\p{Cc}\p{Surrogate}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu, ' ')

const withoutHalf = (text: string): string => {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text
}

/** Control characters, halves of surrogate pairs, and the marks that embed, override or isolate a direction of writing. */
const isUnseen = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0xd800 && code <= 0xdfff) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069)
