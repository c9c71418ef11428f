import { isAbbreviation } from '../edits/sentence.ts'
import type { Reading } from '../reading.ts'

/** What may stand between a word and the mark of its note. */
const PUNCTUATION = '.,;:!?…'
const CLOSERS = '”’»"\')]'

/**
 * Where the mark of a note goes that stands for what ended at an offset: after the punctuation there, and after what closes a
 * quotation or a bracket with it.
 */
export function noteSpot({ prose, draft: { text } }: Pick<Reading, 'prose' | 'draft'>, offset: number): number {
  const isProse = (at: number): boolean => prose[at] === text[at]
  let at = offset
  while (PUNCTUATION.includes(text[at] ?? ' ') && isProse(at) && !isLetter(text[at + 1])) at++
  const closed = at
  while (at > offset && CLOSERS.includes(text[at] ?? ' ') && isProse(at)) at++
  return isLetter(text[at]) ? closed : at
}

/**
 * Where a bracket goes that stands for a note mark at an offset: before the punctuation there, unless that belongs to the word, as
 * in “U.S.”, or nothing stands before it.
 */
export function bracketSpot({ prose, draft: { text } }: Pick<Reading, 'prose' | 'draft'>, offset: number): number {
  let at = offset
  while (at > 0 && PUNCTUATION.includes(text[at - 1] ?? ' ') && prose[at - 1] === text[at - 1]) at--
  if (at === offset || !/[^\s>#*+-]/.test(text[at - 1] ?? ' ')) return offset
  return isAbbreviation(prose, at) ? offset : at
}

const isLetter = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
