import { placeIn } from '../text/search.ts'
import { type Counted, countedIn, headOf } from './counted.ts'
import type { Figure } from './marks.ts'
import type { Passage } from './passage.ts'
import { amountOf } from './quantities.ts'

/**
 * The figures of a draft that could conflict with another of it, in order, with what their sentences say of them: only what is counted
 * twice is looked at closely. Tables compare by design, so their cells are left out.
 *
 * @param passages one for each block of the draft
 * @param figures all of the draft, in order
 */
export function comparable(prose: string, passages: readonly Passage[], figures: readonly Figure[]): Counted[] {
  const keys = figures.map((figure) => keyOf(prose, figure))
  const count = new Map<string, number>()
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1)
  const blocks = passages.map(({ block }) => block)
  const ofPassage = new Map<number, Figure[]>()
  figures.forEach((figure, n) => {
    const key = keys[n] ?? ''
    if (key === '' || (count.get(key) ?? 0) < 2) return
    const place = placeIn(blocks, figure.start)
    const own = ofPassage.get(place)
    if (own) own.push(figure)
    else ofPassage.set(place, [figure])
  })
  return [...ofPassage].flatMap(([place, own]) => {
    const p = passages[place]
    return p === undefined || p.block.kind === 'cell' ? [] : countedIn(p, own)
  })
}

/** What is counted, roughly; empty where no other figure can contradict. */
function keyOf(prose: string, { start, end, kind }: Figure): string {
  const words = prose.slice(start, end)
  if (kind !== 'age' && amountOf(words) === undefined) return ''
  return kind === 'count' ? headOf(words.slice(words.lastIndexOf(' ') + 1).toLowerCase()) : kind
}
