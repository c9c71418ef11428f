import type { Bibliography } from '../bibliography.ts'
import type { Reference } from '../reference.ts'
import type { Entry } from './entry.ts'
import { lookupIn } from './inherit.ts'
import { itemOf } from './items.ts'
import { scan } from './scan.ts'

/** Reads a BibTeX or BibLaTeX file. Entries of `@xdata` only lend their fields, and are no references. */
export function parseBibtex(text: string, file: string): Pick<Bibliography, 'references' | 'faults'> {
  const { entries, faults } = scan(text)
  const byKey = new Map<string, Entry>()
  for (const entry of entries) {
    const key = entry.key.toLowerCase()
    if (!byKey.has(key)) byKey.set(key, entry)
  }
  const references = entries
    .filter(({ type }) => type !== 'xdata')
    .map((entry): Reference => {
      const { type, key, keySpan, start, end } = entry
      const aliases = (entry.fields.get('ids')?.value ?? '').split(',').flatMap((alias) => alias.trim() || [])
      const item = itemOf(type, lookupIn(entry, byKey))
      const span = { start, end }
      return { kind: 'bibtex', key, file, span, keySpan, item, ...(aliases.length > 0 && { aliases }) }
    })
  return { references, faults }
}
