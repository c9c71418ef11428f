import { makeType, type TokenKind, type WordType } from './words.ts'

/** Spellings that are remembered at most; when there are more, all are forgotten. */
const MOST_TYPES = 65_536
/** A very long "word" is no word of a language and would only hold memory. */
const LONGEST = 40
const FIRST_SIZE = 4096

/** A hash table with open addressing, half full at most: the hash of each spelling, and its type at the same place. */
let hashes = new Int32Array(FIRST_SIZE)
let types: Array<WordType | undefined> = new Array(FIRST_SIZE).fill(undefined)
let count = 0

/**
 * The type of the word that stands in a text from `start` up to `end`. Remembered, because a draft repeats its words; it is found by its
 * letters where they stand, so that only a new word is cut out of the text.
 */
export function wordType(text: string, start: number, end: number, kind: TokenKind): WordType {
  const hash = hashOf(text, start, end)
  let place = hash & (types.length - 1)
  for (let type = types[place]; type !== undefined; type = types[place]) {
    if (hashes[place] === hash && type.kind === kind && isSpelled(type.text, text, start, end)) return type
    place = (place + 1) & (types.length - 1)
  }
  const type = makeType(cut(text, start, end), kind)
  if (end - start <= LONGEST) remember(type, hash)
  return type
}

/** A long slice would hold on to the text that it is of; a slice of a small string holds on to that alone. */
const cut = (text: string, start: number, end: number): string => ` ${text.slice(start, end)}`.slice(1)

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isSpelled(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}

function remember(type: WordType, hash: number): void {
  if (count >= MOST_TYPES) renew(FIRST_SIZE, [])
  else if (2 * count >= types.length) renew(2 * types.length, types)
  enter(type, hash)
  count++
}

function enter(type: WordType, hash: number): void {
  let place = hash & (types.length - 1)
  while (types[place] !== undefined) place = (place + 1) & (types.length - 1)
  types[place] = type
  hashes[place] = hash
}

/** Makes a new table of a size that is a power of two, with the types that are given. */
function renew(size: number, kept: ReadonlyArray<WordType | undefined>): void {
  const old = hashes
  hashes = new Int32Array(size)
  types = new Array(size).fill(undefined)
  count = 0
  kept.forEach((type, place) => {
    if (type === undefined) return
    enter(type, old[place] as number)
    count++
  })
}
