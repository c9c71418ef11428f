const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Decodes base64 into signed bytes. The core has no Buffer and no atob, so it brings its own. */
export function fromBase64(text: string): Int8Array {
  const values = new Uint8Array(128)
  for (let i = 0; i < 64; i++) values[ALPHABET.charCodeAt(i)] = i
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Int8Array((text.length / 4) * 3 - padding)
  for (let i = 0, at = 0; i < text.length; i += 4) {
    const value = (j: number) => values[text.charCodeAt(i + j)] as number
    const bits = (value(0) << 18) | (value(1) << 12) | (value(2) << 6) | value(3)
    bytes[at++] = bits >> 16
    if (at < bytes.length) bytes[at++] = bits >> 8
    if (at < bytes.length) bytes[at++] = bits
  }
  return bytes
}
