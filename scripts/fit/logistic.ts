/** Rows of a sparse matrix of zeros and ones: the columns that hold a one. */
export type Sparse = ReadonlyArray<ArrayLike<number>>

const ROUNDS = 12
const STEPS_A_ROUND = 30

/**
 * A logistic regression with a quadratic penalty, by Newton's method with conjugate gradients (Lin, Weng and Keerthi, JMLR 2008, without its trust
 * region). Deterministic.
 *
 * @param rows the features of each row
 * @param sizes what a one in each row counts
 * @param scales what a one in each column counts
 * @param target for each row 1 or 0
 * @param cost of an error, beside a penalty of half the square of each weight
 * @returns a weight for each column, to be multiplied by its scale, and the intercept, which is not penalised
 */
export function fitLogistic(
  rows: Sparse,
  sizes: ArrayLike<number>,
  scales: Float64Array,
  target: ArrayLike<number>,
  cost: number,
): { weights: Float64Array; intercept: number } {
  const width = scales.length
  // the last element is the intercept
  const at = new Float64Array(width + 1)
  const times = (v: Float64Array): Float64Array =>
    Float64Array.from(rows, (row, i) => {
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += (v[row[k] as number] as number) * (scales[row[k] as number] as number)
      return sum * (sizes[i] as number) + (v[width] as number)
    })
  const back = (r: Float64Array): Float64Array => {
    const v = new Float64Array(width + 1)
    rows.forEach((row, i) => {
      const one = (r[i] as number) * (sizes[i] as number)
      for (let k = 0; k < row.length; k++) v[row[k] as number] = (v[row[k] as number] as number) + one
      v[width] = (v[width] as number) + (r[i] as number)
    })
    for (let f = 0; f < width; f++) v[f] = (v[f] as number) * (scales[f] as number)
    return v
  }
  const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0)
  const penalty = (v: Float64Array): number => 0.5 * (dot(v, v) - (v[width] as number) ** 2)
  const lossOf = (v: Float64Array): number =>
    penalty(v) +
    cost *
      times(v).reduce(
        (sum, z, i) => sum + Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z))) - z * (target[i] as number),
        0,
      )
  let loss = lossOf(at)
  for (let round = 0; round < ROUNDS; round++) {
    const chances = times(at).map((z) => 1 / (1 + Math.exp(-z)))
    const slope = back(chances.map((chance, i) => cost * (chance - (target[i] as number))))
    for (let f = 0; f < width; f++) slope[f] = (slope[f] as number) + (at[f] as number)
    const bend = chances.map((chance) => cost * chance * (1 - chance))
    const step = new Float64Array(width + 1)
    const rest = slope.map((x) => -x)
    const way = rest.slice()
    let size = dot(rest, rest)
    const enough = 0.01 * size
    for (let k = 0; k < STEPS_A_ROUND && size > enough; k++) {
      const along = times(way)
      const bent = back(along.map((x, i) => x * (bend[i] as number)))
      for (let f = 0; f < width; f++) bent[f] = (bent[f] as number) + (way[f] as number)
      const far = size / dot(way, bent)
      for (let f = 0; f <= width; f++) {
        step[f] = (step[f] as number) + far * (way[f] as number)
        rest[f] = (rest[f] as number) - far * (bent[f] as number)
      }
      const now = dot(rest, rest)
      for (let f = 0; f <= width; f++) way[f] = (rest[f] as number) + (now / size) * (way[f] as number)
      size = now
    }
    let share = 1
    let next = at.map((x, f) => x + (step[f] as number))
    let nextLoss = lossOf(next)
    while (nextLoss > loss && share > 1e-3) {
      share /= 2
      next = at.map((x, f) => x + share * (step[f] as number))
      nextLoss = lossOf(next)
    }
    const gain = loss - nextLoss
    if (gain <= 0) break
    at.set(next)
    loss = nextLoss
    if (gain < 1e-5 * loss) break
  }
  return { weights: at.slice(0, width), intercept: at[width] as number }
}
