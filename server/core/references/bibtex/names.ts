import { known } from '../known.ts'
import { OTHERS, type PersonName } from '../reference.ts'
import { plainText } from './tex.ts'

const SPACE = 32
const COMMA = 44
const BACKSLASH = 92
const OPEN = 123
const CLOSE = 125
const TILDE = 126
const NO_BREAK = 0xa0

/** A word of a list of names, still TeX; a comma is a word of its own. */
type Word = string

/**
 * The names of an `author` or `editor` field: "First von Last", "von Last, First", "von Last, Jr, First", an organisation in
 * braces of its own, BibLaTeX's `family=Last, given=First`, and "and others", which is `OTHERS`. The parts are told apart by
 * commas and small letters, as BibTeX does.
 */
export function namesOf(value: string): PersonName[] {
  return namesIn(value).flatMap((words): PersonName[] => {
    if (words.length === 1 && words[0]?.toLowerCase() === 'others') return [OTHERS]
    const name = nameOf(words)
    return Object.keys(name).length === 0 ? [] : [name]
  })
}

/** The words of each name of a list, which “and” parts, outside braces. Linear. */
function namesIn(value: string): Word[][] {
  const names: Word[][] = [[]]
  let depth = 0
  let start = 0
  const finish = (end: number): void => {
    const word = value.slice(start, end)
    if (word.toLowerCase() === 'and') names.push([])
    else if (word !== '') names.at(-1)?.push(word)
  }
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code === BACKSLASH) at++
    else if (code === OPEN) depth++
    else if (code === CLOSE) depth = Math.max(0, depth - 1)
    else if (depth === 0 && (code <= SPACE || code === COMMA || code === TILDE || code === NO_BREAK)) {
      finish(at)
      if (code === COMMA) names.at(-1)?.push(',')
      start = at + 1
    }
  }
  finish(value.length)
  return names.filter((words) => words.length > 0)
}

function nameOf(words: readonly Word[]): PersonName {
  const [only = ''] = words
  if (words.length === 1 && only.startsWith('{') && !only.startsWith('{\\'))
    return known<PersonName>({ literal: plainText(only) })
  const parts = partsOf(words)
  if (words.some((word) => isLabelled(word))) return labelled(parts)
  const [first = [], second = [], third] = parts
  if (parts.length === 1) return firstLast(first)
  // "Martin Luther King, Jr." is not what BibTeX asks for, and what many write
  if (parts.length === 2 && second.length === 1 && isSuffix(second[0] ?? ''))
    return { ...firstLast(first), suffix: joined(second) }
  const { particle, family } = vonLast(first)
  return known<PersonName>({
    particle,
    family,
    given: joined(third ?? second),
    suffix: third === undefined ? '' : joined(second),
  })
}

/** The words between the commas. */
function partsOf(words: readonly Word[]): Word[][] {
  const parts: Word[][] = [[]]
  for (const word of words) {
    if (word === ',' && parts.length < 3) parts.push([])
    else if (word !== ',') parts.at(-1)?.push(word)
  }
  while (parts.length > 1 && parts.at(-1)?.length === 0) parts.pop()
  return parts
}

/** "First von Last": what is small and not at the end is the particle, and what stands before it are the given names. */
function firstLast(words: readonly Word[]): PersonName {
  const small = words.findIndex((word, index) => index < words.length - 1 && isSmall(word))
  const start = small < 0 ? words.length - 1 : small
  return known<PersonName>({ given: joined(words.slice(0, start)), ...vonLast(words.slice(start)) })
}

function vonLast(words: readonly Word[]): { particle: string; family: string } {
  const last = words.findLastIndex((word, index) => index < words.length - 1 && isSmall(word))
  return { particle: joined(words.slice(0, last + 1)), family: joined(words.slice(last + 1)) }
}

/** Whether a word begins with a small letter; one in braces is neither small nor large. */
function isSmall(word: Word): boolean {
  if (word.startsWith('{') && !word.startsWith('{\\')) return false
  return /^[^\p{L}]*\p{Ll}/u.test(word.startsWith('{') || word.startsWith('\\') ? plainText(word) : word)
}

const isSuffix = (word: Word): boolean => /^(?:Jr\.?|Sr\.?|II|III|IV)$/.test(word)

const isLabelled = (word: Word): boolean => /^(?:family|given|prefix|suffix)=/.test(word)

/** `family=Beumont, given=Simon, prefix=de`, of BibLaTeX's extended format. */
function labelled(parts: readonly Word[][]): PersonName {
  const values = new Map(
    parts.map((words): [string, string] => {
      const part = words.join(' ')
      const equals = part.indexOf('=')
      return [part.slice(0, Math.max(0, equals)), plainText(part.slice(equals + 1).replace(/^"|"$/g, ''))]
    }),
  )
  return known<PersonName>({
    family: values.get('family') ?? '',
    given: values.get('given') ?? '',
    particle: values.get('prefix') ?? '',
    suffix: values.get('suffix') ?? '',
  })
}

const joined = (words: readonly Word[]): string => plainText(words.join(' '))
