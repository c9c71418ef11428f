import { fold, foldedWords } from '../fold.ts'
import { namesOf, surname } from '../format/names.ts'
import type { Item } from '../reference.ts'
import { initialsOf } from '../search/build.ts'

/** Words at the beginning of a title that nobody remembers it by. */
const SMALL: ReadonlySet<string> = new Set(
  'the and for with from into how why what when who are was were has have had its his her their this that new on in of to a an is at by as'.split(
    ' ',
  ),
)
const LONGEST_PART = 24
const KEY = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?$/u

/** Whether a key can be written in every kind of bibliography and be cited as `[@key]` with nothing around it. */
export const isCitationKey = (key: string): boolean => key.length <= 200 && KEY.test(key)

/**
 * A key for a new entry: family name, year and the first telling word of the title, in small letters of ASCII ("doe2024crime"); a
 * letter comes behind it where that is taken. The same source gets the same key each time.
 *
 * @param taken the keys that there are, in whatever case
 */
export function newKey(item: Item, taken: Iterable<string>): string {
  const there = new Set(Array.from(taken, (key) => key.toLowerCase()))
  const base = baseOf(item)
  if (!there.has(base)) return base
  for (let count = 0; ; count++) {
    const key = base + lettersOf(count)
    if (!there.has(key)) return key
  }
}

function baseOf(item: Item): string {
  const { names } = namesOf(item.author.length > 0 ? item.author : item.editor)
  const [first] = names
  const title = foldedWords(item.title ?? '').map(ascii)
  const word = title.find((one) => one.length > 2 && !SMALL.has(one)) ?? title.find((one) => one !== '') ?? ''
  const who =
    first === undefined
      ? outletOf(item)
      : first.literal === undefined
        ? ascii(surname(first))
        : outletOf({ ...item, containerTitle: first.literal })
  const base = who.slice(0, LONGEST_PART) + String(item.issued?.year ?? '') + word.slice(0, LONGEST_PART)
  return ascii(base) === '' ? 'source' : ascii(base)
}

/** An outlet by its first letters where it has three words or more ("nyt"), or else by its words; a site by its host. */
function outletOf({ containerTitle, publisher, url }: Item): string {
  const name = containerTitle ?? publisher
  if (name === undefined) return ascii((url ?? '').replace(/^[a-z]+:\/\/(?:www\.)?/i, '').split(/[/?#:.]/, 1)[0] ?? '')
  const plain = name.replace(/^the /i, '')
  const initials = ascii(initialsOf(plain))
  return initials.length > 2 ? initials : ascii(plain)
}

const ascii = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** a, b, …, z, aa, ab, … */
function lettersOf(count: number): string {
  const last = String.fromCharCode(97 + (count % 26))
  return count < 26 ? last : lettersOf(Math.floor(count / 26) - 1) + last
}
