import type { Reference } from '../references/reference.ts'

/** What a draft can cite besides what it says itself: the entries of the bibliographies that belong to it. */
export interface Library {
  /** In the order of the bibliographies; of two with one key the first counts. */
  readonly references: readonly Reference[]
  readonly byKey: ReadonlyMap<string, Reference>
  /** Whether a bibliography is declared for the draft at all. */
  readonly declared: boolean
  /** Whether every bibliography that is declared could be read. */
  readonly complete: boolean
  /** The text of entries that could not be read: a key that stands in one may well be defined. */
  readonly broken: readonly string[]
}

/** A library of what was read. */
export function libraryOf(
  references: readonly Reference[],
  { declared = true, complete = true, broken = [] }: Partial<Pick<Library, 'declared' | 'complete' | 'broken'>> = {},
): Library {
  const byKey = new Map<string, Reference>()
  for (const reference of references) if (!byKey.has(reference.key)) byKey.set(reference.key, reference)
  for (const reference of references)
    for (const alias of reference.aliases ?? []) if (!byKey.has(alias)) byKey.set(alias, reference)
  return { references, byKey, declared, complete, broken }
}

/** No bibliography. */
export const emptyLibrary: Library = libraryOf([], { declared: false })

/** What Quarto's cross-references begin with, which look like keys: `@fig-dam`. */
const CROSS_REFERENCE = /^(?:fig|tbl|lst|sec|eq|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)-/

/** Whether nothing can define a key: a bibliography is declared, all of it was read, and it has no such entry. */
export const lacks = ({ declared, complete, byKey, broken }: Library, key: string): boolean =>
  declared &&
  complete &&
  key !== '' &&
  !byKey.has(key) &&
  !CROSS_REFERENCE.test(key) &&
  !broken.some((text) => text.includes(key))
