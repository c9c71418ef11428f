import {
  type CiteContext,
  checkReferences,
  citeContext,
  type Finding,
  type FrontMatter,
  libraryOf,
  readFrontMatter,
  type Settings,
} from '../core/index.ts'
import { fileWithin, folderOf, parentOf } from '../project/paths.ts'
import type { Bibliographies, OpenBibliography } from './bibliographies.ts'
import type { OpenDraft } from './documents.ts'

/** What a draft can cite, and what is wrong with what it says of that. */
export interface Sources {
  readonly context: CiteContext
  /** The bibliographies that were read, the draft's own before those of the project. */
  readonly bibliographies: readonly OpenBibliography[]
  readonly findings: readonly Finding[]
}

/** Which bibliographies belong to which draft. */
export interface Libraries {
  /** What a draft can cite: the same object while nothing of it changes. Never rejects. */
  of(draft: OpenDraft, settings: Settings): Promise<Sources>
  /** The folder within which a file may name others: that of the workspace, or its own where it lies in none. */
  rootOf(uri: string): string
  setFolders(folders: readonly string[]): void
}

/** How many libraries are kept for drafts that share them. */
const KEPT = 8
/** How much of an entry that could not be read is kept, to tell which key it may have, in code units. */
const LONGEST_BROKEN = 2000

const NOTHING: FrontMatter = { text: '', bibliographies: [], references: [], faults: [] }

export function librarySource(bibliographies: Bibliographies, canRead: (uri: string) => boolean): Libraries {
  let folders: readonly string[] = []
  const shared: Array<{ parts: readonly unknown[]; context: CiteContext }> = []
  const fronts = new WeakMap<OpenDraft, { head: string; front: FrontMatter }>()
  const last = new WeakMap<OpenDraft, { parts: readonly unknown[]; sources: Sources }>()

  const rootOf = (uri: string): string => folderOf(folders, uri) ?? parentOf(uri)

  /** What the front matter says, the same object while it stays as it is. */
  const frontOf = (draft: OpenDraft): FrontMatter => {
    const text = draft.document.getText()
    if (draft.document.languageId !== 'markdown' || !/^\uFEFF?---/.test(text.slice(0, 4))) return NOTHING
    const known = fronts.get(draft)
    if (known !== undefined && known.head !== '' && text.startsWith(known.head)) return known.front
    const front = readFrontMatter(text)
    const end = /\n(?:---|\.\.\.)[ \t]*(?:\r|\n|$)/.exec(text)
    fronts.set(draft, { head: end === null ? '' : text.slice(0, end.index + end[0].length), front })
    return front
  }

  const contextOf = (parts: readonly unknown[], make: () => CiteContext): CiteContext => {
    const known = shared.find((one) => sameParts(one.parts, parts))
    if (known !== undefined) return known.context
    const context = make()
    shared.unshift({ parts, context })
    shared.length = Math.min(shared.length, KEPT)
    return context
  }

  return {
    rootOf,
    setFolders: (now) => {
      folders = now.map((folder) => (folder.endsWith('/') ? folder.slice(0, -1) : folder))
    },
    of: async (draft, settings) => {
      const { uri } = draft.document
      const front = frontOf(draft)
      const root = rootOf(uri)
      const { citing = {} } = settings
      const named = [
        ...front.bibliographies.map(({ path }) => fileWithin(root, parentOf(uri), path)),
        ...(citing.bibliography ?? []).map((path) => fileWithin(root, root, path)),
      ]
      const read = await Promise.all(
        named.map((file) => (file === undefined ? undefined : bibliographies.of(file, root))),
      )
      const known = [...new Set(read.filter((one) => one !== undefined))]
      const parts = [citing.citationStyle, citing.referenceStyle, front, settings, read.includes(undefined), ...known]
      const before = last.get(draft)
      if (before !== undefined && sameParts(before.parts, parts)) return before.sources
      const own = front.references.length > 0 || front.faults.length > 0 ? front : NOTHING
      const context = contextOf(
        [citing.citationStyle, citing.referenceStyle, own, named.length > 0, read.includes(undefined), ...known],
        () => makeContext(own, read, known, citing),
      )
      const sources = {
        context,
        bibliographies: known,
        findings: findingsOf(front, canRead(uri) ? read : front.bibliographies, settings),
      }
      last.set(draft, { parts, sources })
      return sources
    },
  }
}

const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index])

function makeContext(
  front: FrontMatter,
  read: ReadonlyArray<OpenBibliography | undefined>,
  known: readonly OpenBibliography[],
  { citationStyle, referenceStyle }: NonNullable<Settings['citing']>,
): CiteContext {
  const lists = [front, ...known.map(({ bibliography }) => bibliography)]
  const library = libraryOf(
    lists.flatMap(({ references }) => references),
    {
      declared: read.length > 0 || front.references.length > 0,
      complete: !read.includes(undefined),
      broken: lists.flatMap(({ text, faults }) =>
        faults.map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_BROKEN))),
      ),
    },
  )
  return citeContext(library, {
    ...(citationStyle !== undefined && { style: citationStyle }),
    ...(referenceStyle !== undefined && { form: referenceStyle }),
  })
}

/** What is wrong in the front matter: its own references, and the bibliographies that it names and that are not there. */
function findingsOf(front: FrontMatter, read: readonly unknown[], settings: Settings): Finding[] {
  const severity = settings.rules['broken-reference'] ?? 'warning'
  const missing = front.bibliographies.flatMap(({ start, end }, index): Finding[] =>
    read[index] !== undefined || severity === 'off'
      ? []
      : [{ rule: 'broken-reference', severity, start, end, message: NOT_THERE }],
  )
  return [...checkReferences(front, settings), ...missing].sort((a, b) => a.start - b.start)
}

const NOT_THERE = 'No bibliography (.bib, .json, .yaml) can be read here; is the path right, and in this workspace?'
