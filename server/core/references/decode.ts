/** How bytes were read. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The characters of Windows-1252 from 0x80 to 0x9F, where Latin-1 has control characters; five bytes stand for nothing. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ'

/** How many code units are turned into a string at once; more would overflow the stack. */
const AT_ONCE = 8192

/**
 * The text of a bibliography's bytes, without its byte order mark. What is no UTF-8 is taken for Windows-1252, which holds
 * Latin-1, since that is what older reference managers write. Total.
 */
export function decodeBibliography(bytes: Uint8Array): { text: string; encoding: Encoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: sixteen(bytes, 0), encoding: 'utf-16le' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: sixteen(bytes, 1), encoding: 'utf-16be' }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const text = eight(bytes, marked ? 3 : 0)
  if (text !== undefined) return { text, encoding: marked ? 'utf-8-bom' : 'utf-8' }
  return { text: mapped(bytes), encoding: 'windows-1252' }
}

/** UTF-8, or undefined where it is not: cut short, too long a form, a surrogate, beyond Unicode. */
function eight(bytes: Uint8Array, from: number): string | undefined {
  const units = new Uint16Array(bytes.length - from)
  let length = 0
  for (let at = from; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    if (first < 0x80) {
      units[length++] = first
      at++
      continue
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4 || at + more >= bytes.length) return undefined
    let code = first & (0x3f >> more)
    for (let next = 1; next <= more; next++) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (byte & 0x3f)
    }
    const least = more === 3 ? 0x10000 : more === 2 ? 0x800 : 0x80
    if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    if (code > 0xffff) {
      units[length++] = 0xd7c0 + (code >> 10)
      units[length++] = 0xdc00 + (code & 0x3ff)
    } else units[length++] = code
    at += more + 1
  }
  return stringOf(units, length)
}

/** UTF-16 behind its mark; `low` is where in a pair the low byte stands. */
function sixteen(bytes: Uint8Array, low: 0 | 1): string {
  const units = new Uint16Array((bytes.length - 2) >> 1)
  for (let at = 0; at < units.length; at++) {
    const [first, second] = [bytes[2 + 2 * at] ?? 0, bytes[3 + 2 * at] ?? 0]
    units[at] = low === 0 ? first | (second << 8) : second | (first << 8)
  }
  return stringOf(units, units.length)
}

function mapped(bytes: Uint8Array): string {
  const units = Uint16Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? WINDOWS.charCodeAt(byte - 0x80) : byte,
  )
  return stringOf(units, units.length)
}

function stringOf(units: Uint16Array, length: number): string {
  let text = ''
  for (let at = 0; at < length; at += AT_ONCE)
    text += String.fromCharCode(...units.subarray(at, Math.min(length, at + AT_ONCE)))
  return text
}
