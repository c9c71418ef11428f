import { mayBeShouted } from '../marks/abbreviations.ts'
import { addCounts, type Counts, noCounts } from '../marks/register.ts'
import type { Part } from './part.ts'

/** What is counted over a whole draft, kept up as parts come and go. */
export interface Totals {
  readonly counts: Counts
  code: number
  /** How many paragraphs spell out what TK stands for. */
  spelledOut: number
  /** How often each thing is counted. */
  readonly things: Map<string, number>
  /** How often each word that capitals might only shout stands in small letters. */
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
    for (const { counts, spellsOut, things, passage } of paragraphs) {
      addCounts(totals.counts, counts, sign)
      if (spellsOut) totals.spelledOut += sign
      for (const thing of things) add(totals.things, thing, sign, before.things)
      for (const token of passage.tokens)
        if (mayBeShouted(token)) add(totals.ordinary, token.word.lower, sign, before.ordinary)
    }
  }
}

function add(counts: Map<string, number>, key: string, sign: 1 | -1, before: Map<string, number>): void {
  const times = counts.get(key) ?? 0
  if (!before.has(key)) before.set(key, times)
  if (times + sign > 0) counts.set(key, times + sign)
  else counts.delete(key)
}

/** The things that are counted more than once now, and were not, or the other way round. */
export const crossed = ({ things }: Totals, before: Before): Set<string> =>
  new Set([...before.things].flatMap(([thing, times]) => ((things.get(thing) ?? 0) > 1 === times > 1 ? [] : [thing])))

/** The words that are written with small letters now, and were not, or the other way round. */
export const respelled = ({ ordinary }: Totals, before: Before): string[] =>
  [...before.ordinary].flatMap(([lower, times]) => ((ordinary.get(lower) ?? 0) > 0 === times > 0 ? [] : [lower]))
