/**
 * Fits the labeller of attributions on PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), over features that the project owns: function
 * words, its own lists, parts of speech, quotation marks, position, and the output of its rules. No word of the corpus is in the weights.
 *
 *     npx tsx scripts/fit/attributions.ts [folder with train.jsonl]
 *
 * A linear-chain conditional random field, fitted by AdaGrad on the likelihood. Deterministic. Skips with a clear line where the data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LABEL_BITS, labelFeatures, TEMPLATES } from '../../server/core/marks/attribution/features.ts'
import { scoresOf } from '../../server/core/marks/attribution/labeller.ts'
import {
  canFollow,
  LABELS,
  Label,
  labelsOf,
  STEP_CLASSES,
  stepClass,
} from '../../server/core/marks/attribution/labels.ts'
import { ruleLinks } from '../../server/core/marks/attribution/rules.ts'
import { type Passage, passage } from '../../server/core/marks/passage.ts'
import type { Span } from '../../server/core/text/span.ts'

import { levelled } from './levels.ts'

const STEP = 0.02
const EPOCHS = 5
const LEVELS = 48
const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/polnear')

interface Example {
  readonly features: Int32Array
  readonly gold: Uint8Array
  readonly steps: Uint8Array
}

/** The tokens of a passage that lie within spans of the corpus, as labels. */
function goldLabels(p: Passage, spans: ReadonlyArray<readonly [Label, readonly Span[]]>): Uint8Array {
  const labels = new Uint8Array(p.tokens.length)
  for (const [label, list] of spans)
    for (const span of list) {
      let begun = false
      p.tokens.forEach((token, i) => {
        if (token.start < span.start || token.end > span.end || labels[i] !== Label.None) return
        labels[i] = begun ? label + 1 : label
        begun = true
      })
    }
  return labels
}

function examples(file: string): Example[] {
  const found: Example[] = []
  for (const line of readFileSync(join(data, file), 'utf8').split('\n')) {
    if (line === '') continue
    const { text, attributions } = JSON.parse(line)
    const parts = (role: string): Span[] => attributions.flatMap((one: Record<string, Span[]>) => one[role] ?? [])
    const all = [
      [Label.Cue, parts('cue')],
      [Label.Source, parts('source')],
      [Label.Content, parts('content')],
    ] as const
    let start = 0
    let open = false
    for (const words of text.split('\n')) {
      const block = { start, end: start + words.length, kind: 'paragraph' as const, depth: 0 }
      start = block.end + 1
      if (words.trim() === '') continue
      const p = passage(text, block, open)
      open = p.quotes.at(-1)?.closed === false
      if (p.tokens.length === 0) continue
      const own = all.map(
        ([label, spans]) => [label, spans.filter((s) => s.start < block.end && s.end > block.start)] as const,
      )
      found.push({
        features: labelFeatures(p, labelsOf(p, ruleLinks(p))),
        gold: goldLabels(p, own),
        steps: Uint8Array.from(p.tokens, (_, i) => stepClass(p, i)),
      })
    }
  }
  return found
}

const weights = new Float64Array(2 ** LABEL_BITS * LABELS)
const squares = new Float64Array(weights.length).fill(1e-3)
const steps = new Float64Array(STEP_CLASSES * LABELS * LABELS)
const stepSquares = new Float64Array(steps.length).fill(1e-3)
/** Gradients smaller than this change nothing that one byte could hold. */
const SMALL = 1e-4

function move(table: Float64Array, sums: Float64Array, at: number, slope: number): void {
  const sum = (sums[at] ?? 0) + slope * slope
  sums[at] = sum
  table[at] = (table[at] ?? 0) - (STEP * slope) / Math.sqrt(sum)
}

function logSum(values: Float64Array, count: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < count; i++) most = Math.max(most, values[i] ?? 0)
  let sum = 0
  for (let i = 0; i < count; i++) sum += Math.exp((values[i] ?? 0) - most)
  return most + Math.log(sum)
}

/** One step on the likelihood of one paragraph, by forward and backward sums. */
function learn({ features, gold, steps: classes }: Example): void {
  const n = gold.length
  const scores = scoresOf(features, n, weights)
  const forward = new Float64Array(n * LABELS)
  const backward = new Float64Array(n * LABELS)
  const terms = new Float64Array(LABELS)
  const edge = (i: number, before: number, label: number) =>
    (classes[i] ?? 0) * LABELS * LABELS + before * LABELS + label
  for (let i = 0; i < n; i++)
    for (let label = 0; label < LABELS; label++) {
      const own = scores[i * LABELS + label] ?? 0
      if (i === 0) {
        forward[label] = canFollow(0, label) ? own : -1e9
        continue
      }
      let count = 0
      for (let before = 0; before < LABELS; before++)
        if (canFollow(before, label))
          terms[count++] = (forward[(i - 1) * LABELS + before] ?? 0) + (steps[edge(i, before, label)] ?? 0)
      forward[i * LABELS + label] = logSum(terms, count) + own
    }
  for (let i = n - 2; i >= 0; i--)
    for (let before = 0; before < LABELS; before++) {
      let count = 0
      for (let label = 0; label < LABELS; label++)
        if (canFollow(before, label))
          terms[count++] =
            (backward[(i + 1) * LABELS + label] ?? 0) +
            (steps[edge(i + 1, before, label)] ?? 0) +
            (scores[(i + 1) * LABELS + label] ?? 0)
      backward[i * LABELS + before] = logSum(terms, count)
    }
  for (let label = 0; label < LABELS; label++) terms[label] = forward[(n - 1) * LABELS + label] ?? 0
  const whole = logSum(terms, LABELS)
  for (let i = 0; i < n; i++) {
    for (let label = 0; label < LABELS; label++) {
      const at = i * LABELS + label
      const slope = Math.exp((forward[at] ?? 0) + (backward[at] ?? 0) - whole) - (gold[i] === label ? 1 : 0)
      if (Math.abs(slope) < SMALL) continue
      for (let f = i * TEMPLATES; f < (i + 1) * TEMPLATES; f++)
        move(weights, squares, (features[f] ?? 0) * LABELS + label, slope)
    }
    if (i === 0) continue
    for (let before = 0; before < LABELS; before++)
      for (let label = 0; label < LABELS; label++) {
        if (!canFollow(before, label)) continue
        const at = edge(i, before, label)
        const likely =
          (forward[(i - 1) * LABELS + before] ?? 0) +
          (steps[at] ?? 0) +
          (scores[i * LABELS + label] ?? 0) +
          (backward[i * LABELS + label] ?? 0)
        const slope = Math.exp(likely - whole) - (gold[i - 1] === before && gold[i] === label ? 1 : 0)
        if (Math.abs(slope) >= SMALL) move(steps, stepSquares, at, slope)
      }
  }
}

if (!existsSync(join(data, 'train.jsonl'))) {
  console.log(`Skipped attributions: no train.jsonl in ${data}. The weights that are there stay.`)
  process.exit(0)
}
const train = examples('train.jsonl')
let random = 3
for (let epoch = 0; epoch < EPOCHS; epoch++) {
  for (let i = train.length - 1; i > 0; i--) {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    const j = Math.floor((random / 2 ** 32) * (i + 1))
    const swapped = train[i] as Example
    train[i] = train[j] as Example
    train[j] = swapped
  }
  for (const example of train) learn(example)
}
const { step, levels, text } = levelled(weights, LEVELS)
console.log(
  `fitted on PolNeAR train, ${train.length} paragraphs; ${levels.filter((level) => level !== 0).length} weights that are not 0`,
)
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/attributions.ts'),
  `// Made by scripts/fit/attributions.ts on PolNeAR 1.0, over features of our own: see NOTICE.\nexport const ATTRIBUTION_STEP = ${step.toPrecision(6)}\nexport const ATTRIBUTION_STEPS: readonly number[] = [${Array.from(steps, (value) => Number(value.toFixed(3))).join(', ')}]\nexport const ATTRIBUTION_WEIGHTS =\n  '${text}'\n`,
)
