/** Letters that are no letter with a mark to Unicode, and what people type for them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ŋ', 'ng'],
])

const ASCII = /^[\0-\x7F]*$/

/** Words as people search for them: in lower case, without accents. What is not of the Latin script stays as it is. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıŋ]/g, (letter) => LETTERS.get(letter) ?? letter)
}

/** The words of a text, folded: runs of letters and digits; an apostrophe within a word is left out. */
export const foldedWords = (text: string): string[] =>
  fold(text)
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? []
