import type { Reading } from '../reading.ts'
import type { Reference } from './reference.ts'

export * from './bibliography.ts'
export { parseDateWords } from './dates.ts'
export * from './decode.ts'
export * from './format/index.ts'
export * from './frontMatter.ts'
export * from './reference.ts'
export { indexReferences, type ReferenceIndex } from './search/build.ts'
export { type ClaimedSource, rankForClaim } from './search/claim.ts'
export { searchReferences } from './search/query.ts'
export { appendReference } from './write/append.ts'
export { isCitationKey, newKey } from './write/keys.ts'
export { renameKey } from './write/rename.ts'

/** The references that a draft holds itself: its footnotes, numbered notes and links, in document order, each address once. */
export declare function draftReferences(reading: Reading): Reference[]
