import { GapList } from './gapList.ts'
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
  readonly tellings: { readonly length: number }
  /** Those who have asked, in the order of the draft. */
  readonly askers: GapList<Voice>
}

/** One thing that parts tell and ask one another, such as who bears a surname, or whether somebody is a source. */
export interface Topic<What> extends Asked {
  /** What is told of it, in the order of the draft. */
  readonly tellings: GapList<Telling<What>>
  /** Of a surname, whether there is more than one first name with it, once somebody has asked. */
  isShared: boolean | undefined
}

/** Topics of one kind. Those of which nobody tells or asks any more are forgotten. */
export type Topics<What> = Map<string, Topic<What>>

/** The topic of that key, made where nobody has told or asked of it before. */
export function topicOf<What>(topics: Topics<What>, key: string): Topic<What> {
  const known = topics.get(key)
  if (known !== undefined) return known
  const topic: Topic<What> = {
    key,
    among: topics,
    tellings: new GapList(),
    askers: new GapList(),
    isShared: undefined,
  }
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

/** Puts what a stretch tells of a topic now in the place of what it told. */
export function retell<What>(
  { tellings }: Topic<What>,
  { after, before }: Between,
  now: ReadonlyArray<Telling<What>>,
): Retold<What> {
  const rank = tellings.leading(({ voice }) => voice.order <= after)
  const end = tellings.leading(({ voice }) => voice.order < before)
  return { was: tellings.replace(rank, end, now), now, rank }
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
    for (let a = 0; a < askers.length; a++) {
      const voice = askers.at(a) as Voice
      if (voice.order > after) break
      call(voice)
    }
  if (ahead === 0) return
  const last = tellings.at(rank + now.length + ahead - 1)?.voice.order ?? Number.POSITIVE_INFINITY
  for (let a = askers.leading(({ order }) => order < before); a < askers.length; a++) {
    const voice = askers.at(a) as Voice
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
    if (askers.at(place) === voice) askers.replace(place, place + 1, [])
  }
  for (const { askers } of asks) {
    const place = placeAmong(askers, voice)
    if (askers.at(place) !== voice) askers.replace(place, place, [voice])
  }
  for (const one of before) forgetIfEmpty(one)
  voice.asks = asks
}

const placeAmong = (askers: GapList<Voice>, voice: Voice): number => askers.leading(({ order }) => order < voice.order)
