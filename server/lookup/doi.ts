const RESOLVER = 'https://doi.org/'

/** How a DOI begins: a prefix of numbers and a slash (ISO 26324). What follows may be anything that can be seen. */
const PREFIX = /^10\.\d{4,9}(?:\.\d{1,9})*\//
const UNSEEN = /[\s\p{C}]/u

/** No DOI is longer, in UTF-16 code units. */
const LONGEST = 400

/** How a DOI is introduced where people write one. */
const LEAD = /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi:\s?)/i

/** The DOI in a text that is one, with or without the resolver's address or "doi:" before it; undefined for all else. */
export function doiIn(text: string): string | undefined {
  const words = text.trim()
  const lead = LEAD.exec(words)?.[0] ?? ''
  const rest = words.slice(lead.length)
  const doi = lead.endsWith('/') ? decoded(rest) : rest
  return doi !== undefined && isDoi(doi) ? doi : undefined
}

const isDoi = (text: string): boolean =>
  text.length <= LONGEST &&
  PREFIX.test(text) &&
  !text.endsWith('/') &&
  !UNSEEN.test(text) &&
  doiAddress(text) !== undefined

/** The address of a DOI at the resolver; undefined where it would turn into another on the way. */
export function doiAddress(doi: string): URL | undefined {
  try {
    const path = encodeURIComponent(doi).replaceAll('%2F', '/')
    const url = new URL(RESOLVER + path)
    return url.href === RESOLVER + path ? url : undefined
  } catch {
    // Half a surrogate pair is no text that could be sent.
    return undefined
  }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
