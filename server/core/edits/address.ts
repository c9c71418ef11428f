import { findAddresses } from '../blocks/addresses.ts'
import type { Span } from '../text/span.ts'

/** The web addresses in some words, as they stand, without their angle brackets. */
export function addressesIn(words: string): string[] {
  return spansOf(words).map(({ start, end }) => words.slice(start, end))
}

const spansOf = (words: string): Span[] => findAddresses(words, words, { start: 0, end: words.length })

/** Words without their addresses, and without the brackets and commas that these leave behind. A link leaves its own words. */
export function withoutAddress(words: string): string {
  let out = ''
  let at = 0
  for (const { start, end } of spansOf(words)) {
    out += words.slice(at, start)
    at = end
    const before = out.at(-1)
    if (before === '<' && words[at] === '>') {
      out = out.slice(0, -1)
      at++
    } else if (before === '(' && words[at] === ')' && out.at(-2) === ']') {
      const open = out.lastIndexOf('[')
      out = out.slice(0, open) + out.slice(open + 1, -2)
      at++
      continue
    }
    out = out.trimEnd()
    while (out.endsWith(',')) out = out.slice(0, -1).trimEnd()
  }
  return tidied(out + words.slice(at))
}

function tidied(words: string): string {
  const trimmed = words.trim()
  return trimmed === '.' ? '' : trimmed
}

/** An address as the end of a link: in angle brackets where round brackets in it could end it early. */
export const linkEnd = (address: string): string => (/[()\\]/.test(address) ? `<${address}>` : address)

/** Whether an address can stand in a link as it is. */
export const isLinkable = (address: string): boolean =>
  address !== '' && address.length < 2000 && !/[\s<>|]/.test(address)

/** The host of an address, without "www.". */
export function hostOf(address: string): string {
  const scheme = address.indexOf('//')
  const rest = scheme < 0 ? address : address.slice(scheme + 2)
  const end = rest.search(/[/?#]/)
  const host = end < 0 ? rest : rest.slice(0, end)
  return host.startsWith('www.') ? host.slice(4) : host
}
