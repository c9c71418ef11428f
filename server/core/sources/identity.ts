import type { Name } from './names.ts'
import type { SourceKind } from './sourceType.ts'

/** A source where it stands, with what its own words say. */
export interface Mention {
  readonly start: number
  readonly text: string
  readonly kind: SourceKind
}

/** What a mention stands for. */
export interface Identity {
  /** The fullest name in the draft; left out where the mention is that name already, or stands for nobody that the draft names. */
  readonly name?: string
  readonly publication: boolean
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
export function initialsOf(name: Name): string[] {
  const words = name.text.split(/[\s-]/).filter((word) => word !== '')
  const letters = (list: string[]) => list.map((word) => word[0]?.toUpperCase() ?? '').join('')
  const whole = words.filter((word, i) => i === 0 || !SMALL.has(word.toLowerCase()))
  const bare = words[0]?.toLowerCase() === 'the' ? whole.slice(1) : whole
  return [letters(bare), letters(whole), letters(words)].filter((text) => text.length > 1)
}

/**
 * Resolves the sources of a draft, in order: pronouns to the last person who spoke or was named, "the newspaper" to the last outlet,
 * a surname to the full name, capitals to the name whose initials they are.
 *
 * @param mentions in document order
 * @param names in document order
 */
export function identities(mentions: readonly Mention[], names: readonly Name[]): Identity[] {
  const byInitials = new Map<string, Name[]>()
  const bySurname = new Map<string, Name>()
  for (const name of names) {
    if (name.words.length > 1) {
      for (const letters of initialsOf(name))
        byInitials.set(letters, [...(byInitials.get(letters) ?? []), name].slice(0, 8))
      const surname = name.words.at(-1) as string
      const known = bySurname.get(surname)
      if (known === undefined) bySurname.set(surname, name)
    }
  }
  const outlets = names.filter((name) => name.publication)
  let person: string | undefined
  let speaker: string | undefined
  let n = 0
  let o = 0
  return mentions.map((mention) => {
    while (n < names.length && (names[n] as Name).start < mention.start) {
      const name = names[n++] as Name
      if (!name.publication && name.words.length >= 2 && name.words.length <= 4) person = name.text
    }
    while (o < outlets.length && (outlets[o] as Name).start < mention.start) o++
    const { form, head } = mention.kind
    if (form === 'pronoun') {
      const name = PERSON_PRONOUNS.has(head) ? (speaker ?? person) : undefined
      return name === undefined ? { publication: false } : { name, publication: false }
    }
    if (form === 'description' && OUTLETS.has(head)) {
      const outlet = outlets[o - 1]
      return outlet ? { name: outlet.text, publication: true } : { publication: true }
    }
    if (form === 'description' && BODIES.has(head)) {
      const body = bodyBefore(names, n, head)
      if (body) return { name: body.text, publication: body.publication }
    }
    const capitals = mention.text.replace(/[.]/g, '')
    if (
      capitals.length >= 2 &&
      capitals.length <= 6 &&
      capitals === capitals.toUpperCase() &&
      /^[A-Z]/.test(capitals)
    ) {
      const fits = byInitials.get(capitals)
      const before = fits?.filter((name) => name.start < mention.start).at(-1) ?? fits?.[0]
      if (before) return { name: before.text, publication: before.publication }
    }
    if (form === 'name') {
      const next = names[n]
      const own = next && next.start < mention.start + mention.text.length ? next : undefined
      const publication = own?.publication === true && isWhole(own, mention)
      const surname = own && own.words.length === 1 ? bySurname.get(own.words[0] as string) : undefined
      const full = surname?.text ?? own?.text
      if (!publication && own) speaker = full
      if (surname && surname.text !== mention.text)
        return { name: surname.text, publication: publication || surname.publication }
      return { publication }
    }
    return { publication: false }
  })
}
