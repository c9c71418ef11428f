/**
 * Fits check-worthiness on ClaimBuster (Arslan et al., ICWSM 2020, CC BY 4.0, credited in NOTICE): sentences of US presidential debates
 * that people marked as check-worthy or not.
 *
 *     npx tsx scripts/fit/claims.ts [folder with train.jsonl and dev.jsonl]
 *
 * Two logistic regressions over {@link worthFeatures}, of whether a sentence states a fact, and of whether a fact is worth checking; people marked both.
 * Features are scaled by how unlike their counts are in the two classes (Wang and Manning, ACL 2012). The threshold at which worth is 0.5 is the one that does best on debates that were left out of the fit. Deterministic. Skips with a clear line where the
 * data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packSparse } from '../../server/core/english/fitted/sparse.ts'
import { figures } from '../../server/core/marks/figures.ts'
import { passage } from '../../server/core/marks/passage.ts'
import { handWorth, isClaim, oddsOfBoth } from '../../server/core/marks/worth.ts'
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

/** One text: how people marked it, and the features of each claim in it. */
interface Row {
  readonly worthy: boolean
  readonly factual: boolean
  readonly year: string
  readonly claims: readonly number[][]
}

function rows(file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, label3, file } = JSON.parse(line)
      const p = passage(text, { start: 0, end: text.length, kind: 'paragraph', depth: 0 }, false)
      const all = figures(p)
      const claims = p.starts.slice(0, -1).flatMap((from, s) => {
        const range = { from, to: p.starts[s + 1] ?? from }
        if (range.to <= from || !isClaim(p, range)) return []
        const start = p.tokens[from]?.start ?? 0
        const end = p.tokens[range.to - 1]?.end ?? 0
        const own = all.filter((figure) => figure.start >= start && figure.start < end)
        return [Array.from(worthFeatures(p, range, own, handWorth(p, range, own)))]
      })
      return { worthy: label3 === 'CFS', factual: label3 !== 'NFS', year: file.slice(0, 4), claims }
    })
}

/** The two halves of the model: whether a claim states a fact, and whether a fact is worth checking. */
interface Model {
  readonly factual: Half
  readonly important: Half
}
interface Half {
  readonly weights: ArrayLike<number>
  readonly intercept: number
}

const NO_MODEL: Model = {
  factual: { weights: [], intercept: 0 },
  important: { weights: [], intercept: 0 },
}

function oddsOf({ weights, intercept }: Half, features: readonly number[]): number {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum / Math.sqrt(features.length) + intercept
}

const scoreOf = ({ factual, important }: Model, features: readonly number[]): number =>
  oddsOfBoth(oddsOf(factual, features), oddsOf(important, features))

/** A text of several claims is as check-worthy as its best. */
const worthiest = (model: Model, { claims }: Row): readonly number[] =>
  claims.reduce((a, b) => (scoreOf(model, b) > scoreOf(model, a) ? b : a))

const together = (model: Model, row: Row): number =>
  row.claims.length === 0 ? -99 : scoreOf(model, worthiest(model, row))

function fitted(train: readonly Row[]): Model {
  const texts = train.filter(({ claims }) => claims.length > 0)
  let model = NO_MODEL
  // which claim of a text is its best is known only when there is a model
  const rounds = texts.some(({ claims }) => claims.length > 1) ? 2 : 1
  for (let round = 0; round < rounds; round++) {
    const best = texts.map((row) => ({ row, features: worthiest(model, row) }))
    const facts = best.filter(({ row }) => row.factual)
    model = {
      factual: half(
        best.map(({ features }) => features),
        best.map(({ row }) => row.factual),
      ),
      important: half(
        facts.map(({ features }) => features),
        facts.map(({ row }) => row.worthy),
      ),
    }
  }
  return model
}

function half(features: ReadonlyArray<readonly number[]>, isSo: readonly boolean[]): Half {
  const target = isSo.map(Number)
  const sizes = features.map(({ length }) => USUAL / Math.sqrt(length))
  const scales = scalesOf(features, sizes, target)
  const { weights, intercept } = fitLogistic(features, sizes, scales, target, COST)
  return { weights: weights.map((weight, f) => weight * (scales[f] ?? 0) * USUAL), intercept }
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
  const model = fitted(train.filter(({ year }) => !out.has(year)))
  return train.filter(({ year }) => out.has(year)).map((row) => ({ worthy: row.worthy, score: together(model, row) }))
}).flat()
const left = judge(held)
const { factual, important } = fitted(train)
const shipped = [
  ['FACTUAL', factual],
  ['IMPORTANT', important],
] as const
const written = shipped.map(([name, { weights, intercept }]) => {
  const { step, levels } = levelled(Float64Array.from(weights))
  return {
    half: { weights: Float64Array.from(levels, (level) => level * step), intercept },
    text: `export const ${name} = {\n  step: ${step.toPrecision(6)},\n  intercept: ${intercept.toPrecision(6)},\n  weights:\n    '${packSparse(levels)}',\n}\n`,
  }
})
const model = { factual: written[0]?.half ?? factual, important: written[1]?.half ?? important }
const dev = rows('dev.jsonl').map((row) => ({ worthy: row.worthy, score: together(model, row) }))
const reached = judge(dev, left.threshold)
console.log(
  `fitted on ClaimBuster, ${train.length} texts of the debates of ${years.join(', ')}; years left out: F1 ${left.f1.toFixed(2)}, average precision ${left.ap.toFixed(2)}`,
)
console.log(`dev: F1 ${reached.f1.toFixed(1)} at worth 0.5, average precision ${reached.ap.toFixed(1)}`)
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/worth.ts'),
  `// Made by scripts/fit/claims.ts on ClaimBuster (CC BY 4.0): see NOTICE.\nexport const WORTH_THRESHOLD = ${left.threshold.toPrecision(6)}\n${written.map(({ text }) => text).join('')}`,
)
