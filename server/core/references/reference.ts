import type { Span } from '../text/span.ts'

/** Where a reference is kept: an entry of a bibliography, or what the draft itself says of a source. */
export type ReferenceKind = 'bibtex' | 'csl-json' | 'csl-yaml' | 'footnote' | 'link' | 'numbered-note' | 'author-year'

/** Somebody who wrote, edited or published. An organisation has a `literal` name alone. */
export interface PersonName {
  readonly family?: string
  readonly given?: string
  /** "van", "de la": stands before the family name. */
  readonly particle?: string
  /** "Jr.", "III". */
  readonly suffix?: string
  readonly literal?: string
}

/** "and others", at the end of a list of names that is cut short. */
export const OTHERS: PersonName = { literal: 'others' }

/** A date as far as it is known; `month` and `day` count from 1. `literal` holds what is no date ("forthcoming"). */
export interface PartialDate {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  readonly literal?: string
}

/** What is known of a source, in the terms of the Citation Style Language (CSL 1.0.2), as plain text without markup. */
export interface Item {
  /** A type of CSL: `article-newspaper`, `webpage`, `book`, `report`, … */
  readonly type: string
  readonly title?: string
  readonly author: readonly PersonName[]
  readonly editor: readonly PersonName[]
  readonly issued?: PartialDate
  /** The day on which somebody looked at the address. */
  readonly accessed?: PartialDate
  /** The newspaper, journal, book or site that it stands in. */
  readonly containerTitle?: string
  readonly publisher?: string
  readonly publisherPlace?: string
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly edition?: string
  readonly number?: string
  readonly url?: string
  readonly doi?: string
  readonly isbn?: string
  readonly note?: string
}

/** A source that a draft can cite, with the place where it is written down. */
export interface Reference {
  readonly kind: ReferenceKind
  /** The citation key, the label of the footnote, the number of the note; the address of a link. */
  readonly key: string
  /** The URI of the bibliography; undefined where it stands in the draft itself. */
  readonly file?: string
  /** The whole entry in its file. */
  readonly span: Span
  /** The key in its entry; what a rename replaces. */
  readonly keySpan: Span
  /** Other keys that mean the same entry (BibLaTeX's `ids`). */
  readonly aliases?: readonly string[]
  readonly item: Item
  /** The entry's words as they stand, where it is no entry of a bibliography: the text of a footnote or note. */
  readonly text?: string
}
