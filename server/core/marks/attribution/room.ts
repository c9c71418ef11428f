import { LABELS } from './labels.ts'

/** Room is kept for runs of up to so many tokens. */
const KEPT = 512

/**
 * Gives room for a run of tokens, the same each time, with what was left in it, since to make much room anew for each run takes longer than to label
 * it. It is longer than what was asked for. A run that is longer than most gets room of its own, which is let go with it.
 *
 * @param make makes room for so many tokens
 */
export function keptRoom<T>(make: (tokens: number) => T): (tokens: number) => T {
  let kept: T | undefined
  return (tokens) => {
    if (tokens > KEPT) return make(tokens)
    kept ??= make(KEPT)
    return kept
  }
}

/** Bytes for so many tokens, all 0; the next who asks the same is given the same. */
export function keptFlags(): (tokens: number) => Uint8Array {
  const room = keptRoom((tokens) => new Uint8Array(tokens))
  return (tokens) => {
    const flags = room(tokens)
    // a loop, since a run is short and to fill it takes a call out of the program
    for (let i = 0; i < tokens; i++) flags[i] = 0
    return flags
  }
}

/** Room to label a run of tokens in. */
export interface Room {
  readonly buckets: Int32Array
  readonly scores: Int32Array
  readonly powers: Float64Array
  readonly chances: Float64Array
  readonly sums: Float64Array
  readonly origins: Uint8Array
}

/** Room for so many tokens of so many features each. */
export const roomFor = (tokens: number, templates: number): Room => ({
  buckets: new Int32Array(tokens * templates),
  scores: new Int32Array(tokens * LABELS),
  powers: new Float64Array(tokens * LABELS),
  chances: new Float64Array(tokens * LABELS),
  sums: new Float64Array(tokens),
  origins: new Uint8Array(tokens * LABELS),
})
