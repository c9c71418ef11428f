import { foldedWords } from '../fold.ts'
import { namesOf, surname } from '../format/names.ts'
import type { Item, Reference } from '../reference.ts'

/** The parts of a reference that are searched, as numbers that fit in three bits. */
export const FIELD = { firstAuthor: 0, author: 1, title: 2, outlet: 3, year: 4, key: 5 } as const

/**
 * References prepared for searching: every word that stands in them, sorted, with the places where it stands. It is an inverted
 * file in flat arrays, since thousands of small objects would take longer to make than to search.
 */
export interface ReferenceIndex {
  readonly references: readonly Reference[]
  /** Folded words in the order of their code units. */
  readonly words: readonly string[]
  /** The letters of each word as bits, so that most words are known to be too different without being compared. */
  readonly letters: Int32Array
  /** Where the places of each word begin in `places`; one more than there are words. */
  readonly starts: Int32Array
  /** The number of a reference times eight, plus a field. */
  readonly places: Int32Array
}

/** Prepares references for searching. */
export function indexReferences(references: readonly Reference[]): ReferenceIndex {
  const ids = new Map<string, number>()
  const wordOf: number[] = []
  const placeOf: number[] = []
  const add = (word: string, place: number): void => {
    let id = ids.get(word)
    if (id === undefined) {
      id = ids.size
      ids.set(word, id)
    }
    wordOf.push(id)
    placeOf.push(place)
  }
  for (const [number, { item, key }] of references.entries()) {
    const addAll = (text: string | undefined, field: number): void => {
      if (text !== undefined) for (const word of foldedWords(text)) add(word, number * 8 + field)
    }
    for (const [at, name] of namesOf(item.author).names.entries()) {
      const field = at === 0 ? FIELD.firstAuthor : FIELD.author
      addAll(surname(name), field)
      addAll(name.given, field)
      addInitials(name.literal, (word) => add(word, number * 8 + field))
    }
    for (const name of namesOf(item.editor).names) addAll(surname(name), FIELD.author)
    addAll(item.title, FIELD.title)
    for (const outlet of outletsOf(item)) {
      addAll(outlet, FIELD.outlet)
      addInitials(outlet, (word) => add(word, number * 8 + FIELD.outlet))
    }
    if (item.issued?.year !== undefined) add(String(item.issued.year), number * 8 + FIELD.year)
    addAll(key, FIELD.key)
  }
  return sorted(references, ids, wordOf, placeOf)
}

/** Where a source appeared: its newspaper, journal, site or publisher. */
export const outletsOf = ({ containerTitle, publisher }: Item): string[] =>
  [containerTitle, publisher].filter((name) => name !== undefined)

/** The letters that a name of several words is known by: "nyt" and "tnyt" for "The New York Times". */
function addInitials(name: string | undefined, add: (word: string) => void): void {
  const letters = initialsOf(name ?? '')
  if (letters.length < 2) return
  add(letters)
  if (letters.startsWith('t') && /^the /i.test(name ?? '') && letters.length > 2) add(letters.slice(1))
}

/** The first letters of the words of a name that have capitals, folded. */
export const initialsOf = (name: string): string =>
  foldedWords(
    name
      .split(/[ -]/, 12)
      .filter((word) => /^\p{Lu}/u.test(word))
      .map((word) => String.fromCodePoint(word.codePointAt(0) ?? 32))
      .join(''),
  ).join('')

/** Brings the words into order, and the places into the order of the words. */
function sorted(
  references: readonly Reference[],
  ids: ReadonlyMap<string, number>,
  wordOf: readonly number[],
  placeOf: readonly number[],
): ReferenceIndex {
  const words = [...ids.keys()].sort()
  const rank = new Int32Array(words.length)
  for (const [at, word] of words.entries()) rank[ids.get(word) ?? 0] = at
  const starts = new Int32Array(words.length + 1)
  for (const id of wordOf) {
    const next = (rank[id] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = starts.slice()
  const places = new Int32Array(placeOf.length)
  for (let at = 0; at < wordOf.length; at++) {
    const word = rank[wordOf[at] ?? 0] ?? 0
    const slot = next[word] ?? 0
    places[slot] = placeOf[at] ?? 0
    next[word] = slot + 1
  }
  return { references, words, letters: Int32Array.from(words, lettersOf), starts, places }
}

/** A bit for each letter and digit of a word; those beyond the Latin alphabet share bits. */
export function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}
