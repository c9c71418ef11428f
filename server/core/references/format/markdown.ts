/** An address up to a space or what cannot stand in one; what ends its sentence is no part of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”]+/g

/** What CommonMark, GFM or pandoc take for markup in the middle of a line. */
const MARKUP = new Set('\\`*_{}[]<>#|~^$@')

/**
 * Plain text for a draft in Markdown, in which nothing becomes markup but an address, which stays one that readers can follow. For
 * the text of a footnote or the middle of a line; line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  let out = ''
  let from = 0
  for (const match of line.matchAll(ADDRESS)) {
    out += escapedWords(line.slice(from, match.index)) + escapedAddress(match[0])
    from = match.index + match[0].length
  }
  return atStart(out + escapedWords(line.slice(from)))
}

function escapedWords(text: string): string {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    const entity = char === '&' && /^&(?:#x?[0-9a-f]{1,7}|[a-z][a-z0-9]{1,31});/i.test(text.slice(at, at + 40))
    out += MARKUP.has(char) || entity ? `\\${char}` : char
  }
  return out
}

/** An address without what would make markup of its end or of the words around it. */
const escapedAddress = (address: string): string =>
  address.replace(
    /[\\`*[\]{}|^~$@]|_(?![a-zA-Z0-9])|(?<![a-zA-Z0-9])_/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** What would make a list, a heading or a quotation of a line that begins with it. */
function atStart(text: string): string {
  if (/^[-+>=]/.test(text)) return `\\${text}`
  return text.replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
}
