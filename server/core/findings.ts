import type { Directive } from './blocks/block.ts'
import { emptyLibrary, type Library } from './citing/library.ts'
import type { Fix } from './edits/fix.ts'
import type { Reading } from './reading.ts'
import type { ReferenceList } from './references/bibliography.ts'
import { bibliographyRules, draftRules, ruleById, rules } from './rules/index.ts'
import {
  type AnyRule,
  defaultOf,
  type Finding,
  isAboutDrafts,
  type Objection,
  type Rule,
  type Severity,
} from './rules/rule.ts'
import { silence } from './rules/suppressions.ts'
import { objectionsTo, unusedSuppression } from './rules/unused-suppression.ts'
import { defaultSettings, ruleSettings, type Settings } from './settings.ts'
import { byPosition } from './text/span.ts'

/**
 * What the rules object to in a draft, in document order, without what is suppressed in it. Pure and total, like `read`. The
 * library is what the draft can cite besides its own notes.
 * A suppression of `unused-suppression` counts only where it names that rule, and is itself never unused.
 */
export function check(
  reading: Reading,
  settings: Settings = defaultSettings,
  library: Library = emptyLibrary,
): Finding[] {
  return checkBy(reading, settings, (rule) => findingsOf(rule, rule.check(reading, library), settings))
}

/** The same, where the findings of each rule are known. */
export function checkBy(
  reading: Reading,
  settings: Settings,
  findingsBy: (rule: Rule) => readonly Finding[],
): Finding[] {
  const speaking = draftRules.filter((rule) => severityOf(rule, settings) !== 'off' && speaksIn(rule, reading))
  const found = speaking.flatMap(findingsBy).sort(byPosition)
  if (reading.directives.length === 0) return found
  const { kept, used } = silence(reading, found)
  if (!speaking.includes(unusedSuppression)) return kept
  const ids = speaking.map(({ id }) => id)
  const unused = reading.directives.flatMap((directive) => unusedIn(reading, directive, used.get(directive), ids))
  const allowed = {
    draft: reading.draft,
    directives: reading.directives.filter(({ rules }) => rules.includes(unusedSuppression.id)),
  }
  const left = silence(allowed, findingsOf(unusedSuppression, unused, settings)).kept
  return left.length === 0 ? kept : [...kept, ...left].sort(byPosition)
}

/** What the rules object to in a bibliography, or in the references of a draft's front matter, in the order of the text. Pure and total. */
export const checkReferences = (list: ReferenceList, settings: Settings = defaultSettings): Finding[] =>
  bibliographyRules.flatMap((rule) => findingsOf(rule, rule.check(list), settings)).sort(byPosition)

/** Fixes for a finding, best first, against the reading that it was found in. There are none for what is in a bibliography. */
export function fixesFor(reading: Reading, finding: Finding, library: Library = emptyLibrary): Fix[] {
  const rule = ruleById(finding.rule)
  return rule !== undefined && isAboutDrafts(rule) ? rule.fixes(reading, finding, library) : []
}

export const severityOf = (rule: AnyRule, settings: Settings): Severity | 'off' =>
  settings.rules[rule.id] ?? defaultOf(rule)

const speaksIn = (rule: Rule, { register }: Reading): boolean => rule.registers === 'every' || register === 'reporting'

/** A finding has the severity of its setting, or that of its objection where it is lower. */
export function findingsOf(rule: AnyRule, objections: readonly Objection[], settings: Settings): Finding[] {
  const ordinary = severityOf(rule, settings)
  return ordinary === 'off' ? [] : objections.map((objection) => findingOf(rule.id, objection, ordinary, 0))
}

/**
 * An objection as a finding.
 *
 * @param ordinary the severity that the settings give the rule
 * @param by how far it is moved, in code units
 */
export function findingOf(
  rule: string,
  { start, end, message, related, severity: own }: Objection,
  ordinary: Severity,
  by: number,
): Finding {
  const severity = own === undefined ? ordinary : lower(ordinary, own)
  const finding = { start: start + by, end: end + by, message, rule, severity }
  if (related === undefined) return finding
  return {
    ...finding,
    related: related.map((one) => ({ start: one.start + by, end: one.end + by, message: one.message })),
  }
}

const lower = (a: Severity, b: Severity): Severity => (ruleSettings.indexOf(b) < ruleSettings.indexOf(a) ? b : a)

/** Objects to the rules of a suppression that silenced nothing, or that do not exist. Rules that did not speak are left out. */
function unusedIn(
  reading: Reading,
  directive: Directive,
  used: ReadonlySet<string> | undefined,
  speaking: readonly string[],
): Objection[] {
  if (directive.action === 'enable') return []
  if (directive.rules.length === 0) return used === undefined ? objectionsTo(reading, directive, [], speaking) : []
  const unneeded = directive.rules.filter((rule) =>
    ruleById(rule) === undefined ? true : rule !== unusedSuppression.id && speaking.includes(rule) && !used?.has(rule),
  )
  return unneeded.length === 0
    ? []
    : objectionsTo(
        reading,
        directive,
        unneeded,
        rules.map(({ id }) => id),
      )
}
