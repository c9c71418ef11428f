import type { Span } from '../text/span.ts'
import { isLineBreak, isPunctuation, isSpace, skipBlanks } from './characters.ts'
import { type Mask, show } from './mask.ts'

const REFERENCE = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\dA-Za-z]{0,31});/y

/** The character reference that begins at an offset of the draft, as it is written, or ''. */
function referenceAt(text: string, at: number): string {
  REFERENCE.lastIndex = at
  return REFERENCE.exec(text)?.[0] ?? ''
}

/**
 * Whether a parsed value that begins with `rest` shows what was written undecoded, as it does for a name that HTML does not
 * know. Only `&amp;` can decode to something that looks like itself.
 */
const isUndecoded = (written: string, rest: string): boolean =>
  rest.startsWith(written) && written.toLowerCase() !== '&amp;' && written[1] !== '#'

/**
 * Shows the words of one parsed piece of text. `span` is where it stands in the draft and `value` is what it says: both are
 * walked side by side, so backslashes, marks of block quotations on later lines and blanks at line ends stay masked, and a
 * character reference leaves the character that it stands for, followed by spaces.
 *
 * @param depth how many block quotations it stands in, each of which may put a `>` before a later line
 */
export function reveal(mask: Mask, text: string, span: Span, value: string, depth: number): void {
  let at = span.start
  let said = 0
  while (at < span.end) {
    const char = text[at] ?? ''
    if (isLineBreak(char)) {
      at = skipLineStart(text, at + 1, span.end, depth)
      while (isLineBreak(value[said] ?? '')) said++
    } else if (char === '\\' && isPunctuation(text[at + 1] ?? '')) {
      show(mask, at + 1, text.charCodeAt(at + 1))
      at += 2
      said++
    } else if (char === '&' && referenceAt(text, at) !== '') {
      const written = referenceAt(text, at)
      const literal = isUndecoded(written, value.slice(said, said + written.length))
      const decoded = literal ? written : String.fromCodePoint(value.codePointAt(said) ?? 32)
      if (!isSpace(decoded)) for (let i = 0; i < decoded.length; i++) show(mask, at + i, decoded.charCodeAt(i))
      at += written.length
      said += decoded.length
    } else if (isSpace(char) && value[said] !== char) {
      at++
    } else {
      if (char !== '\t') show(mask, at, text.charCodeAt(at))
      at++
      said++
    }
  }
}

/** Where the words of a later line begin: after its line feed, its indentation and its marks of block quotations. */
function skipLineStart(text: string, from: number, end: number, depth: number): number {
  let at = from
  while (at < end && isLineBreak(text[at] ?? '')) at++
  at = skipBlanks(text, at, end)
  for (let marks = 0; marks < depth && text[at] === '>' && at < end; marks++) at = skipBlanks(text, at + 1, end)
  return at
}
