import { join } from 'node:path'
import { type Attribution, read, type Span } from '../../server/core/index.ts'
import { type Counts, f1, newCounts, percent } from './counts.ts'
import { jsonLines, notThere } from './data.ts'
import type { Measured, Row } from './rows.ts'

const ROLES = ['source', 'cue', 'content'] as const
type Role = (typeof ROLES)[number]
const KINDS = ['direct', 'mixed', 'indirect'] as const
type Kind = (typeof KINDS)[number]
type Parts = Readonly<Record<Role, readonly Span[]>>

interface Article {
  readonly text: string
  readonly attributions: readonly Parts[]
  readonly other_annotations?: ReadonlyArray<{ readonly attributions: readonly Parts[] }>
}

interface Tally {
  readonly roles: Record<Role, Counts>
  readonly linked: Counts
  readonly kinds: Record<Kind, { found: number; gold: number }>
}

const SET = 'PolNeAR, development articles'
/** Contents and sources are the same where at least half of all their characters are in both. */
const SAME = 0.5

/**
 * Scores attributions against PolNeAR (Newell, Margolin and Ruths, LREC 2018). An article that several people annotated counts once
 * for each of them. Nested attributions are left out, since the corpus marks the outermost only.
 */
export function measureAttributions(folder: string): Measured {
  const path = join(folder, 'data/polnear/dev.jsonl')
  const articles = jsonLines<Article>(path)
  if (articles === undefined) return { rows: [], missing: [notThere(SET, path)] }
  const tally: Tally = {
    roles: { source: newCounts(), cue: newCounts(), content: newCounts() },
    linked: newCounts(),
    kinds: { direct: { found: 0, gold: 0 }, mixed: { found: 0, gold: 0 }, indirect: { found: 0, gold: 0 } },
  }
  for (const article of articles) {
    const ours = read({ text: article.text, language: 'plaintext' }).attributions.filter(
      ({ nestedIn }) => nestedIn === undefined,
    )
    for (const gold of [article, ...(article.other_annotations ?? [])])
      compare(article.text, gold.attributions, ours, tally)
  }
  const row = (id: string, measure: string, value: number): Row => ({
    id: `polnear.${id}`,
    set: SET,
    measure,
    value,
    digits: 1,
    better: 'more',
  })
  return {
    rows: [
      ...ROLES.map((role) => row(role, `${role}, exact spans, F1`, f1(tally.roles[role]))),
      row('linked', 'whole attributions, F1', f1(tally.linked)),
      ...KINDS.map((kind) => {
        const { found, gold } = tally.kinds[kind]
        return row(`recall.${kind}`, `${kind} contents found, %`, percent(found, gold))
      }),
    ],
    missing: [],
  }
}

function compare(text: string, gold: readonly Parts[], ours: readonly Attribution[], tally: Tally): void {
  for (const role of ROLES) {
    const wanted = new Set(gold.flatMap((parts) => parts[role].map((span) => keyOf(text, role, span))))
    const found = new Set(ours.flatMap((parts) => parts[role].map((span) => keyOf(text, role, span))))
    const counts = tally.roles[role]
    counts.hits += [...wanted].filter((key) => found.has(key)).length
    counts.read += found.size
    counts.gold += wanted.size
  }
  tally.linked.read += ours.length
  tally.linked.gold += gold.length
  const linked = new Set<Parts>()
  for (const wanted of gold) {
    const kind = tally.kinds[kindOf(text, wanted.content)]
    kind.gold++
    const near = ours.filter((own) => likeness(wanted.content, own.content) >= SAME)
    if (near.length > 0) kind.found++
    const whole = near.find(
      (own) => !linked.has(own) && meet(wanted.cue, own.cue) && likeness(wanted.source, own.source) >= SAME,
    )
    if (whole) {
      linked.add(whole)
      tally.linked.hits++
    }
  }
}

/** A span by its ends, without white space around it; a source also without the comma that the corpus takes with it. */
function keyOf(text: string, role: Role, { start, end }: Span): string {
  const drop = role === 'source' ? /[\s,;]/ : /\s/
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && drop.test(text[to - 1] ?? '')) to--
  return `${from}:${to}`
}

/** Direct is one quotation and nothing else, mixed holds a quotation mark, indirect none. */
function kindOf(text: string, content: readonly Span[]): Kind {
  const words = content.map(({ start, end }) => text.slice(start, end)).join('')
  if (!/[“”"]/.test(words)) return 'indirect'
  return /^\s*[“"][^“”"]*[”"]?[,.]?\s*$/.test(words) ? 'direct' : 'mixed'
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0)

/** Characters that are in both lists of spans. Spans of one list do not overlap. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  return sum
}

/** Shared characters as a part of all (Jaccard), 0 to 1; two empty lists are alike. */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  const all = lengthOf(a) + lengthOf(b)
  const both = shared(a, b)
  return all === 0 ? 1 : both / (all - both)
}

const meet = (a: readonly Span[], b: readonly Span[]): boolean =>
  shared(a, b) > 0 || (lengthOf(a) === 0 && lengthOf(b) === 0)
