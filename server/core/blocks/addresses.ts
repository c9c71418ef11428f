import type { Span } from '../text/span.ts'
import { OBJECT } from './block.ts'
import { isDigit, isSpace, isWordCharacter } from './characters.ts'

const SCHEMES = ['https://', 'http://', 'www.']
const STOPS = new Set(['<', '>', '"', '“', '”', '`', '|', OBJECT])
const TRAILING = new Set(['.', ',', ';', ':', '!', '?', "'", '’', '*', '_', '~'])

/** Whether an address leads out of the draft's own site, so that a link to it is a citation. */
export function isCitable(address: string): boolean {
  const start = address.slice(0, 8).toLowerCase()
  return [...SCHEMES, 'ftp://', 'doi:', '//'].some((scheme) => start.startsWith(scheme)) && !start.startsWith('///')
}

/** The bare web addresses in a span of the prose, without the punctuation that ends their sentence. Linear in the span. */
export function findAddresses(prose: string, text: string, span: Span): Span[] {
  const found: Span[] = []
  let at = span.start
  while (at < span.end) {
    const scheme = schemeAt(prose, at)
    if (scheme === 0) {
      at++
      continue
    }
    const rest = at + scheme
    const end = trimEnd(prose, rest, stretch(prose, text, rest, span.end))
    const host = prose.slice(rest, end)
    const whole = isWordCharacter(host[0] ?? '') && (scheme > 4 || host.includes('.'))
    if (whole) found.push({ start: at, end })
    at = whole ? end : rest
  }
  return found
}

const [H, T, W] = [0x68, 0x74, 0x77]
const SMALL = 0x20

/** Whether the first two letters of a scheme stand at an offset, in any case: a glance that passes over nearly all of a text. */
function mayBegin(prose: string, at: number): boolean {
  const first = prose.charCodeAt(at) | SMALL
  if (first !== H && first !== W) return false
  const second = prose.charCodeAt(at + 1) | SMALL
  return first === H ? second === T : second === W
}

/** The length of the scheme that begins at an offset; 0 where none does. */
function schemeAt(prose: string, at: number): number {
  if (!mayBegin(prose, at)) return 0
  if (isWordCharacter(prose[at - 1] ?? '')) return 0
  return schemeOf(prose.slice(at, at + 8).toLowerCase()).length
}

const schemeOf = (start: string): string => SCHEMES.find((scheme) => start.startsWith(scheme)) ?? ''

/** As far as an address can reach: not past a bracket that closes one before it. A masked backslash, as in `a\_b`, belongs to it. */
function stretch(prose: string, text: string, from: number, limit: number): number {
  let end = from
  let depth = 0
  while (end < limit) {
    const char = prose[end] ?? ''
    if (STOPS.has(char) || (isSpace(char) && text[end] !== '\\')) break
    if (char === '(') depth++
    if (char === ')' && --depth < 0) break
    end++
  }
  return end
}

/** Leaves off what ends the sentence: punctuation, and brackets that the address does not open. */
function trimEnd(prose: string, start: number, limit: number): number {
  const balance = { ')': 0, ']': 0 }
  for (let at = start; at < limit; at++) {
    const char = prose[at]
    if (char === '(') balance[')']++
    if (char === ')') balance[')']--
    if (char === '[') balance[']']++
    if (char === ']') balance[']']--
  }
  let end = limit
  while (end > start) {
    const char = prose[end - 1] ?? ''
    if ((char === ')' || char === ']') && balance[char] < 0) balance[char]++
    else if (!TRAILING.has(char) && !isSpace(char)) break
    end--
  }
  return end
}

/** Whether a link's words are only the number of a note, `1` or `[1]`, set against the word before it. */
export function isNoteNumber(words: string, before: string): boolean {
  const bracketed = words.startsWith('[') && words.endsWith(']')
  const digits = bracketed ? words.slice(1, -1) : words
  if (digits.length === 0 || digits.length > 3 || ![...digits].every(isDigit)) return false
  return bracketed || (before !== '' && !isSpace(before))
}

/** Those of `spans` that begin in none of `holders`. Both lists are in document order. */
export function outside<T extends Span>(spans: readonly T[], holders: readonly Span[]): T[] {
  let next = 0
  return spans.filter((span) => {
    while (next < holders.length && (holders[next]?.end ?? 0) <= span.start) next++
    return !((holders[next]?.start ?? Number.POSITIVE_INFINITY) <= span.start)
  })
}
