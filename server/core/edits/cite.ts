import type { Citation } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose, insert, type Piece } from './compose.ts'
import type { Fix } from './fix.ts'
import { newDefinition, nextLabel, noteMark } from './notes.ts'
import { adding, placeForNote } from './sentence.ts'

/**
 * Cites the sentence, or the clause of one, that holds a span, the way the draft cites: by a note whose text is left blank, or, where it cites by keys,
 * by a key left blank. The caret goes to the blank.
 */
export function citeWithFootnote(reading: Reading, at: Span): Fix {
  const { text } = reading.draft
  if (citesByKey(reading)) {
    return compose(text, 'Cite with a citation key', [adding(reading, at, ' [@]', 3)], true)
  }
  const label = nextLabel(reading)
  const mark = markAt(reading, placeForNote(reading, at), label)
  return compose(text, 'Cite with a footnote', [mark, newDefinition(reading, label)], true)
}

/** Puts `[citation needed]` after the sentence, or the clause of one, that holds a span. */
export function markCitationNeeded(reading: Reading, at: Span): Fix {
  const { text } = reading.draft
  const offset = placeForNote(reading, at)
  const space = offset === 0 || text.slice(offset - 1, offset).trim() === '' ? '' : ' '
  return compose(text, 'Mark [citation needed]', [insert(offset, `${space}[citation needed]`)])
}

/** Adds the definition, left blank, of a note that the draft cites and does not define. */
export function defineNote(reading: Reading, citation: Citation): Fix {
  const { text, language } = reading.draft
  const mark = text.slice(citation.start, citation.end)
  const written = language === 'markdown' && mark.startsWith('[^') ? mark.slice(2, -1) : citation.key
  const label = written === '' ? citation.key : written
  return compose(text, `Add the note that ${noteMark(reading, label)} points to`, [newDefinition(reading, label)], true)
}

/** A note's mark at an offset. After a backslash it needs a space, lest it be read as escaped. */
export function markAt(reading: Reading, offset: number, label: string): Piece {
  const escaped = reading.draft.language === 'markdown' && reading.draft.text[offset - 1] === '\\'
  return insert(offset, `${escaped ? ' ' : ''}${noteMark(reading, label)}`)
}

/** Whether the draft cites by keys and has no footnotes. */
function citesByKey({ citations, definitions }: Reading): boolean {
  const kinds = new Set([...citations, ...definitions].map(({ kind }) => kind))
  return kinds.has('citation-key') && !kinds.has('footnote') && !kinds.has('numbered-note')
}
