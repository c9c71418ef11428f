import { type Clause, clausesOf, type Joint } from '../marks/clauses.ts'
import { at, type Passage, type Range, spanOf } from '../marks/passage.ts'
import { relativesIn } from '../marks/relatives.ts'
import { isClaim } from '../marks/worth.ts'
import type { Span } from '../text/span.ts'
import { type Asked, askedIn, type Figures, type Weighed, weigh } from './weigh.ts'

/** A sentence, or a clause of one that asserts something by itself. */
export interface Part {
  readonly span: Span
  /** From where it begins, with the conjunction that joins it, to where the next part does: what stands there belongs to it. */
  readonly reach: Span
  /** The sentence of the passage that it stands in. */
  readonly sentence: number
  /** First token of its words. */
  readonly from: number
  readonly joint: Joint
  /** How much it is worth to check; undefined where it is no claim. */
  readonly worth: Weighed | undefined
  /** How much is asked about in the whole sentence, where this is one of several clauses of it. */
  readonly demand: number | undefined
  /** Relative clauses within it or at its end that are claims of their own. */
  readonly asides: readonly Aside[]
}

/** A relative clause that is a claim of its own. */
export interface Aside {
  readonly span: Span
  readonly reach: Span
  readonly worth: Weighed
}

/** How much a clause that only leans on another must put at stake to be a claim of its own. */
const AT_STAKE = 0.6

const isAtStake = ({ demand, reasons }: Asked): boolean => demand >= AT_STAKE && reasons.length > 0

/**
 * The parts of one sentence of a passage, in order: the clauses that are claims, or the sentence as a whole.
 *
 * @param next where the next sentence begins, or the block ends
 * @param figures those of the sentence
 */
export function partsOf(p: Passage, sentence: number, next: number, figures: Figures): Part[] {
  const range = { from: p.starts[sentence] as number, to: p.starts[sentence + 1] as number }
  const { from } = range
  const start = at(p, from).start
  if (!isClaim(p, range)) {
    const reach = { start, end: next }
    return [
      {
        span: spanOf(p, range),
        reach,
        sentence,
        from,
        joint: 'none',
        worth: undefined,
        demand: undefined,
        asides: NONE,
      },
    ]
  }
  const clauses = settled(p, clausesOf(p, range), figures)
  const claims = clauses.length > 1 ? clauses.map(({ words }) => isClaim(p, words)) : []
  if (claims.filter(Boolean).length < 2) {
    const { span, worth, asides } = judged(p, range, next, figures)
    return [{ span, reach: { start, end: next }, sentence, from, joint: 'none', worth, demand: undefined, asides }]
  }
  const { demand } = askedIn(p, range, figures)
  return clauses.map((clause, n): Part => {
    const following = clauses[n + 1]
    const reach = { start: at(p, clause.from).start, end: following ? at(p, following.from).start : next }
    const { words, joint } = clause
    const own = claims[n] ? judged(p, words, reach.end, figures) : undefined
    return {
      span: own?.span ?? spanOf(p, words),
      reach,
      sentence,
      from: words.from,
      joint,
      worth: own?.worth,
      demand,
      asides: own?.asides ?? NONE,
    }
  })
}

const NONE: readonly Aside[] = []

/** Clauses, those that lean on another and put nothing at stake made one with it. */
function settled(p: Passage, clauses: readonly Clause[], figures: Figures): readonly Clause[] {
  if (clauses.length === 1) return clauses
  const isIdle = ({ leans, words }: Clause) => leans && !(isClaim(p, words) && isAtStake(askedIn(p, words, figures)))
  const kept: Clause[] = []
  for (const clause of clauses) {
    const before = kept.at(-1)
    if (before && (isIdle(clause) || (before.joint === 'none' && isIdle(before))))
      kept[kept.length - 1] = {
        from: before.from,
        to: clause.to,
        words: { from: before.words.from, to: clause.words.to },
        joint: before.joint,
        leans: before.leans,
      }
    else kept.push(clause)
  }
  return kept
}

/** What a clause is worth without the relative clauses that are claims of their own, and these. */
function judged(p: Passage, words: Range, end: number, figures: Figures): Judged {
  const relatives = relativesIn(p, words)
  if (relatives.length === 0) return { span: spanOf(p, words), worth: weigh(p, words, figures), asides: NONE }
  const asides: Aside[] = []
  const gaps: Range[] = []
  let own = words
  for (const relative of relatives) {
    const asked = askedIn(p, relative, figures)
    if (!isAtStake(asked)) continue
    const before = { from: words.from, to: relative.from - 1 }
    if (relative.to === words.to) {
      if (!isClaim(p, before)) continue
      own = before
    } else gaps.push({ from: relative.from - 1, to: relative.to })
    const last = relative.to === words.to
    const span = spanOf(p, relative)
    asides.push({
      span,
      reach: { start: span.start, end: (last ? undefined : p.tokens[relative.to + 1]?.start) ?? end },
      worth: weigh(p, relative, figures, [], asked),
    })
  }
  return { span: spanOf(p, own), worth: weigh(p, own, figures, gaps), asides }
}

/** The words of a clause without the relative clauses that are claims of their own, what they are worth, and these. */
interface Judged {
  readonly span: Span
  readonly worth: Weighed
  readonly asides: readonly Aside[]
}
