import { readMarkup } from './markup.ts'

/** No title or name is longer, in UTF-16 code units. */
const LONGEST = 500

/** Control characters, and those that turn the direction of what stands around them. */
const INVISIBLE = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]+/gu

/** Characters that stand for a space. */
const SPACE = /\s+/gu
const SPACES = / {2,}/g

/** Elements whose text is not for readers. */
const HIDDEN = new Set(['script', 'style', 'annotation'])

/** Elements between which words do not run together. */
const BREAKS = new Set(['br', 'p', 'div', 'li', 'jats:p', 'jats:title'])

/**
 * A title or a name as plain text in one line: without tags, with its character references read, without characters that
 * cannot be seen. Undefined where nothing is left. What the text still looks like is for the caller to escape.
 */
export function plainText(markup: string | undefined): string | undefined {
  if (markup === undefined) return undefined
  const line = oneLine(/[<&]/.test(markup) ? withoutTags(markup) : markup)
  return line === '' ? undefined : line
}

/** A text in one line, without characters that cannot be seen; cut where it is very long. */
export function oneLine(text: string): string {
  const line = text.replace(SPACE, ' ').replace(INVISIBLE, '').replace(SPACES, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line
}

function withoutTags(markup: string): string {
  let text = ''
  let hidden = 0
  readMarkup(markup, {
    open: (name) => {
      if (HIDDEN.has(name)) hidden++
      if (BREAKS.has(name)) text += ' '
    },
    close: (name) => {
      if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1)
    },
    text: (words) => {
      if (hidden === 0) text += words
    },
  })
  return text
}
