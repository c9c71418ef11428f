import { DECIDING } from '../sources/candidates.ts'
import { leading } from '../text/search.ts'
import { hear } from './hear.ts'
import type { Meaning } from './marks.ts'
import { saySame } from './same.ts'
import { type Call, inherit, type Talk, tell, tellOfPersons } from './talk.ts'
import { askAnew, type Between } from './topics.ts'
import { NONE, type Voice } from './voice.ts'

/** What an edit does to the voices of a draft. */
export interface Change {
  /** Where new voices stand now. */
  readonly from: number
  readonly to: number
  /** The voices that stood there before. */
  readonly was: readonly Voice[]
  /** The words that are written with small letters now, and were not, or the other way round. */
  readonly respelled: readonly string[]
}

/**
 * Finds out who and what is meant in new parts, and in all those that these tell something else: where those ask of it, and in passing
 * on from part to part the persons to whom a pronoun may refer, until these are the same as before.
 *
 * @param meanings those of all parts, changed in place
 * @param isOrdinary whether the draft also writes a word of capitals with small letters
 * @param heard told of each part that means something else than before
 */
export function hearAgain(
  talk: Talk,
  meanings: Meaning[],
  change: Change,
  isOrdinary: (lower: string) => boolean,
  heard: (p: number) => void,
): void {
  const due = new Uint8Array(meanings.length)
  const call: Call = ({ order }) => {
    due[leading(meanings, ({ voice }) => voice.order < order)] = 1
  }
  if (change.from < change.to || change.was.length > 0) replace(talk, meanings, change, due, call)
  for (const lower of change.respelled) talk.ordinary.get(lower)?.askers.forEach(call)
  // what is heard in a part is told to those behind it alone, so none is heard twice
  for (let p = due.indexOf(1); p >= 0; p = due.indexOf(1, p + 1)) {
    const { part, voice, resolved, abbreviations } = meanings[p] as Meaning
    const before = meanings[p - 1]?.voice.recent ?? NONE
    const now = hear(talk, meanings, p, before, isOrdinary)
    askAnew(voice, now.asks)
    tellOfPersons(talk, voice, now.persons, betweenVoices(meanings, p, p + 1), call)
    if (!areSame(now.persons.recent, voice.recent)) {
      voice.recent = areSame(now.persons.recent, before) ? before : now.persons.recent
      due.fill(1, p + 1, p + 2)
    }
    if (saySame(now.resolved, resolved) && saySame(now.abbreviations, abbreviations)) continue
    meanings[p] = { part, voice, resolved: now.resolved, abbreviations: now.abbreviations, marks: undefined }
    heard(p)
  }
}

const areSame = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((one, i) => one === b[i]))

/** Has new voices speak in the place of others, and marks as due what may mean something else then. */
function replace(talk: Talk, meanings: readonly Meaning[], change: Change, due: Uint8Array, call: Call): void {
  const { from, to, was } = change
  const now = meanings.slice(from, to).map(({ voice }) => voice)
  putInOrder(meanings, change)
  const between = betweenVoices(meanings, from, to)
  for (const voice of was) askAnew(voice, NONE)
  tell(talk, was, now, between, call)
  inherit(talk, was, now[0], between, call)
  const recent = was.at(-1)?.recent ?? meanings[from - 1]?.voice.recent ?? NONE
  for (const voice of now) voice.recent = recent
  due.fill(1, from, to)
  // a surname and "the newspaper" may stand for what is named in the last blocks before, and a pronoun for the last person
  for (let p = to, blocks = 0; p < meanings.length && blocks < DECIDING; p++) {
    due[p] = 1
    blocks += (meanings[p] as Meaning).voice.blocks
  }
}

function betweenVoices(meanings: readonly Meaning[], from: number, to: number): Between {
  return {
    after: meanings[from - 1]?.voice.order ?? Number.NEGATIVE_INFINITY,
    before: meanings[to]?.voice.order ?? Number.POSITIVE_INFINITY,
  }
}

/** The least distance at which numbers are still told apart with ease. */
const CLOSEST = 2 ** -20

/** Gives new voices their place in the order, and where there is no room for them, every voice a new one. */
function putInOrder(meanings: readonly Meaning[], { from, to, was }: Change): void {
  const { after, before } = betweenVoices(meanings, from, to)
  if ((before - after) / (to - from + 1) < CLOSEST) {
    meanings.forEach(({ voice }, p) => {
      voice.order = p
    })
    // those that were there before are still to be found by their order
    was.forEach((voice, i) => {
      voice.order = from - 1 + ((i + 1) * (to - from + 1)) / (was.length + 1)
    })
    return
  }
  const count = to - from
  const first = after > Number.NEGATIVE_INFINITY ? after : before < Number.POSITIVE_INFINITY ? before - count - 1 : 0
  const step = before < Number.POSITIVE_INFINITY ? (before - first) / (count + 1) : 1
  for (let p = from; p < to; p++) (meanings[p] as Meaning).voice.order = first + step * (p - from + 1)
}
