import type { Span } from '../text/span.ts'
import type { Edit, Fix } from './fix.ts'

/** A part of a fix: what is replaced by what, and where in the new text the editor has something to fill in. */
export interface Piece extends Edit {
  /** Offset into `text` of the blank that the caret goes to. */
  readonly blank?: number
}

/** Text put in at an offset. */
export function insert(at: number, text: string, blank?: number): Piece {
  return { start: at, end: at, text, ...(blank === undefined ? {} : { blank }) }
}

/** Makes a fix of its parts, in any order: sorts them, joins those that meet, and works out the caret. Parts must not overlap. */
export function compose(draft: string, title: string, pieces: readonly Piece[], preferred = false): Fix {
  const joined = join(pieces.map((piece) => ({ ...piece, ...wholeCharacters(draft, piece) })))
  let shift = 0
  let caret: number | undefined
  for (const piece of joined) {
    if (piece.blank !== undefined) caret ??= piece.start + shift + piece.blank
    shift += piece.text.length - (piece.end - piece.start)
  }
  return {
    title,
    kind: 'quickfix',
    edits: joined.map(({ start, end, text }) => ({ start, end, text })),
    ...(preferred ? { preferred } : {}),
    ...(caret === undefined ? {} : { caret }),
  }
}

/** Parts that begin where the one before ends become one, because editors disagree about the order of two inserts at one place. */
function join(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const piece of [...pieces].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1)
    if (last?.end !== piece.start) {
      joined.push(piece)
      continue
    }
    const blank = last.blank ?? (piece.blank === undefined ? undefined : last.text.length + piece.blank)
    joined[joined.length - 1] = {
      start: last.start,
      end: piece.end,
      text: last.text + piece.text,
      ...(blank === undefined ? {} : { blank }),
    }
  }
  return joined
}

/** A span moved out of the middle of surrogate pairs: an insert goes after the pair, a replacement takes all of it. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const last = splitsPair(text, end) ? end + 1 : end
  if (start === end) return { start: last, end: last }
  return { start: splitsPair(text, start) ? start - 1 : start, end: last }
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
