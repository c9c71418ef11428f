import { decodeNamedCharacterReference } from 'decode-named-character-reference'

/** What is heard of a text in HTML, from its beginning to its end. Names are in lower case, character references are read. */
export interface Listener {
  open?(name: string, attributes: ReadonlyMap<string, string>): void
  close?(name: string): void
  /** A piece of text; one text may come in several. */
  text?(words: string): void
}

/** Elements whose text holds no tags, and whether character references are read in it. */
const RAW: ReadonlyMap<string, boolean> = new Map([
  ['title', true],
  ['textarea', true],
  ['script', false],
  ['style', false],
  ['iframe', false],
  ['noembed', false],
  ['noframes', false],
  ['xmp', false],
])

/**
 * Reads HTML as it comes, however broken, in time that grows with its length: tags, attributes, text and comments as browsers
 * take them apart, and no tree.
 *
 * It is our own because what is needed of HTML is little. htmlparser2, the library for it, searches its stack of open elements
 * for each one that is closed, so that half a megabyte of tags that were never opened takes it seconds; and its tokenizer
 * alone, with a table of character references beside the one that the parser of Markdown brings, would weigh twice what all
 * look-ups do.
 */
export function readMarkup(html: string, listener: Listener): void {
  let at = 0
  while (at < html.length) {
    const bracket = endOf(html, '<', at)
    if (bracket > at) listener.text?.(decoded(html.slice(at, bracket)))
    at = bracket < html.length ? readTag(html, bracket, listener) : bracket
  }
}

/** Reads what begins with the bracket at `from`; gives where it ends. */
function readTag(html: string, from: number, listener: Listener): number {
  const next = html[from + 1] ?? ''
  if (isLetter(next)) return readElement(html, from + 1, listener)
  if (html.startsWith('<!--', from)) return endOf(html, '-->', from + 4) + 3
  if (next === '/' && isLetter(html[from + 2] ?? '')) {
    listener.close?.(html.slice(from + 2, nameEnd(html, from + 2)).toLowerCase())
    return endOf(html, '>', from) + 1
  }
  if (next === '!' || next === '?' || next === '/') return endOf(html, '>', from) + 1
  listener.text?.('<')
  return from + 1
}

/** Reads an opening tag from its name on, and the text of an element that holds no tags. A tag without end is not heard. */
function readElement(html: string, from: number, listener: Listener): number {
  let at = nameEnd(html, from)
  const name = html.slice(from, at).toLowerCase()
  const attributes = new Map<string, string>()
  for (;;) {
    while (isSpace(html[at]) || html[at] === '/') at++
    if (at >= html.length) return at
    if (html[at] === '>') break
    const end = nameEnd(html, at + 1)
    const attribute = html.slice(at, end).toLowerCase()
    const [value, after] = readValue(html, end)
    if (!attributes.has(attribute)) attributes.set(attribute, value)
    at = after
  }
  listener.open?.(name, attributes)
  return readRaw(html, name, at + 1, listener)
}

/** The value behind the name of an attribute, which ends at `from`; and where the value ends. */
function readValue(html: string, from: number): [value: string, end: number] {
  let at = from
  while (isSpace(html[at])) at++
  if (html[at] !== '=') return ['', from]
  at++
  while (isSpace(html[at])) at++
  const quote = html[at]
  if (quote === '"' || quote === "'") {
    const end = endOf(html, quote, at + 1)
    return [decoded(html.slice(at + 1, end)), end + 1]
  }
  let end = at
  while (end < html.length && html[end] !== '>' && !isSpace(html[end])) end++
  return [decoded(html.slice(at, end)), end]
}

/** Reads the text of an element whose text holds no tags; gives where its closing tag begins. */
function readRaw(html: string, name: string, from: number, listener: Listener): number {
  const decodes = RAW.get(name)
  if (decodes === undefined) return from
  let end = endOf(html, '</', from)
  while (end < html.length && html.slice(end + 2, nameEnd(html, end + 2)).toLowerCase() !== name)
    end = endOf(html, '</', end + 2)
  const text = html.slice(from, end)
  if (text !== '') listener.text?.(decodes ? decoded(text) : text)
  return end
}

/** Where a string next stands; the length of the text where it does not. */
function endOf(html: string, what: string, from: number): number {
  const found = html.indexOf(what, from)
  return found < 0 ? html.length : found
}

function nameEnd(html: string, from: number): number {
  let at = from
  while (at < html.length && !isSpace(html[at]) && html[at] !== '/' && html[at] !== '>' && html[at] !== '=') at++
  return at
}

const isLetter = (char: string): boolean => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')

const isSpace = (char: string | undefined): boolean =>
  char === ' ' || char === '\n' || char === '\t' || char === '\r' || char === '\f'

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,31}));/g

const decoded = (text: string): string =>
  text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return decodeNamedCharacterReference(name) || whole
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
  })

function characterOf(code: number): string {
  // Pages that were written for Windows number its quotation marks and dashes, and every browser reads them so.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code), { stream: true })
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\uFFFD' : String.fromCodePoint(code)
}
