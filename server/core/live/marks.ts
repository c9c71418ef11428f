import type { CalendarDate } from '../marks/calendarDates.ts'
import type { Register } from '../marks/marks.ts'
import { readStretch } from '../reading/stretch.ts'
import type { Reading } from '../reading.ts'
import { rulesInParts } from '../rules/index.ts'
import type { Resolved } from '../sources/attributions.ts'
import { type Carry, nothingCarried } from '../sources/claims.ts'
import type { Draft } from '../text/draft.ts'
import { moved } from './moved.ts'
import type { Known, Marks, Part } from './part.ts'
import type { Totals } from './whole.ts'
import { heardByPart, type Place, type Window } from './window.ts'

/** What is known of a part before its marks are made out anew; those of before where they may stay. */
export type Meaning = Omit<Known, 'marks'> & { readonly marks: Marks | undefined }

/** What the marks of every part depend on. */
export interface Setting {
  readonly draft: Draft
  readonly parts: readonly Part[]
  readonly offsets: Int32Array
  readonly register: Register
  readonly written: CalendarDate | undefined
  readonly totals: Totals
  /** The parts from `from` up to `to` with those around them. */
  readonly windowOver: (from: number, to: number) => Window
}

/**
 * Makes out the marks of the stale parts, and of those after them that these tell something new.
 *
 * @param stale 1 for a part whose marks are not what they were; those that are found to be so are added
 */
export function withMarks(setting: Setting, meanings: readonly Meaning[], stale: Uint8Array): Known[] {
  const known = meanings.slice() as Known[]
  const carryBefore = (p: number): Carry => known[p - 1]?.marks.carryOut ?? nothingCarried
  for (let p = stale.indexOf(1); p >= 0; ) {
    const first = p++
    while (p < known.length && stale[p] === 1) p++
    marked(setting, meanings, first, p, carryBefore(first)).forEach((one, i) => {
      known[first + i] = one
    })
    const next = known[p]
    if (next !== undefined && !isSameCarry(next.marks.carryIn, carryBefore(p))) stale[p] = 1
    else p = stale.indexOf(1, p)
  }
  return known
}

const isSameCarry = (a: Carry, b: Carry): boolean => a.polled === b.polled && a.voted === b.voted

const NOTHING_PASSED = [nothingCarried, nothingCarried] as const
const NOBODY: Resolved = { who: { publication: false }, eligible: [] }

function marked(setting: Setting, meanings: readonly Meaning[], from: number, to: number, carry: Carry): Known[] {
  const { register, written, totals } = setting
  const window = setting.windowOver(from, to)
  const { places } = window
  const heard = heardByPart(window)
  const carries: Carry[] = []
  const reading = readStretch(window, {
    register,
    written,
    resolved: heard.flatMap((own, p) => own.map((_, i) => meanings[window.from + p]?.resolved[i] ?? NOBODY)),
    places: new Map(),
    abbreviations: places.flatMap(({ offset }, p) =>
      (meanings[window.from + p]?.abbreviations ?? []).flatMap((one) => (one ? [moved(one, offset)] : [])),
    ),
    isRepeated: (thing) => (totals.things.get(thing) ?? 0) > 1,
    isSpelledOut: totals.spelledOut > 0,
    firstJudged: (places[from - window.from] as Place).block,
    carry,
    passed: (passed, paragraph) => {
      carries[paragraph] = passed
    },
  })
  const own = meanings.slice(from, to)
  const passed: Array<readonly [before: Carry, after: Carry]> = []
  let before = carry
  own.forEach(({ part: { paragraphs } }, i) => {
    const last = (places[from - window.from + i] as Place).block + paragraphs.length - 1
    const after = paragraphs.length > 0 ? (carries[last] ?? before) : before
    passed.push([before, after])
    before = after
  })
  const marks = marksByPart(window, reading, from - window.from, passed)
  return own.map((meaning, i) => withThese(meaning, marks[i] as Marks))
}

/** What is known of a part, with these marks. Spelled out, so that all that is known has one shape. */
const withThese = ({ part, voice, resolved, abbreviations }: Meaning, marks: Marks): Known => ({
  part,
  voice,
  resolved,
  abbreviations,
  marks,
})

/** The marks of the parts of a window from `from` on, with what is passed to each of them and on by it. */
function marksByPart(
  { places, prose }: Window,
  reading: Reading,
  from: number,
  passed: ReadonlyArray<readonly [before: Carry, after: Carry]>,
): Marks[] {
  const found = rulesInParts.map(({ parts }) => parts.find(reading))
  const bySentence = <T extends { readonly sentence: number }>(list: readonly T[]) => cut(list, (one) => one.sentence)
  const byStart = <T extends { readonly start: number }>(list: readonly T[]) => cut(list, (one) => one.start)
  const cuts = {
    attributions: bySentence(reading.attributions),
    claims: bySentence(reading.claims),
    unverified: bySentence(reading.unverified),
    quotations: byStart(reading.quotations),
    leftovers: byStart(reading.leftovers),
    counted: cut(reading.counted, ({ figure }) => figure.start),
    found: found.map((list) => byStart(list)),
  }
  const own: Marks[] = []
  let attribution = 0
  for (let p = 0; p < from + passed.length; p++) {
    const place = places[p] as Place
    const next = places[p + 1]
    const offset = next?.offset ?? prose.length
    const sentence = next?.sentence ?? Number.POSITIVE_INFINITY
    const found = cuts.found.map((upTo) => upTo(offset))
    const { offset: at, block, citation } = place
    const [carryIn, carryOut] = passed[p - from] ?? NOTHING_PASSED
    const marks = {
      home: { offset: at, block, sentence: place.sentence, attribution, citation },
      attributions: cuts.attributions(sentence),
      claims: cuts.claims(sentence),
      unverified: cuts.unverified(sentence),
      quotations: cuts.quotations(offset),
      leftovers: cuts.leftovers(offset),
      counted: cuts.counted(offset),
      candidates: found.map((list, rule) => (isSettled(rule) ? list : NONE)),
      objections: found.flatMap((list, rule) =>
        isSettled(rule) ? [] : list.map((objection) => ({ rule, objection })),
      ),
      carryIn,
      carryOut,
    }
    attribution += marks.attributions.length
    if (p >= from) own.push(marks)
  }
  return own
}

const NONE: readonly never[] = []
const isSettled = (rule: number): boolean => rulesInParts[rule]?.parts.settle !== undefined

/** Deals a list out in order: each call gives those that come before a limit and were not given yet. */
function cut<T>(list: readonly T[], of: (one: T) => number): (limit: number) => T[] {
  let next = 0
  return (limit) => {
    const first = next
    while (next < list.length && of(list[next] as T) < limit) next++
    return first === 0 && next === list.length ? [...list] : list.slice(first, next)
  }
}
