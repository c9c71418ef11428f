import { rulesInParts } from '../rules/index.ts'
import type { Objection, Settled } from '../rules/rule.ts'
import type { Known } from './part.ts'
import { saySame } from './same.ts'
import type { Replaced, Tallies } from './tallies.ts'

/** What a rule that is settled over the whole draft objects to. */
export interface Verdict {
  /** All of its candidates in order, where they stood when they were found. */
  readonly candidates: readonly Objection[]
  readonly settled: readonly Settled[]
}

export const NO_VERDICTS: readonly Verdict[] = rulesInParts.map(() => ({ candidates: [], settled: [] }))

/** The parts before an edit and after it. */
export interface Edited {
  readonly before: readonly Known[]
  readonly known: readonly Known[]
  readonly replaced: Replaced
  /** 1 for the parts that have other marks than before, among them all that are new. */
  readonly stale: Uint8Array
}

/**
 * The verdict of each rule in parts, in their order: as before where its candidates say the same as before.
 *
 * @param tallies those of the parts before
 */
export const verdictsOn = (last: readonly Verdict[], edited: Edited, tallies: Tallies): readonly Verdict[] =>
  last.map((verdict, rule) => {
    const settle = rulesInParts[rule]?.parts.settle
    const counts = tallies.candidates[rule]
    if (settle === undefined || counts === undefined || saysSame(edited, rule)) return verdict
    const candidates = listed(edited, rule, verdict.candidates, counts)
    return { candidates, settled: settle(candidates) }
  })

const candidatesOf = (one: Known | undefined, rule: number): readonly Objection[] => one?.marks.candidates[rule] ?? []

/** Whether the candidates of a rule say what those before the edit did. */
function saysSame({ before, known, replaced: { from, to, was }, stale }: Edited, rule: number): boolean {
  const all = (parts: readonly Known[]): Objection[] => parts.flatMap((one) => candidatesOf(one, rule))
  if (!saySame(all(before.slice(from, was)), all(known.slice(from, to)))) return false
  for (let p = stale.indexOf(1); p >= 0; p = stale.indexOf(1, p + 1)) {
    const old = p < from ? before[p] : p >= to ? before[p - to + was] : undefined
    if (old !== undefined && !saySame(candidatesOf(old, rule), candidatesOf(known[p], rule))) return false
  }
  return true
}

/** The candidates of a rule, those of parts that have stayed as they are taken over one by one. */
function listed(
  { known, replaced: { from, to, was }, stale }: Edited,
  rule: number,
  before: readonly Objection[],
  counts: Int32Array,
): Objection[] {
  const found: Objection[] = []
  let next = 0
  for (let p = 0; p <= known.length; p++) {
    if (p === from) for (let q = from; q < was; q++) next += counts[q] as number
    if (p === known.length) break
    const count = p < from ? (counts[p] as number) : p >= to ? (counts[p - to + was] as number) : 0
    if (stale[p] === 1) for (const one of candidatesOf(known[p], rule)) found.push(one)
    else for (let c = next; c < next + count; c++) found.push(before[c] as Objection)
    next += count
  }
  return found
}
