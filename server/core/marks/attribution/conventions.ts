import { WEEKDAYS } from '../../english/lexicon/calendar.ts'
import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { OBJECT_STOPS } from '../contentSpan.ts'
import { kindAt, lowerAt, type Passage, type Range, tagAt } from '../passage.ts'
import type { Link } from './link.ts'

/** Ways of attributing that the rules know from end to end. */
const EXACT: ReadonlySet<Link['kind']> = new Set(['according', 'manner', 'colon', 'noun', 'passive'])

/**
 * Whether the draft of the rules stands as it is: an exact way of attributing, or a clause before its source ("The dam will fail, the Post
 * reports"), which holds whoever else is cited in it.
 */
export function isExact(p: Passage, { kind, source, content: [first] }: Link): boolean {
  if (EXACT.has(kind)) return true
  return first !== undefined && source !== undefined && first.to <= source.from && (p.quoteAt[first.from] as number) < 0
}

/** Verbs that say no more than that somebody spoke or wrote. */
const PLAIN: ReadonlySet<string> = new Set(['say', 'tell', 'report', 'add', 'write', 'ask', 'reply'])

/** Whether the draft is plain speech: such a verb, a quotation, or a clause with "that". */
export const isPlain = (p: Passage, { lemma, content: [first] }: Link): boolean =>
  PLAIN.has(lemma) ||
  (first !== undefined && ((p.quoteAt[first.from] as number) >= 0 || lowerAt(p, first.from) === 'that'))

/** The cue that was settled, without the day that the draft leaves out of it: "said | Tuesday". */
export function conventionalCue(p: Passage, draft: Link | undefined, settled: Range): Range {
  const known = draft?.cue
  const longer = known !== undefined && known.from === settled.from && known.to < settled.to
  return longer && (WEEKDAYS.has(lowerAt(p, known.to)) || lowerAt(p, known.to) === 'on') ? known : settled
}

/**
 * The contents that were settled, kept to what ANNOTATION calls content: the person asked is in nothing, neither is what the writer adds
 * after it, and a quotation takes its full stop along. Those of the draft where none were settled.
 *
 * @param cues 1 for each token at which the cue of another draft begins
 */
export function conventional(
  p: Passage,
  draft: Link | undefined,
  settled: readonly Range[],
  cues: Uint8Array,
): Range[] {
  const drafted = draft ? draft.content : []
  if (settled.length === 0) return [...drafted]
  const recipient = draft !== undefined && reportingVerb(draft.lemma)?.recipient === true
  return settled.map((range) => {
    const known = drafted.find(({ from, to }) => from < range.to && range.from < to)
    let { from, to } = range
    if (known && recipient && known.from > from) from = known.from
    if (
      known &&
      known.from === from &&
      known.to < to &&
      (endsBefore(p, known.to, to, cues) || isRelative(p, draft?.source))
    )
      to = known.to
    return { from, to: withStop(p, from, to) }
  })
}

/** Words that begin what the writer adds, or sets against what somebody said. */
const ADDED: ReadonlySet<string> = new Set(['without', 'while', 'whereas'])

/** What the writer adds to what somebody said, after its end: "…, without giving evidence", "… after a week of protests", "… and added". */
function endsBefore(p: Passage, end: number, to: number, cues: Uint8Array): boolean {
  const next = kindAt(p, end) === 'comma' ? end + 1 : end
  const word = lowerAt(p, next)
  if (ADDED.has(word) || OBJECT_STOPS.has(lowerAt(p, end))) return true
  return (word === 'and' || word === 'but') && cues.subarray(next, Math.min(to, next + 4)).includes(1)
}

/** "Penn, who said the deck was unsafe, has left": the clause is over with its comma. */
const isRelative = (p: Passage, source: Range | undefined): boolean =>
  source !== undefined && source.to - source.from === 1 && tagAt(p, source.from).startsWith('W')

/** The end of a quotation that is left open takes in its full stop. */
function withStop(p: Passage, from: number, to: number): number {
  const quote = p.quotes[p.quoteAt[from] as number]
  return quote && !quote.closed && to === quote.to - 1 && kindAt(p, to) === 'stop' ? quote.to : to
}

/** The source that was settled, with the clause that tells why it is not named, if the draft has it: "An aide, who asked not to be named". */
export function conventionalSource(p: Passage, draft: Link | undefined, settled: Range): Range {
  const known = draft?.source
  if (known === undefined || known.from !== settled.from || known.to <= settled.to) return settled
  const next = kindAt(p, settled.to) === 'comma' ? settled.to + 1 : settled.to
  return lowerAt(p, next) === 'who' && asksForAnonymity(p, next, known.to) ? known : settled
}

/** Whether words say that somebody would not be named. */
export function asksForAnonymity(p: Passage, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = lowerAt(p, i)
    if (word === 'anonymity' || word === 'anonymously') return true
    if (word === 'be' && /^(?:named|identified|quoted|cited)$/.test(lowerAt(p, i + 1))) return true
  }
  return false
}
