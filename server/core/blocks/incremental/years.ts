const YEARS = /[ ,;(]((?:1[5-9]|20)\d\d[a-z]?|n\.d\.(?:-?[a-z])?)/g
const NONE: readonly string[] = []

/** The years of which a text may cite something in brackets: what that is depends on the list of references. */
export const yearsCited = (text: string): readonly string[] =>
  text.includes('(') ? [...text.matchAll(YEARS)].map(([, year]) => year ?? '') : NONE
