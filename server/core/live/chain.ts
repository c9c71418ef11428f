import type { Paragraph } from '../reading/paragraph.ts'
import { CARRIED } from '../sources/attributions.ts'
import type { Part } from './part.ts'

/** How many blocks a speech or the words before are carried at least. */
const BACK = 2
const AHEAD = 1
/** No quotation is carried over more. */
const FURTHEST = CARRIED + BACK + AHEAD

/** Whether a block may belong to what the one before says: it begins with a quotation, or is one. */
const carriesOn = ({ passage: { block, quotes } }: Paragraph): boolean =>
  block.kind === 'quotation' || quotes[0]?.from === 0

/** The first part that the parts from `from` on look back to, or that looks ahead to them. */
export function beginningOf(parts: readonly Part[], from: number, least = BACK): number {
  let limit = least
  let seen = 0
  let first = from
  while (first > 0 && seen < Math.min(limit, FURTHEST)) {
    first--
    const { paragraphs } = parts[first] as Part
    for (let b = paragraphs.length - 1; b >= 0; b--) {
      seen++
      if (carriesOn(paragraphs[b] as Paragraph)) limit = Math.max(limit, seen + least)
    }
  }
  return first
}

/** The end of the parts that those before `to` look ahead to, or that look back to them. */
export function endOf(parts: readonly Part[], to: number, least = BACK): number {
  let limit = least
  let seen = 0
  let last = to
  while (last < parts.length && seen < Math.min(limit, FURTHEST)) {
    for (const one of (parts[last] as Part).paragraphs) {
      seen++
      if (carriesOn(one)) limit = Math.max(limit, seen + least)
    }
    last++
  }
  return last
}

/** The parts whose marks may change with those of a range: those around that look into it. */
export const around = (parts: readonly Part[], from: number, to: number): [from: number, to: number] => [
  beginningOf(parts, from, AHEAD),
  endOf(parts, to, BACK),
]
