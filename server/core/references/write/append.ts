import type { Edit } from '../../edits/fix.ts'
import type { BibliographyKind } from '../bibliography.ts'
import type { Item } from '../reference.ts'
import { appendBibtex } from './bibtex.ts'
import { appendJson } from './json.ts'
import { appendYaml } from './yaml.ts'

/**
 * The edit that adds an entry at the end of a bibliography, in the layout of its last entries (indent, delimiters, order of the
 * fields, commas, line breaks); whatever else stands in the file stays byte for byte. An empty text becomes a new file. Undefined
 * where the list that the entry belongs into cannot be found or is not closed, which is for JSON and YAML alone.
 */
export function appendReference(text: string, kind: BibliographyKind, item: Item, key: string): Edit | undefined {
  if (kind === 'bibtex') return appendBibtex(text, item, key)
  return kind === 'csl-json' ? appendJson(text, item, key) : appendYaml(text, item, key)
}
