import { MEN, WOMEN } from '../english/lexicon/givenNames.ts'
import { remembered } from '../text/remembered.ts'
import type { Elsewhere, Namesakes } from './elsewhere.ts'
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
/** How many persons back a pronoun may point. */
const MOST = 6

export type Gender = 'male' | 'female'

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

/**
 * Whom a surname means: the only one of that name, the one whose title stands with it, the one that spoke of those named shortly before, or the
 * one named last. Two where several were named so near and nothing tells.
 *
 * @param namesakes the full names with this surname, from where it stands
 * @param spoke whether somebody of a name was a source before
 */
export function meantBy(
  surname: Name,
  text: string,
  { first, several, before }: Namesakes,
  spoke: (name: Name) => boolean,
): readonly Name[] {
  const nearest = before.at(-1)
  if (!several || nearest === undefined) return [first]
  const recent = distinct(before)
  const title = text
    .toLowerCase()
    .split(' ')
    .find((word) => TITLES.has(word))
  const titled = recent.filter(({ words }) => title !== undefined && words.includes(title))
  if (titled.length === 1) return titled
  const near = recent.filter((name) => name.block >= surname.block - REACH)
  if (near.length < 2) return [nearest]
  const speakers = near.filter(spoke)
  return speakers.length === 1 ? speakers : near
}

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

/** The persons of whom a stretch of a draft has told so far, in view of what the draft tells elsewhere. */
export interface Persons {
  readonly elsewhere: Elsewhere
  /** Those that were the subject of a sentence or spoke, the last one at the end. */
  readonly recent: string[]
  /** The genders that the stretch tells by itself. What is told before it goes first. */
  readonly genders: Map<string, Gender>
  /** Those that are sources in the stretch. */
  readonly spoken: Set<string>
}

/** Those of the persons to whom what follows may still refer. */
export const lastOf = ({ recent }: Persons): readonly string[] => recent.slice(-MOST)

/** Whether somebody of a name was a source before. */
export const hasSpoken = ({ elsewhere, spoken }: Persons, name: string): boolean =>
  spoken.has(name) || elsewhere.hasSpoken(name)

/** Adds a person, with what the words around and the full name tell. */
export function remember({ recent, genders }: Persons, name: string, text: string): void {
  if (recent.at(-1) !== name) recent.push(name)
  if (genders.has(name)) return
  const gender = genderIn(text) ?? genderIn(name)
  if (gender !== null) genders.set(name, gender)
}

/** The last person that "he" or "she" can stand for, and whose gender it tells from then on. */
export function standsFor({ elsewhere, recent, genders }: Persons, pronoun: string): string | undefined {
  const gender: Gender = pronoun === 'she' || pronoun === 'her' ? 'female' : 'male'
  for (let i = recent.length - 1; i >= Math.max(0, recent.length - MOST); i--) {
    const name = recent[i] as string
    const told = elsewhere.genderOf(name) ?? genders.get(name)
    if (told !== undefined && told !== gender) continue
    if (told === undefined) genders.set(name, gender)
    return name
  }
  return undefined
}
