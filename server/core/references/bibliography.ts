import type { Span } from '../text/span.ts'
import { parseBibtex } from './bibtex/index.ts'
import { parseCslJson } from './csl/json.ts'
import { parseCslYaml } from './csl/yaml.ts'
import type { Reference } from './reference.ts'

/** How a bibliography is written. */
export type BibliographyKind = 'bibtex' | 'csl-json' | 'csl-yaml'

/** What could not be read in a bibliography, at its place; the shape of an objection of a rule. */
export interface Fault extends Span {
  /** One sentence of at most 100 characters: what is wrong, and what would settle it. */
  readonly message: string
  readonly related?: ReadonlyArray<Span & { readonly message: string }>
}

/** The references of a text, a bibliography or a draft with front matter. Offsets are UTF-16 code units into it. */
export interface ReferenceList {
  readonly text: string
  /** Every entry that could be read, in the order of the file. Two may have one key; the first is the one that is cited. */
  readonly references: readonly Reference[]
  /** What could not be read, in the order of the file: at most one for an entry. */
  readonly faults: readonly Fault[]
}

/** All that is known of one version of a bibliography. */
export interface Bibliography extends ReferenceList {
  readonly kind: BibliographyKind
  /** Its URI. */
  readonly file: string
}

/** The endings of the names of bibliographies, in lower case. */
const ENDINGS: ReadonlyMap<string, BibliographyKind> = new Map([
  ['bib', 'bibtex'],
  ['bibtex', 'bibtex'],
  ['json', 'csl-json'],
  ['yaml', 'csl-yaml'],
  ['yml', 'csl-yaml'],
])

/** The kind of a bibliography by the ending of its path or URI (.bib, .bibtex, .json, .yaml, .yml); undefined for others. */
export const bibliographyKind = (path: string): BibliographyKind | undefined =>
  ENDINGS.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase())

/**
 * Reads a bibliography: any string, without an exception, in time proportional to its length. One bad entry costs that entry; as
 * much of it as can be read is among the references all the same, so that its key is known.
 *
 * @param file its URI
 */
export function parseBibliography(text: string, kind: BibliographyKind, file: string): Bibliography {
  return { kind, file, text, ...parsed(text, kind, file) }
}

function parsed(text: string, kind: BibliographyKind, file: string): Pick<Bibliography, 'references' | 'faults'> {
  if (kind === 'bibtex') return parseBibtex(text, file)
  return kind === 'csl-json' ? parseCslJson(text, file, kind) : parseCslYaml(text, file)
}
