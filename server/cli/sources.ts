import { lstat, readFile, realpath } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type Bibliography,
  bibliographyKind,
  type Draft,
  decodeBibliography,
  type Finding,
  type Library,
  parseBibliography,
  readFrontMatter,
  type Settings,
} from '../core/index.ts'
import { findingsOf, libraryFrom, NO_FRONT_MATTER, namedFiles } from '../project/sources.ts'
import { type Project, pathInProject } from './drafts.ts'

/** What a draft can cite by key, and what is wrong with what it says of that. */
export interface CitedSources {
  readonly library: Library
  readonly findings: readonly Finding[]
}

/** No bibliography is longer, in bytes. */
const LONGEST = 100_000_000

/**
 * Makes a function that reads the bibliographies of a draft, each file once. They must lie within the folder of the project, or,
 * for a draft that lies elsewhere, within its own; links are followed no further than that.
 */
export function sourceReader(project: Project) {
  const known = new Map<string, Promise<Bibliography | undefined>>()
  return async (file: string, draft: Draft, settings: Settings): Promise<CitedSources> => {
    const front = draft.language === 'markdown' ? readFrontMatter(draft.text) : NO_FRONT_MATTER
    const path = resolve(file)
    const root = pathInProject(project, file) === undefined ? dirname(path) : resolve(project.folder)
    const read = await Promise.all(
      namedFiles(front, settings.citing ?? {}, addressOf(path), addressOf(root)).map((named) => {
        if (named === undefined) return undefined
        const reading = known.get(named) ?? bibliographyAt(named, root).catch(() => undefined)
        known.set(named, reading)
        return reading
      }),
    )
    return { library: libraryFrom(front, read), findings: findingsOf(front, read, settings) }
  }
}

const addressOf = (path: string): string => pathToFileURL(path).href.replace(/\/$/, '')

async function bibliographyAt(uri: string, root: string): Promise<Bibliography | undefined> {
  const kind = bibliographyKind(uri)
  if (kind === undefined) return undefined
  const [real, realRoot] = await Promise.all([realpath(fileURLToPath(uri)), realpath(root)])
  if (!real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return undefined
  const found = await lstat(real)
  if (!found.isFile() || found.size > LONGEST) return undefined
  return parseBibliography(decodeBibliography(await readFile(real)).text, kind, uri)
}
