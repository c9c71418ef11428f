import { itemAt } from '../text/itemAt.ts'
import { remembered } from '../text/remembered.ts'
import type { Span } from '../text/span.ts'
import type { Name } from './names.ts'
import { bySurname, isSurname, meantBy, type Persons, remember, standsFor, surnameOf } from './persons.ts'
import type { SourceKind } from './sourceType.ts'

/** A source where it stands, with what its own words say. */
export interface Mention {
  readonly start: number
  readonly text: string
  readonly kind: SourceKind
  /** The number of its block in the draft. */
  readonly block: number
}

/** What of a mention decides whom it stands for, besides where it stands. */
export function tellingOf({ text, kind: { form, head } }: Mention): string {
  if (form === 'name') return `${form}\u0001${head}\u0001${text}`
  return `${form}\u0001${head}\u0001${capitalsIn(text) ?? ''}\u0001${form === 'description' && isBare(text)}`
}

/** "The newspaper" and nothing more: "the Orrin newspaper" says which. */
export const isBare = (text: string): boolean => /^the \p{Ll}+$/iu.test(text)

/** What a mention stands for. */
export interface Identity {
  /** The fullest name in the draft; left out where the mention is that name already, or stands for nobody that the draft names. */
  readonly name?: string
  readonly publication: boolean
  /** The full names that a surname may stand for, where nothing tells which. */
  readonly candidates?: readonly string[]
}

/** For each name as it is written where it stands first. */
export function firstPlaces(names: readonly Name[]): ReadonlyMap<string, Span> {
  const places = new Map<string, Span>()
  for (const { text, start, end } of names) if (!places.has(text)) places.set(text, { start, end })
  return places
}

const OUTLETS: ReadonlySet<string> = new Set(
  'newspaper paper outlet magazine network channel broadcaster agency publication daily weekly tabloid website site journal'.split(
    ' ',
  ),
)
const PERSON_PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'his', 'her', 'him'])
const SMALL: ReadonlySet<string> = new Set(['of', 'and', 'for', 'the', 'in', 'on', 'at', 'to'])

const BODIES: ReadonlySet<string> = new Set(
  'company firm group bank airline operator union charity party club ministry agency department council university hospital school court institute committee commission board team church foundation'.split(
    ' ',
  ),
)
/** Last words of the names of firms. */
const FIRMS: ReadonlySet<string> = new Set(
  'co co. inc inc. corp corp. ltd ltd. llc plc company group holdings industries line lines energy motors foods systems technologies airlines airways media partners bank brothers sons shipping steel oil gas mining pharma pharmaceuticals'.split(
    ' ',
  ),
)
/** How many names with the same initials are compared. */
const MOST_NAMES = 8
/** How many names back a body may have been named last. */
const REACH = 40

/** The body that "the company" or "the ministry" stands for: the last name before with that word in it, or of a firm. */
function bodyBefore(names: readonly Name[], n: number, head: string): Name | undefined {
  const firm = head === 'company' || head === 'firm' || head === 'group' || head === 'operator' || head === 'airline'
  for (let i = n - 1; i >= Math.max(0, n - REACH); i--) {
    const name = names[i] as Name
    if (name.words.length < 2) continue
    if (name.words.includes(head) || (firm && FIRMS.has(name.words.at(-1) as string))) return name
  }
  return undefined
}

/** Whether a mention is an outlet's name, with what stands in apposition: "Reuters news agency", and not "Reuters reporter Ann Lee". */
function isWhole(name: Name, { start, text, kind }: Mention): boolean {
  const rest = text.slice(Math.max(0, name.end - start)).trimStart()
  return rest === '' || rest.startsWith(',') || OUTLETS.has(kind.head)
}

/** The first letters of a name's words: with its article and without, small words left out. */
export const initialsOf: (name: string) => readonly string[] = remembered((name) => {
  const words = name.split(/[\s-]/).filter((word) => word !== '')
  const letters = (list: string[]) => list.map((word) => word[0]?.toUpperCase() ?? '').join('')
  const whole = words.filter((word, i) => i === 0 || !SMALL.has(word.toLowerCase()))
  const bare = words[0]?.toLowerCase() === 'the' ? whole.slice(1) : whole
  return [letters(bare), letters(whole), letters(words)].filter((text) => text.length > 1)
})

/** Two to six capitals, points left away; undefined for a source of other words. */
function capitalsIn(text: string): string | undefined {
  if (!/^\.*[A-Z]/.test(text)) return undefined
  const capitals = text.replaceAll('.', '')
  const isShort = capitals.length >= 2 && capitals.length <= 6
  return isShort && capitals === capitals.toUpperCase() ? capitals : undefined
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
      else if (list.length < MOST_NAMES) list.push(name)
    }
  }
  return byInitials
}

/**
 * Resolves the sources of a draft, in order: pronouns to the last person of their gender who spoke or was the subject of a sentence, "the newspaper"
 * to the last outlet, a surname to the full name, capitals to the name whose initials they are.
 *
 * @param mentions in document order
 * @param names in document order
 */
export function identities(mentions: readonly Mention[], names: readonly Name[]): Identity[] {
  const capitals = mentions.map(({ text }) => capitalsIn(text))
  const byInitials = namesByInitials(names, new Set(capitals))
  const surnames = bySurname(names)
  const outlets = names.filter((name) => name.publication)
  const persons: Persons = { recent: [], genders: new Map() }
  const spoken = new Set<string>()
  const meant = (name: Name, text: string): readonly Name[] => {
    const namesakes = isSurname(name) ? surnames.get(surnameOf(name)) : undefined
    return namesakes === undefined ? [name] : meantBy(name, text, namesakes, (one) => spoken.has(one.text))
  }
  let n = 0
  let o = 0
  return mentions.map((mention, m) => {
    for (; n < names.length && (names[n] as Name).start < mention.start; n++) {
      const name = names[n] as Name
      if (!name.person) continue
      const [full = name, other] = meant(name, name.text)
      const known = name.titled || spoken.has(full.text)
      if (other === undefined && (known ? name.opens : persons.recent.length === 0 && name.words.length > 1))
        remember(persons, full.text, name.text)
    }
    while (o < outlets.length && (outlets[o] as Name).start < mention.start) o++
    const { form, head } = mention.kind
    if (form === 'pronoun') {
      const name = PERSON_PRONOUNS.has(head) ? standsFor(persons, head) : undefined
      return name === undefined ? { publication: false } : { name, publication: false }
    }
    if (form === 'description' && OUTLETS.has(head)) {
      const outlet = itemAt(outlets, o - 1)
      if (outlet) return { name: outlet.text, publication: true }
      if (!BODIES.has(head)) return { publication: true }
    }
    if (form === 'description' && BODIES.has(head)) {
      const body = bodyBefore(names, n, head)
      if (body) return { name: body.text, publication: body.publication }
    }
    const fits = byInitials.get(capitals[m] ?? '')
    const before = fits?.filter((name) => name.start < mention.start).at(-1) ?? fits?.[0]
    if (before) return { name: before.text, publication: before.publication }
    return form === 'name' ? named(mention, ownIn(names, n, mention), meant, persons, spoken) : { publication: false }
  })
}

/** The name in a mention that it is of: "Nick Merrill" in "Clinton campaign spokesman Nick Merrill", the first one where none ends it. */
function ownIn(names: readonly Name[], n: number, mention: Mention): Name | undefined {
  const end = mention.start + mention.text.length
  for (let i = n; i < names.length && (names[i] as Name).start < end; i++)
    if (isWhole(names[i] as Name, mention)) return names[i]
  const next = names[n]
  return next && next.start < end ? next : undefined
}

function named(
  mention: Mention,
  own: Name | undefined,
  meant: (name: Name, text: string) => readonly Name[],
  persons: Persons,
  spoken: Set<string>,
): Identity {
  if (own === undefined) return { publication: false }
  const publication = own.publication && isWhole(own, mention)
  const [full = own, ...others] = meant(own, mention.text)
  if (others.length > 0 && isWhole(own, mention))
    return { publication, candidates: [full, ...others].map(({ text }) => text) }
  if (!own.publication && own.person) {
    remember(persons, full.text, mention.text)
    spoken.add(full.text)
  }
  if (full !== own && full.text !== mention.text)
    return { name: full.text, publication: publication || full.publication }
  return { publication }
}
