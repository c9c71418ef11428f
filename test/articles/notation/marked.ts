import type { Quoting, SourceType } from '../../../server/core/marks/marks.ts'
import type { Span } from '../../../server/core/text/span.ts'

export const ROLES = ['source', 'cue', 'content'] as const
export type Role = (typeof ROLES)[number]

/** A stretch of a draft with a name: a status, an unverified kind, `citation`, a rule's slug, or `!` and a slug. */
export interface MarkedSpan extends Span {
  readonly label: string
}

/** An attribution as a draft's braces give it. What is undefined is not checked. */
export interface MarkedAttribution extends Record<Role, readonly Span[]> {
  readonly type?: SourceType
  readonly quoting?: Quoting
  /** The name that the source stands for, without a leading article. */
  readonly name?: string
  /** The reading's `nestedIn` is not what the positions of the two attributions ask for. */
  readonly misnested?: boolean
}

/** The marks of one draft, wanted or read. */
export interface Marks {
  readonly attributions: readonly MarkedAttribution[]
  readonly spans: readonly MarkedSpan[]
}

/** The type of a source that needs no word: somebody who is mentioned is named, and nobody is unknown. */
export const usualType = (source: readonly Span[]): SourceType => (source.length > 0 ? 'named' : 'unknown')

/** A name as it is compared: "the Washington Post" and "The Washington Post" are one. */
export const bareName = (name: string): string =>
  name
    .replace(/[:{}\n]/g, ' ')
    .trim()
    .replace(/^the /i, '')
