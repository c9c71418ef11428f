import {
  type CiteContext,
  citeContext,
  type Finding,
  type FrontMatter,
  frontMatterOf,
  type LongText,
  readFrontMatter,
  type Settings,
} from '../core/index.ts'
import { folderOf, parentOf } from '../project/paths.ts'
import { findingsOf, libraryFrom, NO_FRONT_MATTER, namedFiles } from '../project/sources.ts'
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

export function librarySource(bibliographies: Bibliographies, canRead: (uri: string) => boolean): Libraries {
  let folders: readonly string[] = []
  const shared: Array<{ parts: readonly unknown[]; context: CiteContext }> = []
  const fronts = new WeakMap<OpenDraft, FrontMatter>()
  const last = new WeakMap<OpenDraft, { parts: readonly unknown[]; sources: Sources }>()

  const rootOf = (uri: string): string => folderOf(folders, uri) ?? parentOf(uri)

  /** What the front matter says, the same object while it stays as it is. */
  const frontOf = (draft: OpenDraft): FrontMatter => {
    const { document } = draft
    const known = fronts.get(draft)
    if (known !== undefined && isAtHead(document, known.text)) return known
    const head = document.languageId === 'markdown' ? frontMatterOf(document) : ''
    if (head === '') return NO_FRONT_MATTER
    const front = readFrontMatter(head)
    fronts.set(draft, front)
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
      folders = now
    },
    of: async (draft, settings) => {
      const { uri } = draft.document
      const front = frontOf(draft)
      const root = rootOf(uri)
      const { citing = {} } = settings
      const named = namedFiles(front, citing, uri, root)
      const read = await Promise.all(
        named.map((file) => (file === undefined ? undefined : bibliographies.of(file, root))),
      )
      const known = [...new Set(read.filter((one) => one !== undefined))]
      const parts = [citing.citationStyle, citing.referenceStyle, front, settings, read.includes(undefined), ...known]
      const before = last.get(draft)
      if (before !== undefined && sameParts(before.parts, parts)) return before.sources
      const own = front.references.length > 0 || front.faults.length > 0 ? front : NO_FRONT_MATTER
      const context = contextOf(
        [citing.citationStyle, citing.referenceStyle, own, named.length > 0, read.includes(undefined), ...known],
        () => makeContext(own, read, citing),
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

/** Whether a draft begins with these lines. */
const isAtHead = (document: LongText, lines: string): boolean =>
  document.slice(0, lines.length) === lines && '\r\n'.includes(document.slice(lines.length, lines.length + 1))

const sameParts = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((part, index) => part === b[index])

function makeContext(
  front: FrontMatter,
  read: ReadonlyArray<OpenBibliography | undefined>,
  { citationStyle, referenceStyle }: NonNullable<Settings['citing']>,
): CiteContext {
  const library = libraryFrom(
    front,
    read.map((one) => one?.bibliography),
  )
  return citeContext(library, {
    ...(citationStyle !== undefined && { style: citationStyle }),
    ...(referenceStyle !== undefined && { form: referenceStyle }),
  })
}
