import type { Reading } from '../reading.ts'
import { readFrontMatter } from '../references/index.ts'
import type { Span } from '../text/span.ts'

/** Words that lead somewhere. */
export interface DraftLink extends Span {
  /** A web address, or the path of a bibliography as the draft names it. */
  readonly to: { readonly address: string } | { readonly path: string }
}

/** What can be followed in a draft: bare addresses, DOIs among them, and the bibliographies that its front matter names. */
export function draftLinks({ draft, citations }: Reading): DraftLink[] {
  const addresses = citations.flatMap(({ kind, key, start, end }): DraftLink[] => {
    const address = kind === 'url' ? webAddress(key) : undefined
    return address === undefined ? [] : [{ start, end, to: { address } }]
  })
  const files = draft.language === 'markdown' ? readFrontMatter(draft.text).bibliographies : []
  return [...files.map(({ start, end, path }): DraftLink => ({ start, end, to: { path } })), ...addresses]
}

/** An address that a browser opens; nothing else that an editor would run. */
function webAddress(address: string): string | undefined {
  const start = address.slice(0, 8).toLowerCase()
  if (start.startsWith('https://') || start.startsWith('http://')) return address
  if (start.startsWith('doi:')) return `https://doi.org/${address.slice(4)}`
  return start.startsWith('www.') ? `https://${address}` : undefined
}
