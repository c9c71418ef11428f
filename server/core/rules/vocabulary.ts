/** Phrases by their first word, each as the words that follow it. */
export type Phrases = ReadonlyMap<string, ReadonlyArray<readonly string[]>>

/** Makes phrases of lower-case words with single spaces between them ready to be looked for. */
export function phrases(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const phrase of list) {
    const [first = '', ...rest] = phrase.split(' ')
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest])
  }
  return byFirst
}

/** Whether a text holds one of the phrases as whole words, in any case. */
export function holdsOne(text: string, wanted: Phrases): boolean {
  const words = wordsIn(text)
  return words.some((word, at) =>
    wanted.get(word)?.some((rest) => rest.every((next, ahead) => words[at + 1 + ahead] === next)),
  )
}

/** The words of a text in lower case, without punctuation; an apostrophe is part of its word and always straight. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu) ?? []
