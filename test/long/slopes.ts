import { check } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'

/** Time may grow so fast with length, both by powers of ten; 1 is in proportion, 2 with the square. */
const STEEPEST = 1.15
/** In UTF-16 code units: the slope is taken over the last of these, since the first are read before the program is warm. */
const LENGTHS = [62_500, 125_000, 250_000, 500_000, 1_000_000]
const RUNS = 3

/** What is repeated to a million characters: what a writer's text could do to a reader, and what somebody could do on purpose. */
// biome-ignore format: a list of pieces is easier to look over in lines
const FAMILIES: readonly (readonly [Language, string])[] = [
  ['plaintext', 'The New York Times reported that it rained. The newspaper said so. '], ['plaintext', 'he said that the man who said that '], ['plaintext', '“Rents are going up again and '],
  ['plaintext', '“Rents are up,” she said. “They are up again.”\n'], ['plaintext', 'a'], ['plaintext', ' '], ['plaintext', '\n'], ['plaintext', '\r'], ['plaintext', '"'], ['plaintext', '('], ['plaintext', '83 '], ['plaintext', '1,'],
  ['plaintext', 'Mr. '], ['plaintext', 'A.B.'], ['plaintext', 'https://a.example/'], ['plaintext', '😀'], ['plaintext', '\u0000'], ['plaintext', '[1] '], ['plaintext', '[citation needed] '], ['plaintext', 'Doe (2020); '],
  ['markdown', 'Rents rose by 12 percent.[^1] He said so.\n\n'], ['markdown', '[^1]: A.\n'], ['markdown', '['], ['markdown', '[a]('], ['markdown', '*'], ['markdown', '**a '], ['markdown', '_a*'], ['markdown', '`'], ['markdown', '> '],
  ['markdown', '- a\n'], ['markdown', '# a\n'], ['markdown', '| a '], ['markdown', '|-'], ['markdown', '<!-- '], ['markdown', '<a '], ['markdown', '&amp;'], ['markdown', '\\'], ['markdown', '[@a; @b] '], ['markdown', '```\n'], ['markdown', '---\n'],
  ['markdown', '<!-- says-who-disable-next-line a -->\n'], ['markdown', '![a]'], ['markdown', 'a\n\n'],
]

/** Processor time of reading and checking a text, in milliseconds. */
function timeOf(text: string, language: Language): number {
  const before = process.cpuUsage()
  check(read({ text, language }))
  return process.cpuUsage(before).user / 1000
}

const middle = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0

/** The slope of a line through points, by least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: 0 | 1): number => points.reduce((sum, point) => sum + point[of], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0)
  return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0)
}

/** Reads each family at every length, and gives how many are steeper than is promised. */
export function slopes(): number {
  let steep = 0
  for (const [language, piece] of FAMILIES) {
    const times = LENGTHS.map((length) => {
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
      return middle(Array.from({ length: RUNS }, () => timeOf(text, language)))
    })
    // what takes no time to speak of has no slope
    const points = LENGTHS.map((length, at): [number, number] => [
      Math.log10(length),
      Math.log10(Math.max(5, times[at] ?? 0)),
    ])
    const slope = slopeOf(points.slice(1))
    const isSteep = slope > STEEPEST
    if (isSteep) steep++
    const told = times.map((ms) => `${Math.round(ms)}`).join(', ')
    console.log(
      `${isSteep ? 'FAILED  ' : '  '}${language} ${JSON.stringify(piece)}: slope ${slope.toFixed(2)} (${told} ms)`,
    )
  }
  return steep
}
