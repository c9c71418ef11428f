import type { Claim } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { innermost, placeIn } from '../text/search.ts'
import type { Span } from '../text/span.ts'

/** How many claims of one sentence are looked at. */
const MOST = 64

/** The clause that holds a span, where it is a claim by itself and its sentence goes on after it. */
export function clauseOf({ claims }: Reading, at: Span): Claim | undefined {
  const claim = innermost(claims, at)
  if (claim === undefined) return undefined
  const place = placeIn(claims, claim.start)
  const near = claims.slice(Math.max(0, place - MOST), place + MOST)
  return near.some(({ sentence, end }) => sentence === claim.sentence && end > claim.end) ? claim : undefined
}

/** Whether the draft puts its notes before a comma or a semicolon ("[^1],") and never after one. */
export function notesBeforeCommas({ citations, draft: { text } }: Reading): boolean {
  const notes = citations.filter(({ kind }) => kind === 'footnote' || kind === 'numbered-note')
  return (
    notes.some(({ end }) => isComma(text[end])) &&
    !notes.some(({ start }) => isComma(text.slice(0, start).trimEnd().at(-1)))
  )
}

export const isComma = (char: string | undefined): boolean => char === ',' || char === ';'
