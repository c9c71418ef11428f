import { foldedWords } from '../fold.ts'
import type { PartialDate, Reference } from '../reference.ts'
import { bestOf } from './best.ts'
import { FIELD, initialsOf, type ReferenceIndex } from './build.ts'
import { firstFrom } from './similar.ts'

/** What a claim says of its source, for the references that fit it best. */
export interface ClaimedSource {
  /** The words or the name of the source: "The New York Times", "Dana Reyes". */
  readonly source?: string
  /** When the source spoke, as far as the claim says: "in October" is `{ month: 10 }`. */
  readonly date?: PartialDate
  /** The year of the draft, which a date without a year is taken to be of, or of the latest before it. */
  readonly year?: number
  /** The words of the claim. */
  readonly words?: string
}

const SOURCE_FIELDS: ReadonlySet<number> = new Set([FIELD.firstAuthor, FIELD.author, FIELD.outlet])
const TITLE_FIELDS: ReadonlySet<number> = new Set([FIELD.title])

/** Words of a claim beyond these are not looked at. */
const MOST_WORDS = 60

/** How much of a source's name must fit, and how much of a claim's words where the name does not. */
const LEAST_NAME = 0.5
const LEAST_WORDS = 0.3

/** Words that say nothing of which source is meant. */
const COMMON: ReadonlySet<string> = new Set(
  'the a an of and or in on at to for by with from that this it its is are was were be been has have had not no as but than who which said says report reported study'.split(
    ' ',
  ),
)

/**
 * The references that fit what a claim says of its source, the best first; empty where none does. First the name counts, as
 * author or outlet ("NYT" fits "The New York Times"), then the date, then the words that the claim shares with the title.
 *
 * @param loosely whether any word in common will do, for a list that somebody chooses from
 */
export function rankForClaim(index: ReferenceIndex, claim: ClaimedSource, limit: number, loosely = false): Reference[] {
  const named = shares(index, sourceWords(claim.source ?? ''), SOURCE_FIELDS)
  const worded = shares(index, claimWords(claim.words ?? ''), TITLE_FIELDS)
  return bestOf(
    index,
    (at) => {
      const name = named[at] ?? 0
      const words = worded[at] ?? 0
      if (loosely ? name + words === 0 : name < LEAST_NAME && words < LEAST_WORDS) return 0
      const date = fitOf(index.references[at]?.item.issued, claim)
      return Math.max(0.001, 3 * (name < LEAST_NAME ? 0 : name) + 2 * date + 2 * words)
    },
    limit,
  )
}

/** The words of a source's name: those with capitals, if it has any, and the letters that it is known by. */
function sourceWords(source: string): string[] {
  const words = source.slice(0, 200).split(/\s+/)
  const capital = words.filter((word) => /^[“"‘'(]?[\p{Lu}\p{N}]/u.test(word))
  const named = foldedWords((capital.length > 0 ? capital : words).join(' ').replace(/[’']s(?= |$)/g, ''))
  return named.filter((word) => !['the', 'a', 'an', 'of', 'and'].includes(word))
}

const claimWords = (words: string): string[] =>
  foldedWords(words.slice(0, 2000))
    .filter((word) => !COMMON.has(word))
    .slice(0, MOST_WORDS)

/**
 * For each reference, how much of some words it has in some fields, 0 to 1; rare words weigh more. Where a name is known by its
 * first letters, those stand for all of it.
 */
function shares(index: ReferenceIndex, all: readonly string[], fields: ReadonlySet<number>): Float32Array {
  const count = index.references.length
  const share = new Float32Array(count)
  const words = [...new Set(all)]
  if (words.length === 0) return share
  let whole = 0
  for (const word of words) {
    const at = firstFrom(index.words, word)
    const known = index.words[at] === word
    const [from, to] = known ? [index.starts[at] ?? 0, index.starts[at + 1] ?? 0] : [0, 0]
    const weight = Math.log(1 + count / (1 + to - from))
    whole += weight
    const counted = new Set<number>()
    for (let place = from; place < to; place++) {
      const packed = index.places[place] ?? 0
      const reference = packed >> 3
      if (!fields.has(packed & 7) || counted.has(reference)) continue
      counted.add(reference)
      share[reference] = (share[reference] ?? 0) + weight
    }
  }
  const letters = initialsOf(all.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '))
  if (fields === SOURCE_FIELDS && letters.length > 2) markAll(index, letters, fields, share, whole)
  return share.map((sum) => Math.min(1, sum / whole))
}

function markAll(
  index: ReferenceIndex,
  word: string,
  fields: ReadonlySet<number>,
  share: Float32Array,
  whole: number,
): void {
  const at = firstFrom(index.words, word)
  if (index.words[at] !== word) return
  for (let place = index.starts[at] ?? 0; place < (index.starts[at + 1] ?? 0); place++) {
    const packed = index.places[place] ?? 0
    if (fields.has(packed & 7)) share[packed >> 3] = whole
  }
}

/** How well a date fits the one that a claim names: 1 for all of it, below 0 for another year or month. */
function fitOf(issued: PartialDate | undefined, { date, year }: ClaimedSource): number {
  if (date === undefined || issued?.year === undefined) return 0
  if (date.month !== undefined && issued.month !== undefined && date.month !== issued.month) return -0.5
  const sameDay = date.day !== undefined && date.day === issued.day ? 0.2 : 0
  const sameMonth = date.month !== undefined && date.month === issued.month ? 0.3 : 0
  if (date.year !== undefined) return date.year === issued.year ? 0.5 + sameMonth + sameDay : -0.5
  if (year === undefined) return sameMonth + sameDay
  // of the draft's year or of the latest before it
  const age = year - issued.year
  return sameMonth + sameDay + (age < 0 ? -0.2 : 0.5 / (1 + age))
}
