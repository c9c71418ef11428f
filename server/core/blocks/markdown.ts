import type { Draft } from '../text/draft.ts'
import { byPosition, type Span } from '../text/span.ts'
import { findAddresses, outside } from './addresses.ts'
import { findAuthorYears } from './authorYear.ts'
import type { Block, Citation, Definition, Structure } from './block.ts'
import { isLineBreak } from './characters.ts'
import { citesByKey, type Found, findKeys } from './keys.ts'
import { collectLabels, foldLabel, labelsIn } from './labels.ts'
import { createMask, hasWords, hide, type Mask, replaceWithObject, toProse } from './mask.ts'
import { findNotes } from './notes.ts'
import { parseMarkdown } from './parse.ts'
import { findReferenceList, type ListedSource, type Part } from './referenceList.ts'
import { type Passage, type Walk, walk } from './walk.ts'

const TASK = /\[[ xX]\]/y
const CALLOUT = /\[![A-Za-z-]{1,20}\][+-]?/y

/** A range of the passages of prose, by their places among them: those that stand in the list of references. */
export interface Listed {
  readonly from: number
  readonly to: number
}

/** What the whole draft says of a part of it. */
export interface Around {
  /** Whether the draft cites by Pandoc's keys. */
  readonly cites: boolean
  /** Labels of footnotes, as in `Labels`. */
  readonly names: ReadonlyMap<string, string>
  /** Which passages are the list of references, where something cites it; they are no prose then. */
  readonly listed: Listed
  /** The entries that these passages are. */
  readonly entries: readonly ListedSource[]
}

export const NOTHING_LISTED: Listed = { from: 0, to: 0 }

/**
 * Takes a Markdown draft apart. Footnotes, tables and front matter are known besides CommonMark; bare addresses and Pandoc's
 * citations are found here, because the parser's own extension for them takes most of its time. May throw where the draft is
 * nested deeper than the stack.
 */
export function markdownStructure(draft: Draft): Structure {
  const { text } = draft
  const mask = createMask(text.length)
  const root = parseMarkdown(text)
  const labels = collectLabels(labelsIn(root))
  const found = walk(root, text, mask, labels)
  const shown = toProse(mask)
  const cites = found.bibliography || citesByKeys(shown, text, found)
  const list = findReferenceList(text, partsOf(found))
  const listed = list === undefined ? NOTHING_LISTED : { from: list.heading + 1, to: list.after }
  const dated = findDated(shown, found, listed, list?.entries ?? [], found.bibliography)
  const keys = new Set(dated.citations.map(({ key }) => key))
  const around: Around =
    list?.entries.some(({ key }) => keys.has(key)) === true
      ? { cites, names: labels.names, listed, entries: list.entries }
      : { cites, names: labels.names, listed: NOTHING_LISTED, entries: [] }
  const { code, ...taken } = takeApart(shown, text, mask, found, dated, around)
  return { ...taken, codeShare: text.length === 0 ? 0 : Math.min(1, code / text.length) }
}

/** Whether a passage cites by Pandoc's keys, so that the whole draft does. */
export const citesByKeys = (shown: string, text: string, { passages }: Walk): boolean =>
  passages.some((passage) => citesByKey(shown, text, passage))

const proseOf = ({ passages }: Walk): Passage[] => passages.filter(({ role }) => role === 'prose')

/** The passages of prose, as a list of references is looked for in them. */
export const partsOf = (found: Walk): Part[] =>
  proseOf(found).map(({ start, end, kind }) => ({ start, end, heading: kind === 'heading' }))

/** Finds what is cited by author and year, but for what could be the list of references. */
export function findDated(
  shown: string,
  found: Walk,
  listed: Listed,
  entries: readonly ListedSource[],
  bibliography: boolean,
): Pick<Found, 'citations' | 'hidden'> {
  const citing = proseOf(found).filter((_, index) => !isListed(listed, index))
  const each = citing.map((passage) => findAuthorYears(shown, passage, entries, bibliography))
  return { citations: each.flatMap(({ citations }) => citations), hidden: each.flatMap(({ hidden }) => hidden) }
}

/**
 * Takes apart what was walked: a whole draft, or a part of one. All offsets count from the start of `text`.
 *
 * @param mask what the walk has shown, as `shown`; it is changed into the prose
 */
export function takeApart(
  shown: string,
  text: string,
  mask: Mask,
  found: Walk,
  dated: Pick<Found, 'citations' | 'hidden'>,
  around: Around,
): Omit<Structure, 'codeShare'> & { code: number } {
  const entries = around.entries.map((entry) => withBullet(text, entry))
  const listed = new Set(proseOf(found).filter((_, index) => isListed(around.listed, index)))
  const passages =
    listed.size === 0
      ? found.passages
      : found.passages.map((passage) => (listed.has(passage) ? { ...passage, role: 'note' as const } : passage))
  const citations: Citation[] =
    entries.length === 0 ? [...found.citations] : outside([...found.citations].sort(byPosition), entries)
  citations.push(...dated.citations)
  for (const passage of passages) {
    const read = readPassage(shown, text, passage, around.cites)
    citations.push(...read.citations)
    for (const span of read.objects) replaceWithObject(mask, span)
    for (const span of read.hidden) hide(mask, span)
    if (passage.role !== 'prose') hide(mask, passage)
  }
  for (const span of dated.hidden) hide(mask, span)
  const prose = toProse(mask)
  return {
    prose,
    blocks: blocksOf(passages, prose),
    citations: resolveNotes(citations, around.names).sort(byPosition),
    definitions: [...found.definitions, ...entries].sort(byPosition),
    directives: [...found.directives].sort(byPosition),
    code: found.code,
  }
}

const isListed = ({ from, to }: Listed, index: number): boolean => index >= from && index < to

/** An entry from the bullet on that it stands behind. */
function withBullet(text: string, { head: _, years: __, ...entry }: ListedSource): Definition {
  let start = entry.start
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--
  return '-*+'.includes(text[start - 1] ?? ' ') && (start === 1 || isLineBreak(text[start - 2] ?? ''))
    ? { ...entry, start: start - 1 }
    : entry
}

/** What the parser does not know in one passage. Notes and table heads keep their notes and keys only. */
function readPassage(shown: string, text: string, passage: Passage, cites: boolean) {
  const notes = findNotes(shown, text, passage)
  const keys = findKeys(shown, text, passage, cites)
  const addresses = findAddresses(shown, text, passage)
  const urls = [passage.links, notes.hidden, keys.citations].reduce(outside, addresses).map((span): Citation => {
    const { start, end } = span
    return { start, end, kind: 'url', key: text.slice(start, end), defined: true }
  })
  const free = outside(keys.citations, passage.links)
  return {
    citations: [...notes.citations, ...free, ...(passage.role === 'prose' ? urls : [])],
    objects: [...outside(keys.objects, passage.links), ...addresses],
    hidden: [...notes.hidden, ...keys.hidden, ...signs(shown, passage)],
  }
}

/** Marks of other Markdown dialects: a task's box, a callout's kind, and the tildes of what is struck out. */
function signs(shown: string, passage: Passage): Span[] {
  const found: Span[] = []
  const start = passage.kind === 'item' ? TASK : passage.kind === 'quotation' ? CALLOUT : undefined
  if (start) {
    start.lastIndex = passage.start
    const sign = start.exec(shown)
    if (sign) found.push({ start: passage.start, end: passage.start + sign[0].length })
  }
  const words = shown.slice(passage.start, passage.end)
  for (let at = words.indexOf('~~'); at >= 0; at = words.indexOf('~~', at + 2)) {
    found.push({ start: passage.start + at, end: passage.start + at + 2 })
  }
  return found
}

/** Footnotes as the draft labels them where it defines them, so that a mark and its definition have the same key. */
function resolveNotes(citations: readonly Citation[], names: ReadonlyMap<string, string>): Citation[] {
  return citations.map((citation) => {
    if (citation.kind !== 'footnote' || citation.key === '') return citation
    const label = names.get(foldLabel(citation.key))
    return { ...citation, key: label ?? citation.key, defined: label !== undefined }
  })
}

/** The passages that still have words in them. What holds an image or an address alone is no block. */
function blocksOf(passages: readonly Passage[], prose: string): Block[] {
  return passages
    .filter((passage) => passage.role === 'prose' && hasWords(prose, passage))
    .map(({ start, end, kind, depth }) => ({ start, end, kind, depth }))
}
