import { BEGINNING, countLines, isTooMuch, type Tally } from '../tangle.ts'
import { type Run, spliced } from './splice.ts'

/** What the guard before the parser has counted in one section, and where its scan stood before. */
interface Count {
  readonly before: Pick<Tally, 'signs' | 'indent' | 'fence'>
  readonly tally: Tally
}

/** What the guard has counted in a draft, section by section. */
export interface Counts {
  readonly each: readonly Count[]
  /** What it comes to, and how many lines it is. */
  readonly cost: number
  readonly isTangled: boolean
}

/** Nothing counted. */
export const NO_COUNTS: Counts = { each: [], cost: 0, isTangled: false }

/**
 * Counts again after an edit what `isTangled` counts in the whole draft.
 *
 * @param run the sections that were replaced, and by how many
 * @param textOf the text of a section of the draft after the edit
 */
export function recount(
  before: Counts,
  run: Pick<Run, 'first' | 'behind'> & { readonly by: number },
  textOf: (index: number) => string,
): Counts {
  const each = spliced(before.each, run, new Array<Count>(run.by))
  let last = each[run.first - 1]?.tally ?? BEGINNING
  for (let index = run.first; index < each.length; index++) {
    const known = index >= run.first + run.by ? each[index] : undefined
    if (known !== undefined && isSame(known.before, last)) break
    const tally: Tally = { ...BEGINNING, signs: last.signs, indent: last.indent, fence: last.fence }
    countLines(tally, textOf(index))
    each[index] = { before: { signs: last.signs, indent: last.indent, fence: last.fence }, tally }
    last = tally
  }
  let cost = 0
  let lines = 0
  for (const { tally } of each) {
    cost += tally.cost + tally.slope * lines
    lines += tally.lines
  }
  return { each, cost, isTangled: isTooMuch({ cost, signs: each.at(-1)?.tally.signs ?? 0 }) }
}

const isSame = (a: Count['before'], b: Count['before']): boolean =>
  a.signs === b.signs && a.indent === b.indent && a.fence === b.fence
