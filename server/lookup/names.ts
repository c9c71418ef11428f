import type { PersonName } from '../core/index.ts'
import { known } from './json.ts'
import { oneLine } from './plainText.ts'

/** Small words that stand before a family name. */
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ibn',
  'ter',
  'zu',
])

/** What may follow a family name. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i

/** Words that no person's name has, and a desk's or an organisation's does. */
const ORGANISATION =
  /\b(?:staff|desk|team|editors?|editorial|newsroom|reporters?|correspondents?|agency|agencies|news|press|media|times|post|tribune|herald|guardian|gazette|office|department|ministry|university|institute|committee|council|group|the|and|for|of)\b/i

/** No name of a person has more words. */
const MOST_WORDS = 5

/**
 * Somebody's name from one line: "Doe, Jane", "Jane van Doe", "Jane Doe Jr.". What does not look like a person's name stays as
 * it is. Undefined where nothing is there, or an address.
 */
export function nameOf(line: string | undefined): PersonName | undefined {
  const name = oneLine(line ?? '').replace(/^by /i, '')
  if (name === '' || /^https?:/i.test(name) || name.includes('@')) return undefined
  const [family = '', given, ...more] = name.split(',').map((part) => part.trim())
  if (given && more.length === 0)
    return SUFFIX.test(given) ? { ...named(family.split(' ')), suffix: given } : { family, given }
  if (given || ORGANISATION.test(name)) return { literal: name }
  return named(name.split(' '))
}

function named(words: readonly string[]): PersonName {
  const last = words.at(-1) ?? ''
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined
  const rest = suffix === undefined ? words : words.slice(0, -1)
  if (rest.length < 2 || rest.length > MOST_WORDS || /\d/.test(rest.join(''))) return { literal: words.join(' ') }
  let from = rest.length - 1
  while (from > 1 && PARTICLES.has(rest[from - 1] ?? '')) from--
  const particle = rest.slice(from, -1).join(' ')
  return known<PersonName>({
    family: rest.at(-1),
    given: rest.slice(0, from).join(' '),
    particle: particle === '' ? undefined : particle,
    suffix,
  })
}

/** The names of a byline: "By Jane Doe and John Roe", "Jane Doe; John Roe", "Jane Doe, John Roe and Ann Poe". */
export function namesOf(byline: string): PersonName[] {
  const line = oneLine(byline).replace(/^by /i, '')
  const parts = line.split(/;| and | & /i).flatMap((part) => {
    const pieces = part.split(',').map((piece) => piece.trim())
    // "Doe, Jane" is one person; "Jane Doe, John Roe" are two.
    const whole = pieces.length === 2 && pieces.some((piece) => !piece.includes(' '))
    return whole ? [part] : pieces
  })
  return parts.flatMap((part) => nameOf(part) ?? [])
}
