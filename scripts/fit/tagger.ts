/**
 * Fits the part-of-speech tagger on Universal Dependencies English EWT (CC BY-SA 4.0, credited in NOTICE).
 *
 *     npx tsx scripts/fit/tagger.ts [folder with train.tsv and dev.tsv]
 *
 * Deterministic: same data, same weights. Skips with a clear line where the data is missing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUCKETS, tagFeatures } from '../../server/core/english/tagFeatures.ts'
import { decide } from '../../server/core/english/tagger.ts'
import { TAGS } from '../../server/core/english/tags.ts'
import { type Token, tokenize } from '../../server/core/english/tokens.ts'

import { levelled } from './levels.ts'

const EPOCHS = 6
const data = process.argv[2] ?? join(import.meta.dirname, '../../../shared/data/ewt')
const FOLD: Readonly<Record<string, string>> = {
  FW: 'NN',
  GW: 'NN',
  ADD: 'NN',
  AFX: 'JJ',
  HYPH: ':',
  LS: 'CD',
  NFP: '.',
  SYM: 'NN',
  XX: 'NN',
  RBS: 'JJS',
  WP$: 'WDT',
  '``': '"',
  "''": '"',
  '-LRB-': ':',
  '-RRB-': ':',
  NNPS: 'NNPS',
}
const INDEX = new Map<string, number>(TAGS.map((tag, i) => [tag, i]))

interface Example {
  readonly tokens: Token[]
  readonly gold: number[]
}

/** Sentences of the corpus, cut by our own tokeniser; a token of ours takes the tag of the last corpus token inside it. */
function examples(file: string): Example[] {
  return readFileSync(join(data, file), 'utf8')
    .split('\n\n')
    .flatMap((chunk) => {
      let text = ''
      const ends: Array<[number, string]> = []
      for (const line of chunk.split('\n')) {
        if (!line || line.startsWith('# ')) continue
        const [form = '', tag = '', , , space = '1'] = line.split('\t')
        // the corpus keeps no space before a clitic as a multi-word token, which the columns do not show
        if (/^(?:['’](?:s|re|ve|ll|d|m)?|n['’]t)$/i.test(form) && text.endsWith(' ')) {
          text = text.slice(0, -1)
          const previous = ends.at(-1)
          if (previous) previous[0] = text.length
        }
        text += form
        ends.push([text.length, FOLD[tag] ?? tag])
        if (space === '1') text += ' '
      }
      if (text === '') return []
      const tokens = tokenize(text, 0, text.length)
      let at = 0
      const gold = tokens.map((token) => {
        while (at + 1 < ends.length && (ends[at] as [number, string])[0] < token.end) at++
        return INDEX.get((ends[at] as [number, string])[1]) ?? 0
      })
      return [{ tokens, gold }]
    })
}

if (!existsSync(join(data, 'train.tsv'))) {
  console.log(`Skipped the tagger: no train.tsv in ${data}. The weights that are there stay.`)
  process.exit(0)
}
const train = examples('train.tsv')
const dev = examples('dev.tsv')
const width: number = TAGS.length
const table = new Float64Array(BUCKETS * width)
const total = new Float64Array(BUCKETS * width)
const stamp = new Float64Array(BUCKETS * width)
let clock = 0
const bump = (at: number, by: number) => {
  total[at] = (total[at] as number) + (clock - (stamp[at] as number)) * (table[at] as number)
  stamp[at] = clock
  table[at] = (table[at] as number) + by
}
let random = 12345
const shuffle = <T>(list: T[]) => {
  for (let i = list.length - 1; i > 0; i--) {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    const j = random % (i + 1)
    ;[list[i], list[j]] = [list[j] as T, list[i] as T]
  }
}
function walk(set: Example[], weights: ArrayLike<number>, learn: boolean): number {
  const scores = new Float64Array(width)
  let right = 0
  let all = 0
  for (const { tokens, gold } of set) {
    let last: number = width
    let before: number = width
    tokens.forEach((token, i) => {
      let guess = token.word.fixedTag
      const decided = guess < 0
      const buckets = decided ? tagFeatures(tokens, 0, tokens.length, i, last, before) : []
      if (decided) guess = decide(weights, buckets, scores)
      if (decided || token.word.kind === 'word') {
        all++
        if (guess === gold[i]) right++
      }
      if (decided && learn) {
        if (guess !== gold[i])
          for (const bucket of buckets) {
            bump(bucket * width + (gold[i] as number), 1)
            bump(bucket * width + guess, -1)
          }
        clock++
      }
      before = last
      last = guess
    })
  }
  return right / all
}
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  shuffle(train)
  const seen = walk(train, table, true)
  console.log(`epoch ${epoch}: ${(100 * seen).toFixed(2)} % right while learning`)
}
for (let at = 0; at < table.length; at++)
  total[at] = (total[at] as number) + (clock - (stamp[at] as number)) * (table[at] as number)
const { levels, text } = levelled(total)
console.log(
  `dev: ${(100 * walk(dev, levels, false)).toFixed(2)} % of ${dev.length} sentences' words and numbers right as shipped, ${(100 * walk(dev, total, false)).toFixed(2)} % with the weights in full`,
)
writeFileSync(
  join(import.meta.dirname, '../../server/core/english/fitted/tagger.ts'),
  `// Made by scripts/fit/tagger.ts on UD English EWT (CC BY-SA 4.0): see NOTICE.\nexport const TAGGER_WEIGHTS =\n  '${text}'\n`,
)
