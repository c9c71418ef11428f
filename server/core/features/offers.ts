import type { Citing } from '../citing/complete.ts'
import type { CiteContext } from '../citing/context.ts'
import { convertCitations } from '../citing/convert.ts'
import { insertCitation, sourceOfReference } from '../citing/insert.ts'
import { placesOf } from '../citing/place.ts'
import { renumbered } from '../citing/renumber.ts'
import { type CitationStyle, stylesIn } from '../citing/style.ts'
import { inTitle } from '../edits/titles.ts'
import type { Claim } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import { formatReference, type Reference } from '../references/index.ts'
import type { Finding } from '../rules/rule.ts'
import type { Span } from '../text/span.ts'
import { matchesFor } from './matches.ts'

/** A change of how a draft cites, worked out once it is chosen. */
export interface Offer {
  /** Tells it from the others that are made at the same place. */
  readonly id: string
  readonly title: string
  readonly kind: 'quickfix' | 'refactor.rewrite' | 'refactor.rewrite.convert' | 'source.fixAll.saysWho'
  /** The finding that it settles. */
  readonly finding?: Finding
  /** Undefined where there is nothing to change after all. */
  make(): Citing | undefined
}

/** As many references as are offered in a menu of fixes. */
const MOST = 3
/** The rules whose findings a citation settles. */
const SETTLES: ReadonlySet<string> = new Set([
  'unsourced-claim',
  'uncited-attribution',
  'unattributed-allegation',
  'unattributed-quote',
  'vague-source',
  'no-evidence',
])

const NAMES: Readonly<Record<CitationStyle, string>> = {
  footnotes: 'footnotes',
  links: 'links',
  keys: 'citation keys',
  'numbered-notes': 'numbered notes',
  'author-year': 'author and year in brackets',
}

/** Something at a range that a citation would do good to: a finding that it settles, or a claim that nothing is cited for. */
export interface Citable {
  readonly at: Span
  readonly kind: 'quickfix' | 'refactor.rewrite'
  readonly finding?: Finding
}

/** What at a range can be cited, a finding before a claim; undefined where there is nothing. */
export function citableAt(reading: Reading, findings: readonly Finding[], range: Span): Citable | undefined {
  const isAt = (span: Span): boolean => span.start <= range.end && range.start <= span.end
  const finding = findings.find((one) => SETTLES.has(one.rule) && isAt(one))
  if (finding !== undefined) return { at: finding, kind: 'quickfix', finding }
  const claim = reading.claims.find((one: Claim) => isAt(one) && one.status !== 'cited')
  return claim && { at: claim, kind: 'refactor.rewrite' }
}

/**
 * The references of the library that fit a claim or an attribution at a range best, to be cited there.
 *
 * @param near the reading, or what is known of it near the range
 */
export function citeOffers(
  reading: Reading,
  near: Reading,
  findings: readonly Finding[],
  range: Span,
  context: CiteContext,
): Offer[] {
  const citable = citableAt(near, findings, range)
  if (citable === undefined) return []
  const { at, kind, finding } = citable
  return matchesFor(reading, near, at, context, MOST).map((reference) => ({
    id: `cite ${reference.file ?? ''} ${reference.key}`,
    title: `Cite ${inTitle(titleOf(reference, context))}`,
    kind,
    ...(finding && { finding }),
    make: () => insertCitation(near, at, sourceOfReference(near, reference), context),
  }))
}

const titleOf = ({ item }: Reference, { form }: CiteContext): string => formatReference(item, form)

/** The other styles that the citations of a draft can be written in. */
export function convertOffers(reading: Reading, { library, form }: CiteContext): Offer[] {
  const places = placesOf(reading)
  return stylesIn(reading.draft.language)
    .filter((style) => places.some((place) => place.style !== style))
    .map((style) => ({
      id: `convert ${style}`,
      title: `Convert all citations to ${NAMES[style]}`,
      kind: 'refactor.rewrite.convert' as const,
      make: () => convertCitations(reading, style, library, form),
    }))
}

/** Numbering the notes in the order of the text, where they are not. */
export function renumberOffers(reading: Reading): Offer[] {
  const edits = renumbered(reading)
  if (edits.length === 0) return []
  const make = (): Citing => ({ edits, additions: [] })
  return [{ id: 'renumber', title: 'Renumber the notes in the order of the text', kind: 'source.fixAll.saysWho', make }]
}

/**
 * Everything that is offered at a range, but what is only done when it is asked for by its kind.
 *
 * @param near the reading, or what is known of it near the range
 */
export function offers(
  reading: Reading,
  near: Reading,
  findings: readonly Finding[],
  range: Span,
  context: CiteContext,
): Offer[] {
  const isAt = (span: Span): boolean => span.start <= range.end && range.start <= span.end
  const isOnCitation = placesOf(near).some(({ span }) => isAt(span)) || near.definitions.some(isAt)
  return [
    ...citeOffers(reading, near, findings, range, context),
    ...(isOnCitation ? convertOffers(reading, context) : []),
  ]
}
