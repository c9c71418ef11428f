import type { WordType, WordWorth } from '../english/words.ts'
import type { WorthReason } from './marks.ts'
import { TOLD } from './told.ts'
import { bucket, SORTS } from './worthBuckets.ts'
import { WORTH_WORDS } from './worthWords.ts'

/** What our own lists know of a word, a bit for each, so that most words are passed over by one look, and none is looked up twice. */
export enum Said {
  /** A word or a number, or a sign that is read as one. */
  Counted = 1,
  /** It may be a reason by itself, or with the words beside it. */
  Reason = 2,
  Court = 4,
  /** Somebody's own view, or words to the reader. */
  Own = 8,
  Will = 16,
  Poll = 32,
  Election = 64,
  Vote = 128,
  /** Words of which some kinds of writing are full: those for the reader, for the people of a story, and for what a recipe measures. */
  You = 256,
  Third = 512,
  Measure = 1024,
  Taste = 2048,
  /** It tells something of the figures of its sentence. */
  Figures = 4096,
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

const COURT = words(
  'jailed convicted sentenced charged indicted acquitted pleaded pled arraigned extradited imprisoned',
)
const TAKES = words('take takes took taken taking accepted pocketed received paid offered demanded')
const FRACTIONS = words('third quarter half')
const FIRST_PERSON = words("i we my our me us i'm")
const OPINION = words(
  'should must ought beautiful ugly wonderful terrible great awful lovely brilliant stupid silly boring exciting delicious charming sad happy nice remarkable surely certainly perhaps maybe frankly obviously clearly sadly fortunately unfortunately hopefully',
)
const POLLS = words('poll survey census surveyed polled respondents pollsters polling')
const ELECTION = words(
  'delegate delegates superdelegates ballot ballots turnout precinct precincts electoral primary primaries caucus caucuses electorate',
)
const YOU = words('you your yours')
const THIRD = words('he she him her his hers himself herself')
const MEASURES = words('minute minutes tablespoon tablespoons teaspoon teaspoons tbsp tsp gram grams cup cups')
const TASTE = words(
  'lovely beautiful ugly wonderful terrible awful brilliant boring delicious charming nice splendid dull gorgeous delightful dreadful marvellous marvelous magnificent tasty fine good bad great',
)

const LISTED: ReadonlyArray<readonly [Said, (word: string) => boolean]> = [
  [Said.Reason, (word) => WORTH_WORDS.has(word) || TAKES.has(word) || FRACTIONS.has(word) || word === 'quiet'],
  [Said.Court, (word) => COURT.has(word)],
  [Said.Own, (word) => FIRST_PERSON.has(word) || OPINION.has(word) || word === 'you' || word === 'your'],
  [Said.Will, (word) => word === 'will' || word === "'ll"],
  [Said.Poll, (word) => POLLS.has(word)],
  [Said.Election, (word) => ELECTION.has(word)],
  [Said.Vote, (word) => word === 'vote'],
  [Said.You, (word) => YOU.has(word)],
  [Said.Third, (word) => THIRD.has(word)],
  [Said.Measure, (word) => MEASURES.has(word)],
  [Said.Taste, (word) => TASTE.has(word)],
  [Said.Figures, (word) => TOLD.has(word)],
]

/** What check-worthiness makes of a word, worked out once for each spelling. */
export function wordWorthOf(word: WordType): WordWorth {
  word.worth ??= made(word)
  return word.worth
}

function made({ kind, text, lower, seeds }: WordType): WordWorth {
  const counted = kind === 'word' || kind === 'number' || text === '$' || text === '%'
  let bits = counted ? Said.Counted : 0
  for (const [bit, has] of LISTED) if (has(lower)) bits |= bit
  // a number has only its shape, which its seed is made of
  const four = kind === 'word' ? beginning(lower, 4) : 0
  const five = kind === 'word' ? beginning(lower, 5) : 0
  return {
    bits,
    word: bucket(seeds[0] as number, SORTS.word),
    four: four === 0 ? -1 : bucket(four, SORTS.four),
    ending: four === 0 ? -1 : bucket(seeds[1] as number, SORTS.ending),
    five: four === 0 || five === 0 ? -1 : bucket(five, SORTS.five),
    tag: '',
    tagSeed: 0,
    tagged: 0,
  }
}

/** Seeds of the first letters of a word, 0 where it has hardly more. */
function beginning(word: string, letters: number): number {
  if (word.length <= letters) return 0
  let hash = 0
  for (let i = 0; i < letters; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** How much the writer's own view, or words to the reader, take from the log-odds that an editor wants a source. */
export function ownShare(word: string): number {
  if (FIRST_PERSON.has(word)) return word === 'we' || word === 'i' ? 1 : 0.3
  return OPINION.has(word) ? 0.35 : 0.4
}

const FAVOURS = words('money cash payment payments bribe bribes kickback kickbacks favours favors')

/**
 * Why a word makes an editor ask: by itself, or with the words beside it ("took money from", "by a third", "to keep quiet").
 *
 * @param at the words in small letters, by how far they stand from it
 */
export function reasonOf(at: (distance: number) => string, counted: boolean): WorthReason['because'] | undefined {
  const word = at(0)
  if (TAKES.has(word) && (FAVOURS.has(at(1)) || FAVOURS.has(at(2)))) return 'accusation'
  if (FRACTIONS.has(word) && at(-1) === 'a' && at(-2) === 'by') return 'figure'
  if (word === 'quiet' && at(-1) === 'keep' && at(-2) === 'to') return 'accusation'
  const because = WORTH_WORDS.get(word)
  // "has tripled, to 4,200 burglaries": the number says it
  return because === 'figure' && counted ? undefined : because
}
