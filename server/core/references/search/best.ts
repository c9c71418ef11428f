import type { Reference } from '../reference.ts'
import type { ReferenceIndex } from './build.ts'

/** The references with the highest scores above 0; of two with the same, the newer, and then the one that stands first. */
export function bestOf(index: ReferenceIndex, score: (at: number) => number, limit: number): Reference[] {
  const best: Array<{ at: number; score: number; year: number }> = []
  for (let at = 0; at < index.references.length; at++) {
    const worth = score(at)
    const last = best.at(-1)
    if (worth <= 0 || (best.length >= limit && last !== undefined && worth < last.score)) continue
    const one = { at, score: worth, year: index.references[at]?.item.issued?.year ?? 0 }
    let place = best.length
    while (place > 0 && isBefore(one, best[place - 1])) place--
    if (place >= limit) continue
    best.splice(place, 0, one)
    if (best.length > limit) best.pop()
  }
  return best.flatMap(({ at }) => index.references[at] ?? [])
}

type Scored = { readonly score: number; readonly year: number }

const isBefore = (a: Scored, b: Scored | undefined): boolean =>
  b !== undefined && (a.score > b.score || (a.score === b.score && a.year > b.year))
