import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PROJECT_FILE } from '../core/index.ts'
import type { Files } from './settings.ts'

/** No project file is longer, in bytes. */
const LONGEST = 1_000_000

/** Reads project files from the disk: regular files in folders with a `file:` address, no links, which may lead elsewhere. */
export const nodeFiles: Files = {
  async projectFile(folder) {
    if (!folder.startsWith('file:///')) return undefined
    const path = join(fileURLToPath(folder), PROJECT_FILE)
    try {
      const found = await lstat(path)
      if (!found.isFile()) return undefined
      return found.size > LONGEST ? '' : await readFile(path, 'utf8')
    } catch {
      return undefined
    }
  },
}
