import { isIdleWord } from '../marks/letPass.ts'
import { isIdleFigure, type Setting, settingOf } from '../marks/letPassFigures.ts'
import type { Figure, WorthReason } from '../marks/marks.ts'
import { at, type Passage, type Range, spanOf } from '../marks/passage.ts'
import { type HandWorth, handWorth, stakeOf, type Worth, worthOf } from '../marks/worth.ts'
import { overlaps, type Span } from '../text/span.ts'

/** The figures of a sentence, and those of them that an editor asks about. */
export interface Figures {
  readonly all: readonly Figure[]
  readonly asked: readonly Figure[]
}

/** What a claim is worth, and how much of what it puts at stake an editor asks about. */
export interface Weighed extends Worth {
  readonly demand: number
}

/** The figures of a sentence, the ones that an editor lets pass told apart; and what the sentence says for the next one. */
export function figuresOf(p: Passage, sentence: Range, all: readonly Figure[], before: Setting) {
  const own = settingOf(p, sentence)
  const asked = all.filter((figure) => !isIdleFigure(p, sentence, figure, own, before))
  return { figures: { all, asked: asked.length === all.length ? all : asked }, own }
}

/** How much of what a clause puts at stake an editor asks about, and why. */
export interface Asked {
  readonly demand: number
  readonly reasons: readonly WorthReason[]
  /** What our own lists say of the clause. */
  readonly hand: HandWorth
}

/** What an editor asks about in a clause, as it reads without the gaps in it. What is let pass is asked for in nothing, and is no reason. */
export function askedIn(p: Passage, words: Range, figures: Figures, gaps: readonly Range[] = NONE): Asked {
  const read = without(p, words, gaps)
  const hand = handWorth(read.p, read.range, figuresIn(p, words, figures.all, gaps))
  const idle: Range[] = []
  for (const { start, because } of hand.reasons) {
    const i = tokenAt(p, words, start)
    if (isIdleWord(p, i, words.to, because)) idle.push({ from: i, to: i + 1 })
  }
  if (idle.length === 0 && figures.asked === figures.all) return { demand: stakeOf(hand), reasons: hand.reasons, hand }
  const rest = without(p, words, [...gaps, ...idle])
  if (rest.range.to === rest.range.from) return { demand: 0, reasons: [], hand }
  const left = handWorth(rest.p, rest.range, figuresIn(p, words, figures.asked, gaps))
  return { demand: stakeOf(left), reasons: left.reasons, hand }
}

/**
 * What a clause is worth, as it reads without the gaps in it. Whether anybody would check it is judged with what an editor lets pass.
 *
 * @param asked what {@link askedIn} gives of the same
 */
export function weigh(
  p: Passage,
  words: Range,
  figures: Figures,
  gaps: readonly Range[] = NONE,
  { demand, reasons, hand }: Asked = askedIn(p, words, figures, gaps),
): Weighed {
  const read = without(p, words, gaps)
  const { worth, stake, kind } = worthOf(read.p, read.range, figuresIn(p, words, figures.all, gaps), hand)
  return { worth, stake, kind, reasons, demand }
}

const NONE: readonly Range[] = []

/** A range of a passage as it reads without the gaps in it. */
function without(p: Passage, { from, to }: Range, gaps: readonly Range[]): { p: Passage; range: Range } {
  if (gaps.length === 0) return { p, range: { from, to } }
  const tokens = p.tokens
    .slice(from, to)
    .filter((_, n) => !gaps.some((gap) => from + n >= gap.from && from + n < gap.to))
  const { block, starts, quotes, quoteAt } = p
  return { p: { block, tokens, starts, quotes, quoteAt }, range: { from: 0, to: tokens.length } }
}

/** The token of a range at which words begin. */
function tokenAt(p: Passage, { from, to }: Range, start: number): number {
  let low = from
  let high = to - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (at(p, middle).start <= start) low = middle
    else high = middle - 1
  }
  return low
}

function figuresIn(p: Passage, range: Range, figures: readonly Figure[], gaps: readonly Range[]): readonly Figure[] {
  if (figures.length === 0) return figures
  const span = spanOf(p, range)
  const holes = gaps.map((gap): Span => spanOf(p, gap))
  return figures.filter((figure) => overlaps(figure, span) && !holes.some((hole) => overlaps(figure, hole)))
}
