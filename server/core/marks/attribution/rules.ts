import { type Cue, cuesIn } from '../cues.ts'
import { kindAt, lowerAt, type Passage, type Range, sentenceRange } from '../passage.ts'
import { subjectBefore } from '../subject.ts'
import { according } from './according.ts'
import { active, inverted } from './active.ts'
import type { Link } from './link.ts'
import { nestedSpeech } from './nestedSpeech.ts'
import { nounLink } from './nominal.ts'
import { participle } from './participle.ts'
import { passive } from './passive.ts'
import { carryQuotations, leadIns, speakerLabel } from './speech.ts'

/**
 * Finds who says what in a passage: for each cue its source and its content, chosen together.
 *
 * Nested attributions are all given; which stands in which is decided once spans are known.
 */
export function ruleLinks(p: Passage): Link[] {
  const cues = cuesIn(p)
  const links: Link[] = []
  const subjects = cues.map((cue) =>
    cue.kind === 'verb' || cue.kind === 'passive' ? subjectBefore(p, cue.from) : undefined,
  )
  cues.forEach((cue, c) => {
    const tails = tailStarts(p, cues, subjects, c)
    const previous = links.at(-1)
    const link = build(p, cue, subjects[c], tails, previous)
    if (link && (link.content.length > 0 || link.open)) links.push({ ...link, content: apart(link.content) })
  })
  links.push(...nestedSpeech(p))
  speakerLabel(p, links)
  leadIns(p, links)
  carryQuotations(p, links)
  return links
}

/** Tokens at which the clause of a later cue begins, so that an earlier content ends before it. */
function tailStarts(p: Passage, cues: readonly Cue[], subjects: ReadonlyArray<Range | undefined>, c: number): number[] {
  const { to } = sentenceRange(p, (cues[c] as Cue).from)
  const starts: number[] = []
  for (let n = c + 1; n < cues.length && (cues[n] as Cue).from < to; n++) {
    const next = cues[n] as Cue
    const first = subjects[n]?.from ?? next.from
    let start = first
    // ", TWP reports", ", and Lee said", " and said"
    if (lowerAt(p, start - 1) === 'and' || lowerAt(p, start - 1) === 'but' || lowerAt(p, start - 1) === 'or') start--
    if (kindAt(p, start - 1) === 'comma') starts.push(start - 1)
    else if (start !== first || next.kind === 'according') starts.push(start)
  }
  return starts
}

function build(
  p: Passage,
  cue: Cue,
  subject: Range | undefined,
  tails: readonly number[],
  previous: Link | undefined,
): Link | undefined {
  const lemma = cue.verb?.lemma ?? lowerAt(p, cue.head)
  switch (cue.kind) {
    case 'according':
      return according(p, cue, tails, lemma)
    case 'noun':
      return nounLink(p, cue, tails, lemma)
    case 'passive':
      return passive(p, cue, subject, tails, lemma)
    case 'manner':
      return inverted(p, cue, lemma)
    case 'participle':
      return participle(p, cue, tails, previous, lemma)
    default:
      return active(p, cue, subject, tails, previous, lemma)
  }
}

/** Contents in order, none inside another: what two ways of looking both found is one. */
function apart(content: readonly Range[]): Range[] {
  const kept: Range[] = []
  for (const range of [...content].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const from = Math.max(range.from, kept.at(-1)?.to ?? 0)
    if (from < range.to) kept.push({ from, to: range.to })
  }
  return kept
}
