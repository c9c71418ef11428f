import type { Definition } from '../blocks/block.ts'
import { findReferenceList, folded, yearsIn } from '../blocks/referenceList.ts'
import { insert, type Piece } from '../edits/compose.ts'
import { isBlank, lineBreakOf, lineEnd, lineStart } from '../edits/lines.ts'
import { endOfProse, type Noted, onItsOwn } from '../edits/notes.ts'
import { escapeMarkdown, formatReference } from '../references/index.ts'
import { authorYearOf, type Source } from './source.ts'
import { sourceText, type Wording } from './write.ts'

/** What tells two works of one author and year apart; the first has none. */
const LETTERS = ' bcdefghijklmnopqrstuvwxyz'

/** The name and the year that a source is cited by, and its entry in the list. */
export interface Label {
  readonly name: string
  readonly year: string
  /** Undefined where the draft lists it already. */
  readonly entry?: string
}

/** Gives each source a name and a year that no other has, with a letter where two would be alike. */
export function labeller(reading: Noted, wording: Wording): (source: Source) => Label {
  const given = new Map<string, Label>()
  const tried = new Map<string, number>()
  const own = listed(reading)
  const byWords = new Map(own.map((one) => [folded(reading.draft.text.slice(one.body.start, one.body.end)), one]))
  const taken = new Set(own.map(({ key }) => folded(key)))
  return (source) => {
    const known = given.get(source.id)
    if (known !== undefined) return known
    const label = source.definition?.kind === 'author-year' ? listedLabel(source.definition) : newLabel(source)
    given.set(source.id, label)
    return label
  }

  function newLabel(source: Source): Label {
    const { name, year } = authorYearOf(source)
    const entry = folded(entryFor(source, name, year, { name, year }, wording))
    const same = byWords.get(entry)
    if (same !== undefined) return listedLabel(same)
    const label = freeLabel(name, year)
    taken.add(folded(`${label.name}, ${label.year}`))
    return { ...label, entry: entryFor(source, name, year, label, wording) }
  }

  /** The name and the year themselves, or with a letter after the year, or, when those run out, with a number after the name. */
  function freeLabel(name: string, year: string): { name: string; year: string } {
    const base = folded(`${name}, ${year}`)
    for (let next = tried.get(base) ?? 0; ; next++) {
      const letter = next % LETTERS.length === 0 ? '' : `${year === 'n.d.' ? '-' : ''}${LETTERS[next % LETTERS.length]}`
      const round = Math.floor(next / LETTERS.length)
      const label = { name: round === 0 ? name : `${name} ${round + 1}`, year: year + letter }
      if (taken.has(folded(`${label.name}, ${label.year}`))) continue
      tried.set(base, next + 1)
      return label
    }
  }
}

/** The entries of the draft's list of references, also of one that nothing cites yet. */
const listed = ({ draft: { text }, blocks, definitions }: Noted): readonly Definition[] => {
  const own = definitions.filter(({ kind }) => kind === 'author-year')
  if (own.length > 0) return own
  const parts = blocks.map(({ start, end, kind }) => ({ start, end, heading: kind === 'heading' }))
  return findReferenceList(text, parts)?.entries ?? []
}

const listedLabel = ({ key }: Definition): Label => {
  const comma = key.lastIndexOf(', ')
  return { name: key.slice(0, comma), year: key.slice(comma + 2) }
}

/** An entry that begins with the name and has the year in brackets; what has not is led in by both. */
function entryFor(
  source: Source,
  name: string,
  year: string,
  label: { name: string; year: string },
  wording: Wording,
): string {
  const { item, fresh } = source
  const text =
    item === undefined
      ? sourceText(source, wording)
      : inLanguage(formatReference(item, 'apa', fresh !== undefined), wording)
  const first = name.split(/ (?:&|and|et al)\b/)[0] ?? name
  const begins = folded(text).startsWith(`${folded(first)} `)
  if (begins && label.name === name && yearsIn(text).bracketed[0] === year)
    return withCapital(text).replace(`(${year}`, `(${label.year}`)
  return `${label.name} (${label.year}). ${text}`
}

const withCapital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const inLanguage = (text: string, { language }: Wording): string =>
  language === 'markdown' ? escapeMarkdown(text) : text

/** Adds entries to the list of references as the draft writes it, after those that are there; makes the list where there is none. */
export function addEntries(reading: Noted, entries: readonly string[]): Piece {
  const { text, language } = reading.draft
  const lineBreak = lineBreakOf(text)
  const sorted = [...entries].sort((a, b) => (folded(a) < folded(b) ? -1 : 1))
  const last = listed(reading).at(-1)
  if (last === undefined) {
    const bullet = language === 'markdown' ? '- ' : ''
    const heading = language === 'markdown' ? `## References${lineBreak}` : 'References'
    return onItsOwn(text, endOfProse(reading), [heading, ...sorted.map((entry) => bullet + entry)].join(lineBreak))
  }
  const bullet = text.slice(lineStart(text, last.start), last.label.start)
  const isItem = !isBlank(bullet)
  const gap = lineBreak.repeat(language === 'markdown' && !isItem ? 2 : 1)
  const end = lineEnd(text, Math.max(last.label.end, text.slice(0, last.end).trimEnd().length))
  return insert(end, sorted.map((entry) => gap + (isItem ? bullet : '') + entry).join(''))
}
