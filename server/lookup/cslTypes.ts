/** The types of CSL 1.0.2. */
const TYPES = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset ' +
    'document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation ' +
    'manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical ' +
    'personal_communication post post-weblog regulation report review review-book software song speech standard thesis ' +
    'treaty webpage'
  ).split(' '),
)

/** What Crossref calls some of them, which it does in CSL-JSON too (https://api.crossref.org/types). */
const OF_CROSSREF = new Map([
  ['journal-article', 'article-journal'],
  ['proceedings-article', 'paper-conference'],
  ['proceedings', 'book'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['book-part', 'chapter'],
  ['book-set', 'book'],
  ['edited-book', 'book'],
  ['monograph', 'book'],
  ['reference-book', 'book'],
  ['reference-entry', 'entry'],
  ['dissertation', 'thesis'],
  ['posted-content', 'article'],
  ['peer-review', 'review'],
  ['journal', 'periodical'],
  ['journal-issue', 'periodical'],
  ['report-component', 'report'],
  ['database', 'dataset'],
])

/** A type of CSL for what somebody calls a work; `document` where it is none. */
export function typeOfCsl(name: string | undefined): string {
  const type = name ?? ''
  return TYPES.has(type) ? type : (OF_CROSSREF.get(type) ?? 'document')
}
