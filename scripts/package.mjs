import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, root, setup, stop } from './setup.mjs'

const LIMIT = 1_500_000

/** Where the packaged extension of this version is written. */
export function vsixPath() {
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return join(root, `${name}-${version}.vsix`)
}

/** Writes `dist/` as a .vsix and gives its path and its size in bytes. Throws where vsce objects or it is too large. */
export function packageExtension() {
  const path = vsixPath()
  const args = [join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', path]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The extension could not be packaged: ${(stderr || stdout).trim()}`)
  const bytes = statSync(path).size
  if (bytes >= LIMIT) throw new Error(`The packaged extension has ${bytes} bytes; ${LIMIT} is the limit.`)
  return { path, bytes }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setup()
  build('--production')
  try {
    const { path, bytes } = packageExtension()
    console.log(`${path} (${Math.round(bytes / 1000)} kB)`)
  } catch (error) {
    stop(error.message)
  }
}
