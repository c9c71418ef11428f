import type { Letters } from '../marks/abbreviations.ts'
import type { Introduced } from '../marks/introductions.ts'
import type { Mention } from '../sources/identity.ts'
import type { Name } from '../sources/names.ts'
import type { Gender } from '../sources/persons.ts'
import type { Part } from './part.ts'
import { signatureOf } from './signature.ts'
import type { Asked } from './topics.ts'

/**
 * What a part has to say of names and sources, and what it asked the others to know who they are. It changes in place: what a part
 * asks and tells depends on the rest of the draft.
 */
export interface Voice {
  /** Greater than that of every part before it. Not a position: that of most parts changes with an edit, and this does not. */
  order: number
  /** Which names, sources and abbreviations it has, in which order: all that decides who the sources of a draft are. */
  readonly signature: string
  /** Names, sources and words of capitals, with offsets that count from the start of the part, and blocks from its first. */
  names: readonly Name[]
  mentions: readonly Mention[]
  letters: readonly Letters[]
  introduced: readonly Introduced[]
  readonly blocks: number
  /** How long it is, in code units. */
  length: number
  asks: readonly Asked[]
  /** Who is a source in it. */
  spoken: readonly string[]
  /** The genders that its own words tell. */
  genders: ReadonlyMap<string, Gender>
  /** The persons to whom what follows may refer, the last one at the end. */
  recent: readonly string[]
}

/** The voice of a part that has not been heard yet: it has asked and told nothing. */
export function voiceOf(part: Part, mentions: readonly Mention[]): Voice {
  const { paragraphs, section } = part
  return {
    order: 0,
    signature: signatureOf(part, mentions),
    names: allOf(paragraphs.map(({ names }) => names)),
    mentions,
    letters: allOf(paragraphs.map(({ letters }) => letters)),
    introduced: allOf(paragraphs.map(({ introduced }) => introduced)),
    blocks: paragraphs.length,
    length: section.length,
    asks: NONE,
    spoken: NONE,
    genders: NOBODY,
    recent: NONE,
  }
}

/** Has a voice say the same with the words that another of the same signature has, which may stand elsewhere in the part. */
export function reword(voice: Voice, { names, mentions, letters, introduced, length }: Voice): void {
  voice.names = names
  voice.mentions = mentions
  voice.letters = letters
  voice.introduced = introduced
  voice.length = length
}

/** Lists in one; the list itself where there is but one with anything in it. */
function allOf<T>(lists: ReadonlyArray<readonly T[]>): readonly T[] {
  const full = lists.filter(({ length }) => length > 0)
  return full.length > 1 ? full.flat() : (full[0] ?? NONE)
}

export const NONE: readonly never[] = []
export const NOBODY: ReadonlyMap<string, never> = new Map<string, never>()
