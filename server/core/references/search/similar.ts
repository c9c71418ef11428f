import { lettersOf, type ReferenceIndex } from './build.ts'

/** Calls back for each word that begins with the one looked for, and with how well it fits: 1 for the word itself. */
export function eachWithPrefix(index: ReferenceIndex, word: string, found: (at: number, fit: number) => void): void {
  for (let at = firstFrom(index.words, word); at < index.words.length; at++) {
    const candidate = index.words[at] ?? ''
    if (!candidate.startsWith(word)) return
    found(at, candidate === word ? 1 : 0.5 + (0.4 * word.length) / candidate.length)
  }
}

/** The place of a word among sorted words, or of the first that comes after it. */
export function firstFrom(words: readonly string[], word: string): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

const SHORTEST = 4
const LONGEST = 30

/** How many slips of the finger a word may hold: one from four letters, two from eight; none in a number, since each is another year. */
const slipsIn = (word: string): number =>
  word.length < SHORTEST || /^\p{N}*$/u.test(word) ? 0 : word.length < 8 ? 1 : 2

/** Calls back for each word that, or whose beginning, is what is looked for but for a slip or two. */
export function eachSimilar(index: ReferenceIndex, word: string, found: (at: number, fit: number) => void): void {
  const most = slipsIn(word)
  if (most === 0 || word.length > LONGEST) return
  const letters = lettersOf(word)
  for (let at = 0; at < index.words.length; at++) {
    // every letter that the other lacks takes a slip, and one slip can mend a letter only
    if (bitsIn(letters & ~(index.letters[at] ?? 0)) > most) continue
    const candidate = index.words[at] ?? ''
    if (candidate.length < word.length - most) continue
    const slips = slipsTo(word, candidate, most)
    if (slips <= most) found(at, 0.45 - 0.1 * slips - (candidate.length > word.length + most ? 0.05 : 0))
  }
}

function bitsIn(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/**
 * The fewest slips (a letter too many, too few, another one, or two changed round) by which a word becomes the other or its
 * beginning; anything above `most` where there are more. Damerau's distance, by rows.
 */
function slipsTo(word: string, candidate: string, most: number): number {
  const width = Math.min(candidate.length, word.length + most)
  let before: number[] = []
  let row = Array.from({ length: width + 1 }, (_, at) => at)
  for (let i = 1; i <= word.length; i++) {
    const next = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      const same = word[i - 1] === candidate[j - 1]
      let slips = Math.min((row[j - 1] ?? 0) + (same ? 0 : 1), (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
      if (!same && i > 1 && j > 1 && word[i - 1] === candidate[j - 2] && word[i - 2] === candidate[j - 1])
        slips = Math.min(slips, (before[j - 2] ?? 0) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return least
    before = row
    row = next
  }
  return Math.min(...row)
}
