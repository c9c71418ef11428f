import { lstat, readdir, readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { PROJECT_FILE } from '../core/index.ts'
import type { Files } from './files.ts'

/** No project file is longer, in bytes, and no other file that is read. */
const LONGEST_PROJECT_FILE = 1_000_000
const LONGEST = 100_000_000
/** A workspace with more drafts is looked through no further. */
const MOST_DRAFTS = 5000

/** Files on the disk: regular files with a `file:` address on this machine. What a link leads out of its folder to is not read. */
export const nodeFiles: Files = {
  async projectFile(folder) {
    const path = pathOf(folder)
    if (path === undefined) return undefined
    try {
      const file = join(path, PROJECT_FILE)
      const found = await lstat(file)
      if (!found.isFile()) return undefined
      return found.size > LONGEST_PROJECT_FILE ? '' : await readFile(file, 'utf8')
    } catch {
      return undefined
    }
  },
  canRead: (uri) => pathOf(uri) !== undefined,
  async read(uri, folder) {
    const [path, root] = [pathOf(uri), pathOf(folder)]
    if (path === undefined || root === undefined) return undefined
    try {
      const [real, realRoot] = await Promise.all([realpath(path), realpath(root)])
      if (!real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return undefined
      const found = await lstat(real)
      return found.isFile() && found.size <= LONGEST ? await readFile(real) : undefined
    } catch {
      return undefined
    }
  },
  async drafts(folder) {
    const root = pathOf(folder)
    const found: string[] = []
    if (root !== undefined) await gather(root, found)
    return found.map((path) => folder + pathToFileURL(path).href.slice(pathToFileURL(root ?? '').href.length))
  },
}

/** The path of an address on this machine; an address that names another has none. */
function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:///')) return undefined
  try {
    return fileURLToPath(uri)
  } catch {
    return undefined
  }
}

/** Finds the drafts below a folder, without following links, and passes over folders with a dot and `node_modules`. */
async function gather(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (found.length >= MOST_DRAFTS) return
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && entry.name !== 'node_modules') await gather(path, found)
    } else if (entry.isFile() && ['.md', '.markdown', '.qmd', '.txt'].includes(extname(entry.name).toLowerCase()))
      found.push(path)
  }
}
