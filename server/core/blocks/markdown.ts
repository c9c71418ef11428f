import type { Draft } from '../text/draft.ts'
import { byPosition, type Span } from '../text/span.ts'
import { findAddresses, outside } from './addresses.ts'
import { findAuthorYears } from './authorYear.ts'
import type { Block, Citation, Definition, Structure } from './block.ts'
import { isLineBreak } from './characters.ts'
import { citesByKey, findKeys } from './keys.ts'
import { createMask, hasWords, hide, replaceWithObject, toProse } from './mask.ts'
import { findNotes } from './notes.ts'
import { parseMarkdown } from './parse.ts'
import { findReferenceList, type ListedSource, type ReferenceList } from './referenceList.ts'
import { foldLabel, type Passage, type Walk, walk } from './walk.ts'

const TASK = /\[[ xX]\]/y
const CALLOUT = /\[![A-Za-z-]{1,20}\][+-]?/y

/**
 * Takes a Markdown draft apart. Footnotes, tables and front matter are known besides CommonMark; bare addresses and Pandoc's
 * citations are found here, because the parser's own extension for them takes most of its time. May throw where the draft is
 * nested deeper than the stack.
 */
export function markdownStructure(draft: Draft): Structure {
  const { text } = draft
  const mask = createMask(text.length)
  const found = walk(parseMarkdown(text), text, mask)
  const shown = toProse(mask)
  const cites = found.bibliography || found.passages.some((passage) => citesByKey(shown, text, passage))
  const { passages, entries, dated } = withReferenceList(shown, text, found)
  const citations: Citation[] =
    entries.length === 0 ? [...found.citations] : outside(found.citations.sort(byPosition), entries)
  citations.push(...dated.citations)
  for (const passage of passages) {
    const read = readPassage(shown, text, passage, cites)
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
    citations: resolveNotes(citations, found.labels).sort(byPosition),
    definitions: [...found.definitions, ...entries].sort(byPosition),
    directives: found.directives.sort(byPosition),
    codeShare: text.length === 0 ? 0 : Math.min(1, found.code / text.length),
  }
}

/**
 * Finds what is cited by author and year, and the list of references where something cites it: its entries are no prose then.
 */
function withReferenceList(shown: string, text: string, { passages, bibliography }: Walk) {
  const prose = passages.filter(({ role }) => role === 'prose')
  const parts = prose.map(({ start, end, kind }) => ({ start, end, heading: kind === 'heading' }))
  const list = findReferenceList(text, parts)
  const citing = prose.filter((_, index) => !isListed(list, index))
  const found = citing.map((passage) => findAuthorYears(shown, passage, list, bibliography))
  const dated = {
    citations: found.flatMap(({ citations }) => citations),
    hidden: found.flatMap(({ hidden }) => hidden),
  }
  const keys = new Set(dated.citations.map(({ key }) => key))
  if (list === undefined || !list.entries.some(({ key }) => keys.has(key))) return { passages, entries: [], dated }
  const listed = new Set(prose.filter((_, index) => isListed(list, index)))
  return {
    passages: passages.map((passage) => (listed.has(passage) ? { ...passage, role: 'note' as const } : passage)),
    entries: list.entries.map((entry) => withBullet(text, entry)),
    dated,
  }
}

const isListed = (list: ReferenceList | undefined, index: number): boolean =>
  list !== undefined && index > list.heading && index < list.after

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
    return { ...span, kind: 'url', key: text.slice(span.start, span.end), defined: true }
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
function resolveNotes(citations: readonly Citation[], labels: ReadonlyMap<string, string>): Citation[] {
  return citations.map((citation) => {
    if (citation.kind !== 'footnote' || citation.key === '') return citation
    const label = labels.get(foldLabel(citation.key))
    return { ...citation, key: label ?? citation.key, defined: label !== undefined }
  })
}

/** The passages that still have words in them. What holds an image or an address alone is no block. */
function blocksOf(passages: readonly Passage[], prose: string): Block[] {
  return passages
    .filter((passage) => passage.role === 'prose' && hasWords(prose, passage))
    .map(({ start, end, kind, depth }) => ({ start, end, kind, depth }))
}
