/** Why bytes are no draft, in words that go on from “it is”. */
export type NoText = 'no text' | 'text in UTF-16' | 'not text in UTF-8'

/** The text of a draft in UTF-8, or what its bytes are instead; a NUL stands in no text. A byte order mark stays. */
export function decodeDraft(bytes: Uint8Array): { readonly text: string } | { readonly isInstead: NoText } {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return { isInstead: 'text in UTF-16' }
  if (bytes.includes(0)) return { isInstead: 'no text' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { isInstead: 'not text in UTF-8' }
  }
}
