import type { Span } from '../text/span.ts'
import type { Citation } from './block.ts'
import type { Found } from './keys.ts'
import { type ListedSource, listedSource } from './referenceList.ts'

/** The longest bracket that is looked into, in code units, and how far back a name may begin. */
const LONGEST = 240
const MOST_WORDS = 9
const YEAR = /(?:^|[ ,])((?:1[5-9]|20)\d\d[a-z]?|n\.d\.(?:-?[a-z])?)(?=$|[,: ])/
const SMALL = new Set('of the for and & et al al. de van von der den da di la le du del'.split(' '))
/** Words with a capital that begin a date or a time rather than a name. */
const NO_NAME = new Set(
  `in since from until by before after about circa around early late mid during spring summer autumn fall winter january
  february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
  born died updated published posted released season version chapter figure table section act`.split(/\s+/),
)
const LEADS = ['see also ', 'see ', 'cf. ', 'e.g., ', 'e.g. ']

/** One source within a bracket. */
interface Cite extends Span {
  readonly name: string
  readonly year: string
  /** Whether nothing but a citation looks like this: “et al.”, “&”, a page, a letter after the year. */
  readonly sure: boolean
}

/**
 * Citations by author and year in a passage: `(Calder, 2020)`, `(see Calder & Reyes 2020, p. 3; Doe, n.d.)`, and, where the
 * draft lists the source, `Calder (2020)`. A name with a year is much else in the news, so a bracket counts only where the list
 * has one of its sources, where the draft declares a bibliography, or where nothing else looks like it.
 *
 * @param entries what the draft lists, as far as it could be a list of references
 * @param declared whether the draft names a bibliography
 */
export function findAuthorYears(
  prose: string,
  passage: Span,
  entries: readonly ListedSource[],
  declared: boolean,
): Found {
  const citations: Citation[] = []
  const hidden: Span[] = []
  const words = prose.slice(passage.start, passage.end)
  for (let at = words.indexOf('('); at >= 0; at = words.indexOf('(', at + 1)) {
    const near = words.slice(at + 1, at + LONGEST + 2)
    const length = near.indexOf(')')
    const inner = near.slice(0, length)
    if (length < 0 || inner.includes('(')) continue
    const open = passage.start + at
    const close = open + 1 + length
    const group = { start: open, end: close + 1 }
    const named = citesIn(inner, open + 1)
    const cites = named.length > 0 ? named : inText(prose, passage, open, inner, entries)
    const found = cites.map((cite) => ({ cite, source: listedSource(entries, firstName(cite.name), cite.year) }))
    if (!found.some(({ cite, source }) => source !== undefined || cite.sure) && !(declared && named.length > 0))
      continue
    for (const { cite, source } of found) {
      const key = source?.key ?? `${cite.name}, ${cite.year}`
      citations.push({ start: cite.start, end: cite.end, kind: 'author-year', key, defined: true, group })
    }
    hidden.push(group)
  }
  return { citations, hidden, objects: [] }
}

/** The sources in a bracket, where it holds nothing else. */
function citesIn(inner: string, start: number): Cite[] {
  const cites: Cite[] = []
  let at = start
  for (const part of inner.split(';')) {
    const cite = citeOf(part, at)
    if (cite === undefined) return []
    cites.push(cite)
    at += part.length + 1
  }
  return cites.length > 1 ? cites.map((cite) => ({ ...cite, sure: true })) : cites
}

function citeOf(part: string, at: number): Cite | undefined {
  const year = YEAR.exec(part)
  if (year?.[1] === undefined) return undefined
  const afterYear = year.index + year[0].length
  let names = part.slice(0, year.index)
  const lead = LEADS.find((words) => names.trimStart().toLowerCase().startsWith(words))
  const from = names.length - names.trimStart().length + (lead?.length ?? 0)
  names = names.slice(from).trimEnd()
  const name = names.endsWith(',') ? names.slice(0, -1) : names
  const rest = part.slice(afterYear)
  if (!isName(name) || !isLocator(rest)) return undefined
  const sure = /(?: et al\.?$| & )/.test(name) || rest.trim() !== '' || /\d[a-z]$/.test(year[1])
  return { start: at + from, end: at + part.trimEnd().length, name, year: year[1], sure }
}

/** `Calder (2020)` and `Calder and Reyes (2020, p. 3)`, where the list has what they cite. */
function inText(prose: string, passage: Span, open: number, inner: string, entries: readonly ListedSource[]): Cite[] {
  const year = YEAR.exec(inner)
  if (year?.[1] === undefined || year.index > 0 || entries.length === 0 || !isLocator(inner.slice(year[0].length)))
    return []
  const before = prose.slice(Math.max(passage.start, open - LONGEST), open).trimEnd()
  const words = before.split(/\s+/).slice(-MOST_WORDS)
  for (let from = 0; from < words.length; from++) {
    const name = words.slice(from).join(' ')
    if (isName(name) && listedSource(entries, firstName(name), year[1]) !== undefined)
      return [{ start: open + 1, end: open + 1 + inner.length, name, year: year[1], sure: false }]
  }
  return []
}

/** The name that an entry begins with: “Calder” of “Calder & Reyes” and “Calder et al.”. */
export function firstName(name: string): string {
  const end = name.search(/ (?:&|and|et al)\b|, /)
  return end < 0 ? name.replace(' & ', ' ') : name.slice(0, end)
}

/** Whether words are names and nothing else. */
function isName(words: string): boolean {
  const parts = words.split(/[ ]+/).map((word) => (word.endsWith(',') ? word.slice(0, -1) : word))
  if (parts.length === 0 || parts.length > MOST_WORDS) return false
  const first = parts[0] ?? ''
  if (NO_NAME.has(first.toLowerCase())) return false
  const isBig = (word: string): boolean => /^\p{Lu}[\p{L}\p{N}.’'&-]*$/u.test(word)
  return (
    parts.some(isBig) &&
    parts.every(
      (word, index) =>
        isBig(word) ||
        (SMALL.has(word) && word !== '&') ||
        (index > 0 && /^\d{1,3}$/.test(word)) ||
        (word === '&' && index > 0) ||
        (index > 0 && /^\p{Ll}[\p{L}-]*$/u.test(word) && isBig(first) && index < 3),
    )
  )
}

/** Whether what follows the year is nothing, or a page, a paragraph, a chapter or a time. */
function isLocator(words: string): boolean {
  const rest = words.trim()
  if (rest === '') return true
  return /^(?:, ?|: ?)(?:(?:p|pp|para|paras|ch|chap|sec|vol|no|fig|min)\.? ?|§ ?|¶ ?)?[\d:.–-]+(?:, ?[\d:.–-]+)*$/.test(
    rest,
  )
}
