import type { Directive } from '../blocks/block.ts'
import type { Fix } from '../edits/fix.ts'
import { removeSpan } from '../edits/index.ts'
import type { Reading } from '../reading.ts'
import { slice } from '../text/draft.ts'
import { contains, type Span } from '../text/span.ts'
import { messageWith } from './message.ts'
import { nearestName } from './nearest.ts'
import type { Finding, Objection, Rule } from './rule.ts'

/**
 * A suppression that silences nothing. Whether it does is known only once every other rule has spoken, so `findings.ts`
 * decides which parts are not needed, and this file holds what is said about them.
 */
export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  title: 'A suppression that silences nothing',
  severity: 'information',
  registers: 'every',
  docs: {
    notices:
      'A suppression in a comment where the rule that it names finds nothing, and one that names a rule that does not exist. A suppression of a rule that is switched off is left alone.',
    why: 'The sentence that it was written for has changed or gone. Left behind, it will hide a finding that nobody has looked at.',
    leave: 'The sentence is on its way back. Otherwise take the comment out.',
  },
  examples: {
    flagged: [
      '<!-- says-who-disable-next-line unsourced-claim: own reporting -->\nHarbour master Colin Webb opened the meeting with a prayer.',
      '<!-- says-who-disable-file vague-sources -->\n\nThe trial of Colin Webb opens on Monday in Bristol.',
    ],
    silent: [
      '<!-- says-who-disable-next-line citation-needed: an example -->\nCrime in the county has doubled since 2019.[citation needed]',
      'The trial of Colin Webb opens on Monday in Bristol.',
    ],
  },
  check: () => [],
  fixes(reading, finding) {
    const directive = reading.directives.find((one) => contains(one, finding))
    const isWhole = directive?.start === finding.start && directive.end === finding.end
    return [
      directive === undefined || isWhole
        ? removeSpan(reading, finding, 'Take the suppression out')
        : shorten(reading, directive, finding),
    ]
  },
}

/**
 * What is said of a suppression of which some rules are not needed: of the whole comment where that is all of them, else
 * of each by name. `known` are the slugs of all rules.
 */
export function objectionsTo(
  reading: Reading,
  directive: Directive,
  unneeded: readonly string[],
  known: readonly string[],
): Objection[] {
  if (unneeded.length < directive.rules.length)
    return unneeded.map((rule) => ({ ...placeOf(reading, directive, rule), message: messageFor(rule, known) }))
  const strange = unneeded.find((rule) => !known.includes(rule))
  const { start, end } = directive
  return [
    { start, end, message: messageFor(strange ?? unneeded.join(', '), strange === undefined ? undefined : known) },
  ]
}

/** What is said of rules that find nothing; with `known`, of one name that may be no rule's. */
function messageFor(names: string, known: readonly string[] | undefined): string {
  if (known === undefined || known.includes(names))
    return names === '' ? `${SILENT}.` : messageWith(`${SILENT}: `, names)
  const meant = nearestName(names, known)
  return messageWith('There is no rule called ', names, meant === undefined ? '.' : `; did you mean “${meant}”?`)
}

const SILENT = 'This suppression silences nothing, so take it out'

/** Takes one rule out of a suppression that has others, with the comma or the space that parts it from them. */
function shorten(reading: Reading, directive: Directive, finding: Finding): Fix {
  const { text } = reading.draft
  const isLast = directive.rules.at(-1) === text.slice(finding.start, finding.end)
  let { start, end } = finding
  while (isLast && start > directive.start && isBetween(text[start - 1])) start -= 1
  while (!isLast && end < directive.end && isBetween(text[end])) end += 1
  return { title: 'Take this rule out of the suppression', kind: 'quickfix', edits: [{ start, end, text: '' }] }
}

/** Where the name of a rule stands in a suppression. */
function placeOf(reading: Reading, directive: Directive, rule: string): Span {
  const words = slice(reading.draft, directive)
  let at = words.indexOf(rule)
  while (at >= 0 && (isOfName(words[at - 1]) || isOfName(words[at + rule.length]))) at = words.indexOf(rule, at + 1)
  return at < 0 ? directive : { start: directive.start + at, end: directive.start + at + rule.length }
}

const isBetween = (char: string | undefined): boolean => char === ',' || char === ' ' || char === '\t'

const isOfName = (char: string | undefined): boolean =>
  char !== undefined && char !== ':' && char.trim() !== '' && !isBetween(char)
