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

/** What each rule in parts finds, in one walk over what holds anything. */
function foundBy({ known, offsets, settled, tallies: { finds } }: Live, settings: Settings): Finding[][] {
  const severities = rulesInParts.map((rule) => severityOf(rule, settings))
  const found = rulesInParts.map((): Finding[] => [])
  const add = (rule: number, objection: Objection, by: number): void => {
    const severity = severities[rule] as Severity | 'off'
    if (severity !== 'off') found[rule]?.push(findingOf(rulesInParts[rule]?.id ?? '', objection, severity, by))
  }
  const settling = settled.flatMap((list, rule) =>
    list.length === 0 ? [] : [{ rule, list, wanted: candidatesIn(list), passed: 0 }],
  )
  for (let p = finds.indexOf(1); p >= 0; p = finds.indexOf(1, p + 1)) {
    const { marks } = known[p] as Known
    const by = (offsets[p] as number) - marks.home.offset
    for (const { rule, objection } of marks.objections) add(rule, objection, by)
    for (const one of settling) {
      const own = marks.candidates[one.rule] as readonly Objection[]
      for (let c = 0; c < own.length; c++)
        if (one.wanted.has(one.passed + c)) one.wanted.set(one.passed + c, placed(own[c] as Objection, by))
      one.passed += own.length
    }
  }
  for (const { rule, list, wanted } of settling)
    for (const one of list)
      add(
        rule,
        objectionOf((candidate) => wanted.get(candidate) as Objection, one),
        0,
      )
  return found
}

/** The candidates that are objected to or explain one that is, by their index. */
function candidatesIn(settled: readonly Settled[]): Map<number, Objection | undefined> {
  const wanted = new Map<number, Objection | undefined>()
  for (const { candidate, related } of settled) {
    wanted.set(candidate, undefined)
    if (related) wanted.set(related.candidate, undefined)
  }
  return wanted
}

/** A candidate where it stands now, without what only its rule needs. */
const placed = ({ start, end, message, severity }: Objection, by: number): Objection => ({
  start: start + by,
  end: end + by,
  message,
  ...(severity !== undefined && { severity }),
})
