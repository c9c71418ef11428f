import { pack, unpack } from './packed.ts'

/** Gaps are written as numbers around 0, of which {@link pack} writes those up to this size in one character. */
const MIDDLE = 44
const LONGEST_GAP = 2 * MIDDLE

/** Writes weights of which most are 0 as text: for each other one how many zeros stand before it, and the weight, from -127 to 127. */
export function packSparse(weights: ArrayLike<number>): string {
  const numbers: number[] = []
  let gap = 0
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    if (weight === 0 && gap < LONGEST_GAP) {
      gap++
      continue
    }
    numbers.push(gap - MIDDLE, weight)
    gap = 0
  }
  return pack(numbers)
}

/** Reads what {@link packSparse} wrote of so many weights. */
export function unpackSparse(text: string, length: number): Int8Array {
  const numbers = unpack(text)
  const weights = new Int8Array(length)
  let at = 0
  for (let i = 0; i < numbers.length; i += 2) {
    at += (numbers[i] as number) + MIDDLE
    weights[at++] = numbers[i + 1] as number
  }
  return weights
}
