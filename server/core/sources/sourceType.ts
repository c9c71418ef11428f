import {
  INSTITUTION_NOUNS,
  PERSON_NOUNS,
  PUBLISHED_NOUNS,
  UNIQUE_TITLES,
  VAGUE_PEOPLE,
} from '../english/lexicon/nouns.ts'
import { isNoun } from '../english/tags.ts'
import type { SourceType } from '../marks/marks.ts'
import { lowerAt, type Passage, type Range, tagAt } from '../marks/passage.ts'

/** What a source's own words say about who it is, before the rest of the draft is asked. */
export interface SourceKind {
  readonly type: SourceType
  readonly published: boolean
  /** `pronoun` and `description` need the rest of the draft to be resolved. */
  readonly form: 'name' | 'pronoun' | 'description' | 'people' | 'none'
  /** The noun that heads it, in lower case. */
  readonly head: string
}

const PRONOUNS: ReadonlySet<string> = new Set([
  'he',
  'she',
  'it',
  'they',
  'his',
  'her',
  'its',
  'their',
  'who',
  'which',
  'that',
  'him',
  'them',
])
const OWN: ReadonlySet<string> = new Set(['i', 'we', 'you', 'my', 'our', 'your', 'me', 'us'])
const NOBODY: ReadonlySet<string> = new Set([
  'some',
  'many',
  'most',
  'others',
  'few',
  'everyone',
  'everybody',
  'somebody',
  'someone',
  'people',
  'one',
  'those',
  'these',
  'all',
  'several',
])
const COUNTS = /^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|one|a|an|another|both)$/
/** Words after the head that make people particular: "familiar with the matter", "briefed on the talks". */
const PARTICULAR: ReadonlySet<string> = new Set('familiar briefed involved close present inside who with'.split(' '))

/** The head noun of a phrase: the last noun before the first preposition, comma or relative pronoun. */
function headOf(p: Passage, range: Range): number {
  let head = -1
  for (let i = range.from; i < range.to; i++) {
    const tag = tagAt(p, i)
    const kind = p.tokens[i]?.word.kind
    if (isNoun(tag)) head = i
    else if (head >= 0 && tag === 'POS') continue
    else if (
      head >= 0 &&
      (tag === 'IN' ||
        tag === 'TO' ||
        tag === 'WP' ||
        tag === 'WDT' ||
        kind === 'comma' ||
        kind === 'open' ||
        kind === 'dash' ||
        tag === 'JJ' ||
        /^VB/.test(tag))
    )
      break
  }
  return head
}

/** Who a source is, as far as its own words tell. */
export function sourceKind(p: Passage, range: Range | undefined): SourceKind {
  if (range === undefined) return { type: 'unknown', published: false, form: 'none', head: '' }
  const first = lowerAt(p, range.from)
  const single = range.to - range.from === 1
  if (single && PRONOUNS.has(first)) return { type: 'named', published: false, form: 'pronoun', head: first }
  if (single && OWN.has(first)) return { type: 'named', published: false, form: 'name', head: first }
  const at = headOf(p, range)
  const head = at >= 0 ? lowerAt(p, at) : lowerAt(p, range.to - 1)
  const named = hasName(p, range)
  // "her campaign manager, Ann Lee": the appositive names
  if (named && namedApart(p, range, at)) return { type: 'named', published: false, form: 'name', head }
  const published = PUBLISHED_NOUNS.has(head)
  if (isOneOfFew(p, range)) return { type: 'anonymous', published: false, form: 'people', head }
  const isOneByKind = first === 'one' && !single && lowerAt(p, range.from + 1) !== 'of'
  if (NOBODY.has(first) && !isOneByKind && !namesSomebody(p, range))
    return { type: 'vague', published: false, form: 'people', head }
  const plural = tagAt(p, at) === 'NNS' || (VAGUE_PEOPLE.has(head) && tagAt(p, at) !== 'NN')
  const definite =
    first === 'the' || first === 'this' || first === 'that' || /^(?:PRP\$|POS)$/.test(tagAt(p, range.from))
  const object = p.tokens[range.from]?.word.kind === 'object'
  if (object) return { type: 'named', published: true, form: 'name', head }
  // "Critics say": the first word of a sentence has a capital in any case
  const common = single && (VAGUE_PEOPLE.has(head) || PERSON_NOUNS.has(head))
  if (!common && headIsName(p, at, range)) return { type: 'named', published: false, form: 'name', head }
  if (PERSON_NOUNS.has(head) || VAGUE_PEOPLE.has(head)) {
    if (COUNTS.test(first) && !published)
      return { type: named && speaksFor(head) ? 'named' : 'anonymous', published: false, form: 'people', head }
    if (/^(?:his|her|their|its|my|our)$/.test(first) && plural && !named)
      return { type: 'vague', published: false, form: 'people', head }
    // "the minister, who resigned": a title with a definite article was introduced before, whatever is added
    const introduced = definite && !plural && !UNNAMED.has(head) && !staysUnnamed(p, range, at)
    if (!introduced && particular(p, range, at)) return { type: 'anonymous', published: false, form: 'people', head }
    if (head === 'source' || head === 'sources' || head === 'insider' || head === 'insiders')
      return { type: 'anonymous', published: false, form: 'people', head }
    // "Ministry officials", "Clinton’s lawyers": people of a named body speak for it
    if (plural && named && !definite && tagAt(p, range.from) !== 'JJ')
      return {
        type: generic(head) && !belongs(p, range, at) ? 'vague' : 'named',
        published: false,
        form: 'people',
        head,
      }
    // "Prosecutors said": an office speaks
    if (plural && OFFICES.has(head)) return { type: 'named', published: false, form: 'people', head }
    if (plural && VAGUE_PEOPLE.has(head) && !definite) return { type: 'vague', published, form: 'people', head }
    if (definite && UNIQUE_TITLES.has(head)) return { type: 'named', published: false, form: 'description', head }
    // "the official" is still nobody by name
    if (definite && !plural)
      return { type: named || introduced ? 'named' : 'anonymous', published: false, form: 'description', head }
    if (named) return { type: 'named', published: false, form: 'people', head }
    return { type: plural && !definite ? 'vague' : 'anonymous', published: false, form: 'people', head }
  }
  if (definite && (INSTITUTION_NOUNS.has(head) || published || named))
    return { type: 'named', published, form: 'description', head }
  if (published) return { type: plural && !named ? 'vague' : 'named', published: true, form: 'description', head }
  return { type: 'named', published: false, form: named ? 'name' : 'description', head }
}

/** "one of two witnesses", "one of the officials": somebody in particular. */
const isOneOfFew = (p: Passage, { from, to }: Range): boolean =>
  lowerAt(p, from) === 'one' &&
  lowerAt(p, from + 1) === 'of' &&
  (tagAt(p, from + 2) === 'CD' || tagAt(p, from + 2) === 'DT') &&
  [from + 3, from + 4, from + 5].some((i) => i < to && PERSON_NOUNS.has(lowerAt(p, i)))

/** Particular people of whom a definite article tells nothing. */
const UNNAMED: ReadonlySet<string> = new Set(
  'official officer source insider aide adviser advisor person man woman witness diplomat executive employee staffer operative resident voter agent'.split(
    ' ',
  ),
)

/** "A spokeswoman for the ministry" speaks for somebody who is named. */
const speaksFor = (head: string) => /^(?:spokes(?:man|woman|person|people)|representative|representatives)$/.test(head)

/** "Experts at the Hallam Institute": the body that they belong to is named after them. */
function belongs(p: Passage, range: Range, head: number): boolean {
  for (let i = head + 1; i < range.to; i++) if (/^NNPS?$/.test(tagAt(p, i)) && p.tokens[i]?.word.capital) return true
  return false
}

/** People who speak for an office whenever they speak in the plural. */
const OFFICES: ReadonlySet<string> = new Set([
  'prosecutors',
  'investigators',
  'firefighters',
  'authorities',
  'rescuers',
  'organisers',
  'organizers',
])

const generic = (head: string) =>
  head === 'experts' ||
  head === 'critics' ||
  head === 'analysts' ||
  head === 'observers' ||
  head === 'officials' ||
  head === 'insiders'

function hasName(p: Passage, range: Range): boolean {
  for (let i = range.from; i < range.to; i++) if (/^NNPS?$/.test(tagAt(p, i)) && p.tokens[i]?.word.capital) return true
  return false
}

function namedApart(p: Passage, range: Range, head: number): boolean {
  for (let i = Math.max(head, range.from); i < range.to - 1; i++)
    if (p.tokens[i]?.word.kind === 'comma' && /^NNPS?$/.test(tagAt(p, i + 1)) && p.tokens[i + 1]?.word.capital)
      return true
  return false
}

/** "Some at the Pentagon" names a place, "Many, including Lee" names somebody. */
const namesSomebody = (p: Passage, range: Range): boolean => {
  for (let i = range.from; i < range.to; i++) if (lowerAt(p, i) === 'including' || lowerAt(p, i) === 'like') return true
  return false
}

const headIsName = (p: Passage, head: number, range: Range): boolean => {
  if (head < 0) return false
  if (/^NNPS?$/.test(tagAt(p, head)) && p.tokens[head]?.word.capital) return true
  // "Pete Hegseth, the Secretary of War", "Ann Lee, 52, a nurse"
  return /^NNPS?$/.test(tagAt(p, range.from)) && p.tokens[range.from + 1]?.word.kind === 'comma'
}

const UNNAMING: ReadonlySet<string> = new Set('named identified unnamed unidentified anonymity'.split(' '))

/** "The doctor, who asked not to be named": the text itself says that the name is withheld. */
function staysUnnamed(p: Passage, range: Range, head: number): boolean {
  for (let i = head + 1; i < range.to; i++) if (UNNAMING.has(lowerAt(p, i))) return true
  return false
}

function particular(p: Passage, range: Range, head: number): boolean {
  for (let i = head + 1; i < range.to; i++)
    // "experts not involved in the study" are anybody
    if (PARTICULAR.has(lowerAt(p, i)) && lowerAt(p, i - 1) !== 'not')
      return !/^(?:experts|critics|analysts|people)$/.test(lowerAt(p, head)) || lowerAt(p, i) !== 'who'
  return false
}
