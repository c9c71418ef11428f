import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = resolve(fileURLToPath(import.meta.url), '../..')

/** When anything in a folder was last written. */
const newest = (folder: string): number =>
  Math.max(
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )

/** The path of a bundle in `dist/`, built anew where a source is newer. */
export function built(name: string): string {
  const path = join(root, 'dist', name)
  if (!existsSync(path) || statSync(path).mtimeMs < newest(join(root, 'server'))) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, encoding: 'utf8' })
    if (status !== 0) throw new Error(`The build failed:\n${stderr}`)
  }
  return path
}
