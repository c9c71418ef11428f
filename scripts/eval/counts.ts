/** Hits, and what they are counted against. */
export interface Counts {
  hits: number
  read: number
  gold: number
}

export const newCounts = (): Counts => ({ hits: 0, read: 0, gold: 0 })

/** F1 in per cent; 0 where nothing was hit. */
export const f1 = ({ hits, read, gold }: Counts): number => (hits === 0 ? 0 : (200 * hits) / (read + gold))

/** A part in per cent; 0 of nothing is 0. */
export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

/** Words as an editor counts them: what stands between white space and holds a letter or a digit. */
export function wordsOf(text: string): number {
  let words = 0
  for (const [word] of text.matchAll(/\S+/g)) if (/[\p{L}\p{N}]/u.test(word)) words++
  return words
}
