/** Where a page may still say how its bytes are to be read, in bytes; browsers look as far (HTML, "encoding sniffing"). */
const PRESCAN = 1024

/** What a page says of its own encoding, in either way of saying it. */
const IN_PAGE = /<meta\s[^>]{0,200}?charset\s?=\s?["']?([\w:.-]{2,40})/i

const IN_HEADER = /charset\s?=\s?["']?([\w:.-]{2,40})/i

/**
 * A page that was cut may end in the middle of a character, so it is read as a stream. And as a stream alone Node 20 reads
 * Windows-1252; else it takes it for Latin-1, in which quotation marks are control characters.
 */
const STREAM = { stream: true }

/**
 * The text of a page. Its encoding is what its first bytes, its header or its own words say, in this order; else UTF-8 where
 * the bytes are that, and Windows-1252 where not. An encoding that nobody knows is as good as none.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN))
  const named = markOf(bytes) ?? IN_HEADER.exec(contentType)?.[1] ?? IN_PAGE.exec(start)?.[1]
  return (named === undefined ? undefined : decoded(bytes, named)) ?? guessed(bytes)
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes, STREAM)
  } catch {
    return undefined
  }
}

function guessed(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, STREAM)
  } catch {
    return decoded(bytes, 'windows-1252') ?? ''
  }
}
