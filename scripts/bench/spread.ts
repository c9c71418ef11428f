/** The middle of some measurements, and what all but one in a hundred of them stay under. With fewer than a hundred that is the largest. */
export interface Spread {
  readonly median: number
  readonly p99: number
}

/** The spread of measurements; not a number where there are none. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  const median = sorted.length % 2 === 1 ? upper : (upper + (sorted[(sorted.length >> 1) - 1] ?? upper)) / 2
  return { median, p99: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN }
}

export const medianOf = (values: readonly number[]): number => spreadOf(values).median
