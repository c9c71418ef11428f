import { abbreviations, mayBeShouted, type Name } from '../marks/abbreviations.ts'
import { DATED_AT_THE_BOTTOM, DATED_AT_THE_TOP, type DatedBlock } from '../marks/dayOfWriting.ts'
import { firstIntroduced } from '../marks/introductions.ts'
import type { Abbreviation } from '../marks/marks.ts'
import { addCounts, type Counts, noCounts } from '../marks/register.ts'
import type { Paragraph } from './paragraph.ts'

/** What is counted in all paragraphs together. */
export function totalCounts(paragraphs: readonly Paragraph[]): Counts {
  const total = noCounts()
  for (const { counts } of paragraphs) addCounts(total, counts)
  return total
}

/** The first and the last paragraphs of a draft, with the dates in them. */
export function outerBlocks(prose: string, paragraphs: readonly Paragraph[]): DatedBlock[] {
  const outer = paragraphs.filter(
    (_, index) => index < DATED_AT_THE_TOP || index >= paragraphs.length - DATED_AT_THE_BOTTOM,
  )
  return outer.map(({ passage: { block }, dates }) => ({
    words: prose.slice(block.start, block.end),
    dates: dates.map((date) => ({ ...date, start: date.start - block.start, end: date.end - block.start })),
  }))
}

/** What tells of abbreviations, in a paragraph or in more of a draft. */
interface Spelled extends Pick<Paragraph, 'letters' | 'introduced'> {
  readonly names: readonly Name[]
}

/** For each word of capitals of a draft the abbreviation that it is, if it is one. */
export function abbreviationsOf(
  paragraphs: readonly Spelled[],
  isOrdinary: (lower: string) => boolean,
): Array<Abbreviation | undefined> {
  const letters = paragraphs.flatMap((one) => one.letters)
  const introduced = firstIntroduced(paragraphs.flatMap((one) => one.introduced))
  return abbreviations(
    letters,
    introduced,
    paragraphs.flatMap(({ names }) => names),
    isOrdinary,
  )
}

/** Those of some words of capitals that the draft also writes with small letters, so that they only raise the voice or mark a speaker. */
export function ordinaryWords(paragraphs: ReadonlyArray<Pick<Paragraph, 'letters' | 'passage'>>): ReadonlySet<string> {
  const wanted = new Set(paragraphs.flatMap(({ letters }) => letters.map(({ lower }) => lower)))
  const found = new Set<string>()
  if (wanted.size === 0) return found
  const prints = new Uint8Array(PRINTS)
  for (const lower of wanted) prints[printOf(lower)] = 1
  for (const { passage } of paragraphs)
    for (const token of passage.tokens) {
      const { lower } = token.word
      if (mayBeShouted(token) && prints[printOf(lower)] === 1 && wanted.has(lower)) found.add(lower)
    }
  return found
}

const PRINTS = 1024

/** A number for a word that few others have, told by its ends, so that most words need not be looked up. */
const printOf = (word: string): number =>
  (word.charCodeAt(0) * 31 + word.charCodeAt(word.length - 1) * 7 + word.length) & (PRINTS - 1)

/** How often each thing is counted. */
export function thingCounts(paragraphs: readonly Paragraph[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { things } of paragraphs) for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1)
  return counts
}
