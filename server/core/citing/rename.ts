import type { Citation, Definition } from '../blocks/block.ts'
import { compose, type Piece } from '../edits/compose.ts'
import type { Fix } from '../edits/fix.ts'
import { nextLabel, noteMark } from '../edits/notes.ts'
import { inTitle } from '../edits/titles.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { atKey } from './write.ts'

/** The key of a citation without its `@` and braces. */
export function keySpanOf({ draft: { text } }: Pick<Reading, 'draft'>, { start, end, key }: Citation): Span {
  const at = text.indexOf(key, start)
  return at < 0 || at + key.length > end ? { start, end } : { start: at, end: at + key.length }
}

/** Writes another key wherever a draft cites by one. */
export function writeKey(reading: Reading, from: string, to: string): Fix {
  const title = `Write ${inTitle(atKey(to))}`
  return compose(reading.draft.text, title, keyPieces(reading, from, to), true)
}

/** The places where a draft cites by a key, with another key. */
export function keyPieces({ citations }: Pick<Reading, 'citations'>, from: string, to: string): Piece[] {
  return citations
    .filter(({ kind, key }) => kind === 'citation-key' && key === from)
    .map(({ start, end }) => ({ start, end, text: atKey(to) }))
}

/** Gives a note whose label another has a label of its own. */
export function giveOwnLabel(reading: Reading, definition: Definition): Fix {
  const { text } = reading.draft
  const label = nextLabel(reading)
  const span = labelSpanOf(reading, definition)
  return compose(
    text,
    `Give this note a mark of its own, ${noteMark(reading, label)}`,
    [{ ...span, text: label }],
    true,
  )
}

/** The label of a note where it is defined, without brackets and colon. */
export function labelSpanOf({ draft: { text } }: Pick<Reading, 'draft'>, { label, key }: Definition): Span {
  const at = text.indexOf(key, label.start)
  return at < 0 || at + key.length > label.end ? label : { start: at, end: at + key.length }
}
