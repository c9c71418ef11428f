import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Settings under which nothing but the draft asks for attention, and nothing goes out to the network. */
export const QUIET = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.lightbulb.enabled': 'on',
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.menuBarVisibility': 'classic',
  'window.restoreWindows': 'none',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
}

/** A new folder for one run of the editor, so that no run sees what another left: profile, extensions, caches, browser. */
export function newProfile() {
  const home = mkdtempSync(join(tmpdir(), 'says-who-editor-'))
  for (const folder of ['data/User', 'extensions', 'config', 'browser', 'drafts'])
    mkdirSync(join(home, folder), { recursive: true })
  writeFileSync(join(home, 'data/User/settings.json'), JSON.stringify(QUIET, undefined, 2))
  writeFileSync(join(home, 'config/config.yaml'), '')
  return home
}

export const removeProfile = (home) => rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })

/** Gives a port that was free a moment ago. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** The caller's PORT, PASSWORD and VSCODE_* would all be obeyed by code-server; an empty gallery keeps it off the network. */
function environment(home, extra) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|CODE_SERVER_|PORT$|PASSWORD$|HASHED_PASSWORD$|NODE_OPTIONS$)/.test(name),
  )
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'share'),
    XDG_CACHE_HOME: join(home, 'cache'),
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '', itemUrl: '', resourceUrlTemplate: '', controlUrl: '' }),
    ...extra,
  }
}

const command = (editor, home, args) => [
  join(editor.codeServer, 'out/node/entry.js'),
  ...['--config', join(home, 'config/config.yaml')],
  ...['--user-data-dir', join(home, 'data')],
  ...['--extensions-dir', join(home, 'extensions')],
  ...args,
]

/** Installs a packaged extension into a profile, as "Install from VSIX" does. */
export function installExtension(editor, home, vsix) {
  const args = command(editor, home, ['--install-extension', vsix, '--force'])
  const { status, stdout, stderr } = spawnSync(editor.node, args, {
    env: environment(home, {}),
    encoding: 'utf8',
    timeout: 120_000,
  })
  if (status !== 0) throw new Error(`The extension could not be installed: ${stderr || stdout}`)
}

/**
 * Starts code-server on this machine alone and waits until it answers. `enable-smoke-test-driver` lets a page say which
 * extension is developed and which tests to run. Folders are trusted but where they are not to be. Throws where it has not started
 * within 30 seconds.
 */
export async function startServer(editor, home, env = {}, { trusted = true } = {}) {
  const port = await freePort()
  const args = command(editor, home, [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
    ...['--disable-telemetry', '--disable-update-check', '--disable-proxy'],
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...['--disable-getting-started-override', '--ignore-last-opened', '--vscode-option', 'enable-smoke-test-driver'],
  ])
  const server = spawn(editor.node, args, { env: environment(home, env), stdio: ['ignore', 'pipe', 'pipe'] })
  const log = createWriteStream(join(home, 'server.log'))
  server.stdout.pipe(log)
  server.stderr.pipe(log)
  const gone = new Promise((resolve) => server.once('exit', resolve))
  const stop = async () => {
    server.kill('SIGTERM')
    const hurry = setTimeout(() => server.kill('SIGKILL'), 5000)
    await gone
    clearTimeout(hurry)
  }
  for (const end = Date.now() + 30_000; ; ) {
    if (
      await fetch(`http://127.0.0.1:${port}/healthz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break
    if (server.exitCode !== null || Date.now() > end) {
      await stop()
      throw new Error('The test editor did not start.')
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return { host: `127.0.0.1:${port}`, gone, stop }
}

/** The address of a workbench on `folder`; `payload` is what VS Code's web start page takes: [["openFile", uri], …]. */
export function address(host, folder, payload) {
  const quiet = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]
  return `http://${host}/?${new URLSearchParams({ folder, payload: JSON.stringify([...payload, ...quiet]) })}`
}
