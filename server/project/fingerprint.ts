/** A number that is the same for the same bytes, and in practice another for others (FNV-1a by Fowler, Noll and Vo, twice). */
export function fingerprint(bytes: Uint8Array): number {
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193)
    other = Math.imul(other ^ byte, 0x85ebca6b) ^ (other >>> 15)
  }
  return (one >>> 0) * 2 ** 21 + (other >>> 11)
}
