/** One figure of the table. */
export interface Row {
  readonly id: string
  /** What was scored, as a reader of the table knows it. */
  readonly set: string
  readonly measure: string
  readonly value: number
  /** Digits after the point. */
  readonly digits: number
  /** Which way is better; nothing where the figure is only told, since it depends on the machine. */
  readonly better?: 'more' | 'less'
}

/** What was measured, and a sentence for each set that is not there. */
export interface Measured {
  readonly rows: readonly Row[]
  readonly missing: readonly string[]
}

/** Figures that are committed, by the id of their row. */
export interface Committed {
  /** Day of the measurement, as YYYY-MM-DD. */
  readonly date: string
  readonly figures: Readonly<Record<string, number>>
}

/** The text of a figure, with as many digits as it carries. */
export const shown = ({ value, digits }: Row): string => value.toFixed(digits)

/** How a figure differs from the committed one: "", "new", "+0.3", or "-0.3 worse". Figures of the machine have none. */
export function difference(row: Row, committed: Committed | undefined): string {
  const before = committed?.figures[row.id]
  if (before === undefined) return committed === undefined || row.better === undefined ? '' : 'new'
  const change = Number(shown(row)) - before
  if (Math.abs(change) < 0.5 * 10 ** -row.digits) return ''
  const worse = row.better !== undefined && change > 0 !== (row.better === 'more')
  return `${change > 0 ? '+' : ''}${change.toFixed(row.digits)}${worse ? ' worse' : ''}`
}

/** The table as it is printed, with what changed since the committed one in the last column. */
export function printTable(rows: readonly Row[], committed: Committed | undefined): string {
  const cells = rows.map((row) => [row.set, row.measure, shown(row), difference(row, committed)] as const)
  const width = (column: 0 | 1 | 2) => Math.max(...cells.map((cell) => cell[column].length))
  const [first, second, third] = [width(0), width(1), width(2)]
  return cells
    .map(([set, measure, value, change], i) => {
      const name = cells[i - 1]?.[0] === set ? '' : set
      return `${name.padEnd(first)}  ${measure.padEnd(second)}  ${value.padStart(third)}  ${change}`.trimEnd()
    })
    .join('\n')
}

/** The table in Markdown, without what depends on the machine. */
export function markdownTable(rows: readonly Row[]): string {
  const kept = rows.filter(({ better }) => better !== undefined)
  const lines = kept.map(
    (row, i) => `| ${kept[i - 1]?.set === row.set ? '' : row.set} | ${row.measure} | ${shown(row)} |`,
  )
  return ['| set | measure | figure |', '| --- | --- | ---: |', ...lines].join('\n')
}

/** Figures to be committed: those of this run, and of sets that were missing in it the ones from before. */
export function toCommit(rows: readonly Row[], committed: Committed | undefined, date: string): Committed {
  const figures = Object.fromEntries(
    rows.filter(({ better }) => better !== undefined).map((row) => [row.id, Number(shown(row))]),
  )
  return { date, figures: { ...committed?.figures, ...figures } }
}
