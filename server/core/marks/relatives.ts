import { irregularForms } from '../english/lexicon/irregular.ts'
import { isFiniteVerb } from '../english/tags.ts'
import { hasMainVerb } from './clauses.ts'
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
 * Where a relative clause ends: at the first comma after its verb, unless that parts one more verb from a list of them ("which killed 12, injured
 * 40, and destroyed 300 homes"). Where the clause around it still waits for its verb, that verb comes next.
 */
function endOf(p: Passage, from: number, clause: Range): number | undefined {
  const limit = Math.min(clause.to, from + REACH)
  let verb = from + 1
  // "which cost 4 million": right after its pronoun a past form is a verb, whatever the tagger says
  if ((irregularForms(lowerAt(p, verb)) & 2) === 0) while (verb < limit && !isFiniteVerb(tagAt(p, verb))) verb++
  if (verb >= limit) return undefined
  const waits = !hasMainVerb(p, clause.from, from)
  let listed = false
  let depth = 0
  for (let i = verb + 1; i < clause.to; i++) {
    const kind = kindAt(p, i)
    if (kind === 'open') depth++
    else if (kind === 'close') depth--
    if (depth > 0 || (p.quoteAt[i] as number) >= 0 || !parts(p, i)) continue
    const joined = tagAt(p, i + 1) === 'CC'
    const next = joined || tagAt(p, i + 1) === 'RB' ? i + 2 : i + 1
    if (joined && listed && isVerbal(p, next)) listed = false
    else if (!joined && !isAuxiliary(p, next) && isVerbal(p, next) && endsList(p, next, clause.to)) listed = true
    else if (!waits || isFiniteVerb(tagAt(p, next))) return i
  }
  return waits ? undefined : clause.to
}

/** Whether the list of verbs that one belongs to comes to its end: ", and destroyed". */
function endsList(p: Passage, from: number, end: number): boolean {
  for (let i = from + 1; i < end - 2; i++)
    if (parts(p, i) && tagAt(p, i + 1) === 'CC' && isVerbal(p, i + 2)) return true
  return false
}

const isAuxiliary = (p: Passage, i: number): boolean =>
  tagAt(p, i) === 'MD' || /^(?:is|are|was|were|has|have|had)$/.test(lowerAt(p, i))
