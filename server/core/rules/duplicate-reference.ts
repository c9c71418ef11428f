import type { Reference } from '../references/reference.ts'
import { placeOf } from './keyPlace.ts'
import { messageWith } from './message.ts'
import type { BibliographyRule, Objection } from './rule.ts'

/** Two entries of one bibliography that are cited by the same key. */
export const duplicateReference: BibliographyRule = {
  id: 'duplicate-reference',
  title: 'A key that two entries of a bibliography have',
  severity: 'warning',
  docs: {
    notices:
      'An entry whose key another entry of the same file has already. In BibTeX, keys that differ in capital letters alone count as the same, because some of the programs that read it think so.',
    why: 'Only one of the two is shown to the reader, and it may be the wrong one.',
    leave:
      'The file is made by a program, and the two entries are the same. Better still, tell that program to leave one of them out.',
  },
  examples: {
    flagged: [
      '@book{calder1990,\n  title = {The Dam},\n  publisher = {Hill Press}\n}\n\n@book{calder1990,\n  title = {The Flood},\n  publisher = {Hill Press}\n}',
      '@book{calder1990,\n  title = {The Dam},\n  publisher = {Hill Press}\n}\n\n@book{Calder1990,\n  title = {The Flood},\n  publisher = {Hill Press}\n}',
    ],
    silent: [
      '@book{calder1990,\n  title = {The Dam},\n  publisher = {Hill Press}\n}\n\n@book{calder1990a,\n  title = {The Flood},\n  publisher = {Hill Press}\n}',
    ],
  },
  check({ references }) {
    const first = new Map<string, Reference>()
    return references.flatMap((reference): Objection[] => {
      const name = nameOf(reference)
      const other = first.get(name)
      if (other === undefined) {
        first.set(name, reference)
        return []
      }
      const same = other.key === reference.key
      const before = same
        ? 'Another entry has this key already, so rename one: '
        : 'Only capital letters tell this key from another, so rename one: '
      const related = [{ ...placeOf(other), message: 'The key stands here first.' }]
      return [{ ...placeOf(reference), message: messageWith(before, reference.key), related }]
    })
  },
}

const nameOf = ({ kind, key }: Reference): string => (kind === 'bibtex' ? key.toLowerCase() : key)
