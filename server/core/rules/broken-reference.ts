import type { BibliographyRule } from './rule.ts'

/** What cannot be read in a bibliography. */
export const brokenReference: BibliographyRule = {
  id: 'broken-reference',
  title: 'An entry of a bibliography that cannot be read',
  severity: 'warning',
  docs: {
    notices:
      'In a file of references (BibTeX, CSL-JSON, CSL-YAML) or in `references:` in a draft’s front matter: a missing comma, brace or quotation mark, an entry with no key, and whatever else keeps an entry from being read. Each entry is found fault with once, at its first mistake. The other entries are read all the same, and so is as much of this one as can be.',
    why: 'Most programs stop at such a mistake, or leave the source out without a word, and the reader finds a question mark where it should stand.',
    leave:
      'The file is written in a dialect that only your own program has to read. Switch the rule off for that project.',
  },
  examples: {
    flagged: [
      '@book{calder1990,\n  title = {The Dam}\n  year = {1990}\n}',
      '@book{calder1990,\n  title = {The Dam,\n  year = 1990\n\n@book{reyes2001,\n  title = {The Flood},\n  publisher = {Hill Press}\n}',
      '@book{,\n  title = {The Dam},\n  publisher = {Hill Press}\n}',
    ],
    silent: [
      '@book{calder1990,\n  title = {The {Dam}},\n  publisher = "Hill " # "Press",\n  year = 1990,\n}',
      'Notes to ourselves, ann@example.org.\n\n@comment{Nothing to see.}\n% @book{old, title = {Unclosed',
    ],
  },
  check: ({ faults }) => [...faults],
}
