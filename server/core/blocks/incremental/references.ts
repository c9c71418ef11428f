import { type Listed, NOTHING_LISTED } from '../markdown.ts'
import type { ListedSource } from '../referenceList.ts'
import { entriesOf, type Piece } from './pieces.ts'
import { alike } from './splice.ts'

/** The list of references of a draft in sections. */
export interface References {
  /** The section with its heading; behind the last where there is none. */
  readonly at: number
  /** Which passages of that section, and of those behind it, stand in the list. */
  readonly listed: readonly Listed[]
  readonly entries: readonly ListedSource[]
}

/** Finds the list of references as `findReferenceList` does, in sections. */
export function findReferences(pieces: readonly { readonly piece: Piece }[]): References {
  const at = pieces.findLastIndex(({ piece }) => piece.titled)
  const head = pieces[at]?.piece
  if (head === undefined) return { at: pieces.length, listed: [], entries: [] }
  const none: References = { at, listed: [], entries: [] }
  const entries: ListedSource[] = []
  const listed: Listed[] = []
  const heading = entriesOf(head).findLastIndex(({ names }) => names)
  for (let index = at, from = heading + 1; index < pieces.length; index++, from = 0) {
    const piece = pieces[index]?.piece
    const parts = piece === undefined ? [] : entriesOf(piece)
    let to = from
    for (let part = parts[to]; part !== undefined && !part.heading; part = parts[++to]) {
      if (part.source === undefined) return none
      entries.push(part.source)
    }
    listed.push({ from, to })
    if (to < parts.length) break
  }
  return entries.length === 0 ? none : { at, listed, entries }
}

/** Which passages of a section stand in the list. */
export function listedIn({ at, listed }: References, index: number): Listed {
  const found = listed[index - at]
  return found === undefined || found.from === found.to ? NOTHING_LISTED : found
}

/** The years of the entries that are not the same in two lists: what cites no such year cites what it did. */
export function changedYears(before: readonly ListedSource[], now: readonly ListedSource[]): Set<string> {
  const [front, back] = alike(before, now, isSame)
  const changed = [...before.slice(front, before.length - back), ...now.slice(front, now.length - back)]
  return new Set(changed.flatMap(({ years }) => [...years]))
}

/** Whether the same citations would find two entries. */
const isSame = (a: ListedSource, b: ListedSource): boolean =>
  a === b || (a.key === b.key && a.head === b.head && [...a.years].join() === [...b.years].join())
