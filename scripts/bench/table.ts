/** A table in Markdown, whose first column holds words and the others figures. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** A length as it is said: "1k", "1M". */
export const short = (words: number): string => (words < 1e6 ? `${words / 1e3}k` : `${words / 1e6}M`)

/** A figure with three digits that count, and a letter for its size. */
export function rounded(value: number): string {
  const [unit, letter] =
    value >= 999_500_000 ? [1e9, 'G'] : value >= 999_500 ? [1e6, 'M'] : value >= 1000 ? [1e3, 'k'] : [1, '']
  return `${Number((value / unit).toPrecision(3))}${letter}`
}

/** Milliseconds: one digit after the point where there are few. */
export const ms = (value: number): string => value.toFixed(value < 20 ? 1 : 0)
