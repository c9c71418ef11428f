import type { Item } from '../references/reference.ts'
import { touched } from '../text/search.ts'
import { placeOf } from './keyPlace.ts'
import { messageWith } from './message.ts'
import type { BibliographyRule } from './rule.ts'

/** An entry that does not tell a reader how to find the source. */
export const incompleteReference: BibliographyRule = {
  id: 'incomplete-reference',
  title: 'An entry of a bibliography that does not say how to find the source',
  severity: 'information',
  docs: {
    notices:
      'An entry that has no title; a web page that has no address, or no date, neither its own nor that of a visit; and a book, a report or an article that names nothing in which, by whom or where it was published. Letters, interviews, manuscripts, laws and cases are left alone.',
    why: 'A reader who wants to look the source up has nothing to look for.',
    leave: 'The source has none, as an untitled document has no title. Most have something that says what they are.',
  },
  examples: {
    flagged: [
      '@book{calder1990,\n  author = {Calder, Ines},\n  publisher = {Hill Press},\n  year = {1990}\n}',
      '@online{county,\n  title = {Water levels},\n  url = {https://county.example/water}\n}',
      '@article{reyes2001,\n  author = {Reyes, Dana},\n  title = {The Flood},\n  year = {2001}\n}',
    ],
    silent: [
      '@book{calder1990,\n  title = {The Dam},\n  publisher = {Hill Press}\n}',
      '@online{county,\n  title = {Water levels},\n  url = {https://county.example/water},\n  urldate = {2024-10-05}\n}',
      '@article{reyes2001,\n  title = {The Flood},\n  doi = {10.1000/182}\n}',
      '@incollection{hale2003,\n  title = {The Valley},\n  crossref = {rivers}\n}\n\n@book{rivers,\n  title = {Rivers},\n  publisher = {Hill Press}\n}',
      '@unpublished{letter,\n  title = {Letter to the county},\n  note = {In the archive}\n}',
    ],
  },
  check({ references, faults }) {
    const isBroken = touched(faults)
    return references.flatMap((reference) => {
      // what is missing may be what could not be read
      const missing = isBroken(reference.span) ? [] : missingIn(reference.item)
      if (missing.length === 0) return []
      const message = messageWith(`Add ${missing.join(' and ')} so that readers can find this: `, reference.key)
      return [{ ...placeOf(reference), message }]
    })
  },
}

const PAGES: ReadonlySet<string> = new Set(['webpage', 'post', 'post-weblog'])

/** Types that are published somewhere, if they are what they say. */
const PUBLISHED: ReadonlySet<string> = new Set(
  'article article-journal article-magazine article-newspaper book chapter entry-encyclopedia paper-conference pamphlet report thesis dataset'.split(
    ' ',
  ),
)

const UNTITLED: ReadonlySet<string> = new Set(['personal_communication', 'interview', 'post'])

function missingIn(item: Item): string[] {
  const { type, title, url, doi, issued, accessed } = item
  const missing: string[] = []
  if (title === undefined && !UNTITLED.has(type)) missing.push('a title')
  if (PAGES.has(type)) {
    if (url === undefined && doi === undefined) missing.push('an address')
    if (issued === undefined && accessed === undefined) missing.push('a date')
  } else if (PUBLISHED.has(type) && !isSomewhere(item)) missing.push('where it appeared')
  return missing
}

const isSomewhere = ({ url, doi, isbn, containerTitle, publisher, publisherPlace, note }: Item): boolean =>
  [url, doi, isbn, containerTitle, publisher, publisherPlace, note].some((part) => part !== undefined)
