import type { Entry, Field } from './entry.ts'

/** As many entries as one takes fields from: no library has more, and a circle ends. */
const MOST_ANCESTORS = 16

/** What BibLaTeX leaves with the entry that has it (its manual, appendix B). */
const NEVER = new Set(
  'ids crossref xref xdata entryset execute label options presort related relatedtype relatedstring relatedoptions sortkey keywords file'.split(
    ' ',
  ),
)

/** Entries that stand in another, which takes the title of that as the title of their book. */
const PARTS = new Set(
  'inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference'.split(' '),
)

/** An entry that another takes fields from, and what the fields are called there. */
interface Ancestor {
  readonly entry: Entry
  readonly named: (field: string) => readonly string[]
}

/** Looks the fields of an entry up: its own, or those that it takes over by `xdata` and `crossref`. Names are in lower case. */
export type Lookup = (field: string) => Field | undefined

/** A lookup for an entry of a file. Entries may point to each other in a circle. */
export function lookupIn(entry: Entry, byKey: ReadonlyMap<string, Entry>): Lookup {
  if (!entry.fields.has('crossref') && !entry.fields.has('xdata')) return (field) => entry.fields.get(field)
  const ancestors = ancestorsOf(entry, byKey)
  return (field) => {
    const own = entry.fields.get(field)
    if (own !== undefined || NEVER.has(field)) return own
    for (const ancestor of ancestors)
      for (const name of ancestor.named(field)) {
        const found = ancestor.entry.fields.get(name)
        if (found !== undefined) return found
      }
    return undefined
  }
}

function ancestorsOf(entry: Entry, byKey: ReadonlyMap<string, Entry>): Ancestor[] {
  const all: Ancestor[] = [{ entry, named: (field) => [field] }]
  for (let next = 0; next < all.length && all.length <= MOST_ANCESTORS; next++) {
    const { entry: child, named } = all[next] as Ancestor
    for (const { key, crossed } of pointersOf(child)) {
      const parent = byKey.get(key.toLowerCase())
      if (parent === undefined || all.length > MOST_ANCESTORS) continue
      const renamed = (field: string) => named(field).flatMap((name) => inherited(child.type, parent.type, name))
      all.push({ entry: parent, named: crossed ? renamed : named })
    }
  }
  return all.slice(1)
}

function pointersOf({ fields }: Entry): Array<{ key: string; crossed: boolean }> {
  const xdata = (fields.get('xdata')?.value ?? '')
    .split(',', MOST_ANCESTORS)
    .map((key) => ({ key: key.trim(), crossed: false }))
  const crossref = fields.get('crossref')?.value.trim()
  return crossref === undefined ? xdata : [...xdata, { key: crossref, crossed: true }]
}

/** What a field of a child is called in the entry that it refers to. */
function inherited(child: string, parent: string, field: string): string[] {
  if (PARTS.has(child) && !PARTS.has(parent)) {
    if (field === 'booktitle') return ['booktitle', 'title']
    if (field === 'booksubtitle') return ['booksubtitle', 'subtitle']
    if (field === 'title' || field === 'subtitle' || field === 'titleaddon') return []
    if (field === 'bookauthor') return ['bookauthor', 'author']
    if (field === 'author') return parent === 'book' || parent === 'mvbook' ? ['author'] : []
  }
  if (parent === 'periodical') {
    if (field === 'journaltitle' || field === 'journal') return ['journaltitle', 'journal', 'title']
    if (field === 'title' || field === 'subtitle') return []
  }
  return [field]
}
