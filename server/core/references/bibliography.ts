import type { Span } from '../text/span.ts'
import type { Reference } from './reference.ts'

/** How a bibliography is written. */
export type BibliographyKind = 'bibtex' | 'csl-json' | 'csl-yaml'

/** What could not be read in a bibliography, at its place; the shape of an objection of a rule. */
export interface Fault extends Span {
  /** One sentence of at most 100 characters: what is wrong, and what would settle it. */
  readonly message: string
  readonly related?: ReadonlyArray<Span & { readonly message: string }>
}

/** All that is known of one version of a bibliography. Offsets are UTF-16 code units into its text. */
export interface Bibliography {
  readonly kind: BibliographyKind
  /** Its URI. */
  readonly file: string
  readonly text: string
  /** Every entry that could be read, in the order of the file. Two may have one key; the first is the one that is cited. */
  readonly references: readonly Reference[]
  /** What could not be read, in the order of the file: at most one for an entry. */
  readonly faults: readonly Fault[]
}
