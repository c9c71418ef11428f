import type { Definition } from '../blocks/block.ts'
import { type Note, nextLabel, noteMark } from '../edits/notes.ts'
import type { Reading } from '../reading.ts'
import { type Item, isCitationKey, newKey } from '../references/index.ts'
import type { Library } from './library.ts'
import { type Label, labeller } from './list.ts'
import { type CitedSource, itemOf, type Source } from './source.ts'
import type { CitationStyle } from './style.ts'
import { authorYearText, keyText, linkText, noteText, type Wording } from './write.ts'

/** An entry for a bibliography that is still to be written there. */
export interface Addition {
  readonly key: string
  readonly item: Item
}

/** The writing of citations in one style, and what they need: notes, entries of the list, entries of a bibliography. */
export interface Target {
  readonly style: CitationStyle
  /** Marks or a bracket for what one place cites, without a space before; undefined where the style cannot say it. */
  cite(cited: readonly CitedSource[]): string | undefined
  /** What `cite` has asked for so far and the draft does not have. */
  readonly notes: readonly Note[]
  readonly entries: readonly string[]
  readonly additions: readonly Addition[]
}

type Draft = Pick<Reading, 'draft' | 'blocks' | 'definitions' | 'citations'>

/** Prepares the writing of citations in a style into a draft. */
export function targetFor(reading: Draft, style: CitationStyle, library: Library, wording: Wording): Target {
  const notes: Note[] = []
  const entries: string[] = []
  const additions: Addition[] = []
  const write = writers(reading, library, wording, { notes, entries, additions })[style]
  return { style, cite: write, notes, entries, additions }
}

interface Needs {
  readonly notes: Note[]
  readonly entries: string[]
  readonly additions: Addition[]
}

type Write = (cited: readonly CitedSource[]) => string | undefined

function writers(reading: Draft, library: Library, wording: Wording, needs: Needs): Record<CitationStyle, Write> {
  const labelOf = noteLabels(reading, wording, needs.notes)
  const keyOf = keys(library, reading, needs.additions)
  const datedLabel = labeller(reading, wording)
  const listed = new Set<Label>()
  const marks: Write = (cited) => cited.map((one) => noteMark(reading, labelOf(one))).join('')
  return {
    footnotes: marks,
    'numbered-notes': marks,
    keys: (cited) => `[${cited.map((one) => keyText(keyOf(one.source), one)).join('; ')}]`,
    'author-year': (cited) => {
      const parts = cited.map((one) => {
        const label = datedLabel(one.source)
        if (label.entry !== undefined && !listed.has(label)) needs.entries.push(label.entry)
        listed.add(label)
        return authorYearText(label, one)
      })
      return `(${parts.join('; ')})`
    },
    links: (cited) => {
      const links = cited.map((one) => (wording.language === 'markdown' ? linkText(one) : bareAddress(one)))
      return links.every((link) => link !== undefined) ? `(${links.join(', ')})` : undefined
    },
  }
}

/** In plain text an address says nothing else, so it can stand only for a source of which nothing else is known here. */
const bareAddress = ({ source, prefix, locator }: CitedSource): string | undefined =>
  source.url !== '' && prefix === '' && locator === '' && (source.words === '' || source.item !== undefined)
    ? source.url
    : undefined

/** The label of the note that says this: one that the draft has, or a new one, the same each time. */
function noteLabels(reading: Draft, wording: Wording, notes: Note[]): (cited: CitedSource) => string {
  const { text, language } = reading.draft
  const kind = language === 'markdown' ? 'footnote' : 'numbered-note'
  const known = new Map<string, string>()
  const said = ({ body }: Definition): string => text.slice(body.start, body.end)
  for (const definition of reading.definitions)
    if (definition.kind === kind && !known.has(said(definition))) known.set(said(definition), definition.key)
  const added: Array<{ kind: typeof kind; key: string }> = []
  return (cited) => {
    const { definition } = cited.source
    if (definition?.kind === kind && cited.prefix === '' && cited.locator === '') return definition.key
    const words = noteText(cited, wording)
    const label = known.get(words) ?? nextLabel(reading, added)
    if (!known.has(words)) {
      known.set(words, label)
      added.push({ kind, key: label })
      notes.push({ label, words })
    }
    return label
  }
}

/** The key of a source: that of its entry, or a new one, the same each time. */
function keys(library: Library, { citations }: Draft, additions: Addition[]): (source: Source) => string {
  let taken: Set<string> | undefined
  const allTaken = (): Set<string> => {
    const cited = citations.filter(({ kind }) => kind === 'citation-key').map(({ key }) => key)
    return new Set([...library.byKey.keys(), ...cited])
  }
  const given = new Map<string, string>()
  return (source) => {
    const known = source.key ?? given.get(source.id)
    if (known !== undefined) return known
    const item = itemOf(source)
    taken ??= allTaken()
    const brought = source.fresh?.key
    const isFree = brought !== undefined && isCitationKey(brought) && !isTaken(taken, brought)
    const key = isFree ? brought : newKey(item, taken)
    taken.add(key)
    given.set(source.id, key)
    additions.push({ key, item })
    return key
  }
}

const isTaken = (taken: ReadonlySet<string>, key: string): boolean =>
  Array.from(taken).some((one) => one.toLowerCase() === key.toLowerCase())
