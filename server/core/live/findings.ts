import { emptyLibrary, type Library } from '../citing/library.ts'
import { checkBy } from '../findings.ts'
import type { Reading } from '../reading.ts'
import { rulesInParts } from '../rules/index.ts'
import { objectionOf } from '../rules/parts.ts'
import type { Finding, Objection, Settled } from '../rules/rule.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import type { Live } from './live.ts'
import { moved } from './moved.ts'
import type { Known } from './part.ts'

/**
 * What the rules object to in a draft as it is now: what `check` gives for its reading.
 *
 * @param reading the draft's, put together
 */
export function findingsOf(
  live: Live,
  reading: Reading,
  settings: Settings = defaultSettings,
  library: Library = emptyLibrary,
): Finding[] {
  const { known, offsets } = live
  const objections = new Map<string, readonly Objection[]>(
    rulesInParts.map((rule, r) => [
      rule.id,
      rule.parts.settle ? settledIn(known, offsets, r, live.settled[r] ?? []) : foundIn(known, offsets, r),
    ]),
  )
  return checkBy(reading, settings, (rule) => objections.get(rule.id) ?? rule.check(reading, library))
}

const candidatesOf = ({ marks }: Known, rule: number): readonly Objection[] => marks.candidates[rule] ?? []

/** How far the candidates of a part stand from where they stood when they were found. */
const shiftOf = ({ marks }: Known, offset: number): number => offset - marks.home.offset

function foundIn(known: readonly Known[], offsets: readonly number[], rule: number): Objection[] {
  const found: Objection[] = []
  for (let p = 0; p < known.length; p++) {
    const one = known[p] as Known
    for (const candidate of candidatesOf(one, rule)) found.push(placed(candidate, shiftOf(one, offsets[p] as number)))
  }
  return found
}

function settledIn(
  known: readonly Known[],
  offsets: readonly number[],
  rule: number,
  settled: readonly Settled[],
): Objection[] {
  if (settled.length === 0) return []
  const wanted = new Map<number, Objection | undefined>()
  for (const { candidate, related } of settled) {
    wanted.set(candidate, undefined)
    if (related) wanted.set(related.candidate, undefined)
  }
  let index = 0
  for (let p = 0; p < known.length; p++) {
    const one = known[p] as Known
    for (const candidate of candidatesOf(one, rule)) {
      if (wanted.has(index)) wanted.set(index, placed(candidate, shiftOf(one, offsets[p] as number)))
      index++
    }
  }
  return settled.map((one) => objectionOf((candidate) => wanted.get(candidate) as Objection, one))
}

/** An objection where it stands now, without what only its rule needs. */
const placed = ({ start, end, message, severity, related }: Objection, by: number): Objection => ({
  start: start + by,
  end: end + by,
  message,
  ...(severity !== undefined && { severity }),
  ...(related && { related: related.map((one) => moved(one, by)) }),
})
