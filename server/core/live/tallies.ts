import { rulesInParts } from '../rules/index.ts'
import type { Known, Part } from './part.ts'

/**
 * What every key asks of all parts, one number a part: in arrays like these a hundred thousand parts are copied, and those that hold
 * something are found, in the time in which a few are looked at one by one.
 */
export interface Tallies {
  /** Whether a rule objects to anything that need not be settled. */
  readonly objects: Uint8Array
  /** How many candidates there are for each rule that is settled over the whole draft, in the order of `rulesInParts`. */
  readonly candidates: ReadonlyArray<Int32Array | undefined>
  /** Whether there are citations, definitions or directives. */
  readonly lists: Uint8Array
  /** How many claims are made. */
  readonly claims: Int32Array
}

/** Which parts an edit has replaced: those from `from` up to `was` by those from `from` up to `to`. */
export interface Replaced {
  readonly from: number
  readonly to: number
  readonly was: number
}

export const NO_TALLIES: Tallies = {
  objects: new Uint8Array(0),
  candidates: rulesInParts.map(({ parts }) => (parts.settle === undefined ? undefined : new Int32Array(0))),
  lists: new Uint8Array(0),
  claims: new Int32Array(0),
}

/**
 * The tallies after an edit.
 *
 * @param stale 1 for the parts that have other marks than before, among them all that are new
 */
export function tally(before: Tallies, known: readonly Known[], replaced: Replaced, stale: Uint8Array): Tallies {
  const candidates = before.candidates.map((one) => one && room(one, new Int32Array(known.length), replaced))
  const tallies = {
    objects: room(before.objects, new Uint8Array(known.length), replaced),
    candidates,
    lists: room(before.lists, new Uint8Array(known.length), replaced),
    claims: room(before.claims, new Int32Array(known.length), replaced),
  }
  const take = (p: number): void => {
    const { part, marks } = known[p] as Known
    const { citations, definitions, directives } = part.section
    tallies.objects[p] = marks.objections.length > 0 ? 1 : 0
    candidates.forEach((counts, rule) => {
      if (counts !== undefined) counts[p] = marks.candidates[rule]?.length ?? 0
    })
    tallies.lists[p] = citations.length + definitions.length + directives.length > 0 ? 1 : 0
    tallies.claims[p] = marks.claims.length
  }
  for (let p = stale.indexOf(1); p >= 0; p = stale.indexOf(1, p + 1)) take(p)
  return tallies
}

/**
 * Where each part begins after an edit.
 *
 * @param length how long the draft is now
 */
export function offsetsAfter(
  before: Int32Array,
  parts: readonly Part[],
  replaced: Replaced,
  length: number,
  lengthBefore: number,
): Int32Array {
  const { from, to, was } = replaced
  const offsets = room(before, new Int32Array(parts.length), replaced)
  const shift = length - lengthBefore
  let offset = from === 0 ? 0 : (offsets[from - 1] as number) + (parts[from - 1] as Part).section.length
  for (let p = from; p < to; p++) {
    offsets[p] = offset
    offset += (parts[p] as Part).section.length
  }
  if (shift !== 0 && was < before.length)
    for (let p = to; p < offsets.length; p++) offsets[p] = (offsets[p] as number) + shift
  return offsets
}

/** The numbers of before in an array that has room for those of the parts that are new. */
function room<A extends Uint8Array | Int32Array>(before: A, after: A, { from, to, was }: Replaced): A {
  after.set(before.subarray(0, from))
  after.set(before.subarray(was), to)
  return after
}
