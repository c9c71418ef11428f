import { rulesInParts } from '../rules/index.ts'
import type { Objection, Settled } from '../rules/rule.ts'
import type { Known } from './part.ts'
import { saySame } from './same.ts'

/**
 * What each rule that is settled over the whole draft objects to: as before where its candidates say the same as before.
 *
 * @param finds 1 for the parts in which any rule finds anything
 */
export function settled(
  last: ReadonlyArray<readonly Settled[]>,
  before: readonly Known[],
  known: readonly Known[],
  finds: Uint8Array,
): ReadonlyArray<readonly Settled[]> {
  const shift = known.length - before.length
  let from = 0
  while (from < Math.min(before.length, known.length) && before[from] === known[from]) from++
  let to = known.length
  while (to > Math.max(from, from + shift) && before[to - 1 - shift] === known[to - 1]) to--
  return rulesInParts.map(({ parts: { settle } }, rule) => {
    if (settle === undefined) return []
    const was = candidatesOf(before.slice(from, to - shift), rule)
    const is = candidatesOf(known.slice(from, to), rule)
    const old = last[rule]
    return old !== undefined && saySame(was, is) ? old : settle(candidatesOf(holding(known, finds), rule))
  })
}

const candidatesOf = (known: readonly Known[], rule: number): Objection[] =>
  known.flatMap(({ marks }) => marks.candidates[rule] ?? [])

function holding(known: readonly Known[], finds: Uint8Array): Known[] {
  const found: Known[] = []
  for (let p = finds.indexOf(1); p >= 0; p = finds.indexOf(1, p + 1)) found.push(known[p] as Known)
  return found
}
