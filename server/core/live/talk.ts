import { initialsOf as lettersFor } from '../marks/initials.ts'
import { MOST_FITTING, MOST_NAMESAKES } from '../sources/elsewhere.ts'
import { MOST_NAMES_BACK } from '../sources/identity.ts'
import { initialsOf } from '../sources/initials.ts'
import type { Name } from '../sources/names.ts'
import { type Gender, type Persons, surnameOf } from '../sources/persons.ts'
import {
  type Between,
  callAskers,
  forgetIfEmpty,
  type Reach,
  type Retold,
  retell,
  type Telling,
  type Topic,
  type Topics,
  topicOf,
} from './topics.ts'
import { NOBODY, NONE, type Voice } from './voice.ts'

/** What the parts of a draft tell one another, kept up as they come and go. What is told by a name tells which of its part's it is. */
export interface Talk {
  /** All names, and all that are outlets': one topic each. */
  readonly names: Topics<number>
  readonly outlets: Topics<number>
  /** Full names by surname. */
  readonly surnames: Topics<number>
  /** Names by initials that stand for a source. */
  readonly initials: Topics<number>
  /** Names by letters that are an abbreviation of them. */
  readonly spelled: Topics<number>
  /** Where letters are explained, by which of its part's introductions. */
  readonly introduced: Topics<number>
  /** Words of capitals, in small letters. How often they are written with such is among the totals. */
  readonly ordinary: Topics<never>
  /** Who is a source, and of whom the gender is told, by name. */
  readonly spoken: Topics<true>
  readonly genders: Topics<Gender>
}

export const noTalk = (): Talk => ({
  names: new Map(),
  outlets: new Map(),
  surnames: new Map(),
  initials: new Map(),
  spelled: new Map(),
  introduced: new Map(),
  ordinary: new Map(),
  spoken: new Map(),
  genders: new Map(),
})

/** The key of the only topic of its kind. */
export const ALL = ''

export type Call = (voice: Voice) => void

const NOWHERE: Reach = { back: false, ahead: 0 }
const EVERYWHERE: Reach = { back: true, ahead: Number.POSITIVE_INFINITY }
const reach = (back: boolean, ahead: number): Reach => ({ back, ahead })

/** What parts tell by their own words alone, with how far it is heard where a stretch tells something else. */
type OwnWords = 'names' | 'outlets' | 'surnames' | 'initials' | 'spelled' | 'introduced'
const REACHES: Readonly<Record<OwnWords, (topic: Topic<number>, retold: Retold<number>) => Reach>> = {
  names: () => reach(false, MOST_NAMES_BACK),
  outlets: () => reach(false, 1),
  surnames: surnameReach,
  initials: (_, { rank }) => (rank >= MOST_FITTING ? NOWHERE : EVERYWHERE),
  // before the first name that fits, letters stand for that one
  spelled: (_, { rank }) => reach(rank === 0, 1),
  introduced: (_, { rank }) => (rank > 0 ? NOWHERE : EVERYWHERE),
}

/** All hear of the first of a surname and whether there are others; where there are, each hears of the last before it. */
function surnameReach(topic: Topic<number>, { was, now, rank }: Retold<number>): Reach {
  const before = topic.isShared
  topic.isShared = undefined
  if (topic.askers.length === 0) return NOWHERE
  const isFirst = rank === 0
  const first = isFirst ? (was[0] ?? topic.tellings.at(now.length)) : undefined
  const isOther = isFirst && !isSameName(first, topic.tellings.at(0))
  if (isOther || before !== isShared(topic)) return EVERYWHERE
  return before ? reach(false, MOST_NAMESAKES) : NOWHERE
}

export const nameOf = ({ voice, what }: Telling<number>): Name => voice.names[what] as Name

/** Whether there is more than one first name with a surname. */
export function isShared(topic: Topic<number>): boolean {
  const first = topic.tellings.at(0)
  topic.isShared ??= topic.tellings.some((one) => nameOf(one).bare[0] !== nameOf(first as Telling<number>).bare[0])
  return topic.isShared
}

function isSameName(a: Telling<number> | undefined, b: Telling<number> | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const [one, other] = [nameOf(a), nameOf(b)]
  return one.text === other.text && one.publication === other.publication
}

/** What voices tell by their own words, in order, topic by topic. */
type Told = Map<Topic<number>, { readonly kind: OwnWords; readonly tellings: Array<Telling<number>> }>

function toldBy(talk: Talk, voices: readonly Voice[]): Told {
  const told: Told = new Map()
  const add = (kind: OwnWords, key: string, voice: Voice, what: number): void => {
    const topic = topicOf(talk[kind], key)
    const own = told.get(topic)
    if (own === undefined) told.set(topic, { kind, tellings: [{ voice, what }] })
    // two of the ways to abbreviate a name may give the same letters
    else if (own.tellings.at(-1)?.voice !== voice || own.tellings.at(-1)?.what !== what)
      own.tellings.push({ voice, what })
  }
  for (const voice of voices) {
    voice.names.forEach((name, n) => {
      add('names', ALL, voice, n)
      if (name.publication) add('outlets', ALL, voice, n)
      if (name.bare.length > 1) add('surnames', surnameOf(name), voice, n)
      if (name.words.length > 1) for (const letters of initialsOf(name.text)) add('initials', letters, voice, n)
      for (const letters of lettersFor(name.text)) add('spelled', letters, voice, n)
    })
    voice.introduced.forEach(({ letters }, n) => {
      add('introduced', letters, voice, n)
    })
  }
  return told
}

/** Has the voices of a stretch tell what their own words do, in the place of those that were there, and calls all who asked for what is other now. */
export function tell(talk: Talk, was: readonly Voice[], now: readonly Voice[], between: Between, call: Call): void {
  const told = toldBy(talk, now)
  for (const [topic, { kind }] of toldBy(talk, was)) if (!told.has(topic)) told.set(topic, { kind, tellings: [] })
  for (const [topic, { kind, tellings }] of told) {
    const retold = retell(topic, between, tellings)
    const isSame =
      retold.was.length === tellings.length &&
      (kind === 'introduced' || tellings.every((one, i) => isSameName(one, retold.was[i])))
    if (!isSame) callAskers(topic, between, retold, REACHES[kind](topic, retold), call)
    forgetIfEmpty(topic)
  }
}

/** Has a stretch tell of a person as `what` says, or nothing. That one is a source, or of which gender, is heard from whoever tells it first. */
function tellOf<What>(
  topics: Topics<What>,
  name: string,
  between: Between,
  now: ReadonlyArray<Telling<What>>,
  ahead: number,
  call: Call,
): void {
  const topic = topicOf(topics, name)
  const retold = retell(topic, between, now)
  if (retold.rank === 0 && retold.was[0]?.what !== now[0]?.what)
    callAskers(topic, between, retold, reach(false, ahead), call)
  forgetIfEmpty(topic)
}

/** Has a voice, in a stretch of its own, tell of persons what it has been heard to tell now, and calls all who asked for what is other. */
export function tellOfPersons(
  talk: Talk,
  voice: Voice,
  { spoken, genders }: Pick<Persons, 'spoken' | 'genders'>,
  between: Between,
  call: Call,
): void {
  const told = new Set(voice.spoken)
  for (const name of new Set([...told, ...spoken]))
    if (told.has(name) !== spoken.has(name))
      tellOf(talk.spoken, name, between, spoken.has(name) ? [{ voice, what: true }] : [], 1, call)
  for (const name of new Set([...voice.genders.keys(), ...genders.keys()])) {
    const what = genders.get(name)
    if (what !== voice.genders.get(name))
      tellOf(talk.genders, name, between, what ? [{ voice, what }] : [], Number.POSITIVE_INFINITY, call)
  }
  voice.spoken = spoken.size === 0 ? NONE : [...spoken]
  voice.genders = genders.size === 0 ? NOBODY : genders
}

/** Has one voice of a stretch tell all that those told of persons that were there before, until it is heard; where there is none, nobody tells it. */
export function inherit(
  talk: Talk,
  was: readonly Voice[],
  heir: Voice | undefined,
  between: Between,
  call: Call,
): void {
  const spoken = new Set(was.flatMap((voice) => voice.spoken))
  const genders = new Map(was.flatMap((voice) => [...voice.genders]).reverse())
  const by = <What>(what: What): Array<Telling<What>> => (heir ? [{ voice: heir, what }] : [])
  for (const name of spoken) tellOf(talk.spoken, name, between, by(true as const), 1, call)
  for (const [name, gender] of genders) tellOf(talk.genders, name, between, by(gender), Number.POSITIVE_INFINITY, call)
  if (heir === undefined) return
  heir.spoken = [...spoken]
  heir.genders = genders
}
