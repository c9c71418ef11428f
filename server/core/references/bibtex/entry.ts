import type { Span } from '../../text/span.ts'
import type { Fault } from '../bibliography.ts'

/** A field as it stands: `name = {value},`. The span is that of the value with its delimiters, or of several joined by `#`. */
export interface Field extends Span {
  /** As the file writes it, upper case and all. */
  readonly name: string
  /** Where the name begins. */
  readonly nameStart: number
  /** The value without its delimiters, its strings put in; still TeX. */
  readonly value: string
}

/** An entry of a BibTeX file as far as it could be read. */
export interface Entry extends Span {
  /** In lower case. */
  readonly type: string
  readonly key: string
  readonly keySpan: Span
  /** By their names in lower case. Of two with one name the last counts, as for biber and pandoc. */
  readonly fields: ReadonlyMap<string, Field>
}

/** What a scan of a BibTeX file finds. */
export interface Scanned {
  readonly entries: readonly Entry[]
  readonly faults: readonly Fault[]
}
