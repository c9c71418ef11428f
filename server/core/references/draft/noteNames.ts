import { OTHERS, type PersonName } from '../reference.ts'
import { withoutEnd } from './trim.ts'

const PARTICLES = new Set('van von der den de del della di da dos du la le el al bin ibn ter ten'.split(' '))
const SUFFIX = /^(?:Jr|Sr)\.?$|^I{2,3}$|^IV$/

/** Words that no person has in a name, and organisations do. */
const ORGANISATION = new Set(
  'the of for and office department agency ministry county city university institute council committee company times post news press group bank court police association society union organization organisation health world fund programme program national international federal network party commission bureau board trust foundation center centre service'.split(
    ' ',
  ),
)

/**
 * The names that stand before a title in a note: "Jane Doe", "Jane Doe and John Roe", "Doe, Jane", "Jane Doe et al.", or an
 * organisation. Empty where the words are too many to be names.
 */
export function namesIn(words: string): PersonName[] {
  const text = withoutEnd(words.replace(/^(?:see(?: also)?|cf\.|by) /i, ''), ',.:;').trim()
  if (text === '' || text.length > 200 || !/^\p{Lu}/u.test(text)) return []
  const others = /,? (?:et al|and others)$/.exec(text)?.[0]
  const list = others === undefined ? text : text.slice(0, -others.length)
  const inverted = /^([\p{Lu}][\p{L}'’-]*), ([\p{Lu}][\p{L}'’-]*\.?(?: [\p{Lu}]\.?)?)$/u.exec(list)
  if (inverted !== null) return withOthers([{ family: inverted[1] ?? '', given: inverted[2] ?? '' }], others)
  const parts = list.split(/, and | and | & |, (?!Jr|Sr)/)
  const people = parts.map(personIn)
  if (people.every((name) => name !== undefined)) return withOthers(people, others)
  // of a person named by one name more are meant, of an organisation never
  if (others !== undefined && !list.includes(' ')) return withOthers([{ family: list }], others)
  return list.split(' ').length <= 8 ? withOthers([{ literal: list }], others) : []
}

const withOthers = (names: PersonName[], others: string | undefined): PersonName[] =>
  others === undefined ? names : [...names, OTHERS]

/** A name of two to five words with capitals, its last the family name; undefined for anything else. */
function personIn(text: string): PersonName | undefined {
  const words = text.split(/,? /).filter((word) => word !== '')
  const suffix = words.length > 2 && SUFFIX.test(words.at(-1) ?? '') ? words.pop() : undefined
  if (words.length < 2 || words.length > 5) return undefined
  if (words.some((word) => ORGANISATION.has(word.toLowerCase()))) return undefined
  if (!words.every((word) => PARTICLES.has(word) || /^\p{Lu}[\p{L}.'’-]*$/u.test(word))) return undefined
  const small = words.findIndex((word) => PARTICLES.has(word))
  const start = small < 1 ? words.length - 1 : small
  const particle = words.slice(start, -1).join(' ')
  return {
    family: words.at(-1) ?? '',
    given: words.slice(0, start).join(' '),
    ...(particle !== '' && { particle }),
    ...(suffix !== undefined && { suffix }),
  }
}
