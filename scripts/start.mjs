import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { needCodeServer } from './editor.mjs'
import { downloadDesktop, findCode, hasDisplay } from './editor-desktop.mjs'
import { address, newProfile, removeProfile, startServer } from './editor-server.mjs'
import { findProgram } from './programs.mjs'
import { build, root, setup } from './setup.mjs'

const DRAFT = join(root, 'seeds/venezuela-call.txt')
const display = hasDisplay()
const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY)

/** Opens the draft in the VS Code that is installed. */
async function openInstalled() {
  const code = findCode()
  if (!code) throw new Error('There is no `code` on the PATH')
  const args = [`--extensionDevelopmentPath=${root}`, DRAFT]
  const { status } = spawnSync(code, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error('The installed VS Code did not start')
}

/** Opens the draft in a VS Code that is downloaded into `.vscode-test/`, with a profile of its own. */
async function openDownloaded() {
  const program = await downloadDesktop()
  const profile = ['user', 'extensions'].map((name) => join(root, '.vscode-test/start', name))
  const args = [
    ...['--no-sandbox', `--user-data-dir=${profile[0]}`, `--extensions-dir=${profile[1]}`],
    ...[`--extensionDevelopmentPath=${root}`, DRAFT],
  ]
  const editor = spawn(program, args, { detached: true, stdio: 'ignore' })
  const failed = new Promise((resolve) => editor.once('error', resolve).once('exit', (status) => resolve(status !== 0)))
  if (await Promise.race([failed, wait(5000, false)])) throw new Error('The downloaded VS Code did not start')
  editor.unref()
}

/** Serves the draft in code-server until Ctrl+C, and shows it in the browser where there is one. */
async function openInBrowser() {
  const home = newProfile()
  try {
    const server = await startServer(needCodeServer(), home)
    const uri = (path) => `vscode-remote://${server.host}${path}`
    const url = address(server.host, join(root, 'seeds'), [
      ['extensionDevelopmentPath', uri(root)],
      ['openFile', uri(DRAFT)],
    ])
    console.log(`VS Code is open at\n\n  ${url}\n\nPress Ctrl+C to close it.`)
    const opener = findProgram('xdg-open')
    if (display && opener) spawn(opener, [url], { stdio: 'ignore', detached: true }).unref()
    process.once('SIGINT', server.stop).once('SIGTERM', server.stop)
    await server.gone
  } finally {
    removeProfile(home)
  }
}

setup()
build()
// Findings are why we are here, so a status of 1 is no failure.
const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'check', DRAFT], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0 && status !== 1) process.exit(2)

if (process.argv.includes('--terminal') || process.env.CI || (!terminal && !display)) process.exit(0)

for (const open of display ? [openInstalled, openDownloaded, openInBrowser] : [openInBrowser])
  try {
    await open()
    process.exit(0)
  } catch (error) {
    console.error(
      `says-who: ${error.message.replace(/\.$/, '')}${open === openInBrowser ? '.' : '; trying the next way.'}`,
    )
  }
process.exit(1)
