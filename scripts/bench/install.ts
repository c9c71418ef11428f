import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contender } from './contenders.ts'

/** Who can take part, with the version that was installed, and a sentence for each that cannot be had. */
export interface Installed {
  readonly present: readonly Contender[]
  readonly versions: ReadonlyMap<string, string>
  readonly missing: readonly string[]
}

/** Installs the packages of contenders into a folder, at once and, where that fails, one contender after another. */
export function install(folder: string, contenders: readonly Contender[]): Installed {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  const npm = (packages: readonly string[]): boolean => {
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
    try {
      execFileSync('npm', ['install', ...options, ...packages], {
        cwd: folder,
        stdio: 'ignore',
        shell: process.platform === 'win32',
      })
      return true
    } catch {
      return false
    }
  }
  const all = [...new Set(contenders.flatMap(({ packages }) => packages))]
  const together = npm(all)
  const versions = new Map<string, string>()
  const missing: string[] = []
  const present = contenders.filter(({ name, packages }) => {
    if (packages.length === 0) return true
    if (!together && !npm(packages)) {
      missing.push(`${name} cannot be had: npm could not install it.`)
      return false
    }
    const first = (packages[0] ?? '').replace(/(?<=.)@\d+$/, '')
    versions.set(name, JSON.parse(readFileSync(join(folder, 'node_modules', first, 'package.json'), 'utf8')).version)
    return true
  })
  return { present, versions, missing }
}
