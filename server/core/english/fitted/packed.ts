/** The largest weight either way. */
export const LARGEST = 127
/** Weights up to this size, which nearly all are, take one printable character each, so that a compressed bundle holds them in a few bits. */
const COMMON = 44
const ZERO = 79
/** Where the characters of the rare large ones have their middle. */
const RARE = 0x180
/** The apostrophe and the backslash, which a string literal would have to escape, have stand-ins beyond the range. */
const APOSTROPHE = 39
const BACKSLASH = 92
const FOR_APOSTROPHE = 124
const FOR_BACKSLASH = 125

/** Writes weights from -{@link LARGEST} to {@link LARGEST} as text. */
export function pack(weights: ArrayLike<number>): string {
  const characters: string[] = []
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] as number
    const code = (Math.abs(weight) > COMMON ? RARE : ZERO) + weight
    characters.push(
      String.fromCharCode(code === APOSTROPHE ? FOR_APOSTROPHE : code === BACKSLASH ? FOR_BACKSLASH : code),
    )
  }
  return characters.join('')
}

/** Reads what {@link pack} wrote. */
export function unpack(text: string): Int8Array {
  const weights = new Int8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 0xff) weights[i] = code - RARE
    else weights[i] = (code === FOR_APOSTROPHE ? APOSTROPHE : code === FOR_BACKSLASH ? BACKSLASH : code) - ZERO
  }
  return weights
}
