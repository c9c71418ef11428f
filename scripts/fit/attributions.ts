/**
 * Fits the two labellers of attributions on PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018), over features that the project owns: function
 * words, its own lists, parts of speech, quotation marks, position, and the output of its rules. No word of the corpus is in the weights.
 *
 *     npx tsx scripts/fit/attributions.ts [folder with train.jsonl]
 *
 * The second labeller learns from what the first makes of articles that it was not fitted on, a third of them at a time, as it will meet them.
 * Deterministic. Skips with a clear line where the data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Atoms, atomsOf, newAtoms } from '../../server/core/marks/attribution/atoms.ts'
import { chainOf, type Model } from '../../server/core/marks/attribution/chain.ts'
import { levelled as inLevels, windowOf } from '../../server/core/marks/attribution/cueView.ts'
import { candidatesIn, cueSequence, label, passageSequence } from '../../server/core/marks/attribution/labeller.ts'
import { Label, outermost, partLabels } from '../../server/core/marks/attribution/labels.ts'
import type { Link } from '../../server/core/marks/attribution/link.ts'
import { roomFor } from '../../server/core/marks/attribution/room.ts'
import { ruleLinks } from '../../server/core/marks/attribution/rules.ts'
import { type Passage, passage, type Range } from '../../server/core/marks/passage.ts'
import type { Span } from '../../server/core/text/span.ts'
import { type Example, fitChain } from './chains.ts'
import { levelled } from './levels.ts'

const FOLDS = 3
const EPOCHS = 8
const CUE_EPOCHS = 6
const LEVELS = 64
const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/polnear')

/** The parts of one attribution as ranges of a passage's tokens. */
type Parts = Readonly<Record<Role, readonly Range[]>>
type Role = 'cue' | 'source' | 'content'
/** Where two parts share a token, the first named has it. */
const ROLES: ReadonlyArray<readonly [Role, Label]> = [
  ['cue', Label.Cue],
  ['source', Label.Source],
  ['content', Label.Content],
]

interface Paragraph {
  readonly fold: number
  readonly p: Passage
  readonly atoms: Atoms
  readonly outer: readonly Link[]
  readonly gold: readonly Parts[]
  readonly example: Example
}

/** The tokens of a passage that lie within a span of the corpus. */
function tokensIn(p: Passage, span: Span): Range | undefined {
  let from = -1
  let to = -1
  p.tokens.forEach(({ start, end }, i) => {
    if (start < span.start || end > span.end) return
    if (from < 0) from = i
    to = i + 1
  })
  return from < 0 ? undefined : { from, to }
}

/** Labels of the tokens of a window. */
function goldLabels(attributions: readonly Parts[], { from, to }: Range): Uint8Array {
  const labels = new Uint8Array(to - from)
  for (const [role, first] of ROLES)
    for (const parts of attributions)
      for (const range of parts[role]) {
        let begun = false
        for (let i = Math.max(from, range.from); i < Math.min(to, range.to); i++) {
          if (labels[i - from] !== Label.None) continue
          labels[i - from] = begun ? first + 1 : first
          begun = true
        }
      }
  return labels
}

function paragraphs(file: string): Paragraph[] {
  const found: Paragraph[] = []
  readFileSync(join(data, file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .forEach((line, article) => {
      const { text, attributions } = JSON.parse(line) as { text: string; attributions: Array<Record<Role, Span[]>> }
      let start = 0
      let open = false
      for (const words of text.split('\n')) {
        const block = { start, end: start + words.length, kind: 'paragraph' as const, depth: 0 }
        start = block.end + 1
        if (words.trim() === '') continue
        const p = passage(text, block, open)
        open = p.quotes.at(-1)?.closed === false
        if (p.tokens.length === 0) continue
        const partsOf = (spans: readonly Span[]): Range[] =>
          spans.flatMap((span) => (span.start < block.end && span.end > block.start ? (tokensIn(p, span) ?? []) : []))
        const gold = attributions
          .map((one) => ({ cue: partsOf(one.cue), source: partsOf(one.source), content: partsOf(one.content) }))
          .filter(({ cue, source, content }) => cue.length + source.length + content.length > 0)
        const atoms = atomsOf(p, newAtoms(p.tokens.length))
        const outer = outermost(p, ruleLinks(p))
        found.push({
          fold: article % FOLDS,
          p,
          atoms,
          outer,
          gold,
          example: {
            ...passageSequence(p, atoms, partLabels(p, outer)),
            gold: goldLabels(gold, { from: 0, to: p.tokens.length }),
          },
        })
      }
    })
  return found
}

/** One example for each candidate for a cue: the attribution whose cue it shares a token with, or nothing. */
function cueExamples({ p, atoms, outer, gold, example }: Paragraph, model: Model): Example[] {
  const labelled = inLevels(label(example, chainOf(model), roomFor(p.tokens.length, 0)))
  const candidates = candidatesIn(labelled, outer)
  const begins = new Uint8Array(p.tokens.length)
  for (const { from } of candidates) begins[from] = 1
  return candidates.map((candidate) => {
    const shared = ({ cue }: Parts): number =>
      cue.reduce(
        (sum, { from, to }) => sum + Math.max(0, Math.min(to, candidate.to) - Math.max(from, candidate.from)),
        0,
      )
    const own = gold.filter((parts) => shared(parts) > 0).sort((a, b) => shared(b) - shared(a))[0]
    const window = windowOf(p, labelled.levels, candidate, begins)
    return {
      ...cueSequence(p, atoms, labelled, candidate, begins, window),
      gold: goldLabels(own ? [own] : [], window),
    }
  })
}

if (!existsSync(join(data, 'train.jsonl'))) {
  console.log(`Skipped attributions: no train.jsonl in ${data}. The weights that are there stay.`)
  process.exit(0)
}
const train = paragraphs('train.jsonl')
const cueTrain = Array.from({ length: FOLDS }, (_, fold) => {
  const model = fitChain(
    train.filter((one) => one.fold !== fold).map(({ example }) => example),
    EPOCHS,
  )
  return train.filter((one) => one.fold === fold).flatMap((one) => cueExamples(one, model))
}).flat()
const labels = fitChain(
  train.map(({ example }) => example),
  EPOCHS,
)
const cues = fitChain(cueTrain, CUE_EPOCHS)
console.log(`fitted on PolNeAR train, ${train.length} paragraphs, ${cueTrain.length} candidates for a cue`)

function written(name: string, { weights, steps }: Model): string {
  const { step, text } = levelled(Float64Array.from(weights), LEVELS)
  const rounded = Array.from(steps, (value) => Number(value.toFixed(3)))
  return `export const ${name}_STEP = ${step.toPrecision(6)}\nexport const ${name}_STEPS: readonly number[] = [${rounded.join(', ')}]\nexport const ${name}_WEIGHTS =\n  '${text}'\n`
}
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/attributions.ts'),
  `// Made by scripts/fit/attributions.ts on PolNeAR 1.0, over features of our own: see NOTICE.\n${written('LABEL', labels)}${written('CUE', cues)}`,
)
