import { OTHERS, type PersonName } from '../reference.ts'

/** The family name with its particle, or the name of an organisation. */
export function surname({ literal, particle, family, given }: PersonName): string {
  return literal ?? (joined(particle, family) || (given ?? ''))
}

/** "Jane van der Berg Jr.", as a byline has it. */
export function inOrder(name: PersonName): string {
  const { literal, given, particle, family, suffix } = name
  return literal ?? joined(given, particle, family, suffix)
}

/** "van der Berg, J. P., Jr.", as APA has it. */
export function inverted(name: PersonName): string {
  const { literal, given, family, suffix } = name
  if (literal !== undefined || family === undefined) return surname(name)
  return [surname(name), initialsOf(given ?? ''), suffix ?? ''].filter((part) => part !== '').join(', ')
}

/** "J. van der Berg", as APA has it for the editors of a book that a chapter stands in. */
export function initialled(name: PersonName): string {
  const { literal, given, suffix } = name
  if (literal !== undefined) return literal
  return joined(initialsOf(name.family === undefined ? '' : (given ?? '')), surname(name), suffix)
}

/** "J.-P. M." for "Jean-Paul Marie". */
function initialsOf(given: string): string {
  return given
    .split(/[ .]+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split(/[-‐]/)
        .filter((part) => part !== '')
        .map((part) => `${(String.fromCodePoint(part.codePointAt(0) ?? 32)).toUpperCase()}.`)
        .join('-'),
    )
    .join(' ')
}

/** The names of a list without "and others", and whether that stood at its end. */
export function namesOf(list: readonly PersonName[]): { names: readonly PersonName[]; others: boolean } {
  const names = list.filter(({ literal }) => literal !== OTHERS.literal)
  return { names, others: names.length < list.length }
}

/** "A", "A and B", "A, B and C"; with a comma before the last "and" where `serial` asks for it. */
export function listed(words: readonly string[], and: string, serial: boolean): string {
  const last = words.at(-1) ?? ''
  if (words.length < 2) return last
  const comma = serial && words.length > 2 ? ',' : ''
  return `${words.slice(0, -1).join(', ')}${comma} ${and} ${last}`
}

const joined = (...parts: ReadonlyArray<string | undefined>): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' ')
