import { type Counted, countedIn, headOf } from './counted.ts'
import type { Figure } from './marks.ts'
import type { Passage } from './passage.ts'
import { amountOf } from './quantities.ts'

/**
 * What is counted by each figure of a block, roughly; empty where no other figure can contradict.
 *
 * @param words the prose that the figures are offsets into
 */
export const countedThings = (words: string, figures: readonly Figure[]): string[] =>
  figures.map(({ start, end, kind }) => {
    const figure = words.slice(start, end)
    if (kind !== 'age' && amountOf(figure) === undefined) return ''
    return kind === 'count' ? headOf(figure.slice(figure.lastIndexOf(' ') + 1).toLowerCase()) : kind
  })

/**
 * The figures of a block that could conflict with another of the draft, in order, with what their sentences say of them: only what is
 * counted twice is looked at closely. Tables compare by design, so their cells are left out.
 *
 * @param things what each figure counts
 * @param isRepeated whether the draft counts a thing more than once
 */
export function comparable(
  p: Passage,
  figures: readonly Figure[],
  things: readonly string[],
  isRepeated: (thing: string) => boolean,
): Counted[] {
  if (p.block.kind === 'cell') return []
  const own = figures.filter((_, n) => things[n] !== '' && isRepeated(things[n] as string))
  return own.length === 0 ? [] : countedIn(p, own)
}
