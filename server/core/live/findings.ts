import { emptyLibrary, type Library } from '../citing/library.ts'
import { checkBy, findingOf, findingsOf as findingsIn, severityOf } from '../findings.ts'
import type { Reading } from '../reading.ts'
import { type PartedRule, rulesInParts } from '../rules/index.ts'
import { objectionOf } from '../rules/parts.ts'
import type { Finding, Objection, Settled, Severity } from '../rules/rule.ts'
import { defaultSettings, type Settings } from '../settings.ts'
import type { Live } from './live.ts'
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
  const found = foundBy(live, settings)
  return checkBy(reading, settings, (rule) => {
    const r = rulesInParts.indexOf(rule as PartedRule)
    return r < 0 ? findingsIn(rule, rule.check(reading, library), settings) : (found[r] ?? [])
  })
}

/** What each rule in parts finds. */
function foundBy({ known, offsets, verdicts, tallies }: Live, settings: Settings): Finding[][] {
  const { objects } = tallies
  const severities = rulesInParts.map((rule) => severityOf(rule, settings))
  const found = rulesInParts.map((): Finding[] => [])
  const add = (rule: number, objection: Objection, by: number): void => {
    const severity = severities[rule] as Severity | 'off'
    if (severity !== 'off') found[rule]?.push(findingOf(rulesInParts[rule]?.id ?? '', objection, severity, by))
  }
  const moveOf = (p: number): number => (offsets[p] as number) - (known[p] as Known).marks.home.offset
  for (let p = objects.indexOf(1); p >= 0; p = objects.indexOf(1, p + 1)) {
    const by = moveOf(p)
    for (const { rule, objection } of (known[p] as Known).marks.objections) add(rule, objection, by)
  }
  verdicts.forEach(({ settled }, rule) => {
    const counts = tallies.candidates[rule]
    if (settled.length === 0 || counts === undefined) return
    const wanted = placedCandidates(settled, counts, (p, index) =>
      placed((known[p] as Known).marks.candidates[rule]?.[index] as Objection, moveOf(p)),
    )
    for (const one of settled) {
      const objection = objectionOf((candidate) => wanted.get(candidate) as Objection, one)
      add(rule, objection, 0)
    }
  })
  return found
}

/**
 * The candidates that are objected to or explain one that is, by their index in the draft.
 *
 * @param counts how many candidates each part has
 * @param candidateAt the one with an index in a part
 */
function placedCandidates(
  settled: readonly Settled[],
  counts: Int32Array,
  candidateAt: (part: number, index: number) => Objection,
): ReadonlyMap<number, Objection> {
  const wanted = settled.flatMap(({ candidate, related }) => (related ? [candidate, related.candidate] : [candidate]))
  const placed = new Map<number, Objection>()
  let [part, before] = [0, 0]
  for (const candidate of wanted.sort((a, b) => a - b)) {
    while (before + (counts[part] as number) <= candidate) before += counts[part++] as number
    placed.set(candidate, candidateAt(part, candidate - before))
  }
  return placed
}

/** A candidate where it stands now, without what only its rule needs. */
const placed = ({ start, end, message, severity }: Objection, by: number): Objection => ({
  start: start + by,
  end: end + by,
  message,
  ...(severity !== undefined && { severity }),
})
