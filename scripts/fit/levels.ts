import { LARGEST, pack } from '../../server/core/english/fitted/packed.ts'

/**
 * Weights as whole levels, with what one level is worth, and packed as text.
 *
 * @param resolution how many levels the largest weight has; fewer make a smaller bundle
 */
export function levelled(
  weights: Float64Array,
  resolution = LARGEST,
): { step: number; levels: Int8Array; text: string } {
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / resolution
  const levels = Int8Array.from(weights, (weight) => Math.round(weight / step))
  return { step, levels, text: pack(levels) }
}
