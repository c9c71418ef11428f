import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsOf } from '../eval/counts.ts'
import type { Course, Order } from './race.ts'
import type { Stock } from './sentences.ts'
import { type Markup, makeText } from './text.ts'

/** How many texts make one measurement, and how many rounds there are, for each length in words. */
const LENGTHS = [
  { words: 1_000, texts: 12, rounds: 9, peers: true },
  { words: 10_000, texts: 4, rounds: 5, peers: true },
  { words: 100_000, texts: 1, rounds: 5, peers: true },
  { words: 1_000_000, texts: 1, rounds: 3, peers: false },
]
const QUICK = [
  { words: 1_000, texts: 4, rounds: 2, peers: true },
  { words: 10_000, texts: 1, rounds: 1, peers: true },
]

/** Writes the texts of every length and round, all of them different, so that nobody meets a text again. */
export function layOut(out: string, from: Stock, markup: Markup, isQuick: boolean): Course[] {
  const folder = join(out, 'texts', markup)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let seed = 1
  return (isQuick ? QUICK : LENGTHS).map(({ words, texts, rounds, peers }) => {
    const order = (): Order => {
      const written = Array.from({ length: texts }, () => {
        const text = makeText(from, words, markup, seed)
        const path = join(folder, `${words}-${seed++}.${markup === 'plain' ? 'txt' : 'md'}`)
        writeFileSync(path, text)
        return { path, words: wordsOf(text), bytes: Buffer.byteLength(text) }
      })
      const mean = (key: 'words' | 'bytes'): number => written.reduce((sum, one) => sum + one[key], 0) / texts
      return { paths: written.map(({ path }) => path), words: mean('words'), bytes: mean('bytes') }
    }
    return { words, peers, warm: order(), rounds: Array.from({ length: rounds }, order) }
  })
}
