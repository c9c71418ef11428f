#!/usr/bin/env node
// Stands where @vscode/test-electron expects the program of VS Code: takes the same arguments and runs them in the real
// workbench, which code-server serves and a browser shows. The caller names the profile in SAYS_WHO_PROFILE.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { needEditor } from '../../scripts/editor.mjs'
import { address, startServer } from '../../scripts/editor-server.mjs'
import { listen, openBrowser, within } from './browser.mjs'

const option = (name) =>
  process.argv.filter((word) => word.startsWith(`--${name}=`)).map((word) => word.slice(name.length + 3))
const folder = process.argv.slice(2).find((word) => !word.startsWith('-'))
const home = process.env.SAYS_WHO_PROFILE
let code = 1
let server
let browser
try {
  const editor = needEditor()
  server = await startServer(editor, home, { SAYS_WHO_RESULTS: process.env.SAYS_WHO_RESULTS })
  browser = await openBrowser(editor, home)
  const workbench = await listen(browser.page)
  const payload = ['extensionDevelopmentPath', 'extensionTestsPath'].flatMap((name) =>
    option(name).map((path) => [name, `vscode-remote://${server.host}${resolve(path)}`]),
  )
  await browser.page.goto(address(server.host, resolve(folder), payload))
  code = await within(150_000, 'The suite in the editor', workbench.exit)
  if (!existsSync(process.env.SAYS_WHO_RESULTS)) for (const line of workbench.lines) console.error(line)
} catch (error) {
  console.error(error)
} finally {
  await browser?.close()
  await server?.stop()
}
process.exit(code)
