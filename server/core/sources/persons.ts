import { MEN, WOMEN } from '../english/lexicon/givenNames.ts'
import { remembered } from '../text/remembered.ts'
import { placeIn } from '../text/search.ts'
import type { Name } from './names.ts'
import { TITLES } from './titles.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const MALE = words(
  'mr mr. sir lord king prince husband father son brother chairman spokesman congressman businessman actor grandfather widower man boy',
)
const FEMALE = words(
  'mrs mrs. ms ms. miss lady dame queen princess wife mother daughter sister chairwoman spokeswoman congresswoman businesswoman actress grandmother widow woman girl',
)
/** How many blocks before a surname the names stand that it may mean, besides its own. */
const REACH = 1
/** How many full names before a surname are looked at. */
const MOST_NAMES = 24
/** How many persons back a pronoun may point. */
const MOST = 6

type Gender = 'male' | 'female'

/** The gender that a title, a word such as "chairwoman" or a given name tells; null where none does. */
const genderIn: (text: string) => Gender | null = remembered((text) => {
  let given: Gender | undefined
  for (const word of text.toLowerCase().split(/[\s,]/)) {
    if (MALE.has(word)) return 'male'
    if (FEMALE.has(word)) return 'female'
    given ??= MEN.has(word) ? 'male' : WOMEN.has(word) ? 'female' : undefined
  }
  return given ?? null
})

export const surnameOf = (name: Name): string => name.words.at(-1) ?? ''
export const isSurname = (name: Name): boolean => name.bare.length === 1

/** The full names with one surname, in order. */
export interface Namesakes {
  readonly names: readonly Name[]
  /** Whether there is more than one first name among them. */
  readonly several: boolean
}

/** The full names of a draft by surname. */
export function bySurname(names: readonly Name[]): ReadonlyMap<string, Namesakes> {
  const found = new Map<string, { names: Name[]; several: boolean }>()
  for (const name of names) {
    if (name.bare.length < 2) continue
    const known = found.get(surnameOf(name))
    if (known === undefined) found.set(surnameOf(name), { names: [name], several: false })
    else {
      known.several ||= !isSame(name, known.names[0] as Name)
      known.names.push(name)
    }
  }
  return found
}

/**
 * Whom a surname means: the only one of that name, the one whose title stands with it, the one that spoke of those named shortly before, or the
 * one named last. Two where several were named so near and nothing tells.
 *
 * @param namesakes full names with this surname
 * @param spoke whether somebody of a name was a source before
 */
export function meantBy(
  surname: Name,
  text: string,
  { names, several }: Namesakes,
  spoke: (name: Name) => boolean,
): readonly Name[] {
  if (!several) return names.slice(0, 1)
  const last = placeIn(names, surname.start - 1)
  if (last < 0) return names.slice(0, 1)
  const recent = distinct(names.slice(Math.max(0, last + 1 - MOST_NAMES), last + 1))
  const title = text
    .toLowerCase()
    .split(' ')
    .find((word) => TITLES.has(word))
  const titled = recent.filter(({ words }) => title !== undefined && words.includes(title))
  if (titled.length === 1) return titled
  const near = recent.filter((name) => name.block >= surname.block - REACH)
  if (near.length < 2) return [names[last] as Name]
  const speakers = near.filter(spoke)
  return speakers.length === 1 ? speakers : near
}

const isSame = (a: Name, b: Name): boolean => a.bare[0] === b.bare[0]

/** The last of each that have one first name, in order. */
function distinct(names: readonly Name[]): Name[] {
  const seen = new Set<string | undefined>()
  const found: Name[] = []
  for (let n = names.length - 1; n >= 0; n--) {
    const name = names[n] as Name
    if (seen.has(name.bare[0])) continue
    seen.add(name.bare[0])
    found.push(name)
  }
  return found.reverse()
}

/** The persons that were the subject of a sentence or spoke, the last one at the end, and what is known of them. */
export interface Persons {
  readonly recent: string[]
  readonly genders: Map<string, Gender>
}

/** Adds a person, with what the words around and the full name tell. */
export function remember({ recent, genders }: Persons, name: string, text: string): void {
  if (recent.at(-1) !== name) recent.push(name)
  if (genders.has(name)) return
  const gender = genderIn(text) ?? genderIn(name)
  if (gender !== null) genders.set(name, gender)
}

/** The last person that "he" or "she" can stand for, and whose gender it tells from then on. */
export function standsFor({ recent, genders }: Persons, pronoun: string): string | undefined {
  const gender: Gender = pronoun === 'she' || pronoun === 'her' ? 'female' : 'male'
  for (let i = recent.length - 1; i >= Math.max(0, recent.length - MOST); i--) {
    const name = recent[i] as string
    if ((genders.get(name) ?? gender) !== gender) continue
    genders.set(name, gender)
    return name
  }
  return undefined
}
