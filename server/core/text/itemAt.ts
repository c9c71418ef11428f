/**
 * The item of a list at an index; undefined beyond either end. Where an index may be below 0 this is what asks: to a list that is the name of a
 * property, and what has asked for one once is slow from then on.
 */
export const itemAt = <T>(list: readonly T[], i: number): T | undefined =>
  i >= 0 && i < list.length ? list[i] : undefined
