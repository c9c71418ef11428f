import { remembered } from '../text/remembered.ts'

/** Words of a name that its initials may leave out: "Doctors of the World" is DW or DOTW. */
const SMALL: ReadonlySet<string> = new Set(
  'the of and for in on to at de la le les des du del der y e und & a an'.split(' '),
)

/** The most words of a name that are compared, and the most small ones that may be left out or counted. */
const MOST_WORDS = 14
const MOST_SMALL = 3

/** Two to six capital letters, points and an ampersand aside, as they are compared: "U.N." is UN. Undefined for all other words. */
export function lettersOf(text: string): string | undefined {
  if (text.length < 2 || text.length > 12) return undefined
  let letters = ''
  for (const char of text) {
    if (char === '.' || char === '&') continue
    if (char === char.toLowerCase() || char !== char.toUpperCase()) return undefined
    letters += char
  }
  return letters.length >= 2 && letters.length <= 6 ? letters : undefined
}

/** The words of a name, cut at spaces and hyphens. */
const wordsOf = (name: string): string[] => name.split(/[\s-]/).filter((word) => word !== '')

/**
 * The initials by which a name can be called, in capitals: small words and a leading article may be counted or left out, so
 * "the Washington Post" gives WP and TWP. At most eight; none for a name of one word.
 */
export const initialsOf: (name: string) => readonly string[] = remembered((name) => {
  const words = wordsOf(name)
  if (words.length < 2 || words.length > MOST_WORDS) return []
  let all = ['']
  let small = 0
  for (const word of words) {
    const first = firstLetter(word)
    if (first === '') continue
    const optional = SMALL.has(word.toLowerCase()) && small < MOST_SMALL
    if (optional) small++
    all = optional ? [...all, ...all.map((letters) => letters + first)] : all.map((letters) => letters + first)
  }
  return all.filter((letters) => letters.length >= 2)
})

const firstLetter = (word: string): string => {
  for (const char of word) if (char.toLowerCase() !== char.toUpperCase()) return char.toUpperCase()
  return ''
}

/** Whether letters can stand for the name. */
export const fits = (letters: string, name: string): boolean => initialsOf(name).includes(letters)

/** A Roman numeral in its usual spelling: "XIV", not "IC". */
export function isRoman(letters: string): boolean {
  return /^(?:M{0,3})(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(letters)
}
