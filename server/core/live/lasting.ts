import { frontMatterOf } from '../references/frontMatter.ts'
import type { Finding } from '../rules/rule.ts'
import { type LongText, textIn } from '../text/draft.ts'
import type { Span } from '../text/span.ts'
import { beginningOf } from './chain.ts'
import type { Live } from './live.ts'

/** The rules that weigh all of a draft: a list at its end, a figure or a name further down, a line that dates it. */
const WEIGH_ALL: ReadonlySet<string> = new Set([
  'ambiguous-source',
  'citation-needed',
  'conflicting-figures',
  'relative-date',
  'uncited-attribution',
  'undefined-abbreviation',
  'undefined-citation',
  'unused-reference',
  'unused-suppression',
])

/** How far around a finding its paragraph is looked through, in code units. */
const WITHIN = 1000

/** What may be a citation of something that is listed further down: a bracket, or a year in parentheses, or none that is known. */
const MAY_CITE = /\[|\([^()]{0,80}(?:\d{4}|n\. ?d\.)/

/**
 * Of what is found in the beginning of a draft that which the rest will hardly take back: nothing in the last paragraphs, nothing where
 * something may be cited that is defined further down, and nothing of the rules that weigh all of a draft. A comment further down by
 * which the whole file is let be is not foreseen.
 */
export const lasting = (live: Live, findings: readonly Finding[]): Finding[] => {
  const isSettled = settledIn(live)
  return findings.filter((one) => !WEIGH_ALL.has(one.rule) && isSettled(one))
}

/** Tells whether what is known at a place in the beginning of a draft will hardly change with the rest, as it may where a note can follow. */
export function settledIn({ draft, parts, offsets }: Live): (place: Span) => boolean {
  const text = textIn(draft)
  // where lines like these are not closed yet, nobody knows what they are
  if (text.slice(0, 3) === '---' && frontMatterOf(text) === '') return () => false
  const settled = offsets[beginningOf(parts, parts.length - 1)] ?? 0
  return (place) => place.end <= settled && !MAY_CITE.test(paragraphAround(text, place))
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
