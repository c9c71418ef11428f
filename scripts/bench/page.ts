import type { Result } from './race.ts'
import { ms, rounded, short, table } from './table.ts'
import type { Markup } from './text.ts'

/** Kinds of texts, as a reader of the page knows them. */
export const MARKUPS: readonly { readonly markup: Markup; readonly title: string }[] = [
  { markup: 'plain', title: 'Plain text' },
  { markup: 'markdown', title: 'Markdown' },
]

/** Words for each second of user time, of which the least that is told apart is a microsecond. */
export const speedOf = ({ words, user }: Result): number => (1000 * words) / Math.max(user, 0.001)

/** How time grows from 10k words to the longest text: 1 is in proportion to length, 2 with its square. Nothing for one length. */
export function slopeOf(results: readonly Result[]): number | undefined {
  const from = results.find(({ words }) => words === 10_000)
  const to = results.at(-1)
  if (!from || !to || to.words <= from.words) return undefined
  return Math.log(to.user / from.user) / Math.log(to.words / from.words)
}

/** Results by the name of their contender, in the order in which they came, each from the shortest text to the longest. */
export function byName(results: readonly Result[], markup: Markup): Map<string, Result[]> {
  const rows = new Map<string, Result[]>()
  for (const result of results) {
    if (result.markup === markup) rows.set(result.contender.name, [...(rows.get(result.contender.name) ?? []), result])
  }
  return rows
}

/** Tables in Markdown: for each kind of text the words a second, and the milliseconds by the clock. */
export function tables(results: readonly Result[], versions: ReadonlyMap<string, string>): string {
  const lengths = [...new Set(results.map(({ words }) => words))].sort((a, b) => a - b)
  const named = (name: string): string => [name, versions.get(name)].filter(Boolean).join(' ')
  const rowsOf = (markup: Markup, cell: (result: Result) => string, more: (row: readonly Result[]) => string[]) =>
    [...byName(results, markup)].map(([name, row]) => [
      named(name),
      ...lengths.map((words) => row.filter((result) => result.words === words).map(cell)[0] ?? ''),
      ...more(row),
    ])
  return MARKUPS.flatMap(({ markup, title }) => [
    `### ${title}`,
    'Words a second of processor time, by the length of the text in words; MB a second and growth for the longest text:',
    table(
      ['', ...lengths.map(short), 'MB/s', 'growth'],
      rowsOf(
        markup,
        (result) => rounded(speedOf(result)),
        (row) => {
          const longest = row.at(-1)
          return [longest ? rounded(longest.bytes / 1000 / longest.user) : '', slopeOf(row)?.toFixed(2) ?? '']
        },
      ),
    ),
    'Milliseconds by the clock for a text, median / p99, and MB of memory held at most:',
    table(
      ['', ...lengths.map(short), 'MB'],
      rowsOf(
        markup,
        ({ clock }) => `${ms(clock.median)} / ${ms(clock.p99)}`,
        (row) => [row.at(-1)?.memory.toFixed(0) ?? ''],
      ),
    ),
  ]).join('\n\n')
}
