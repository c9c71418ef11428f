import type { Abbreviation } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { compose } from './compose.ts'
import type { Fix } from './fix.ts'
import { sentenceOf } from './sentence.ts'
import { inTitle } from './titles.ts'

/**
 * Spells an abbreviation out at its first use outside headings: "The Washington Post (TWP)". Offers nothing where the draft
 * does not say what it stands for.
 */
export function spellOut(reading: Reading, abbreviation: Abbreviation): Fix[] {
  const { standsFor, text: letters } = abbreviation
  if (standsFor === undefined || standsFor.trim() === '') return []
  const first = reading.abbreviations.find((one) => one.text === letters && !isInHeading(reading, one)) ?? abbreviation
  const name = afterArticle(reading.prose.slice(Math.max(0, first.start - 5), first.start), standsFor)
  const title = `Spell out: ${inTitle(standsFor)} (${inTitle(letters)})`
  const start = first.start - name.taken
  const words = sentenceOf(reading, first)?.start === start ? capitalised(name.words) : name.words
  const edit = { start, end: first.end, text: `${words} (${letters})` }
  return [compose(reading.draft.text, title, [edit], true)]
}

/**
 * A name to stand after some words: "the TWP" becomes "The Washington Post (TWP)", not "the The", and "a TWP report" becomes
 * "a Washington Post (TWP) report". `taken` is how many code units of the words it replaces.
 */
function afterArticle(before: string, name: string): { words: string; taken: number } {
  if (!/^the /i.test(name)) return { words: name, taken: 0 }
  if (/(?:^|[^\p{L}])the $/iu.test(before)) return { words: name, taken: 4 }
  if (/(?:(?:^|[^\p{L}])(?:an?|its?|his|her|our)|[’']s) $/iu.test(before)) return { words: name.slice(4), taken: 0 }
  return { words: name, taken: 0 }
}

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)

function isInHeading(reading: Reading, abbreviation: Abbreviation): boolean {
  const sentence = sentenceOf(reading, abbreviation)
  return sentence !== undefined && reading.blocks[sentence.block]?.kind === 'heading'
}
