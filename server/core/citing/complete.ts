import { structure } from '../blocks/index.ts'
import { compose } from '../edits/compose.ts'
import { applyEdits, type Edit } from '../edits/fix.ts'
import { addNotes, type Noted } from '../edits/notes.ts'
import { lengthOf } from '../text/span.ts'
import { chained } from './chain.ts'
import { addEntries } from './list.ts'
import type { Addition, Target } from './target.ts'

/** What a change of citations asks for: edits of the draft, and entries for a bibliography. */
export interface Citing {
  readonly edits: readonly Edit[]
  readonly additions: readonly Addition[]
}

/** Edits with what they ask for besides, and places in the draft that they make. */
export interface Completed {
  readonly edits: readonly Edit[]
  /** Where the words of the first note that is added begin; undefined where none is. */
  readonly note: number | undefined
  /** Where an offset into the draft as the first edits made it is now. */
  moved(offset: number): number
}

/** Edits with the notes or the list that the target asks for. */
export function completed(reading: Noted, first: readonly Edit[], target: Target): Completed {
  const { text, language } = reading.draft
  if (target.notes.length === 0 && target.entries.length === 0)
    return { edits: first, note: undefined, moved: (offset) => offset }
  const draft = { text: applyEdits(text, first), language }
  const changed: Noted = first.length === 0 ? reading : { draft, ...structure(draft) }
  const added = target.notes.length > 0 ? addNotes(changed, target.notes) : addEntries(changed, target.entries)
  const { edits, caret } = compose(draft.text, '', [added])
  return {
    edits: chained(text.length, first, edits),
    note: caret,
    moved: (offset) =>
      edits.reduce((at, edit) => (edit.start < offset ? at + edit.text.length - lengthOf(edit) : at), offset),
  }
}
