import type { Span } from '../text/span.ts'
import type { Definition } from './block.ts'
import { isDigit, isWordCharacter } from './characters.ts'

const HEADING = /^(?:references|reference list|works cited|bibliography|literature|sources):?$/i
const LONGEST_HEADING = 16
/** How much of an entry is looked at: name and date stand at its beginning or soon after. */
const ENOUGH = 600
const LONGEST_NAME = 80

/** A line, a paragraph or a list item, and whether it is a heading. */
export interface Part extends Span {
  readonly heading: boolean
}

/** An entry of a list that is cited by author and year. */
export interface ListedSource extends Definition {
  /** Its beginning, folded, to which the name in a citation is held. */
  readonly head: string
  /** Its years, with their letters; `n.d.` where there is no date. One in brackets, as in “Calder (2020)”, is the only one that counts. */
  readonly years: ReadonlySet<string>
}

/** A list of references, as long as nothing cites it only what could be one. */
export interface ReferenceList {
  readonly entries: readonly ListedSource[]
  /** Index of its heading among the parts, and of the part after its last entry. */
  readonly heading: number
  readonly after: number
}

/**
 * Finds what could be a list of references: the last heading “References”, “Works cited” or the like, and under it only
 * entries that begin with a capital and hold a year or “n.d.”. Undefined where there is none.
 */
export function findReferenceList(text: string, parts: readonly Part[]): ReferenceList | undefined {
  const heading = parts.findLastIndex((part) => part.heading && namesReferences(text, part))
  if (heading < 0) return undefined
  const entries: ListedSource[] = []
  let after = heading + 1
  for (let part = parts[after]; part !== undefined && !part.heading; part = parts[++after]) {
    const entry = entryOf(text, part)
    if (entry === undefined) return undefined
    entries.push(entry)
  }
  return entries.length === 0 ? undefined : { entries, heading, after }
}

/** Whether the words of a heading say that a list of references stands under it. */
export const namesReferences = (text: string, { start, end }: Span): boolean =>
  end - start < LONGEST_HEADING && HEADING.test(text.slice(start, end))

/** What a line, a paragraph or an item is as an entry of a list of references; undefined where it can be none. */
export function entryOf(text: string, { start, end }: Span): ListedSource | undefined {
  const words = text.slice(start, Math.min(end, start + ENOUGH))
  const { bracketed, plain } = yearsIn(words)
  const years = bracketed.length > 0 ? bracketed.slice(0, 1) : plain
  const first = words.replace(/^["“‘*_]{1,3}/, '')[0] ?? ''
  if (years.length === 0 || first.toLowerCase() === first) return undefined
  const name = nameIn(words)
  return {
    start,
    end,
    kind: 'author-year',
    key: `${name}, ${years[0]}`,
    label: { start, end: start + name.length },
    body: { start, end },
    head: folded(words),
    years: new Set(years),
  }
}

/** What an entry begins with, up to the first comma, bracket, quotation mark or full stop. */
function nameIn(words: string): string {
  const end = words.search(/[,([“"]|\.(?=\s|$)/)
  return words.slice(0, end < 0 ? LONGEST_NAME : Math.min(end, LONGEST_NAME)).trimEnd()
}

/** The years in some words, `n.d.` among them: those that follow a round bracket, and the others. */
export function yearsIn(words: string): { bracketed: string[]; plain: string[] } {
  const bracketed: string[] = []
  const plain: string[] = []
  for (const match of words.matchAll(/(?:1[5-9]|20)\d\d[a-z]?|n\.d\.(?:-?[a-z](?![\p{L}]))?/gu)) {
    const before = words[match.index - 1] ?? ' '
    const next = words[match.index + match[0].length] ?? ' '
    if (isWordCharacter(before) || isDigit(next) || (match[0] !== 'n.d.' && isWordCharacter(next))) continue
    const list = before === '(' ? bracketed : plain
    list.push(match[0])
  }
  return { bracketed, plain }
}

/** Words for comparing: in lower case, letters and digits with single spaces between. */
export const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The entry that a name and a year cite: its name is this, or at least begins with it, and it is of that year. */
export function listedSource(entries: readonly ListedSource[], name: string, year: string): ListedSource | undefined {
  const wanted = folded(name)
  if (wanted === '') return undefined
  const ofYear = entries.filter(({ years }) => years.has(year))
  return (
    ofYear.find(({ key }) => folded(key.slice(0, key.lastIndexOf(','))) === wanted) ??
    ofYear.find(({ head }) => head === wanted || head.startsWith(`${wanted} `))
  )
}
