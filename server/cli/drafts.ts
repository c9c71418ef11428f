import { lstat, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { type Draft, PROJECT_FILE, type ProjectFile } from '../core/index.ts'
import { decodeDraft } from '../project/decode.ts'
import { covers, isGlob, matchesGlob } from '../project/glob.ts'
import { projectOf } from '../project/project.ts'
import { Complaint, reasonOf } from './complaint.ts'

const MARKDOWN = ['.md', '.markdown']
const DRAFTS = [...MARKDOWN, '.txt']

/** The project file above a folder, and the folder that it governs. */
export interface Project {
  readonly folder: string
  readonly file: ProjectFile
}

/** Finds the project file in the working folder or the nearest above it. Throws a complaint where it cannot be read. */
export async function findProject(): Promise<Project> {
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const path = join(folder, PROJECT_FILE)
    try {
      return { folder, file: projectOf(await readFile(path, 'utf8')) }
    } catch (error) {
      if ((error as { code?: string }).code !== 'ENOENT')
        throw new Complaint(`The project file “${shown(path)}” could not be used: ${reasonOf(error)}.`)
    }
    if (dirname(folder) === folder) return { folder: process.cwd(), file: projectOf(undefined) }
  }
}

/** What is wrong in the project file, each sentence with the file's path. */
export const projectProblems = ({ folder, file }: Project): string[] =>
  file.problems.map((problem) => shown(join(folder, problem)))

/** The path of a draft from the folder of the project file, with `/`; undefined where it lies elsewhere. */
export function pathInProject({ folder }: Project, path: string): string | undefined {
  const inside = relative(folder, resolve(path))
  return inside.startsWith('..') || resolve(inside) === inside ? undefined : withSlashes(inside)
}

/**
 * The drafts that a path, a folder or a pattern stands for, in the order of their names. In folders, files that the project
 * excludes are passed over, and `node_modules` and folders with a dot. Throws a complaint where there is none.
 */
export async function draftsAt(given: string, project: Project): Promise<string[]> {
  const found = await stat(given).catch((error) => error as Error)
  if (!(found instanceof Error)) {
    if (found.isFile()) return [given]
    if (!found.isDirectory()) throw new Complaint(`“${given}” is neither a file nor a folder.`)
    const drafts = await below(given, project, (path) => DRAFTS.includes(extname(path).toLowerCase()))
    if (drafts.length > 0) return drafts
    throw new Complaint(`There are no drafts in the folder “${given}”: no .md, .markdown or .txt file.`)
  }
  if (!isGlob(given)) throw new Complaint(`“${given}” could not be read: ${reasonOf(found)}.`)
  const pattern = withSlashes(given).split('/')
  const plain = pattern.slice(0, Math.min(pattern.findIndex(isGlob), pattern.length - 1))
  const base = plain.length === 0 ? '.' : `${plain.join('/')}/`
  const rest = pattern.slice(plain.length).join('/')
  const drafts = await below(base, project, (path) => matchesGlob(rest, withSlashes(relative(base, path))))
  if (drafts.length === 0) throw new Complaint(`No file matches the pattern “${given}”.`)
  return drafts
}

async function below(folder: string, project: Project, isWanted: (path: string) => boolean): Promise<string[]> {
  const drafts: string[] = []
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw new Complaint(`The folder “${folder}” could not be read: ${reasonOf(error)}.`)
  })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (isExcluded(project, path)) continue
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.'))
        drafts.push(...(await below(path, project, isWanted)))
    } else if (isWanted(path) && (entry.isFile() || (await isLinkToFile(path)))) drafts.push(path)
  }
  return drafts
}

function isExcluded(project: Project, path: string): boolean {
  const inside = pathInProject(project, path)
  return inside !== undefined && project.file.exclude.some((pattern) => covers(pattern, inside))
}

const isLinkToFile = async (path: string): Promise<boolean> =>
  (await lstat(path)).isSymbolicLink() &&
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  )

/** Reads a draft. Throws a complaint where the file cannot be read or is not text in UTF-8. A byte order mark stays. */
export async function readDraft(path: string): Promise<Draft> {
  const bytes = await readFile(path).catch((error) => {
    throw new Complaint(`“${path}” could not be read: ${reasonOf(error)}.`)
  })
  const decoded = decodeDraft(bytes)
  if ('isInstead' in decoded)
    throw new Complaint(`“${path}” is ${decoded.isInstead}; save it as plain text or Markdown in UTF-8.`)
  return {
    text: decoded.text,
    language: MARKDOWN.includes(extname(basename(path)).toLowerCase()) ? 'markdown' : 'plaintext',
  }
}

const withSlashes = (path: string): string => path.split(sep).join('/')

/** A path as it is seen from the working folder. */
const shown = (path: string): string => relative(process.cwd(), path)
