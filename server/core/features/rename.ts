import type { Library } from '../citing/library.ts'
import { keyPieces, labelSpanOf } from '../citing/rename.ts'
import { compose } from '../edits/compose.ts'
import type { Edit } from '../edits/fix.ts'
import { noteMark } from '../edits/notes.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { type CitedThing, citationsOf, citedThingAt, definitionsOf, nameSpanOf, ownEntries } from './citedThing.ts'

/** What a rename at a place would rename; or, in one sentence, why it cannot. */
export type Renaming = { readonly thing: CitedThing; readonly placeholder: string } | { readonly refusal: string }

/** Finds what can be renamed at an offset: the label of a footnote, or a key. Undefined where nothing is named. */
export function renamingAt(reading: Reading, library: Library, offset: number): Renaming | undefined {
  const thing = citedThingAt(reading, library, offset)
  if (thing === undefined) return undefined
  if (thing.kind === 'numbered-note')
    return { refusal: 'Numbers follow the order of the text: use “Renumber the notes” instead.' }
  if (thing.kind === 'footnote' || thing.kind === 'citation-key') return { thing, placeholder: thing.key }
  return { refusal: 'Only the labels of footnotes and citation keys can be renamed.' }
}

/** Why a new name cannot be given, in one sentence; undefined where it can. */
export function refusalOf(
  reading: Reading,
  library: Library,
  { kind, key }: CitedThing,
  name: string,
): string | undefined {
  if (kind === 'footnote') {
    if (name === '' || /[\s[\]^]/.test(name)) return 'The label of a footnote has no spaces and no brackets.'
    const isTaken = [...reading.definitions, ...reading.citations].some(
      (one) => one.kind === kind && one.key.toLowerCase() === name.toLowerCase(),
    )
    return isTaken && name.toLowerCase() !== key.toLowerCase()
      ? `Another footnote has the mark ${noteMark(reading, name)} already.`
      : undefined
  }
  return keyRefusal(name, key, library.byKey.has(name))
}

/** Why a key cannot become another, in one sentence; undefined where it can. */
export function keyRefusal(name: string, before: string, isTaken: boolean): string | undefined {
  if (name === '' || /[\s,{}[\]()"'#%~\\@;=]/.test(name))
    return 'A citation key has no spaces, commas, brackets or quotation marks.'
  return name !== before && isTaken ? `Another entry has the key ${name} already.` : undefined
}

/** The edits in one draft that give a thing another name. A key in its front matter changes too. */
export function renameIn(
  reading: Reading,
  library: Library,
  thing: Pick<CitedThing, 'kind' | 'key'>,
  name: string,
): Edit[] {
  const named = (spans: readonly Span[]) => spans.map(({ start, end }) => ({ start, end, text: name }))
  const pieces =
    thing.kind === 'citation-key'
      ? [
          ...keyPieces(reading, thing.key, name),
          ...named(
            ownEntries(library)
              .filter(({ key }) => key === thing.key)
              .map(({ keySpan }) => keySpan),
          ),
        ]
      : named([
          ...citationsOf(reading, thing).map((citation) => nameSpanOf(reading, citation)),
          ...definitionsOf(reading, thing).map((definition) => labelSpanOf(reading, definition)),
        ])
  return [...compose(reading.draft.text, '', pieces).edits]
}
