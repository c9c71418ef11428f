import { leading } from '../text/search.ts'
import type { Voice } from './voice.ts'

/** What a part tells of a topic: by the n-th of its names or introductions, say, or a gender. */
export interface Telling<What> {
  readonly voice: Voice
  readonly what: What
}

/** A topic as those see it who only ask. */
export interface Asked {
  readonly key: string
  /** The topics that it is one of. */
  readonly among: { delete(key: string): boolean }
  readonly tellings: readonly unknown[]
  /** Those who have asked, in the order of the draft. */
  readonly askers: Voice[]
}

/** One thing that parts tell and ask one another, such as who bears a surname, or whether somebody is a source. */
export interface Topic<What> extends Asked {
  /** What is told of it, in the order of the draft. */
  tellings: Array<Telling<What>>
  /** Of a surname, whether there is more than one first name with it, once somebody has asked. */
  isShared: boolean | undefined
}

/** Topics of one kind. Those of which nobody tells or asks any more are forgotten. */
export type Topics<What> = Map<string, Topic<What>>

/** The topic of that key, made where nobody has told or asked of it before. */
export function topicOf<What>(topics: Topics<What>, key: string): Topic<What> {
  const known = topics.get(key)
  if (known !== undefined) return known
  const topic = { key, among: topics, tellings: [], askers: [], isShared: undefined }
  topics.set(key, topic)
  return topic
}

export function forgetIfEmpty({ key, among, tellings, askers }: Asked): void {
  if (tellings.length === 0 && askers.length === 0) among.delete(key)
}

/** A stretch of a draft: what stands between two places in its order. */
export interface Between {
  readonly after: number
  readonly before: number
}

/** How a stretch tells of a topic now. */
export interface Retold<What> {
  /** What it told before. */
  readonly was: ReadonlyArray<Telling<What>>
  readonly now: ReadonlyArray<Telling<What>>
  /** How much is told before the stretch. */
  readonly rank: number
}

/** So many at most are put into a list in place. More would be more arguments than a call has room for. */
const FEW = 1000

/** Puts what a stretch tells of a topic now in the place of what it told. */
export function retell<What>(
  topic: Topic<What>,
  { after, before }: Between,
  now: ReadonlyArray<Telling<What>>,
): Retold<What> {
  const { tellings } = topic
  const rank = leading(tellings, ({ voice }) => voice.order <= after)
  const end = leading(tellings, ({ voice }) => voice.order < before)
  const was = tellings.slice(rank, end)
  if (end === tellings.length) {
    tellings.length = rank
    for (const one of now) tellings.push(one)
  } else if (now.length <= FEW) tellings.splice(rank, was.length, ...now)
  else topic.tellings = tellings.slice(0, rank).concat(now, tellings.slice(end))
  return { was, now, rank }
}

/** How far it is heard that a stretch tells something else of a topic. */
export interface Reach {
  /** Whether those who ask before the stretch hear of it. */
  readonly back: boolean
  /** Behind as many more tellings as this nobody does. */
  readonly ahead: number
}

/** Calls all who have asked of a topic and hear that a stretch tells something else. */
export function callAskers<What>(
  { askers, tellings }: Topic<What>,
  { after, before }: Between,
  { rank, now }: Retold<What>,
  { back, ahead }: Reach,
  call: (voice: Voice) => void,
): void {
  if (back)
    for (const voice of askers) {
      if (voice.order > after) break
      call(voice)
    }
  if (ahead === 0) return
  const last = tellings[rank + now.length + ahead - 1]?.voice.order ?? Number.POSITIVE_INFINITY
  for (let a = leading(askers, ({ order }) => order < before); a < askers.length; a++) {
    const voice = askers[a] as Voice
    if (voice.order > last) break
    call(voice)
  }
}

/** Has a voice ask of these topics, and no more of those of which it asked before. */
export function askAnew(voice: Voice, asks: readonly Asked[]): void {
  const before = voice.asks
  if (before.length === asks.length && before.every((one, i) => one === asks[i])) return
  for (const { askers } of before) {
    const place = placeAmong(askers, voice)
    if (askers[place] === voice) askers.splice(place, 1)
  }
  for (const { askers } of asks) {
    const place = placeAmong(askers, voice)
    if (askers[place] !== voice) askers.splice(place, 0, voice)
  }
  for (const one of before) forgetIfEmpty(one)
  voice.asks = asks
}

const placeAmong = (askers: readonly Voice[], voice: Voice): number =>
  leading(askers, ({ order }) => order < voice.order)
