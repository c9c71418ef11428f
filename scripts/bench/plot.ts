import { byName, MARKUPS, rounded, short, speedOf } from './page.ts'
import type { Result } from './race.ts'

const WIDE = 460
const HIGH = 340
const LEFT = 60
const TOP = 50
const GAP = 100
const COLOURS = [
  '#c0392b',
  '#1f6fb2',
  '#2e8b57',
  '#b8720a',
  '#7d3c98',
  '#0f8a8a',
  '#8a5a3c',
  '#777777',
  '#555555',
  '#999999',
]

/** A plot of words a second of processor time against the length of the text, both by powers of ten, as SVG. */
export function plot(results: readonly Result[]): string {
  const names = [...new Set(results.map(({ contender }) => contender.name))]
  const logs = results.map((result) => Math.log10(speedOf(result)))
  const [low, high] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))]
  const lengths = [...new Set(results.map(({ words }) => words))].sort((a, b) => a - b)
  const [first, last] = [Math.log10(lengths[0] ?? 1), Math.log10(lengths.at(-1) ?? 10)]
  const x = (words: number): number => ((Math.log10(words) - first) / Math.max(1, last - first)) * WIDE
  const y = (speed: number): number => HIGH - ((Math.log10(speed) - low) / Math.max(1, high - low)) * HIGH
  const panels = MARKUPS.map(({ markup, title }, at) => {
    const grid = Array.from({ length: high - low + 1 }, (_, step) => {
      const value = 10 ** (low + step)
      return `<path class="grid" d="M0 ${n(y(value))}H${WIDE}"/><text x="-8" y="${n(y(value) + 4)}" text-anchor="end">${rounded(value)}</text>`
    })
    const ticks = lengths.map(
      (words) =>
        `<path class="grid" d="M${n(x(words))} 0V${HIGH}"/><text x="${n(x(words))}" y="${HIGH + 18}" text-anchor="middle">${short(words)}</text>`,
    )
    const lines = [...byName(results, markup)].map(([name, row]) => {
      const colour = COLOURS[names.indexOf(name) % COLOURS.length]
      const kind = row[0]?.contender.kind
      const points = row.map((result) => [n(x(result.words)), n(y(speedOf(result)))] as const)
      const dash = kind === 'limit' ? ' stroke-dasharray="4 4"' : ''
      const line = `<path d="M${points.map((point) => point.join(' ')).join('L')}" fill="none" stroke="${colour}" stroke-width="${kind === 'ours' ? 4 : 2}"${dash}/>`
      return (
        line +
        points
          .map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${kind === 'ours' ? 5 : 3}" fill="${colour}"/>`)
          .join('')
      )
    })
    const left = LEFT + at * (WIDE + GAP)
    return `<g transform="translate(${left} ${TOP})"><text class="title" x="0" y="-16">${title}: words a second</text>${grid.join('')}${ticks.join('')}${lines.join('')}<text x="${WIDE / 2}" y="${HIGH + 38}" text-anchor="middle">words in the text</text></g>`
  })
  const width = LEFT + 2 * WIDE + GAP + 30
  const below = TOP + HIGH + 66
  const legend = names.map((name, at) => {
    const kind = results.find(({ contender }) => contender.name === name)?.contender.kind
    const [left, top] = [LEFT + (at % 5) * 205, below + Math.floor(at / 5) * 22]
    const dash = kind === 'limit' ? ' stroke-dasharray="4 4"' : ''
    return `<path d="M${left} ${top}h24" stroke="${COLOURS[at % COLOURS.length]}" stroke-width="${kind === 'ours' ? 4 : 2}"${dash}/><text x="${left + 32}" y="${top + 4}">${name}</text>`
  })
  const height = below + Math.ceil(names.length / 5) * 22 + 4
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Words read in a second of processor time, by the length of the text">
<style>text{font:13px sans-serif;fill:#333}.title{font-size:16px;font-weight:bold}.grid{stroke:#ddd;fill:none}</style>
<rect width="100%" height="100%" fill="#fff"/>
${[...panels, ...legend].join('\n')}
</svg>
`
}

/** A number with one digit after the point. */
const n = (value: number): number => Math.round(value * 10) / 10
