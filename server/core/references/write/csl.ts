import type { Item, PartialDate, PersonName } from '../reference.ts'

/** A name and its value. */
export interface Member {
  readonly name: string
  readonly value: Value
}

/** An object whose members are in order. */
export interface Members {
  readonly members: readonly Member[]
}

/** What a member of a CSL item can be. */
export type Value = string | number | Members | readonly Value[]

/** What an item says, as the members of an item of CSL 1.0.2, in the usual order. */
export function cslOf(item: Item, key: string): Member[] {
  const page = item.page?.replace(/[–—]/g, '-')
  const members: Array<[string, Value | undefined]> = [
    ['id', key],
    ['type', item.type],
    ['title', item.title],
    ['author', namesOf(item.author)],
    ['editor', namesOf(item.editor)],
    ['container-title', item.containerTitle],
    ['publisher', item.publisher],
    ['publisher-place', item.publisherPlace],
    ['edition', item.edition],
    ['volume', item.volume],
    ['issue', item.issue],
    ['page', page],
    ['number', item.number],
    ['issued', dateOf(item.issued)],
    ['accessed', dateOf(item.accessed)],
    ['DOI', item.doi],
    ['ISBN', item.isbn],
    ['URL', item.url],
    ['note', item.note],
  ]
  return there(members)
}

const there = (members: ReadonlyArray<readonly [string, Value | undefined]>): Member[] =>
  members.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))

function namesOf(names: readonly PersonName[]): Value | undefined {
  if (names.length === 0) return undefined
  return names.map(({ family, given, particle, suffix, literal }) => ({
    members: there([
      ['literal', literal],
      ['family', family],
      ['given', given],
      ['non-dropping-particle', particle],
      ['suffix', suffix],
    ]),
  }))
}

function dateOf(date: PartialDate | undefined): Value | undefined {
  if (date === undefined) return undefined
  if (date.year === undefined)
    return date.literal === undefined ? undefined : { members: [{ name: 'literal', value: date.literal }] }
  const parts = [date.year, date.month, date.day].filter((part) => part !== undefined)
  return { members: [{ name: 'date-parts', value: [parts] }] }
}

export const isMembers = (value: Value): value is Members => typeof value === 'object' && 'members' in value
