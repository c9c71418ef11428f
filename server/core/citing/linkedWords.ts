import { isInLink, nameIn } from '../edits/link.ts'
import type { Attribution } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'

/** Makes a function that gives the words for a source that end at an offset and can be made a link. */
export function linkedWords(reading: Reading): (end: number) => Span | undefined {
  const byEnd = new Map<number, Span>()
  for (const attribution of reading.attributions) {
    const words = linkable(reading, attribution)
    if (words !== undefined && !byEnd.has(words.end)) byEnd.set(words.end, words)
  }
  return (end) => byEnd.get(end)
}

/** The words for the source of an attribution, where they can be made a link: nothing in them is markup, and they are in no link. */
export function linkable(reading: Reading, attribution: Attribution): Span | undefined {
  const source = attribution.source[0]
  if (source === undefined || reading.draft.language !== 'markdown') return undefined
  const words = nameIn(reading, source)
  const written = reading.draft.text.slice(words.start, words.end)
  const isPlain =
    written !== '' && written === reading.prose.slice(words.start, words.end) && !/[[\]\\*_`<>]/.test(written)
  return isPlain && !isInLink(reading, words) ? words : undefined
}
