import { emptyLibrary, type Library } from '../citing/library.ts'
import { removeSpan, suppress } from '../edits/index.ts'
import type { Reading } from '../reading.ts'
import { slice } from '../text/draft.ts'
import { messageWith, wordsOf } from './message.ts'
import type { Objection, Rule } from './rule.ts'

/** How far beyond the entries the rest of the front matter is looked at, in code units. */
const NOCITE_WITHIN = 2000

/** A footnote that nothing in the text points to. */
export const unusedReference: Rule = {
  id: 'unused-reference',
  title: 'A footnote or reference that nothing cites',
  severity: 'information',
  registers: 'every',
  docs: {
    notices:
      'A footnote, or an entry in a list of sources, whose mark stands nowhere in the text or in another footnote; and an entry under `references:` in the front matter whose key stands nowhere. Entries of a bibliography of its own are left alone, since it may serve many drafts.',
    why: 'Either the sentence that it belonged to was cut, or the mark was, and then a claim has lost its source.',
    leave: 'The list is meant as further reading. Give it a heading of its own and no marks, or suppress the finding.',
  },
  examples: {
    flagged: [
      'Crime in the county has doubled since 2019, Sheriff Dana Reyes said.\n\n[^1]: Sheriff’s office, annual report 2023.',
      'The dam was built in 1911.[^dam]\n\n[^dam]: County archive, file 12.\n[^flood]: County archive, file 31.',
    ],
    silent: [
      'Crime in the county has doubled since 2019.[^1]\n\n[^1]: Sheriff’s office, annual report 2023.',
      'The dam was built in 1911.[^dam]\n\n[^dam]: County archive, file 12; but see the note on the flood.[^flood]\n[^flood]: County archive, file 31.',
      'The dam failed in 1954.',
    ],
  },
  check(reading, library = emptyLibrary) {
    const cited = new Set(reading.citations.map(({ key }) => key.toLowerCase()))
    for (const { body } of reading.definitions) for (const key of keysIn(slice(reading.draft, body))) cited.add(key)
    const notes = reading.definitions
      .filter(({ key }) => !cited.has(key.toLowerCase()))
      .map(({ label: { start, end } }) => ({
        start,
        end,
        message: messageWith('Cite this note in the text, or take it out: ', wordsOf(reading, { start, end })),
      }))
    return [...uncitedEntries(reading, library, cited), ...notes]
  },
  fixes(reading, finding) {
    const definition = reading.definitions.find(
      ({ label }) => label.start === finding.start && label.end === finding.end,
    )
    return [
      ...(definition === undefined ? [] : [removeSpan(reading, definition, 'Take the note out')]),
      ...suppress(reading, 'unused-reference', finding),
    ]
  },
}

/** The entries of the front matter that nothing cites; none where it asks for all of them to be shown, by `nocite`. */
function uncitedEntries({ draft, citations }: Reading, { references }: Library, cited: ReadonlySet<string>) {
  const own = references.filter(({ file, kind }) => file === undefined && kind === 'csl-yaml')
  if (
    own.length === 0 ||
    slice(draft, { start: 0, end: Math.max(...own.map(({ span }) => span.end)) + NOCITE_WITHIN }).includes('nocite:')
  )
    return []
  const isCited = (key: string): boolean => cited.has(key.toLowerCase())
  return own
    .filter(({ key, aliases = [] }) => citations.length > 0 && ![key, ...aliases].some(isCited))
    .map(({ key, keySpan: { start, end } }): Objection => {
      return { start, end, message: messageWith('Cite this entry in the text, or take it out: ', key) }
    })
}

/** The keys of the marks in a note: `[^key]` or `[2]`, in lower case. */
function keysIn(body: string): string[] {
  const keys: string[] = []
  for (let open = body.indexOf('['); open >= 0; open = body.indexOf('[', open + 1)) {
    const close = body.indexOf(']', open)
    if (close < 0) break
    keys.push(body.slice(body[open + 1] === '^' ? open + 2 : open + 1, close).toLowerCase())
  }
  return keys
}
