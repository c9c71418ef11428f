/**
 * Fits check-worthiness on ClaimBuster (Arslan et al., ICWSM 2020, CC BY 4.0, credited in NOTICE): sentences of US presidential debates
 * that people marked as check-worthy or not.
 *
 *     npx tsx scripts/fit/claims.ts [folder with train.jsonl and dev.jsonl]
 *
 * A logistic regression over {@link worthFeatures}, with the step of AdaGrad. The threshold at which worth is 0.5 is the one that does best on
 * debates that were left out of the fit. Deterministic. Skips with a clear line where the data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figures } from '../../server/core/marks/figures.ts'
import { passage } from '../../server/core/marks/passage.ts'
import { HAND_SHARE, handWorth, isClaim } from '../../server/core/marks/worth.ts'
import { WORTH_BUCKETS, worthFeatures } from '../../server/core/marks/worthFeatures.ts'

import { levelled } from './levels.ts'

const STEP = 0.02
const EPOCHS = 4
const FOLDS = 4
const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/claimbuster')

/** One text: whether it is check-worthy, and for each claim in it its features and the odds that our own lists give. */
interface Row {
  readonly worthy: boolean
  readonly debate: string
  readonly claims: ReadonlyArray<{ readonly features: number[]; readonly hand: number }>
}

function rows(file: string): Row[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { text, label, file: debate } = JSON.parse(line)
      const p = passage(text, { start: 0, end: text.length, kind: 'paragraph', depth: 0 }, false)
      const all = figures([p])
      const claims = p.starts.slice(0, -1).flatMap((from, s) => {
        const range = { from, to: p.starts[s + 1] ?? from }
        if (range.to <= from || !isClaim(p, range)) return []
        const start = p.tokens[from]?.start ?? 0
        const end = p.tokens[range.to - 1]?.end ?? 0
        const own = all.filter((figure) => figure.start >= start && figure.start < end)
        const { odds, reasons } = handWorth(p, range, own)
        return [{ features: worthFeatures(p, range, own, reasons), hand: odds }]
      })
      return { worthy: label === 1, debate, claims }
    })
}

const scoreOf = (weights: ArrayLike<number>, features: readonly number[]): number => {
  let sum = 0
  for (const feature of features) sum += weights[feature] ?? 0
  return sum
}

function fit(train: readonly Row[]): Float64Array {
  const weights = new Float64Array(WORTH_BUCKETS)
  const squares = new Float64Array(WORTH_BUCKETS).fill(1e-6)
  const order = train.map((_, i) => i)
  let random = 7
  const next = () => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    return random / 2 ** 32
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      const swapped = order[i] ?? 0
      order[i] = order[j] ?? 0
      order[j] = swapped
    }
    for (const index of order) {
      const row = train[index]
      if (row === undefined || row.claims.length === 0) continue
      // a text of several claims is as check-worthy as its best
      const best = row.claims.reduce((a, b) => (scoreOf(weights, b.features) > scoreOf(weights, a.features) ? b : a))
      const slope = 1 / (1 + Math.exp(-scoreOf(weights, best.features))) - (row.worthy ? 1 : 0)
      for (const feature of best.features) {
        squares[feature] = (squares[feature] ?? 0) + slope * slope
        weights[feature] = (weights[feature] ?? 0) - (STEP * slope) / Math.sqrt(squares[feature] ?? 1)
      }
    }
  }
  return weights
}

const together = (weights: ArrayLike<number>, row: Row): number =>
  Math.max(-99, ...row.claims.map(({ features, hand }) => scoreOf(weights, features) + HAND_SHARE * hand))

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
const debates = [...new Set(train.map(({ debate }) => debate))].sort()
const held = Array.from({ length: FOLDS }, (_, fold) => {
  const out = new Set(debates.filter((_, i) => i % FOLDS === fold))
  const weights = fit(train.filter(({ debate }) => !out.has(debate)))
  return train
    .filter(({ debate }) => out.has(debate))
    .map((row) => ({ worthy: row.worthy, score: together(weights, row) }))
}).flat()
const { threshold } = judge(held)
const weights = fit(train)
const { step, levels, text } = levelled(weights)
const asShipped = Float64Array.from(levels, (level) => level * step)
const dev = rows('dev.jsonl').map((row) => ({ worthy: row.worthy, score: together(asShipped, row) }))
const reached = judge(dev, threshold)
console.log(
  `fitted on ClaimBuster, ${train.length} texts of ${debates.length} debates; left-out debates: F1 ${judge(held).f1.toFixed(1)}`,
)
console.log(`dev: F1 ${reached.f1.toFixed(1)} at worth 0.5, average precision ${reached.ap.toFixed(1)}`)
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/worth.ts'),
  `// Made by scripts/fit/claims.ts on ClaimBuster (CC BY 4.0): see NOTICE.\nexport const WORTH_STEP = ${step.toPrecision(6)}\nexport const WORTH_THRESHOLD = ${threshold.toPrecision(6)}\nexport const WORTH_WEIGHTS =\n  '${text}'\n`,
)
