import type { Finding } from '../rules/rule.ts'
import { type LongText, textIn } from '../text/draft.ts'
import type { Span } from '../text/span.ts'
import { beginningOf } from './chain.ts'
import type { Live } from './live.ts'

/** The rules that weigh all of a draft: a list at its end, a figure or a name further down, a line that dates it. */
const WEIGH_ALL: ReadonlySet<string> = new Set([
  'ambiguous-source',
  'conflicting-figures',
  'relative-date',
  'uncited-attribution',
  'undefined-abbreviation',
  'undefined-citation',
  'unused-reference',
  'unused-suppression',
])

/** How far around a finding its paragraph is looked through, in code units. */
const WITHIN = 2000

/** What may be a citation of something that is listed further down: a bracket, or a year in parentheses. */
const MAY_CITE = /\[|\([^()]{0,80}\d{4}/

/**
 * Of what is found in the beginning of a draft that which the rest will hardly take back: nothing in the last paragraphs, nothing where
 * something may be cited that is defined further down, and nothing of the rules that weigh all of a draft.
 */
export function lasting({ draft, parts, offsets }: Live, findings: readonly Finding[]): Finding[] {
  const text = textIn(draft)
  const settled = offsets[beginningOf(parts, parts.length - 1)] ?? 0
  return findings.filter(
    (one) => one.end <= settled && !WEIGH_ALL.has(one.rule) && !MAY_CITE.test(paragraphAround(text, one)),
  )
}

/** The lines around a span, up to blank ones. */
function paragraphAround(text: LongText, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - WITHIN), start)
  const after = text.slice(end, end + WITHIN)
  const blankBefore = before.lastIndexOf('\n\n')
  const blankAfter = after.indexOf('\n\n')
  return (
    (blankBefore < 0 ? before : before.slice(blankBefore)) +
    text.slice(start, end) +
    (blankAfter < 0 ? after : after.slice(0, blankAfter))
  )
}
