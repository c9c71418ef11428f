import type { Library } from '../citing/library.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { citedThingAt, definitionsOf } from './citedThing.ts'

/** Where something is written down. */
export interface Place {
  /** The URI of the bibliography; undefined for the draft itself. */
  readonly file?: string
  /** All of it. */
  readonly span: Span
  /** Its name within `span`. */
  readonly name: Span
}

/** Where the source is written down that is cited at an offset, and the words there that cite it. */
export interface Definitions {
  readonly origin: Span
  readonly places: readonly Place[]
}

/** From a citation to its note, its entry in the list, or its entry in a bibliography. */
export function definitionAt(reading: Reading, library: Library, offset: number): Definitions | undefined {
  const thing = citedThingAt(reading, library, offset)
  if (thing === undefined) return undefined
  const places = definitionsOf(reading, thing).map(
    ({ start, end, label }): Place => ({ span: { start, end }, name: label }),
  )
  const entry = thing.kind === 'citation-key' ? library.byKey.get(thing.key) : undefined
  if (entry !== undefined)
    places.push({ ...(entry.file !== undefined && { file: entry.file }), span: entry.span, name: entry.keySpan })
  return places.length === 0 ? undefined : { origin: thing.span, places }
}
