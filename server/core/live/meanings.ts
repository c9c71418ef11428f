import type { Abbreviation } from '../marks/marks.ts'
import { hearAgain } from './hearing.ts'
import type { Meaning, Setting } from './marks.ts'
import type { Known, Part } from './part.ts'
import type { Talk } from './talk.ts'
import { NONE, reword, type Voice, voiceOf } from './voice.ts'
import { heardByPart, mentionsIn, type Place } from './window.ts'

/** What the parts of a draft told one another before an edit, and what changes in it beside names and sources. */
interface Spoken {
  readonly talk: Talk
  /** The words that are written with small letters now, and were not, or the other way round. */
  readonly respelled: readonly string[]
}

/**
 * Who and what is meant in each part. Others than those of the edit are asked again only where its names, sources or abbreviations
 * change, and not just their places, and then those alone whom the change reaches.
 *
 * @param before the parts before the edit
 * @param range those whose links may have changed
 * @param touch told of parts whose meaning has changed
 */
export function meaningsOf(
  setting: Setting,
  before: readonly Known[],
  [from, to]: readonly [number, number],
  { talk, respelled }: Spoken,
  touch: (from: number, to: number) => void,
): Meaning[] {
  const { parts, totals } = setting
  const shift = parts.length - before.length
  const old = before.slice(from, to - shift)
  const voices = voicesOf(setting, from, to)
  const isSame = (one: Known | undefined, other: Voice | undefined): boolean =>
    one !== undefined && one.voice.signature === other?.signature
  let head = 0
  while (head < voices.length && isSame(old[head], voices[head])) head++
  let tail = 0
  const most = Math.min(old.length, voices.length) - head
  while (tail < most && isSame(old.at(-1 - tail), voices.at(-1 - tail))) tail++

  const fresh = voices.map((voice, i): Meaning => {
    const part = parts[from + i] as Part
    const known = i < head ? old[i] : i >= voices.length - tail ? old[i - shift] : undefined
    return known ? carriedOver(part, voice, known) : unheard(part, voice)
  })
  const meanings = (before.slice(0, from) as Meaning[]).concat(fresh, before.slice(to - shift))
  hearAgain(
    talk,
    meanings,
    {
      from: from + head,
      to: to - tail,
      was: old.slice(head, old.length - tail).map(({ voice }) => voice),
      respelled,
    },
    (lower) => totals.ordinary.has(lower),
    (p) => touch(p, p + 1),
  )
  return meanings
}

function voicesOf({ parts, windowOver }: Setting, from: number, to: number): Voice[] {
  if (from === to) return []
  const window = windowOver(from, to)
  return heardByPart(window)
    .map((heard, p) => mentionsIn(window.prose, heard, window.places[p] as Place))
    .slice(from - window.from, to - window.from)
    .map((mentions, i) => voiceOf(parts[from + i] as Part, mentions))
}

const unheard = (part: Part, voice: Voice): Meaning => ({
  part,
  voice,
  resolved: NONE,
  abbreviations: NONE,
  marks: undefined,
})

/** What is meant in a part that says the same as one before the edit, which may have stood elsewhere. */
function carriedOver(part: Part, voice: Voice, known: Known): Meaning {
  reword(known.voice, voice)
  return {
    part,
    voice: known.voice,
    resolved: known.resolved,
    abbreviations: known.abbreviations.map((one, a): Abbreviation | undefined => {
      const letters = voice.letters[a]
      return one && letters && { ...one, start: letters.start, end: letters.end }
    }),
    marks: undefined,
  }
}
