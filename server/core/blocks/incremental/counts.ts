import { BEGINNING, countLines, isTooMuch, type Tally } from '../tangle.ts'
import { type Run, spliced } from './splice.ts'

/** Where the scan of the guard stands between two sections. */
type State = Pick<Tally, 'signs' | 'indent' | 'fence' | 'run' | 'blank'>

/** What the guard before the parser has counted in one section, and where its scan stood before. */
interface Count {
  readonly before: State
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
    const state = stateOf(last)
    const tally: Tally = { ...BEGINNING, ...state }
    countLines(tally, textOf(index))
    each[index] = { before: state, tally }
    last = tally
  }
  let cost = 0
  let lines = 0
  let longest = 0
  for (const { tally } of each) {
    cost += tally.cost + tally.slope * lines
    lines += tally.lines
    longest = Math.max(longest, tally.longest)
  }
  return { each, cost, isTangled: isTooMuch({ cost, signs: each.at(-1)?.tally.signs ?? 0, longest }) }
}

const stateOf = ({ signs, indent, fence, run, blank }: Tally): State => ({ signs, indent, fence, run, blank })

const isSame = (a: State, b: State): boolean =>
  a.signs === b.signs && a.indent === b.indent && a.fence === b.fence && a.run === b.run && a.blank === b.blank
