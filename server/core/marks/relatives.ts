import { irregularForms } from '../english/lexicon/irregular.ts'
import { isFiniteVerb } from '../english/tags.ts'
import { carriesClause, hasMainVerb } from './clauses.ts'
import { kindAt, lowerAt, type Passage, type Range, tagAt } from './passage.ts'

/** How many tokens after its pronoun a relative clause has its verb. */
const REACH = 8

/**
 * The relative clauses of a clause that only add something, between commas or dashes: ", which cost 4 million dollars,".
 * Without what parts them off; in order, and none within another.
 */
export function relativesIn(p: Passage, clause: Range): Range[] {
  const found: Range[] = []
  let depth = 0
  for (let i = clause.from + 2; i < clause.to; i++) {
    const kind = kindAt(p, i)
    if (kind === 'open') depth++
    else if (kind === 'close') depth--
    if (depth > 0 || !isPronoun(p, i) || (p.quoteAt[i] as number) >= 0 || !parts(p, i - 1)) continue
    const to = endOf(p, i, clause)
    if (to === undefined) continue
    found.push({ from: i, to })
    i = to
  }
  return found
}

const isPronoun = (p: Passage, i: number): boolean => {
  const tag = tagAt(p, i)
  return (tag === 'WDT' || tag === 'WP' || tag === 'WP$') && /^(?:which|who|whose)$/.test(lowerAt(p, i))
}

/** Whether a word may be one more verb of a clause: "which killed 12 people, injured 40". */
const isVerbal = (p: Passage, i: number): boolean => {
  const tag = tagAt(p, i)
  return isFiniteVerb(tag) || tag === 'VBG' || tag === 'VBN' || (tag === 'JJ' && lowerAt(p, i).endsWith('ed'))
}

const parts = (p: Passage, i: number): boolean => kindAt(p, i) === 'comma' || kindAt(p, i) === 'dash'

/**
 * Where a relative clause ends: at the first comma after its verb that does not go on within it. Where the clause around it still waits for its verb,
 * that verb comes next; else a verb after the comma is one more of the relative clause.
 */
function endOf(p: Passage, from: number, clause: Range): number | undefined {
  const limit = Math.min(clause.to, from + REACH)
  let verb = from + 1
  // "which cost 4 million": right after its pronoun a past form is a verb, whatever the tagger says
  if ((irregularForms(lowerAt(p, verb)) & 2) === 0) while (verb < limit && !carriesClause(p, verb)) verb++
  if (verb >= limit) return undefined
  const waits = !hasMainVerb(p, clause.from, from)
  let depth = 0
  for (let i = verb + 1; i < clause.to; i++) {
    const kind = kindAt(p, i)
    if (kind === 'open') depth++
    else if (kind === 'close') depth--
    if (depth > 0 || (p.quoteAt[i] as number) >= 0 || !parts(p, i)) continue
    const next = tagAt(p, i + 1) === 'RB' || (tagAt(p, i + 1) === 'CC' && !waits) ? i + 2 : i + 1
    if (waits ? carriesClause(p, next) : !isVerbal(p, next)) return i
  }
  return waits ? undefined : clause.to
}
