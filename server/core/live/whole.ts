import { mayBeShouted } from '../marks/abbreviations.ts'
import type { Abbreviation } from '../marks/marks.ts'
import { addCounts, type Counts, noCounts } from '../marks/register.ts'
import { abbreviationsOf, type Spelled } from '../reading/facts.ts'
import type { Paragraph } from '../reading/paragraph.ts'
import { type Resolved, resolve } from '../sources/attributions.ts'
import type { Mention } from '../sources/identity.ts'
import type { Name } from '../sources/names.ts'
import { moved } from './moved.ts'
import type { Part, Standing } from './part.ts'

/** What is counted over a whole draft, kept up as parts come and go. */
export interface Totals {
  readonly counts: Counts
  code: number
  /** How many paragraphs spell out what TK stands for. */
  spelledOut: number
  /** How often each thing is counted. */
  readonly things: Map<string, number>
  /** For each word that somewhere stands in capitals how often it stands in small letters. */
  readonly ordinary: Map<string, number>
}

export const noTotals = (): Totals => ({
  counts: noCounts(),
  code: 0,
  spelledOut: 0,
  things: new Map(),
  ordinary: new Map(),
})

/** What totals were before parts came and went, of what these touch. */
export interface Before {
  readonly things: Map<string, number>
  readonly ordinary: Map<string, number>
  readonly spelledOut: number
}

export const beforeChange = ({ spelledOut }: Totals): Before => ({ things: new Map(), ordinary: new Map(), spelledOut })

/** Adds parts to the totals, or takes them away, and notes in `before` what is touched. */
export function count(totals: Totals, parts: readonly Part[], sign: 1 | -1, before: Before): void {
  for (const { section, paragraphs } of parts) {
    totals.code += sign * section.code
    for (const { counts, spellsOut, things } of paragraphs) {
      addCounts(totals.counts, counts, sign)
      if (spellsOut) totals.spelledOut += sign
      for (const thing of things) {
        const times = totals.things.get(thing) ?? 0
        if (!before.things.has(thing)) before.things.set(thing, times)
        if (times + sign > 0) totals.things.set(thing, times + sign)
        else totals.things.delete(thing)
      }
    }
    countOrdinary(totals.ordinary, paragraphs, sign, before.ordinary)
  }
}

function countOrdinary(
  ordinary: Map<string, number>,
  paragraphs: readonly Paragraph[],
  sign: 1 | -1,
  before?: Map<string, number>,
): void {
  if (ordinary.size === 0) return
  for (const { passage } of paragraphs)
    for (const token of passage.tokens) {
      const { lower } = token.word
      const times = mayBeShouted(token) ? ordinary.get(lower) : undefined
      if (times === undefined) continue
      if (before && !before.has(lower)) before.set(lower, times)
      ordinary.set(lower, times + sign)
    }
}

/** The things that are counted more than once now, and were not, or the other way round. */
export const crossed = ({ things }: Totals, before: Before): Set<string> =>
  new Set([...before.things].flatMap(([thing, times]) => ((things.get(thing) ?? 0) > 1 === times > 1 ? [] : [thing])))

/** Whether a word in capitals has become one that is written with small letters too, or is none any more. */
export const spellingChanged = ({ ordinary }: Totals, before: Before): boolean =>
  [...before.ordinary].some(([lower, times]) => (ordinary.get(lower) ?? 0) > 0 !== times > 0)

/** Counts words that are in capitals for the first time, and forgets those that are no more. */
export function wantOrdinary({ ordinary }: Totals, parts: readonly Part[]): void {
  const wanted = new Set<string>()
  for (const { paragraphs } of parts)
    for (const { letters } of paragraphs) for (const { lower } of letters) wanted.add(lower)
  for (const lower of ordinary.keys()) if (!wanted.has(lower)) ordinary.delete(lower)
  const fresh = new Map([...wanted].filter((lower) => !ordinary.has(lower)).map((lower) => [lower, 0]))
  if (fresh.size === 0) return
  for (const { paragraphs } of parts) countOrdinary(fresh, paragraphs, 1)
  for (const [lower, times] of fresh) ordinary.set(lower, times)
}

/** Who and what is meant in a part, in view of the whole draft. */
export interface Meant {
  readonly resolved: readonly Resolved[]
  readonly abbreviations: ReadonlyArray<Abbreviation | undefined>
}

function standingOf(part: Part, offset: number, block: number): Standing {
  const standing = part.standing ?? firstStanding(part)
  const [by, blocks] = [offset - standing.offset, block - standing.block]
  if (by === 0 && blocks === 0) return standing
  standing.offset = offset
  standing.block = block
  for (const name of standing.names) {
    name.start += by
    name.end += by
    name.block += blocks
  }
  for (const { letters, introduced } of standing.spelled) {
    for (const one of letters) {
      one.start += by
      one.end += by
    }
    for (const one of introduced) one.start += by
  }
  return standing
}

function firstStanding(part: Part): Standing {
  const spelled = part.paragraphs.map(({ names, letters, introduced }) => ({
    names: names.map((name) => ({ ...name })),
    letters: letters.map((one) => ({ ...one })),
    introduced: introduced.map((one) => ({ ...one })),
  }))
  const standing = { offset: 0, block: 0, names: spelled.flatMap(({ names }) => names), spelled }
  part.standing = standing
  return standing
}

/** Resolves the sources and the abbreviations of some parts as if they were all of a draft, part by part. */
export function meantIn(
  totals: Totals,
  parts: readonly Part[],
  mentions: ReadonlyArray<readonly Mention[]>,
  offsets: Int32Array,
): Meant[] {
  const names: Name[] = []
  const sources: Mention[] = []
  const spelled: Spelled[] = []
  let block = 0
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as Part
    const offset = offsets[p] as number
    const standing = standingOf(part, offset, block)
    for (const name of standing.names) names.push(name)
    for (const one of standing.spelled) spelled.push(one)
    for (const one of mentions[p] ?? [])
      sources.push({ start: one.start + offset, text: one.text, kind: one.kind, block: one.block + block })
    block += part.paragraphs.length
  }
  const resolved = resolve(sources, names)
  const abbreviations = abbreviationsOf(spelled, (lower) => (totals.ordinary.get(lower) ?? 0) > 0)
  let r = 0
  let a = 0
  return parts.map(({ paragraphs }, p) => {
    let letters = 0
    for (const one of paragraphs) letters += one.letters.length
    const count = mentions[p]?.length ?? 0
    const offset = offsets[p] as number
    const meant = {
      resolved: count === 0 ? NONE : resolved.slice(r, r + count),
      abbreviations:
        letters === 0 ? NONE : abbreviations.slice(a, a + letters).map((one) => one && moved(one, -offset)),
    }
    r += count
    a += letters
    return meant
  })
}

const NONE: readonly never[] = []
