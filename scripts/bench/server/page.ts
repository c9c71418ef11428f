import type { Spread } from '../spread.ts'
import { ms, short, table } from '../table.ts'
import type { Markup } from '../text.ts'
import type { Editing } from './keys.ts'
import type { ServerFigures } from './measure.ts'
import type { Size, Start } from './start.ts'

const KINDS: Readonly<Record<Markup, string>> = { plain: 'plain', markdown: 'Markdown' }
const EDITS: Readonly<Record<Editing['name'], string>> = {
  middle: 'a key in the middle',
  start: 'a key at the start',
  paste: '1,000 words pasted in the middle',
  fence: 'a fence of code taken out or put back',
}
const NAMES = Object.keys(EDITS) as Editing['name'][]

const both = ({ median, p99 }: Spread): string => `${ms(median)} / ${ms(p99)}`

/** How many times as long the median of an edit takes in 100k words as in 1k; nothing where one was not measured. */
export function growthOf(row: readonly Editing[]): number | undefined {
  const [from, to] = [1_000, 100_000].map((words) => row.find((one) => one.words === words)?.clock.median)
  return from === undefined || to === undefined ? undefined : to / from
}

/** Tables of what edits take: by the clock, and of processor time. */
export function editingTables({ editings, empty }: ServerFigures): string {
  const lengths = [...new Set(editings.map(({ words }) => words))].sort((a, b) => a - b)
  const rows: [string, Editing[]][] = (['plain', 'markdown'] as const).flatMap((markup) =>
    NAMES.map((name): [string, Editing[]] => [
      `${EDITS[name]}, ${KINDS[markup]}`,
      editings.filter((one) => one.name === name && one.markup === markup),
    ]).filter(([, row]) => row.length > 0),
  )
  const cells = (row: readonly Editing[], cell: (one: Editing) => string): string[] =>
    lengths.map((words) => row.filter((one) => one.words === words).map(cell)[0] ?? '')
  const clock = [...rows, ['a key in the middle, in a server that reads nothing', empty] as const].map(
    ([what, row]) => [what, ...cells(row, (one) => both(one.clock)), growthOf(row)?.toFixed(2) ?? ''],
  )
  const cpu = rows.map(([what, row]) => [
    what,
    ...cells(row, (one) => `${one.core ? `${both(one.core)} · ` : ''}${ms(one.cpu)}`),
  ])
  return [
    'Milliseconds by the clock from an edit to its findings, median / p99, by the length of the draft in words; growth of the median from 1k to 100k:',
    table(['', ...lengths.map(short), 'growth'], clock),
    'Milliseconds of processor time for an edit: in the core alone, median / p99 · in the server with all that belongs to it, mean of all edits, those too that put the draft back:',
    table(['', ...lengths.map(short)], cpu),
  ].join('\n\n')
}

/** A table of what opening a draft takes. */
export function openingTable({ openings, long }: ServerFigures): string {
  const rows = openings.map(({ markup, length, first, whole, blocked, waited }) => [
    `${Number.isNaN(Number(length)) ? length : `${short(Number(length))} words`}, ${KINDS[markup]}`,
    ...[first, whole, blocked, waited].map(ms),
  ])
  const typed =
    long === undefined
      ? ''
      : `\n\nA key in the middle of the draft of 10 MB takes ${both(long.clock)} ms (median / p99).`
  return `${table(['', 'first findings', 'all findings', 'longest block', 'longest wait'], rows)}${typed}`
}

/** A table of what the server holds, and how much more after edits. */
export function memoryTable({ helds, heldWords }: ServerFigures): string {
  const rows = helds.map(({ markup, edits, rss, heap }) => [
    `${KINDS[markup]}, after ${edits.toLocaleString('en')} edits`,
    rss.toFixed(0),
    heap.toFixed(1),
  ])
  return `MB, with a draft of ${short(heldWords)} words:\n\n${table(['', 'process', 'heap in use'], rows)}`
}

/** Tables of what is started and what is shipped. */
export function startTables(starts: readonly Start[], sizes: readonly Size[]): string {
  const kb = (bytes: number): string => (bytes / 1000).toFixed(0)
  return [
    'Milliseconds by the clock, median / slowest:',
    table(
      ['', 'ms'],
      starts.map(({ what, clock }) => [what, both(clock)]),
    ),
    'Kilobytes of what is shipped:',
    table(
      ['', 'kB', 'gzipped'],
      sizes.map(({ name, bytes, packed }) => [`\`${name}\``, kb(bytes), kb(packed)]),
    ),
  ].join('\n\n')
}
