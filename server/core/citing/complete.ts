import { structure } from '../blocks/index.ts'
import { compose } from '../edits/compose.ts'
import { applyEdits, type Edit } from '../edits/fix.ts'
import { addNotes, type Noted } from '../edits/notes.ts'
import { chained } from './chain.ts'
import { addEntries } from './list.ts'
import type { Addition, Target } from './target.ts'

/** What a change of citations asks for: edits of the draft, and entries for a bibliography. */
export interface Citing {
  readonly edits: readonly Edit[]
  readonly additions: readonly Addition[]
}

/** Edits with the notes or the list that the target asks for. */
export function completed(reading: Noted, first: readonly Edit[], target: Target): Edit[] {
  const { text, language } = reading.draft
  if (target.notes.length === 0 && target.entries.length === 0) return [...first]
  const draft = { text: applyEdits(text, first), language }
  const changed: Noted = first.length === 0 ? reading : { draft, ...structure(draft) }
  const added = target.notes.length > 0 ? addNotes(changed, target.notes) : addEntries(changed, target.entries)
  return chained(text.length, first, compose(draft.text, '', [added]).edits)
}
