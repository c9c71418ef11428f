import type { Edit } from '../edits/fix.ts'
import type { Reading } from '../reading.ts'
import type { BibliographyKind } from './bibliography.ts'
import type { Item, Reference } from './reference.ts'

export * from './bibliography.ts'
export { parseDateWords } from './dates.ts'
export * from './decode.ts'
export * from './format/index.ts'
export * from './frontMatter.ts'
export * from './reference.ts'
export { indexReferences, type ReferenceIndex } from './search/build.ts'
export { type ClaimedSource, rankForClaim } from './search/claim.ts'
export { searchReferences } from './search/query.ts'

/** The references that a draft holds itself: its footnotes, numbered notes and links, in document order, each address once. */
export declare function draftReferences(reading: Reading): Reference[]

/** A key for a new entry: family, year and a word of the title in ASCII, with a letter behind it where that is taken. */
export declare function newKey(item: Item, taken: Iterable<string>): string
/** The insertion that adds an entry to a bibliography in its own layout; undefined where the file is too broken to add to. An empty text is a new file. */
export declare function appendReference(text: string, kind: BibliographyKind, item: Item, key: string): Edit | undefined
/** The edits in a bibliography that rename a key: where it is defined and where other entries of the file point to it. */
export declare function renameKey(text: string, kind: BibliographyKind, from: string, to: string): Edit[]
