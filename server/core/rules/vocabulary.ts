/**
 * Whether a text holds one of the phrases as whole words. Phrases are lower case, with single spaces; the text may be
 * anything.
 */
export function holdsOne(text: string, phrases: readonly string[]): boolean {
  const words = ` ${wordsIn(text).join(' ')} `
  return phrases.some((phrase) => words.includes(` ${phrase} `))
}

/** The words of a text in lower case, without punctuation; an apostrophe is part of its word and always straight. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? []
