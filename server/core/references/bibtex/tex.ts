import { ACCENTS, QUOTING, SKIPPED, SYMBOLS, VERBATIM } from './symbols.ts'

/** Holds nothing that TeX would change. */
const PLAIN = /^[^\\{}$~`'\n\r\t]*$/

/** A value on its way from TeX to plain text. */
interface Decoding {
  readonly raw: string
  at: number
  out: string
  /** Combining marks for the next letter, and how many groups were open when they came. */
  accents: string
  accentDepth: number
  accented: boolean
  maths: boolean
  /** What each open group puts at its end. */
  readonly groups: string[]
  /** What the next group that opens will put at its end. */
  closer: string
}

/**
 * The value of a field as plain Unicode: accents and symbols put in, braces and formatting left out, `--` and quotation marks as
 * a reader sees them, white space as single spaces. A command that nobody knows is left out, its argument is not. Total and
 * linear, however deep braces are nested.
 */
export function plainText(raw: string): string {
  if (PLAIN.test(raw)) return raw.includes('--') || raw.includes('  ') ? tidied(dashed(raw)) : raw.trim()
  const decoding: Decoding = {
    raw,
    at: 0,
    out: '',
    accents: '',
    accentDepth: 0,
    accented: false,
    maths: false,
    groups: [],
    closer: '',
  }
  while (decoding.at < raw.length) step(decoding)
  drop(decoding)
  const text = decoding.out + decoding.groups.reverse().join('')
  return tidied(decoding.accented ? text.normalize('NFC') : text)
}

/**
 * The value of a field that holds an address, a DOI or a path: nothing in it is TeX but what people write to get it past TeX.
 * Braces go, `\url{…}` is its argument, and backslashes before punctuation go.
 */
export function verbatim(raw: string): string {
  const trimmed = raw.trim()
  if (!/[\\{}]/.test(trimmed)) return trimmed
  return trimmed
    .replace(/\\(?:url|path|nolinkurl|href)(?![a-zA-Z])/g, '')
    .replace(/\\(?:textasciitilde|sim)(?![a-zA-Z])|\\~/g, '~')
    .replace(/\\textunderscore(?![a-zA-Z])/g, '_')
    .replace(/[\\{}]/g, '')
    .trim()
}

function step(decoding: Decoding): void {
  const { raw, at } = decoding
  const char = raw[at] ?? ''
  decoding.at++
  if (char === '\\') command(decoding)
  else if (char === '{') {
    decoding.groups.push(decoding.closer)
    decoding.closer = ''
  } else if (char === '}') {
    if (decoding.accents !== '' && decoding.groups.length > decoding.accentDepth) drop(decoding)
    decoding.out += decoding.groups.pop() ?? ''
  } else if (char === '$') decoding.maths = !decoding.maths
  else if (char === '~') emit(decoding, ' ')
  else if (decoding.maths && (char === '^' || char === '_')) return
  else if (char === '-' || char === '`' || char === "'") marks(decoding, char)
  else emit(decoding, char)
}

/** Dashes and quotation marks that TeX makes of one or more characters. */
function marks(decoding: Decoding, char: string): void {
  const { raw, at } = decoding
  let count = 1
  while (count < 3 && raw[at - 1 + count] === char) count++
  if (char !== '-') count = Math.min(count, 2)
  decoding.at = at - 1 + count
  if (char === '-') emit(decoding, count === 1 ? '-' : count === 2 ? '–' : '—')
  else if (char === '`') emit(decoding, count === 1 ? '‘' : '“')
  else emit(decoding, count === 1 ? '’' : '”')
}

function command(decoding: Decoding): void {
  const { raw, at } = decoding
  const end = lettersEnd(raw, at)
  if (end === at) {
    const char = raw[at] ?? ''
    decoding.at = at + 1
    if (ACCENTS.has(char)) accent(decoding, char)
    else if (char === '\\' || char.trim() === '' || char === ',' || char === ';' || char === ':') emit(decoding, ' ')
    else if (!'-/!@()[]'.includes(char)) emit(decoding, char)
    return
  }
  const name = raw.slice(at, end)
  decoding.at = skipBlank(raw, end)
  const symbol = SYMBOLS.get(name)
  if (symbol !== undefined) emit(decoding, dotted(decoding, symbol))
  else if (ACCENTS.has(name)) accent(decoding, name)
  else if (VERBATIM.has(name)) decoding.out += verbatim(argument(decoding))
  else if (SKIPPED.has(name)) argument(decoding)
  else if (QUOTING.has(name) && raw[decoding.at] === '{') {
    emit(decoding, '“')
    decoding.closer = '”'
  }
}

/** An accent takes the place of the dot of i and j. */
const dotted = ({ accents }: Decoding, symbol: string): string =>
  accents === '' ? symbol : symbol === 'ı' ? 'i' : symbol === 'ȷ' ? 'j' : symbol

function accent(decoding: Decoding, name: string): void {
  if (decoding.accents === '') decoding.accentDepth = decoding.groups.length
  decoding.accents += ACCENTS.get(name) ?? ''
  decoding.at = skipBlank(decoding.raw, decoding.at)
}

/** Puts out a character, with the accents that wait for it. Half a surrogate pair waits for its other half. */
function emit(decoding: Decoding, text: string): void {
  decoding.out += text
  const code = text.charCodeAt(text.length - 1)
  if (decoding.accents === '' || (code >= 0xd800 && code <= 0xdbff)) return
  decoding.out += decoding.accents
  decoding.accents = ''
  decoding.accented = true
}

/** An accent over nothing stands for itself: `\~{}` is how TeX users write a tilde. */
function drop(decoding: Decoding): void {
  if (decoding.accents === '\u0303') decoding.out += '~'
  else if (decoding.accents === '\u0302') decoding.out += '^'
  decoding.accents = ''
}

/** The group that stands next, without its braces, which is passed over; empty where none does. */
function argument(decoding: Decoding): string {
  const { raw } = decoding
  if (raw[decoding.at] !== '{') return ''
  const start = decoding.at + 1
  let depth = 1
  let at = start
  for (; at < raw.length; at++) {
    const char = raw[at]
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) break
  }
  decoding.at = at + 1
  return raw.slice(start, at)
}

function lettersEnd(text: string, from: number): number {
  let at = from
  while (/^[A-Za-z]$/.test(text[at] ?? '')) at++
  return at
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\t' || text[at] === '\r') at++
  return at
}

const dashed = (text: string): string => text.replaceAll('---', '—').replaceAll('--', '–')

const tidied = (text: string): string => text.replace(/\s+/g, ' ').trim()
