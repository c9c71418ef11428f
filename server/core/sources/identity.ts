import type { Span } from '../text/span.ts'
import type { Elsewhere } from './elsewhere.ts'
import { capitalsIn } from './initials.ts'
import type { Name } from './names.ts'
import { hasSpoken, isSurname, lastOf, meantBy, type Persons, remember, standsFor, surnameOf } from './persons.ts'
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
/** How many names back a body may have been named last. */
export const MOST_NAMES_BACK = 40

/** Whether a name is one of a body that "the company" or "the ministry" may stand for: with that word in it, or of a firm. */
function isBody(name: Name, head: string): boolean {
  if (name.words.length < 2) return false
  const firm = head === 'company' || head === 'firm' || head === 'group' || head === 'operator' || head === 'airline'
  return name.words.includes(head) || (firm && FIRMS.has(name.words.at(-1) as string))
}

/** Whether a mention is an outlet's name, with what stands in apposition: "Reuters news agency", and not "Reuters reporter Ann Lee". */
function isWhole(name: Name, { start, text, kind }: Mention): boolean {
  const rest = text.slice(Math.max(0, name.end - start)).trimStart()
  return rest === '' || rest.startsWith(',') || OUTLETS.has(kind.head)
}

/**
 * Resolves the sources of a stretch of a draft, in order: pronouns to the last person of their gender who spoke or was the subject of
 * a sentence, "the newspaper" to the last outlet, a surname to the full name, capitals to the name whose initials they are.
 *
 * @param mentions in document order
 * @param names in document order
 * @param elsewhere what the rest of the draft tells
 * @param recent the persons before the stretch to whom it may refer
 * @returns who each of the mentions is, and what the stretch tells of persons
 */
export function identities(
  mentions: readonly Mention[],
  names: readonly Name[],
  elsewhere: Elsewhere,
  recent: readonly string[] = [],
): { readonly who: readonly Identity[]; readonly persons: Persons } {
  const persons: Persons = { elsewhere, recent: [...recent], genders: new Map(), spoken: new Set() }
  let n = 0
  const passNames = (end: number): void => {
    for (; n < names.length && (names[n] as Name).start < end; n++) passName(persons, names[n] as Name, n)
  }
  const who = mentions.map((mention) => {
    passNames(mention.start)
    return identityOf(persons, mention, names, n)
  })
  passNames(Number.POSITIVE_INFINITY)
  return { who, persons: { ...persons, recent: [...lastOf(persons)] } }
}

/** The full names that the n-th name of a stretch may mean, or itself. */
function meant(persons: Persons, name: Name, n: number, text: string): readonly Name[] {
  const namesakes = isSurname(name) ? persons.elsewhere.namesakes(surnameOf(name), n) : undefined
  return namesakes === undefined ? [name] : meantBy(name, text, namesakes, (one) => hasSpoken(persons, one.text))
}

/** Remembers somebody who is named in passing, if that makes him the one to whom pronouns refer. */
function passName(persons: Persons, name: Name, n: number): void {
  // whatever else is known of him makes no difference
  if (!name.person || (!name.opens && persons.recent.length > 0)) return
  const [full = name, other] = meant(persons, name, n, name.text)
  if (other !== undefined) return
  const known = name.titled || hasSpoken(persons, full.text)
  if (known ? name.opens : persons.recent.length === 0 && name.words.length > 1) remember(persons, full.text, name.text)
}

function identityOf(persons: Persons, mention: Mention, names: readonly Name[], n: number): Identity {
  const { elsewhere } = persons
  const { form, head } = mention.kind
  if (form === 'pronoun') {
    const name = PERSON_PRONOUNS.has(head) ? standsFor(persons, head) : undefined
    return name === undefined ? { publication: false } : { name, publication: false }
  }
  if (form === 'description' && OUTLETS.has(head)) {
    const outlet = elsewhere.outletBefore(n)
    if (outlet) return { name: outlet.text, publication: true }
    if (!BODIES.has(head)) return { publication: true }
  }
  if (form === 'description' && BODIES.has(head)) {
    const body = elsewhere.namesBefore(n, MOST_NAMES_BACK).find((name) => isBody(name, head))
    if (body) return { name: body.text, publication: body.publication }
  }
  const capitals = capitalsIn(mention.text)
  const fitting = capitals === undefined ? undefined : elsewhere.fitting(capitals, mention.start)
  if (fitting) return { name: fitting.text, publication: fitting.publication }
  return form === 'name' ? named(persons, mention, names, ownIn(names, n, mention)) : { publication: false }
}

/** The index of the name in a mention that it is of: "Nick Merrill" in "Clinton campaign spokesman Nick Merrill", the first one where none ends it. */
function ownIn(names: readonly Name[], n: number, mention: Mention): number {
  const end = mention.start + mention.text.length
  for (let i = n; i < names.length && (names[i] as Name).start < end; i++)
    if (isWhole(names[i] as Name, mention)) return i
  const next = names[n]
  return next && next.start < end ? n : -1
}

function named(persons: Persons, mention: Mention, names: readonly Name[], n: number): Identity {
  const own = names[n]
  if (own === undefined) return { publication: false }
  const publication = own.publication && isWhole(own, mention)
  const [full = own, ...others] = meant(persons, own, n, mention.text)
  if (others.length > 0 && isWhole(own, mention))
    return { publication, candidates: [full, ...others].map(({ text }) => text) }
  if (!own.publication && own.person) {
    remember(persons, full.text, mention.text)
    persons.spoken.add(full.text)
  }
  if (full !== own && full.text !== mention.text)
    return { name: full.text, publication: publication || full.publication }
  return { publication }
}
