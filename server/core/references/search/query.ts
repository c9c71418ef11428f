import { foldedWords } from '../fold.ts'
import type { Reference } from '../reference.ts'
import { bestOf } from './best.ts'
import type { ReferenceIndex } from './build.ts'
import { eachSimilar, eachWithPrefix } from './similar.ts'

/** What a word is worth in each field: first author, other authors, title, outlet, year, key. */
const WORTH = [3.2, 3, 2, 2, 2, 2.5]

/** Words of a query beyond these are not looked for. */
const MOST_WORDS = 12

/**
 * The references that have the words of a query in author, title, year, outlet or key, the best first; words may be begun, and
 * misspelt where no reference has them as they are. Where none has all the words, those that have the most. Without a
 * query the first of the list.
 */
export function searchReferences(index: ReferenceIndex, query: string, limit: number): Reference[] {
  const words = foldedWords(query.slice(0, 500)).slice(0, MOST_WORDS)
  if (words.length === 0) return index.references.slice(0, Math.max(0, limit))
  const count = index.references.length
  const total = new Float32Array(count)
  const had = new Uint8Array(count)
  for (const word of words) {
    const best = new Float32Array(count)
    const add = (at: number, fit: number): void => {
      for (let place = index.starts[at] ?? 0; place < (index.starts[at + 1] ?? 0); place++) {
        const packed = index.places[place] ?? 0
        const worth = fit * (WORTH[packed & 7] ?? 0)
        if (worth > (best[packed >> 3] ?? 0)) best[packed >> 3] = worth
      }
    }
    eachWithPrefix(index, word, add)
    if (best.every((worth) => worth === 0)) eachSimilar(index, word, add)
    for (let at = 0; at < count; at++) {
      const worth = best[at] ?? 0
      if (worth === 0) continue
      total[at] = (total[at] ?? 0) + worth
      had[at] = (had[at] ?? 0) + 1
    }
  }
  const most = had.reduce((a, b) => Math.max(a, b), 0)
  if (most === 0) return []
  return bestOf(index, (at) => (had[at] === most ? (total[at] ?? 0) : 0), limit)
}
