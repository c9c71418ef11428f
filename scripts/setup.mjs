import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = resolve(fileURLToPath(import.meta.url), '../..')

/** Ends the program with one clear sentence. */
export function stop(sentence) {
  console.error(`says-who: ${sentence}`)
  process.exit(1)
}

/** Whether this Node is new enough, from "major.minor.patch". Oldest that loads ES modules by `require`: 20.19. */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > 20 || (major === 20 && minor >= 19)
}

/** Whether npm's own record of node_modules agrees with package-lock.json. An install that was cut short leaves no record. */
export function dependenciesAreCurrent(folder = root) {
  const packages = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')).packages
  let installed
  try {
    installed = packages('node_modules/.package-lock.json')
  } catch {
    return false
  }
  return Object.entries(packages('package-lock.json')).every(
    ([path, wanted]) => path === '' || wanted.optional || wanted.peer || installed[path]?.version === wanted.version,
  )
}

/** Runs npm in a folder and gives its exit code; on Windows npm is a script, which needs a shell. */
export function npmIn(cwd, args) {
  return spawnSync('npm', args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  }).status
}

/** Brings the dependencies to what package-lock.json says. No package runs a script of its own while it is installed. */
export function setup() {
  if (!nodeIsNewEnough(process.versions.node))
    stop(`Node.js 20.19 or newer is needed, and this is ${process.versions.node}; install a newer one from nodejs.org.`)
  if (dependenciesAreCurrent()) return
  console.log('Installing the dependencies …')
  if (npmIn(root, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']) !== 0)
    stop('The dependencies could not be installed; check the network, then try again.')
}

/** Builds `dist/`; with `--production` as it is shipped. */
export function build(...args) {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', ...args], { cwd: root, stdio: 'inherit' })
  if (status !== 0) stop('The build failed; the messages above say where.')
}
