import type { Edit } from '../edits/fix.ts'
import type { Reading } from '../reading.ts'
import type { BibliographyKind } from './bibliography.ts'
import type { Item, PartialDate, Reference } from './reference.ts'

export * from './bibliography.ts'
export { parseDateWords } from './dates.ts'
export * from './decode.ts'
export * from './format/index.ts'
export * from './frontMatter.ts'
export * from './reference.ts'

/** What a claim says of its source, for the references that fit it best. */
export interface ClaimedSource {
  /** The words or the name of the source: "The New York Times", "Dana Reyes". */
  readonly source?: string
  /** When the source spoke, as far as the claim says: "in October" is `{ month: 10 }`. */
  readonly date?: PartialDate
  /** The year of the draft, which a date without a year is taken to be of, or of the latest before it. */
  readonly year?: number
  /** The words of the claim. */
  readonly words?: string
}

/** Prepared for searching; opaque. */
export interface ReferenceIndex {
  readonly references: readonly Reference[]
}

/** The references that a draft holds itself: its footnotes, numbered notes and links, in document order, each address once. */
export declare function draftReferences(reading: Reading): Reference[]

/** Prepares references for searching. */
export declare function indexReferences(references: readonly Reference[]): ReferenceIndex
/** The references that have every word of a query in author, title, year, outlet or key, the best first; words may be begun or misspelt. */
export declare function searchReferences(index: ReferenceIndex, query: string, limit: number): Reference[]
/** The references that fit what a claim says of its source, the best first; empty where none does. */
export declare function rankForClaim(index: ReferenceIndex, claim: ClaimedSource, limit: number): Reference[]

/** A key for a new entry: family, year and a word of the title in ASCII, with a letter behind it where that is taken. */
export declare function newKey(item: Item, taken: Iterable<string>): string
/** The insertion that adds an entry to a bibliography in its own layout; undefined where the file is too broken to add to. An empty text is a new file. */
export declare function appendReference(text: string, kind: BibliographyKind, item: Item, key: string): Edit | undefined
/** The edits in a bibliography that rename a key: where it is defined and where other entries of the file point to it. */
export declare function renameKey(text: string, kind: BibliographyKind, from: string, to: string): Edit[]
