import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const MINUTES = 60_000

/** The full path of the first of these programs that is installed. */
export function findProgram(...names) {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name)
      try {
        accessSync(path, constants.X_OK)
        return path
      } catch {}
    }
  return undefined
}

const hasDebianPackage = (name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0

/** Installs those of Debian's packages that are missing, or says in one sentence what the reader has to install for `what`. */
export function needPackages(what, packages) {
  const missing = packages.filter((name) => !hasDebianPackage(name))
  if (missing.length === 0) return
  if (process.getuid?.() !== 0 || !findProgram('apt-get'))
    throw new Error(`${what} needs ${missing.join(', ')}; install them as root with your package manager.`)
  console.log(`Installing ${missing.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * MINUTES }).status
  apt('update', '-qq')
  if (apt('install', '-y', '-qq', '--no-install-recommends', ...missing) !== 0)
    throw new Error(`${what} needs ${missing.join(', ')}, and apt-get could not install them.`)
}

const runs = (program, ...words) => spawnSync(program, words, { stdio: 'ignore' }).status === 0

/** The editors that are driven without a screen, how each shows that it can be, and the packages of Debian that they come in. */
const CLIENTS = [
  { name: 'Neovim', packages: ['neovim'], isThere: () => runs('nvim', '--version') },
  {
    name: 'Emacs',
    packages: ['emacs-nox', 'elpa-eglot', 'elpa-markdown-mode'],
    isThere: () => runs('emacs', '--batch', '--funcall', 'package-initialize', '--eval', "(require 'eglot)"),
  },
]

/** Has Neovim and Emacs installed where they are missing; throws one sentence where they cannot be had. */
export function needClients() {
  for (const { name, packages, isThere } of CLIENTS) if (!isThere()) needPackages(`The test of ${name}`, packages)
}
