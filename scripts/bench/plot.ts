import { chart, HIGH, type Line, legendHeight, WIDE } from './chart.ts'
import { byName, speedOf } from './page.ts'
import type { Result } from './race.ts'
import type { Editing } from './server/keys.ts'
import type { ServerFigures } from './server/measure.ts'
import { rounded, short } from './table.ts'

const LEFT = 60
const TOP = 50
const GAP = 100
const OURS = ['#c0392b', '#1f6fb2'] as const
const PEERS = ['#1f6fb2', '#2e8b57', '#b8720a', '#7d3c98', '#0f8a8a', '#8a5a3c']
const LIMITS = ['#555555', '#888888', '#aaaaaa']

/** Two panels as SVG: words a second of plain text for everybody, and how long findings wait after a key. */
export function plot(results: readonly Result[], server: ServerFigures): string {
  const [speeds, waits] = [speedLines(results), waitLines(server)]
  const below = 'words in the text'
  const panels = [
    chart('Plain text: words a second', below, speeds, { x: short, y: rounded }),
    chart('From a key to its findings: milliseconds', below, waits, { x: short, y: String }),
  ].map((panel, at) => `<g transform="translate(${LEFT + at * (WIDE + GAP)} ${TOP})">${panel}</g>`)
  const height = TOP + HIGH + 60 + Math.max(legendHeight(speeds), legendHeight(waits))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${LEFT + 2 * WIDE + GAP + 30} ${height}" role="img" aria-label="Words read in a second of processor time, and milliseconds from a key to its findings, by the length of the text">
<style>text{font:13px sans-serif;fill:#333}.title{font-size:16px;font-weight:bold}.grid{stroke:#ddd;fill:none}</style>
<rect width="100%" height="100%" fill="#fff"/>
${panels.join('\n')}
</svg>
`
}

function speedLines(results: readonly Result[]): Line[] {
  let [peers, limits] = [0, 0]
  return [...byName(results, 'plain')].map(([name, row]) => {
    const kind = row[0]?.contender.kind
    const colour =
      kind === 'ours' ? OURS[0] : kind === 'peer' ? PEERS[peers++ % PEERS.length] : LIMITS[limits++ % LIMITS.length]
    return {
      name,
      colour: colour ?? OURS[0],
      width: kind === 'ours' ? 4 : 2,
      isDashed: kind === 'limit',
      points: row.map((result) => [result.words, speedOf(result)] as const),
    }
  })
}

function waitLines({ editings, empty }: ServerFigures): Line[] {
  const typed = (markup: Editing['markup']) => editings.filter((one) => one.name === 'middle' && one.markup === markup)
  const line = (
    name: string,
    colour: string,
    row: readonly Editing[],
    key: 'median' | 'p99',
    isLimit = false,
  ): Line => ({
    name,
    colour,
    width: key === 'median' && !isLimit ? 4 : 2,
    isDashed: isLimit,
    points: row.map(({ words, clock }) => [words, clock[key]] as const),
  })
  return [
    line('plain, median', OURS[0], typed('plain'), 'median'),
    line('plain, p99', OURS[0], typed('plain'), 'p99'),
    line('Markdown, median', OURS[1], typed('markdown'), 'median'),
    line('Markdown, p99', OURS[1], typed('markdown'), 'p99'),
    line('empty server, median', '#888888', empty, 'median', true),
    line('empty server, p99', '#bbbbbb', empty, 'p99', true),
  ]
}
