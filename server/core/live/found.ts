import { findingOf, severityOf } from '../findings.ts'
import { rulesInParts } from '../rules/index.ts'
import { objectionOf } from '../rules/parts.ts'
import type { Finding, Objection, Settled, Severity } from '../rules/rule.ts'
import type { Settings } from '../settings.ts'
import { textIn } from '../text/draft.ts'
import { leading } from '../text/search.ts'
import type { Live } from './live.ts'
import { moved } from './moved.ts'
import type { Known } from './part.ts'
import type { Verdict } from './settle.ts'

/** A finding that need not be settled, with the numbers of its part and of its rule. */
interface Unsettled {
  readonly part: number
  readonly rule: number
  readonly finding: Finding
}

/** One that was settled, with the numbers of its part, and of the part of what explains it; its own where nothing does. */
interface Placed {
  readonly part: number
  readonly other: number
  readonly finding: Finding
}

/** What was found when a draft was last looked at, in order. */
interface Last {
  readonly known: readonly Known[]
  readonly length: number
  readonly severities: ReadonlyArray<Severity | 'off'>
  readonly unsettled: readonly Unsettled[]
  /** For each rule that is settled over the whole draft its verdict, and what that objects to. */
  readonly settled: ReadonlyArray<{ readonly verdict: Verdict; readonly placed: readonly Placed[] } | undefined>
}

const NOTHING: Last = { known: [], length: 0, severities: [], unsettled: [], settled: [] }

/**
 * What was last found in each draft. What is taken over from there lies close together; what is known of the parts of a long draft is scattered
 * over the memory, and to look at each of them took longer than all else that a key costs.
 */
const lastFound = new WeakMap<Live, Last>()

/** What each rule in parts finds in a draft, in their order. */
export function foundBy(live: Live, settings: Settings): Finding[][] {
  const severities = rulesInParts.map((rule) => severityOf(rule, settings))
  const before = lastFound.get(live) ?? NOTHING
  const last = severities.every((severity, rule) => severity === before.severities[rule]) ? before : NOTHING
  const change = changeSince(last, live)
  const found = rulesInParts.map((): Finding[] => [])
  const unsettled = unsettledFindings(live, severities, last.unsettled, change)
  for (const { rule, finding } of unsettled) found[rule]?.push(finding)
  const settled = live.verdicts.map((verdict, rule) => {
    const severity = severities[rule] as Severity | 'off'
    if (severity === 'off' || verdict.settled.length === 0) return undefined
    const known = last.settled[rule]
    const placed = settledFindings(live, rule, severity, known?.verdict === verdict ? known.placed : [], change)
    found[rule] = placed.map(({ finding }) => finding)
    return { verdict, placed }
  })
  lastFound.set(live, { known: live.known, length: textIn(live.draft).length, severities, unsettled, settled })
  return found
}

/** The parts that are others than before: those from `from` up to `to`, as they are now. */
interface Change {
  readonly from: number
  readonly to: number
  /** How many parts there are more, and how much longer the draft is. */
  readonly parts: number
  readonly length: number
}

function changeSince(last: Last, { known, draft }: Live): Change {
  const parts = known.length - last.known.length
  const most = Math.min(known.length, last.known.length)
  let from = 0
  while (from < most && known[from] === last.known[from]) from++
  let to = known.length
  while (to > from + Math.max(0, parts) && known[to - 1] === last.known[to - 1 - parts]) to--
  return { from, to, parts, length: textIn(draft).length - last.length }
}

function unsettledFindings(
  { known, offsets, tallies: { objects } }: Live,
  severities: ReadonlyArray<Severity | 'off'>,
  last: readonly Unsettled[],
  { from, to, parts, length }: Change,
): Unsettled[] {
  const kept = leading(last, ({ part }) => part < from)
  const items = last.slice(0, kept)
  for (let part = objects.indexOf(1, from); part >= 0 && part < to; part = objects.indexOf(1, part + 1)) {
    const { marks } = known[part] as Known
    const by = (offsets[part] as number) - marks.home.offset
    for (const { rule, objection } of marks.objections) {
      const severity = severities[rule] as Severity | 'off'
      if (severity === 'off') continue
      items.push({ part, rule, finding: findingOf(idOf(rule), objection, severity, by) })
    }
  }
  for (let i = leading(last, ({ part }) => part < to - parts); i < last.length; i++) {
    const { part, rule, finding } = last[i] as Unsettled
    items.push({ part: part + parts, rule, finding: movedFinding(finding, length, length) })
  }
  return items
}

/** @param last what the same verdict objected to before; nothing where it was another */
function settledFindings(
  { known, offsets, verdicts, tallies }: Live,
  rule: number,
  severity: Severity,
  last: readonly Placed[],
  { from, to, parts, length }: Change,
): Placed[] {
  const place = placesOf(tallies.candidates[rule] as Int32Array)
  const candidateAt = (candidate: number): Objection => {
    const { part, index } = place(candidate)
    const { marks } = known[part] as Known
    return placed(marks.candidates[rule]?.[index] as Objection, (offsets[part] as number) - marks.home.offset)
  }
  const anew = (one: Settled): Placed => {
    const { part } = place(one.candidate)
    const other = one.related === undefined ? part : place(one.related.candidate).part
    return { part, other, finding: findingOf(idOf(rule), objectionOf(candidateAt, one), severity, 0) }
  }
  const stays = (part: number): boolean => part < from || part >= to - parts
  return (verdicts[rule] as Verdict).settled.map((one, i) => {
    const before = last[i]
    if (before === undefined || !stays(before.part) || !stays(before.other)) return anew(one)
    const [own, other] = [before.part >= from, before.other >= from]
    if (!own && !other) return before
    return {
      part: before.part + (own ? parts : 0),
      other: before.other + (other ? parts : 0),
      finding: movedFinding(before.finding, own ? length : 0, other ? length : 0),
    }
  })
}

const idOf = (rule: number): string => rulesInParts[rule]?.id ?? ''

/** A finding that stands further on, as does what explains it. */
function movedFinding(
  { start, end, message, rule, severity, related }: Finding,
  by: number,
  relatedBy: number,
): Finding {
  const finding = { start: start + by, end: end + by, message, rule, severity }
  return related === undefined ? finding : { ...finding, related: related.map((one) => moved(one, relatedBy)) }
}

/**
 * Where the candidates of a draft are found, by their index in it.
 *
 * @param counts how many candidates each part has
 */
function placesOf(counts: Int32Array): (candidate: number) => { readonly part: number; readonly index: number } {
  let ends: Int32Array | undefined
  return (candidate) => {
    if (ends === undefined) {
      let sum = 0
      ends = counts.map((count) => (sum += count))
    }
    const part = leading(ends, (end) => end <= candidate)
    return { part, index: candidate - (part === 0 ? 0 : (ends[part - 1] as number)) }
  }
}

/** A candidate where it stands now, without what only its rule needs. */
const placed = ({ start, end, message, severity }: Objection, by: number): Objection =>
  severity === undefined
    ? { start: start + by, end: end + by, message }
    : { start: start + by, end: end + by, message, severity }
