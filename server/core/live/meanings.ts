import type { Abbreviation } from '../marks/marks.ts'
import type { Resolved } from '../sources/attributions.ts'
import type { Mention } from '../sources/identity.ts'
import type { Meaning, Setting } from './marks.ts'
import type { Known, Part } from './part.ts'
import { saySame } from './same.ts'
import { signatureOf } from './signature.ts'
import { type Meant, meantIn, wantOrdinary } from './whole.ts'
import { heardByPart, mentionsIn, type Place } from './window.ts'

/** The links of a part, before it is known who they are. */
interface Sources {
  readonly mentions: readonly Mention[]
  readonly signature: string
}

interface Asked {
  /** Whether all must be resolved though no signature has changed, as when a word in capitals has become an ordinary one. */
  readonly isRespelled: boolean
  /** Whether more of the draft follows, so that only what is new is resolved now. */
  readonly goesOn: boolean
}

/** How many parts before what is new are looked at for names, while more of a draft follows. */
const NEAR = 100

/**
 * Who and what is meant in each part. All of the draft is resolved again only where its names, sources or abbreviations change, and not
 * just their places.
 *
 * @param before the parts before the edit
 * @param range those whose links may have changed
 * @param touch told of parts whose meaning has changed
 */
export function meaningsOf(
  setting: Setting,
  before: readonly Known[],
  [from, to]: readonly [number, number],
  touch: (from: number, to: number) => void,
  { isRespelled, goesOn }: Asked,
): Meaning[] {
  const { parts } = setting
  const shift = parts.length - before.length
  const old = before.slice(from, to - shift)
  const fresh = sourcesOf(setting, from, to)
  const isSame = old.map(({ signature }) => signature).join('') === fresh.map(({ signature }) => signature).join('')
  const around: readonly [Meaning[], Meaning[]] = [before.slice(0, from), before.slice(to - shift)]
  if (isSame && (goesOn || !isRespelled))
    return around[0].concat(carriedOver(parts.slice(from, to), fresh, old), around[1])

  const sources = [...around[0], ...fresh, ...around[1]]
  const mentions = sources.map((one) => one.mentions)
  const first = goesOn ? Math.max(0, from - NEAR) : 0
  const { totals, offsets } = setting
  if (!goesOn) wantOrdinary(totals, parts)
  const meant = meantIn(totals, parts.slice(first), mentions.slice(first), offsets.subarray(first))
  return parts.map((part, p): Meaning => {
    const known = p < from ? before[p] : p >= to ? before[p - shift] : undefined
    if (known && (p < first || goesOn)) return known
    const { resolved, abbreviations } = meant[p - first] as Meant
    if (known && saySame(known.resolved, resolved) && saySame(known.abbreviations, abbreviations)) return known
    if (known) touch(p, p + 1)
    const { mentions, signature } = sources[p] as Sources
    return { part, mentions, signature, resolved, abbreviations, marks: undefined }
  })
}

function sourcesOf({ parts, windowOver }: Setting, from: number, to: number): Sources[] {
  if (from === to) return []
  const window = windowOver(from, to)
  return heardByPart(window)
    .map((heard, p) => mentionsIn(window.prose, heard, window.places[p] as Place))
    .slice(from - window.from, to - window.from)
    .map((mentions, i) => ({ mentions, signature: signatureOf((parts[from + i] as Part).paragraphs, mentions) }))
}

/** Deals what the parts before an edit meant to those after it, which have the same names, sources and abbreviations in the same order. */
function carriedOver(parts: readonly Part[], sources: readonly Sources[], old: readonly Known[]): Meaning[] {
  const resolved = old.flatMap((one) => one.resolved)
  const abbreviations = old.flatMap((one) => one.abbreviations)
  let r = 0
  let a = 0
  return parts.map((part, p): Meaning => {
    const { mentions, signature } = sources[p] as Sources
    const letters = part.paragraphs.flatMap((one) => one.letters)
    return {
      part,
      mentions,
      signature,
      resolved: mentions.map((): Resolved => resolved[r++] as Resolved),
      abbreviations: letters.map(({ start, end }): Abbreviation | undefined => {
        const one = abbreviations[a++]
        return one && { ...one, start, end }
      }),
      marks: undefined,
    }
  })
}
