import type { SourcingStatus } from '../../../server/core/marks/marks.ts'
import type { Reading } from '../../../server/core/reading.ts'
import type { Finding } from '../../../server/core/rules/rule.ts'
import { contains, hull, lengthOf, overlaps } from '../../../server/core/text/span.ts'
import { bareName, type MarkedAttribution, type MarkedSpan, type Marks, ROLES, usualType } from './marked.ts'

/** What a test looks at. A rule's slug may stand in the list too: all findings of that rule. */
export const LAYERS = [
  'attributions',
  'sources',
  'quoting',
  'status',
  'claims',
  'unverified',
  'citations',
  'warnings',
  'findings',
] as const

const STATUSES: readonly SourcingStatus[] = ['cited', 'attributed', 'attributed-nearby', 'unsourced']
const UNVERIFIED = ['evidence-gap', 'allegation', 'hearsay', 'hedge', 'distancing-quotation']

/** The layer that a label of a plain span belongs to. Every other label is a rule's slug. */
export function layerOf(label: string): (typeof LAYERS)[number] | 'rule' {
  if (STATUSES.some((status) => status === label)) return 'status'
  if (UNVERIFIED.includes(label)) return 'unverified'
  return label === 'citation' ? 'citations' : 'rule'
}

/** The wanted marks with what goes without saying filled in. Throws when a mark stands there that the test does not check. */
export function wantedMarks(marks: Marks, checks: readonly string[]): Marks {
  const has = (layer: string): boolean => checks.includes(layer)
  for (const { label } of marks.spans) {
    const layer = layerOf(label)
    const slug = label.replace('!', '')
    const checked =
      layer === 'rule'
        ? has(slug) || has('findings') || has('warnings')
        : has(layer) || (layer === 'status' && has('claims'))
    if (!checked) throw new Error(`{${label}: …} is marked, but the test checks only ${checks.join(', ')}`)
  }
  if (marks.attributions.length > 0 && !['attributions', 'sources', 'quoting'].some(has)) {
    throw new Error(`an attribution is marked, but the test checks only ${checks.join(', ')}`)
  }
  for (const one of marks.attributions) {
    if ((one.type || one.name) && !has('sources')) {
      throw new Error('a source has a type or a name, but the test does not check “sources”')
    }
    if (one.quoting && !has('quoting')) {
      throw new Error('a content is direct or mixed, but the test does not check “quoting”')
    }
  }
  return {
    spans: marks.spans,
    attributions: marks.attributions.map((one) => ({
      ...one,
      ...(has('sources') && { type: one.type ?? usualType(one.source) }),
      ...(has('quoting') && { quoting: one.quoting ?? 'indirect' }),
    })),
  }
}

/** The marks of a reading, as far as a test checks them. */
export function readMarks(reading: Reading, findings: readonly Finding[], checks: readonly string[]): Marks {
  const has = (layer: string): boolean => checks.includes(layer)
  const spans: MarkedSpan[] = []
  if (has('status')) spans.push(...statuses(reading))
  if (has('claims')) spans.push(...reading.claims.map((claim) => ({ ...bounds(claim), label: claim.status })))
  if (has('unverified')) {
    spans.push(...reading.unverified.map(({ start, end, kind }) => ({ start, end, label: kind })))
  }
  if (has('citations')) spans.push(...reading.citations.map(({ start, end }) => ({ start, end, label: 'citation' })))
  for (const { start, end, rule, severity } of findings) {
    const loud = severity === 'warning' || severity === 'error'
    if (has(rule) || has('findings') || (has('warnings') && loud)) spans.push({ start, end, label: rule })
  }
  const wanted = ['attributions', 'sources', 'quoting'].some(has)
  return { spans, attributions: wanted ? attributionsOf(reading, has('sources'), has('quoting')) : [] }
}

/** One mark a sentence where all its claims have one status, else one a claim. */
function statuses(reading: Reading): MarkedSpan[] {
  return reading.sentences.flatMap((sentence, index) => {
    const claims = reading.claims.filter((claim) => claim.sentence === index)
    const first = claims[0]
    if (!first) return []
    if (claims.every((claim) => claim.status === first.status)) return [{ ...bounds(sentence), label: first.status }]
    return claims.map((claim) => ({ ...bounds(claim), label: claim.status }))
  })
}

const bounds = ({ start, end }: { start: number; end: number }): { start: number; end: number } => ({ start, end })

function attributionsOf(reading: Reading, sources: boolean, quoting: boolean): MarkedAttribution[] {
  return reading.attributions.map((one, index) => {
    const words = one.source.map((span) => reading.draft.text.slice(span.start, span.end)).join(' ')
    const resolved = one.resolvesTo === undefined ? '' : bareName(one.resolvesTo)
    // A surname stands for itself: "Ruiz" after "Mayor Ana Ruiz" needs no resolution, and may have one.
    const named = resolved !== '' && !resolved.includes(bareName(words))
    return {
      source: one.source.map(bounds),
      cue: one.cue.map(bounds),
      content: one.content.map(bounds),
      ...(sources && { type: one.sourceType, ...(named && { name: resolved }) }),
      ...(quoting && { quoting: one.quotation }),
      ...(one.nestedIn !== holderOf(reading, index) && { misnested: true }),
    }
  })
}

/** The attribution whose content is the smallest that holds all of this one. */
function holderOf(reading: Reading, index: number): number | undefined {
  const spans = (at: number) => ROLES.flatMap((role) => reading.attributions[at]?.[role] ?? [])
  const own = spans(index)
  if (own.length === 0) return undefined
  const around = hull(own)
  let best: { at: number; length: number } | undefined
  for (const [at, other] of reading.attributions.entries()) {
    if (at === index) continue
    for (const content of other.content) {
      const length = lengthOf(content)
      if (contains(content, around) && (!best || length < best.length)) best = { at, length }
    }
  }
  return best?.at
}

/**
 * Lets a finding stand anywhere within the words that the draft marks for it: which of them a rule underlines is its own
 * affair. Each wanted mark takes one finding; all others keep their own range and so fail.
 */
export function settleFindings(wanted: Marks, read: Marks): Marks {
  const free = wanted.spans.filter(({ label }) => layerOf(label) === 'rule' && !label.startsWith('!'))
  const spans = read.spans.map((span) => {
    if (layerOf(span.label) !== 'rule') return span
    const at = free.findIndex((one) => one.label === span.label && contains(one, span))
    return at < 0 ? span : (free.splice(at, 1)[0] ?? span)
  })
  const silent = wanted.spans.filter(({ label }) => label.startsWith('!'))
  return { attributions: read.attributions, spans: [...spans, ...silent] }
}

/** Whether a rule spoke inside a mark that says it must not. */
export const brokenSilence = (marks: Marks): MarkedSpan[] =>
  marks.spans.filter(
    (mark) =>
      mark.label.startsWith('!') && marks.spans.some((one) => `!${one.label}` === mark.label && overlaps(one, mark)),
  )
