import { byPosition, type Span } from '../text/span.ts'
import type { Citation } from './block.ts'
import { isDigit, isSpace, isWordCharacter } from './characters.ts'

/** What a scan of a passage found: citations, and what must leave the prose because of them. */
export interface Found {
  readonly citations: readonly Citation[]
  readonly hidden: readonly Span[]
  readonly objects: readonly Span[]
}

interface Group {
  readonly open: number
  readonly keys: Citation[]
}

/** A key that is still to be filled in, as a fix leaves it: somebody is at work on it. */
const BLANK = '[@]'
/** Words before a key that say how it is cited, and nothing else does. */
const LEADS = new Set(['', 'see', 'see also', 'cf.', 'e.g.', 'e.g.,'])
const LONGEST_LEAD = 12
const INNER = new Set(':.#$%&-+?<>~/')
const BEFORE = new Set(['', '(', '[', '{', '-', '–', '—', ';', '“', '"', '‘', "'", '*'])

/** Whether a group in brackets opens with a key: `[@smith2020]`, `[see @smith2020]` or, without the author, `[-@smith2020]`. */
const opensWithKey = (prose: string, group: Group): boolean => {
  const first = group.keys[0]?.start ?? group.open
  if (first - group.open > LONGEST_LEAD) return false
  return LEADS.has(
    prose
      .slice(group.open + 1, first)
      .replace('-', '')
      .trim()
      .toLowerCase(),
  )
}

/** A name such as `@scope/package`, which is a package and no key. */
const isPackage = (key: string): boolean => key.includes('/') && !key.includes(':') && !/\d/.test(key)

/** Whether a key speaks for itself: letters and a year, as in `smith2020` and `doe-1999b`. */
function hasYear(key: string): boolean {
  return !key.includes('/') && /^\p{L}/u.test(key) && /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(key)
}

/** Whether the passage holds a group in brackets that opens with a key, which says that the draft cites by keys. */
export function citesByKey(prose: string, text: string, passage: Span): boolean {
  return scan(prose, text, passage).groups.some(
    (group) => opensWithKey(prose, group) && group.keys.some(({ key }) => !isPackage(key)),
  )
}

/**
 * Pandoc's citation keys in a passage: `[see @a, p. 3; @b]` and `@a [p. 3]`. Syntax after https://pandoc.org/MANUAL.html#citation-syntax.
 * A group that does not open with a key, and a key with no brackets, count only where the draft cites by keys or the key has a
 * year in it; otherwise `@name` is a handle and stays prose. E-mail addresses never count. Linear in the passage.
 */
export function findKeys(prose: string, text: string, passage: Span, cites: boolean): Found {
  const { groups, bare, closings } = scan(prose, text, passage)
  const citations: Citation[] = []
  const hidden: Span[] = []
  const objects: Span[] = []
  const counts = ({ key }: Citation): boolean => hasYear(key) || (cites && !isPackage(key))
  for (const group of groups) {
    const close = closings.get(group.open)
    const plain = close === undefined
    const sure = !plain && opensWithKey(prose, group) && !isPackage(group.keys[0]?.key ?? '')
    if (plain) bare.push(...group.keys)
    else if (sure || group.keys.some(counts)) {
      const brackets = { start: group.open, end: close + 1 }
      citations.push(...group.keys.map((key) => ({ ...key, group: brackets })))
      hidden.push(brackets)
    }
  }
  if (cites) {
    const words = prose.slice(passage.start, passage.end)
    for (let at = words.indexOf(BLANK); at >= 0; at = words.indexOf(BLANK, at + 1)) {
      const start = passage.start + at
      const group = { start, end: start + BLANK.length }
      citations.push({ start: start + 1, end: start + 2, kind: 'citation-key', key: '', defined: true, group })
      hidden.push(group)
    }
  }
  for (const key of bare) {
    if (!counts(key)) continue
    objects.push({ start: key.start, end: key.end })
    const locator = closings.get(key.end + 1)
    if (prose[key.end] !== ' ' || locator === undefined) citations.push(key)
    else {
      citations.push({ ...key, group: { start: key.start, end: locator + 1 } })
      hidden.push({ start: key.end + 1, end: locator + 1 })
    }
  }
  return { citations: citations.sort(byPosition), hidden, objects: objects.sort(byPosition) }
}

/** Finds the keys of a passage, with the brackets that they stand in, and where each bracket closes. */
function scan(prose: string, text: string, passage: Span) {
  const groups = new Map<number, Group>()
  const bare: Citation[] = []
  const closings = new Map<number, number>()
  const open: number[] = []
  for (let at = passage.start; at < passage.end; at++) {
    const char = prose[at]
    if (char !== '[' && char !== ']' && char !== '@') continue
    if (isEscaped(prose, text, at)) continue
    const top = open.at(-1)
    if (char === '[') open.push(at)
    else if (char === ']') {
      if (top !== undefined) closings.set(top, at)
      open.pop()
    } else {
      const citation = keyAt(prose, passage, at)
      if (!citation) continue
      if (top === undefined) bare.push(citation)
      else {
        const group = groups.get(top) ?? { open: top, keys: [] }
        groups.set(top, group)
        group.keys.push(citation)
      }
      at = citation.end - 1
    }
  }
  return { groups: [...groups.values()], bare, closings }
}

/** Whether a backslash that is masked stands before a character. */
export const isEscaped = (prose: string, text: string, at: number): boolean =>
  text[at - 1] === '\\' && prose[at - 1] === ' '

/** The key that begins with the `@` at an offset. */
function keyAt(prose: string, passage: Span, at: number): Citation | undefined {
  const before = at > passage.start ? (prose[at - 1] ?? '') : ''
  const apart = isSpace(before) || BEFORE.has(before)
  const glued = before === '-' && at - 1 > passage.start && isWordCharacter(prose[at - 2] ?? '')
  if (!apart || glued) return undefined
  if (prose[at + 1] === '{') return bracedKey(prose, passage, at)
  const first = prose[at + 1] ?? ''
  if (at + 1 >= passage.end || !(isWordCharacter(first) || isDigit(first) || first === '_')) return undefined
  let end = at + 1
  let kept = end
  while (end < passage.end) {
    const char = prose[end] ?? ''
    if (isWordCharacter(char) || char === '_') kept = end + 1
    else if (!INNER.has(char) || end > kept) break
    end++
  }
  // A second `@` (`@user@example.social`) makes it an address.
  if (prose[kept] === '@') return undefined
  return { start: at, end: kept, kind: 'citation-key', key: prose.slice(at + 1, kept), defined: true }
}

/** A key in braces, which may hold anything: `@{https://example.org/a}`. */
function bracedKey(prose: string, passage: Span, at: number): Citation | undefined {
  let end = at + 2
  while (end < passage.end && prose[end] !== '}' && prose[end] !== '{' && !isSpace(prose[end] ?? '')) end++
  if (end >= passage.end || prose[end] !== '}' || end === at + 2) return undefined
  return { start: at, end: end + 1, kind: 'citation-key', key: prose.slice(at + 2, end), defined: true }
}
