import { cpSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { freePort, QUIET, removeProfile } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'
import { listen, openBrowser, within } from './browser.mjs'
import { SUITE } from './bundle.mjs'
import { newProfileWithDrafts } from './drafts.mjs'
import { collect } from './results.mjs'
import { makeWebBuild } from './web-build.mjs'

// @vscode/test-web starts a browser of its own from its public door, and downloads both; this is the server alone.
const testWeb = dirname(createRequire(import.meta.url).resolve('@vscode/test-web/package.json'))
const { runServer } = createRequire(import.meta.url)(join(testWeb, 'out/server/main.js'))
const BUILT_IN = ['markdown-basics', 'markdown-language-features', 'theme-defaults', 'theme-seti']
const PACKAGED = ['package.json', 'dist', 'syntaxes', 'client/icon.png']

/** Runs the suite in the web-worker extension host, with no server of VS Code behind it, as on vscode.dev. */
export async function runInWeb(suite, { editor, fail }) {
  const home = newProfileWithDrafts({ fail })
  let server
  let browser
  try {
    // The server walks the whole folder of the extension, so it gets one without node_modules.
    const extension = join(home, 'extension')
    mkdirSync(extension)
    for (const name of PACKAGED) cpSync(join(root, name), join(extension, name), { recursive: true })
    cpSync(SUITE, join(extension, 'out/suite.js'))
    const location = join(home, 'build')
    makeWebBuild(editor.codeServer, location, QUIET)
    const port = await freePort()
    server = await runServer('localhost', port, {
      build: { type: 'static', location },
      esm: true,
      coi: false,
      extensionDevelopmentPath: extension,
      extensionTestsPath: join(extension, 'out/suite.js'),
      extensionPaths: BUILT_IN.map((name) => join(editor.codeServer, 'lib/vscode/extensions', name)),
      folderMountPath: join(home, 'drafts'),
    })
    browser = await openBrowser(editor, home)
    const workbench = await listen(browser.page)
    await browser.page.goto(`http://localhost:${port}/`)
    const code = await within(150_000, 'The suite in the web worker', workbench.exit)
    const mark = '[says-who results] '
    const told = workbench.lines.find((line) => line.includes(mark))
    if (told === undefined) for (const line of workbench.lines) console.error(line)
    return collect(suite, told?.slice(told.indexOf(mark) + mark.length), code)
  } finally {
    await browser?.close()
    server?.close()
    server?.closeAllConnections?.()
    removeProfile(home)
  }
}
