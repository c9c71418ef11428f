import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose, insert } from './compose.ts'
import type { Fix } from './fix.ts'
import { inTitle } from './titles.ts'

const EMPTY_LINK = ']()'

/**
 * Makes the words for a source a link with its address left blank, in Markdown alone. Offers nothing where they are in a link
 * already, or hold markup that a link could break.
 */
export function linkSource(reading: Reading, attribution: Attribution): Fix[] {
  const { text, language } = reading.draft
  const source = attribution.source[0]
  if (language !== 'markdown' || source === undefined) return []
  const words = nameIn(reading, source)
  if (words.start === words.end || hasMarkup(reading, words) || isInLink(reading, words)) return []
  const name = inTitle(text.slice(words.start, words.end))
  const title = attribution.published ? `Link “${name}” to its report` : `Link “${name}” to where it says so`
  return [compose(text, title, [insert(words.start, '['), insert(words.end, EMPTY_LINK, 2)], true)]
}

/** The name alone, without the words in apposition after its comma. */
export function nameIn({ prose }: Reading, source: Span): Span {
  const words = prose.slice(source.start, source.end)
  const comma = words.indexOf(',')
  const name = comma < 0 ? words : words.slice(0, comma)
  const lead = name.length - name.trimStart().length
  return { start: source.start + lead, end: source.start + Math.max(lead, name.trimEnd().length) }
}

/** Whether anything in a span is not prose, or is a bracket. */
function hasMarkup({ prose, draft: { text } }: Reading, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const char = text[at] ?? ''
    if (char === '[' || char === ']' || char === '\\') return true
    if (char.trim() !== '' && prose[at] !== char) return true
  }
  return false
}

/** Whether the next bracket of markup in the paragraph closes a link: then the words before it are in that link. */
export function isInLink({ prose, draft: { text }, blocks }: Reading, { start, end }: Span): boolean {
  const limit = blocks.find((block) => block.start <= start && end <= block.end)?.end ?? end
  for (let at = end; at < limit; at++) {
    if (prose[at] === text[at] || text[at - 1] === '\\') continue
    if (text[at] === '[') return false
    if (text[at] === ']') return true
  }
  return false
}
