import { abbreviationOf, type Letters } from '../marks/abbreviations.ts'
import type { Abbreviation } from '../marks/marks.ts'
import type { Resolved } from '../sources/attributions.ts'
import { candidates, DECIDING, isOpen } from '../sources/candidates.ts'
import { type Elsewhere, MOST_FITTING, MOST_NAMESAKES, type Namesakes } from '../sources/elsewhere.ts'
import { identities, type Mention } from '../sources/identity.ts'
import { initialsOf } from '../sources/initials.ts'
import type { Name } from '../sources/names.ts'
import type { Persons } from '../sources/persons.ts'
import type { GapList } from './gapList.ts'
import { ALL, isShared, nameOf, type Talk } from './talk.ts'
import { type Asked, type Telling, type Topic, type Topics, topicOf } from './topics.ts'
import { NONE, type Voice } from './voice.ts'

/** Who and what is meant in a part, in view of the whole draft, and what the part tells of persons. */
export interface Heard {
  readonly resolved: readonly Resolved[]
  /** For each of its words of capitals the abbreviation that it is, if it is one. */
  readonly abbreviations: ReadonlyArray<Abbreviation | undefined>
  readonly persons: Persons
  /** All of which it asked. */
  readonly asks: readonly Asked[]
}

/** Something of which each part has a voice, part by part. */
export type Voiced = ReadonlyArray<{ readonly voice: Voice }>

/**
 * Hears a part by itself, and what others tell of all that it asks.
 *
 * @param recent the persons before it to whom it may refer
 * @param isOrdinary whether the draft also writes a word of capitals with small letters
 */
export function hear(
  talk: Talk,
  parts: Voiced,
  p: number,
  recent: readonly string[],
  isOrdinary: (lower: string) => boolean,
): Heard {
  const { voice } = parts[p] as Voiced[number]
  const asks = new Set<Asked>()
  const { who, persons } = identities(voice.mentions, voice.names, elsewhereOf(talk, parts, p, asks), recent)
  const eligible = eligibleIn(parts, p)
  const abbreviations = voice.letters.map((one) => abbreviationIn(talk, voice, one, asks, isOrdinary))
  return {
    resolved: who.map((who, i) => ({ who, eligible: eligible[i] ?? NONE })),
    abbreviations,
    persons,
    asks: [...asks],
  }
}

/** What others tell a part. */
function elsewhereOf(talk: Talk, parts: Voiced, p: number, asks: Set<Asked>): Elsewhere {
  const { voice } = parts[p] as Voiced[number]
  const askOf = <What>(topics: Topics<What>, key: string): Topic<What> => {
    const topic = topicOf(topics, key)
    asks.add(topic)
    return topic
  }
  return {
    namesakes(surname, n) {
      const topic = askOf(talk.surnames, surname)
      const first = topic.tellings.at(0)
      return first && namesakesIn(topic, nameOf(first), parts, p, n)
    },
    fitting(letters, offset) {
      const { tellings } = askOf(talk.initials, letters)
      const before = (one: Telling<number>): boolean =>
        one.voice === voice ? nameOf(one).start < offset : one.voice.order < voice.order
      let fitting = tellings.at(0)
      // a name counts once for each of the ways in which the letters abbreviate it
      for (let t = 0, most = MOST_FITTING; t < tellings.length && most > 0; t++) {
        const one = tellings.at(t) as Telling<number>
        if (!before(one)) break
        fitting = one
        most -= initialsOf(nameOf(one).text).filter((own) => own === letters).length
      }
      return fitting && nameOf(fitting)
    },
    outletBefore(n) {
      const { tellings } = askOf(talk.outlets, ALL)
      const last = tellings.at(countBefore(tellings, voice, n) - 1)
      return last && nameOf(last)
    },
    namesBefore(n, most) {
      const { tellings } = askOf(talk.names, ALL)
      const end = countBefore(tellings, voice, n)
      return tellings
        .slice(Math.max(0, end - most), end)
        .reverse()
        .map(nameOf)
    },
    genderOf(name) {
      const first = askOf(talk.genders, name).tellings.at(0)
      return first && first.voice.order < voice.order ? first.what : undefined
    },
    hasSpoken(name) {
      const first = askOf(talk.spoken, name).tellings.at(0)
      return first !== undefined && first.voice.order < voice.order
    },
  }
}

/** How many are told before the n-th name of a voice. */
const countBefore = (tellings: GapList<Telling<number>>, { order }: Voice, n: number): number =>
  tellings.leading(({ voice, what }) => voice.order < order || (voice.order === order && what < n))

/** In no block that could be near. */
const FAR = -1000

function namesakesIn(topic: Topic<number>, first: Name, parts: Voiced, p: number, n: number): Namesakes {
  const several = isShared(topic)
  if (!several) return { first, several, before: NONE }
  const { voice } = parts[p] as Voiced[number]
  const { tellings } = topic
  const end = countBefore(tellings, voice, n)
  let last = p - 1
  while (last >= 0 && parts[last]?.voice.blocks === 0) last--
  const previous = parts[last]?.voice
  const before = tellings.slice(Math.max(0, end - MOST_NAMESAKES), end).map((one): Name => {
    const name = nameOf(one)
    if (one.voice === voice) return name
    return { ...name, block: one.voice === previous ? name.block - previous.blocks : FAR }
  })
  return { first, several, before }
}

/** For each mention of a part the names that it may stand for, by the names and sources in it and shortly before. */
function eligibleIn(parts: Voiced, p: number): ReadonlyArray<readonly string[]> {
  const { voice } = parts[p] as Voiced[number]
  if (!voice.mentions.some(isOpen)) return NONE
  let names = voice.names
  let mentions = voice.mentions
  let [blocks, offset] = [0, 0]
  for (let q = p - 1; q >= 0 && blocks < DECIDING; q--) {
    const other = (parts[q] as Voiced[number]).voice
    blocks += other.blocks
    offset += other.length
    names = other.names.map((name) => movedBack(name, offset, blocks)).concat(names)
    mentions = other.mentions
      .map((one): Mention => {
        const { start, block } = one
        return { ...one, start: start - offset, block: block - blocks }
      })
      .concat(mentions)
  }
  return candidates(mentions, names).slice(mentions.length - voice.mentions.length)
}

const movedBack = (name: Name, offset: number, blocks: number): Name => ({
  ...name,
  start: name.start - offset,
  end: name.end - offset,
  block: name.block - blocks,
})

function abbreviationIn(
  talk: Talk,
  voice: Voice,
  one: Letters,
  asks: Set<Asked>,
  isOrdinary: (lower: string) => boolean,
): Abbreviation | undefined {
  const { letters, lower, start } = one
  const introduced = topicOf(talk.introduced, letters)
  const spelled = topicOf(talk.spelled, letters)
  asks.add(introduced).add(spelled).add(topicOf(talk.ordinary, lower))
  const isBefore = (other: Voice, place: number): boolean =>
    other === voice ? place <= start : other.order < voice.order
  const first = introduced.tellings.at(0)
  const before = spelled.tellings.leading((name) => isBefore(name.voice, nameOf(name).end))
  const nearest = spelled.tellings.at(before - 1) ?? spelled.tellings.at(before)
  return abbreviationOf(one, {
    told: first && isBefore(first.voice, first.voice.introduced[first.what]?.start ?? 0),
    isOrdinary: isOrdinary(lower),
    name: nearest && nameOf(nearest),
  })
}
