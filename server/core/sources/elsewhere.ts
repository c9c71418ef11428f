import { leading } from '../text/search.ts'
import { initialsOf } from './initials.ts'
import type { Name } from './names.ts'
import { type Gender, surnameOf } from './persons.ts'

/** How many names with the same initials are compared. */
export const MOST_FITTING = 8
/** How many full names before a surname are looked at. */
export const MOST_NAMESAKES = 24

/** The full names with one surname, as a surname sees them from where it stands. */
export interface Namesakes {
  /** The first of the draft. */
  readonly first: Name
  /** Whether there is more than one first name among them. */
  readonly several: boolean
  /** The last of them before the surname, in order, no more than are looked at; none are given where there are not several. */
  readonly before: readonly Name[]
}

/**
 * What a whole draft tells those who read a stretch of it. The n-th name is the n-th of the stretch, and blocks are counted from its
 * first, so that those before it have negative numbers.
 */
export interface Elsewhere {
  /** The full names with a surname, from the n-th name; undefined where there is none. */
  namesakes(surname: string, n: number): Namesakes | undefined
  /** The last name before an offset of the stretch that has these initials, or else the first behind it, among the first few of the draft. */
  fitting(letters: string, offset: number): Name | undefined
  /** The last outlet before the n-th name. */
  outletBefore(n: number): Name | undefined
  /** The last `most` names before the n-th, the nearest first. */
  namesBefore(n: number, most: number): readonly Name[]
  /** The gender of a person, if it is told before the stretch. */
  genderOf(name: string): Gender | undefined
  /** Whether somebody of this name is a source before the stretch. */
  hasSpoken(name: string): boolean
}

/** What a draft tells that is read in one stretch. */
export function elsewhereIn(names: readonly Name[], wanted: ReadonlySet<string | undefined>): Elsewhere {
  const surnames = bySurname(names)
  const byInitials = namesByInitials(names, wanted)
  const outlets: number[] = []
  names.forEach(({ publication }, n) => {
    if (publication) outlets.push(n)
  })
  return {
    namesakes(surname, n) {
      const all = surnames.get(surname)
      if (all === undefined) return undefined
      const { namesakes, several } = all
      const last = several ? leading(namesakes, (own) => own < n) : 0
      const before = namesakes.slice(Math.max(0, last - MOST_NAMESAKES), last).map((own) => names[own] as Name)
      return { first: names[namesakes[0] as number] as Name, several, before }
    },
    fitting(letters, offset) {
      const fits = byInitials.get(letters)
      return fits?.filter(({ start }) => start < offset).at(-1) ?? fits?.[0]
    },
    outletBefore: (n) => names[outlets[leading(outlets, (own) => own < n) - 1] ?? -1],
    namesBefore: (n, most) => names.slice(Math.max(0, n - most), n).reverse(),
    genderOf: () => undefined,
    hasSpoken: () => false,
  }
}

/** The full names of a draft by surname, by their index. */
function bySurname(
  names: readonly Name[],
): ReadonlyMap<string, { readonly namesakes: readonly number[]; readonly several: boolean }> {
  const found = new Map<string, { namesakes: number[]; several: boolean }>()
  names.forEach((name, n) => {
    if (name.bare.length < 2) return
    const known = found.get(surnameOf(name))
    if (known === undefined) found.set(surnameOf(name), { namesakes: [n], several: false })
    else {
      known.several ||= name.bare[0] !== names[known.namesakes[0] as number]?.bare[0]
      known.namesakes.push(n)
    }
  })
  return found
}

/** The first names with each of the initials that are wanted. */
function namesByInitials(
  names: readonly Name[],
  wanted: ReadonlySet<string | undefined>,
): ReadonlyMap<string, readonly Name[]> {
  const byInitials = new Map<string, Name[]>()
  for (const name of names) {
    if (name.words.length < 2) continue
    for (const letters of initialsOf(name.text)) {
      if (!wanted.has(letters)) continue
      const list = byInitials.get(letters)
      if (list === undefined) byInitials.set(letters, [name])
      else if (list.length < MOST_FITTING) list.push(name)
    }
  }
  return byInitials
}
