import fc from 'fast-check'

/** What every random test of this run follows from. It is told with the results, and `SEED=…` repeats the run. */
export const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })

/** How many drafts a property is tried on: as many as are usual for it, or as `RUNS=…` says for all. */
export const runs = (usual: number): number => Number(process.env.RUNS ?? usual)

/** Numbers that look random and follow from a seed. */
export interface Chance {
  /** A number from 0 up to 1. */
  next(): number
  /** A whole number from 0 up to `count`. */
  below(count: number): number
  /** One of these. */
  of<T>(list: readonly T[]): T
}

/** The generator mulberry32 of Tommy Ettinger, which is in the public domain. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  return { next, below, of: (list) => list[below(list.length)] as (typeof list)[number] }
}
