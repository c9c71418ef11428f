import { editedSections, type Section, type Sections, sectionsOf } from '../blocks/sections.ts'
import type { CalendarDate } from '../marks/calendarDates.ts'
import { DATED_AT_THE_BOTTOM, DATED_AT_THE_TOP, type DatedBlock, dayOfWriting } from '../marks/dayOfWriting.ts'
import type { Register } from '../marks/marks.ts'
import { registerOf } from '../marks/register.ts'
import { type Draft, textIn } from '../text/draft.ts'
import { around } from './chain.ts'
import { withMarks } from './marks.ts'
import { meaningsOf } from './meanings.ts'
import { type Known, type Part, type Pool, partOf, putIn } from './part.ts'
import { saySame } from './same.ts'
import { NO_VERDICTS, type Verdict, verdictsOn } from './settle.ts'
import { noTalk, type Talk } from './talk.ts'
import { NO_TALLIES, offsetsAfter, type Replaced, type Tallies, tally } from './tallies.ts'
import { beforeChange, count, crossed, noTotals, respelled, type Totals } from './whole.ts'
import { type Window, windowOver } from './window.ts'

/** A draft that is being written, with what is read of it. Edits are followed in place. */
export interface Live {
  draft: Draft
  sections: Sections
  parts: readonly Part[]
  known: readonly Known[]
  /** Where each part begins. */
  offsets: Int32Array
  tallies: Tallies
  register: Register
  written: CalendarDate | undefined
  readonly totals: Totals
  /** What the parts tell one another of names and sources. */
  readonly talk: Talk
  /** What each rule that is settled over the whole draft objects to, in the order of `rulesInParts`. */
  verdicts: readonly Verdict[]
}

/** A replacement in a draft: what lay in [start, end) is `length` code units long afterwards. */
export interface Replacement {
  readonly start: number
  readonly end: number
  readonly length: number
}

/**
 * Reads a draft so that its edits can be followed. Total, like `read`.
 *
 * @param goesOn whether more of it will follow, so that its last lines are not its end, where it may say when it was written
 */
export function openLive(draft: Draft, goesOn = false): Live {
  const live: Live = {
    draft: { text: '', language: draft.language },
    sections: { sections: [] } as unknown as Sections,
    parts: [],
    known: [],
    offsets: new Int32Array(0),
    tallies: NO_TALLIES,
    register: 'reporting',
    written: undefined,
    totals: noTotals(),
    talk: noTalk(),
    verdicts: NO_VERDICTS,
  }
  take(live, draft, sectionsOf(draft), goesOn)
  return live
}

/**
 * Reads again what an edit touches. Afterwards all is as if the draft had been read from the start.
 *
 * @param draft the whole draft after the edit
 * @param goesOn as for `openLive`
 */
export const followEdit = (live: Live, draft: Draft, change: Replacement, goesOn = false): void =>
  take(live, draft, editedSections(live.sections, draft, change), goesOn)

function take(live: Live, draft: Draft, sections: Sections, goesOn: boolean): void {
  const before = live.known
  const { parts, replaced } = partsOf(live, sections.sections)
  const { from, to, was } = replaced
  const { length } = textIn(draft)
  const offsets = offsetsAfter(live.offsets, parts, replaced, length, textIn(live.draft).length)
  const { totals } = live
  const noted = beforeChange(totals)
  count(totals, parts.slice(from, to), 1, noted)
  count(totals, live.parts.slice(from, was), -1, noted)

  const stale = new Uint8Array(parts.length)
  const touch = (first: number, end: number): void => {
    stale.fill(1, ...around(parts, first, end))
  }
  touch(from, to)
  const things = crossed(totals, noted)
  if (things.size > 0)
    parts.forEach(({ paragraphs }, p) => {
      if (paragraphs.some((one) => one.things.some((thing) => things.has(thing)))) touch(p, p + 1)
    })
  const written = dayOfWriting(draft, outerBlocks(parts, goesOn ? 0 : DATED_AT_THE_BOTTOM))
  const register = registerOf(totals.counts, length === 0 ? 0 : Math.min(1, totals.code / length))
  const isAllStale = register !== live.register || noted.spelledOut > 0 !== totals.spelledOut > 0
  if (isAllStale) stale.fill(1)
  // the day of writing tells what relative dates mean, and no more
  if (!saySame(written, live.written))
    parts.forEach(({ paragraphs }, p) => {
      if (paragraphs.some(({ dates }) => dates.some(({ relative }) => relative))) stale[p] = 1
    })
  const setting = { draft, parts, offsets, register, written, totals, windowOver: lastWindow(draft, parts, offsets) }
  const meanings = meaningsOf(
    setting,
    before,
    around(parts, from, to),
    { talk: live.talk, respelled: respelled(totals, noted) },
    touch,
  )
  const known = withMarks(setting, meanings, stale)
  const tallies = tally(live.tallies, known, replaced, stale)
  live.verdicts = verdictsOn(live.verdicts, { before, known, replaced, stale }, live.tallies)
  Object.assign(live, { draft, sections, parts, known, offsets, tallies, register, written })
}

/** Makes windows, the same one again where it is asked for twice: what an edit touches is looked at for its sources and for its marks. */
function lastWindow(draft: Draft, parts: readonly Part[], offsets: Int32Array) {
  let last: { readonly from: number; readonly to: number; readonly window: Window } | undefined
  return (from: number, to: number): Window => {
    if (last?.from !== from || last.to !== to) last = { from, to, window: windowOver(draft, parts, offsets, from, to) }
    return last.window
  }
}

/** The parts of the draft as it is now, and which of them are new or have changed. */
function partsOf(live: Live, sections: readonly Section[]): { parts: readonly Part[]; replaced: Replaced } {
  const old = live.sections.sections
  const before = live.parts
  const shift = sections.length - old.length
  const shortest = Math.min(old.length, sections.length)
  let from = 0
  while (from < shortest && old[from] === sections[from]) from++
  if (from === sections.length && shift === 0) return { parts: before, replaced: { from, to: from, was: from } }
  let to = sections.length
  const least = Math.max(from, from + shift)
  while (to > least && old[to - 1 - shift] === sections[to - 1]) to--

  const pool: Pool = new Map()
  const kept = new Map<Section, Part>()
  for (const part of before.slice(from, to - shift)) {
    putIn(pool, part)
    kept.set(part.section, part)
  }
  const fresh: Part[] = []
  let open = before[from - 1]?.leavesOpen ?? false
  const add = (section: Section, known: Part | undefined): void => {
    const part = known?.opened === open ? known : partOf(section, open, pool)
    open = part.leavesOpen
    fresh.push(part)
  }
  for (const section of sections.slice(from, to)) add(section, kept.get(section))
  // a quotation that is left open now, or no more, reaches beyond what was edited
  while (to < sections.length && before[to - shift]?.opened !== open) {
    add(sections[to] as Section, undefined)
    to++
  }
  const was = to - shift
  return { parts: before.slice(0, from).concat(fresh, before.slice(was)), replaced: { from, to, was } }
}

/** The first blocks of a draft and so many of its last ones, in which it may say when it was written. */
function outerBlocks(parts: readonly Part[], most: number): DatedBlock[] {
  const first: DatedBlock[] = []
  const last: DatedBlock[] = []
  let p = 0
  let b = 0
  for (; p < parts.length && first.length < DATED_AT_THE_TOP; p++) {
    const { section, paragraphs } = parts[p] as Part
    for (b = 0; b < paragraphs.length && first.length < DATED_AT_THE_TOP; b++)
      first.push(datedBlock(section, paragraphs, b))
  }
  for (let q = parts.length - 1; q >= p - 1 && q >= 0 && last.length < most; q--) {
    const { section, paragraphs } = parts[q] as Part
    const least = q === p - 1 ? b : 0
    for (let c = paragraphs.length - 1; c >= least && last.length < most; c--)
      last.unshift(datedBlock(section, paragraphs, c))
  }
  return [...first, ...last]
}

function datedBlock({ prose }: Section, paragraphs: Part['paragraphs'], b: number): DatedBlock {
  const { passage, dates } = paragraphs[b] as Part['paragraphs'][number]
  const { start, end } = passage.block
  return {
    words: prose.slice(start, end),
    dates: dates.map((date) => ({ ...date, start: date.start - start, end: date.end - start })),
  }
}

/** How many claims a draft makes. */
export const claimCount = ({ tallies }: Live): number => tallies.claims.reduce((sum, claims) => sum + claims, 0)
