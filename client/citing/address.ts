/** What somebody pastes to cite by: a DOI, or the address of a page. */
export interface Address {
  readonly kind: 'doi' | 'url'
  readonly text: string
}

const LONGEST = 2000

/** The address that a text is, apart from spaces around it; undefined where it is anything else. */
export function addressIn(text: string): Address | undefined {
  if (text.length > LONGEST) return undefined
  const words = text.trim()
  const bare = words.replace(/^(?:doi: ?|https?:\/\/(?:dx\.)?doi\.org\/)/i, '')
  if (/^10\.\d{4,9}\/[^\s<>"]+$/.test(bare)) return { kind: 'doi', text: bare }
  const url = /^www\.[^\s/.]/i.test(words) ? `https://${words}` : words
  return /^https?:\/\/[^\s<>"/]+\S*$/i.test(url) && !/[\s<>"]/.test(url) ? { kind: 'url', text: url } : undefined
}
