/** How a citation, an attribution, a note or a suppression is written in this draft's own style. */
export { spellOut } from './abbreviation.ts'
export { absoluteDate, meantDay } from './absoluteDate.ts'
export { attributeNearby } from './attribute.ts'
export { citeWithFootnote, defineNote, markCitationNeeded } from './cite.ts'
export { citeExisting } from './existing.ts'
export { linkSource } from './link.ts'
export { removeSpan } from './remove.ts'
export { suppress } from './suppress.ts'
