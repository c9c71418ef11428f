import { indexReferences, type ReferenceIndex, type ReferenceStyle } from '../references/index.ts'
import { emptyLibrary, type Library } from './library.ts'
import type { CitationStyleSetting } from './style.ts'

/** All that citing needs to know besides the draft. */
export interface CiteContext {
  readonly library: Library
  /** The library prepared for searching. */
  readonly index: ReferenceIndex
  readonly style: CitationStyleSetting
  /** How the text of a reference is put. */
  readonly form: ReferenceStyle
}

/** A context of a library, with the settings that it comes with. */
export const citeContext = (
  library: Library,
  { style = 'auto', form = 'news' }: Partial<Pick<CiteContext, 'style' | 'form'>> = {},
): CiteContext => ({ library, index: indexReferences(library.references), style, form })

/** No bibliography, and every setting as it comes. */
export const plainContext: CiteContext = citeContext(emptyLibrary)
