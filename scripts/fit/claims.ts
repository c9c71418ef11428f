/**
 * Fits check-worthiness on ClaimBuster (Arslan et al., ICWSM 2020, CC BY 4.0, credited in NOTICE): sentences of US presidential debates
 * that people marked as check-worthy or not.
 *
 *     npx tsx scripts/fit/claims.ts [folder with train.jsonl and dev.jsonl]
 *
 * A logistic regression over {@link worthFeatures}, each scaled by how unlike its counts are in the two classes (Wang and Manning, ACL 2012). The
 * threshold at which worth is 0.5 is the one that does best on debates that were left out of the fit. Deterministic. Skips with a clear line where the
 * data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packSparse } from '../../server/core/english/fitted/sparse.ts'
import { figures } from '../../server/core/marks/figures.ts'
import { passage } from '../../server/core/marks/passage.ts'
import { handWorth, isClaim } from '../../server/core/marks/worth.ts'
import { WORTH_BUCKETS, worthFeatures } from '../../server/core/marks/worthFeatures.ts'

import { levelled } from './levels.ts'
import { fitLogistic } from './logistic.ts'

/** What an error costs, beside the penalty for large weights. */
const COST = 0.03
/** Added to each count before classes are compared. */
const PRIOR = 1
/** What keeps a feature that is as common in both classes from being left out. */
const LEAST_SCALE = 0.5
/** Features that fewer texts have are left out. */
const FEWEST = 8
/** The usual root of the number of features of a sentence, so that the cost means the same whatever their number. */
const USUAL = 11
const FOLDS = 5
const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/claimbuster')

/** One text: whether it is check-worthy, and the features of each claim in it. */
interface Row {
  readonly worthy: boolean
  readonly year: string
  readonly claims: readonly number[][]
}

function rows(file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, label, file } = JSON.parse(line)
      const p = passage(text, { start: 0, end: text.length, kind: 'paragraph', depth: 0 }, false)
      const all = figures([p])
      const claims = p.starts.slice(0, -1).flatMap((from, s) => {
        const range = { from, to: p.starts[s + 1] ?? from }
        if (range.to <= from || !isClaim(p, range)) return []
        const start = p.tokens[from]?.start ?? 0
        const end = p.tokens[range.to - 1]?.end ?? 0
        const own = all.filter((figure) => figure.start >= start && figure.start < end)
        return [worthFeatures(p, range, own, handWorth(p, range, own))]
      })
      return { worthy: label === 1, year: file.slice(0, 4), claims }
    })
}

const scoreOf = (weights: ArrayLike<number>, features: readonly number[]): number => {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum / Math.sqrt(features.length)
}

/** A text of several claims is as check-worthy as its best. */
const worthiest = (weights: ArrayLike<number>, { claims }: Row): readonly number[] | undefined =>
  claims.length < 2 ? claims[0] : claims.reduce((a, b) => (scoreOf(weights, b) > scoreOf(weights, a) ? b : a))

const together = (weights: ArrayLike<number>, row: Row): number =>
  row.claims.length === 0 ? -99 : scoreOf(weights, worthiest(weights, row) ?? [])

function fitted(train: readonly Row[]): Float64Array {
  const texts = train.filter(({ claims }) => claims.length > 0)
  const target = texts.map(({ worthy }) => (worthy ? 1 : 0))
  let weights = new Float64Array(WORTH_BUCKETS)
  // which claim of a text is its best is known only when there are weights
  const rounds = texts.some(({ claims }) => claims.length > 1) ? 2 : 1
  for (let round = 0; round < rounds; round++) {
    const features = texts.map((row) => worthiest(weights, row) ?? [])
    const sizes = features.map(({ length }) => USUAL / Math.sqrt(length))
    const scales = scalesOf(features, sizes, target)
    const model = fitLogistic(features, sizes, scales, target, COST)
    // the intercept is in the threshold
    weights = model.weights.map((weight, f) => weight * (scales[f] ?? 0) * USUAL)
  }
  return weights
}

/** How much each feature counts: by the logarithm of the ratio of its shares in the two classes. */
function scalesOf(features: ReadonlyArray<readonly number[]>, sizes: readonly number[], target: readonly number[]) {
  const texts = new Float64Array(WORTH_BUCKETS)
  const counts = [new Float64Array(WORTH_BUCKETS).fill(PRIOR), new Float64Array(WORTH_BUCKETS).fill(PRIOR)] as const
  features.forEach((row, i) => {
    const count = counts[target[i] === 1 ? 1 : 0]
    for (const f of row) {
      texts[f] = (texts[f] ?? 0) + 1
      count[f] = (count[f] ?? 0) + (sizes[i] ?? 0)
    }
  })
  const total = (count: Float64Array) => count.reduce((sum, x, f) => ((texts[f] ?? 0) < FEWEST ? sum : sum + x), 0)
  const offset = Math.log(total(counts[1]) / total(counts[0]))
  return texts.map((n, f) =>
    n < FEWEST ? 0 : Math.hypot(Math.log((counts[1][f] ?? 1) / (counts[0][f] ?? 1)) - offset, LEAST_SCALE),
  )
}

/** The average precision, and the best F1 with the score that it is reached at. */
function judge(scored: ReadonlyArray<{ worthy: boolean; score: number }>, at?: number) {
  const sorted = [...scored].sort((a, b) => b.score - a.score)
  const worthy = sorted.filter((row) => row.worthy).length
  let seen = 0
  let sum = 0
  let best = 0
  let threshold = 0
  sorted.forEach((row, i) => {
    if (row.worthy) sum += ++seen / (i + 1)
    const f1 = (2 * seen) / (i + 1 + worthy)
    if (at === undefined ? f1 > best : row.score >= at) {
      best = f1
      threshold = row.score
    }
  })
  return { ap: (100 * sum) / worthy, f1: 100 * best, threshold }
}

if (!existsSync(join(data, 'train.jsonl'))) {
  console.log(`Skipped check-worthiness: no train.jsonl in ${data}. The weights that are there stay.`)
  process.exit(0)
}
const train = rows('train.jsonl')
// debates of one year share their speakers and what they talk of
const years = [...new Set(train.map(({ year }) => year))].sort()
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(years.filter((_, i) => i % FOLDS === fold))
  const weights = fitted(train.filter(({ year }) => !out.has(year)))
  return train.filter(({ year }) => out.has(year)).map((row) => ({ worthy: row.worthy, score: together(weights, row) }))
}).flat()
const left = judge(held)
const weights = fitted(train)
const { step, levels } = levelled(weights)
const asShipped = Float64Array.from(levels, (level) => level * step)
const dev = rows('dev.jsonl').map((row) => ({ worthy: row.worthy, score: together(asShipped, row) }))
const reached = judge(dev, left.threshold)
console.log(
  `fitted on ClaimBuster, ${train.length} texts of the debates of ${years.join(', ')}; years left out: F1 ${left.f1.toFixed(2)}, average precision ${left.ap.toFixed(2)}`,
)
console.log(`dev: F1 ${reached.f1.toFixed(1)} at worth 0.5, average precision ${reached.ap.toFixed(1)}`)
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/worth.ts'),
  `// Made by scripts/fit/claims.ts on ClaimBuster (CC BY 4.0): see NOTICE.\nexport const WORTH_STEP = ${step.toPrecision(6)}\nexport const WORTH_THRESHOLD = ${left.threshold.toPrecision(6)}\nexport const WORTH_WEIGHTS =\n  '${packSparse(levels)}'\n`,
)
