import { OTHERS, type PersonName } from '../reference.ts'

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\textbraceleft{}'],
  ['}', '\\textbraceright{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['&', '\\&'],
  ['%', '\\%'],
  ['$', '\\$'],
  ['#', '\\#'],
  ['_', '\\_'],
  ['`', '\\textasciigrave{}'],
])

/** Plain text as the value of a field; letters of any script stay as they are. `plainText` reads it back. */
export function texOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line
    .replace(/[\\{}~^&%$#_`]/g, (char) => ESCAPES.get(char) ?? char)
    .replace(/"/g, '{"}')
    .replace(/-(?=-)/g, '-{}')
}

/** An address or a DOI as the value of a field, in which nothing but braces and backslashes could be taken for TeX. */
export const texAddress = (text: string): string =>
  text.trim().replace(/[\\{}"\s]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)

/** Longer words that have no capital in a title in which all others do. */
const SMALL: ReadonlySet<string> = new Set(
  'with from into onto over upon than that after about against among before between under through without'.split(' '),
)

/**
 * A title with braces around the words whose capitals a style must keep, as in "Storm hits {Hallam}": names and abbreviations. A
 * title of many words that all have a capital, but for small ones, gives no names away, so there only capitals within words are
 * kept.
 */
export function texTitle(title: string): string {
  const words = title.replace(/\s+/g, ' ').trim().split(' ')
  const long = words.slice(1).filter((word) => /^\p{L}{4}/u.test(word) && !SMALL.has(word))
  const headline = long.length > 2 && long.every((word) => /\p{Lu}/u.test(word))
  return words
    .map((word, at) => {
      const within = /\P{Lu}\p{Lu}|\p{Lu}{2}/u.test(word)
      const name = !headline && at > 0 && /\p{Lu}/u.test(word)
      return within || name ? `{${texOf(word)}}` : texOf(word)
    })
    .join(' ')
}

/** A list of names as BibTeX has it: "von Last, Jr, First and {Organisation} and others". */
export const texNames = (names: readonly PersonName[]): string => names.map(texName).join(' and ')

function texName(name: PersonName): string {
  if (name.literal === OTHERS.literal) return 'others'
  const { literal, particle, family, given, suffix } = name
  if (literal !== undefined) return `{${texOf(literal)}}`
  if (family === undefined) return `{${texOf(given ?? particle ?? suffix ?? '')}}`
  const last = [particle === undefined ? '' : texOf(particle), inBraces(family, hasSmallWord(family))]
    .filter((words) => words !== '')
    .join(' ')
  const first = given === undefined ? '' : inBraces(given)
  if (suffix !== undefined) return `${last}, ${inBraces(suffix)}, ${first}`
  if (first !== '') return `${last}, ${first}`
  return family.includes(' ') || particle !== undefined ? `${last},` : last
}

/** A part of a name, in braces where a comma or an "and" in it would be taken for one between names. */
function inBraces(text: string, needed = false): string {
  return needed || /,|(?:^| )and(?: |$)/i.test(text) ? `{${texOf(text)}}` : texOf(text)
}

/** Whether a word of a family name would be taken for a particle. */
const hasSmallWord = (family: string): boolean => /(?:^| )\p{Ll}/u.test(family)
