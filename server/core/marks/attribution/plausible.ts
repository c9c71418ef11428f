import { reportingVerb } from '../../english/lexicon/verbs.ts'
import { startsClause } from '../contentSpan.ts'
import { lowerAt, type Passage, type Range, tagAt } from '../passage.ts'
import { asksForAnonymity } from './conventions.ts'
import type { Link } from './link.ts'

/** The last verb of a cue; -1 where it has none. */
export function headOf(p: Passage, cue: Range): number {
  for (let i = cue.to - 1; i >= cue.from; i--) if (tagAt(p, i).startsWith('VB')) return i
  return -1
}

const NO_SPEAKERS: ReadonlySet<string> = new Set(['it', 'this', 'that', 'there', 'here', 'which', 'what'])

const isQuoted = (p: Passage, content: readonly Range[]): boolean =>
  content.some(({ from }) => (p.quoteAt[from] as number) >= 0)

/**
 * Whether what only the labeller found can be an attribution to a reader: "The council found a new site" has no more than an object after a
 * verb that needs a clause, and in "He was expected to win" nobody is the source.
 */
export function says(p: Passage, { cue, content, source }: Link): boolean {
  if (cue === undefined) return true
  // “It began with a note on the door: …”: nobody speaks
  if (source && source.to - source.from === 1 && NO_SPEAKERS.has(lowerAt(p, source.from)) && isQuoted(p, content))
    return false
  const head = headOf(p, cue)
  const verb = head < 0 ? undefined : reportingVerb(lowerAt(p, head))
  if (source && source.to <= cue.from && isPassive(p, cue, head) && lowerAt(p, cue.to - 1) !== 'by') return false
  // an act in words: "The minister ordered the files shredded" tells what she did
  if (verb?.recipient && verb.infinitive && !verb.quotation && !verb.that) return false
  if (content.some(({ from, to }) => asksForAnonymity(p, from, to))) return false
  if (verb === undefined || verb.object || verb.as || verb.prepositions.size > 0) return true
  return content.some((range) => hasClause(p, range))
}

const isPassive = (p: Passage, cue: Range, head: number): boolean =>
  head > cue.from && tagAt(p, head) === 'VBN' && /^(?:is|are|was|were|been|be|being|'s|'re)$/.test(lowerAt(p, head - 1))

/** Whether a range is quoted, or is a clause. */
const hasClause = (p: Passage, { from }: Range): boolean =>
  (p.quoteAt[from] as number) >= 0 ||
  /^(?:that|to|whether|if|how|why|what|who|where|when)$/.test(lowerAt(p, from)) ||
  startsClause(p, from)
