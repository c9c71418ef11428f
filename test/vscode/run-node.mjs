import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runTests } from '@vscode/test-electron'
import { installExtension, removeProfile } from '../../scripts/editor-server.mjs'
import { root } from '../../scripts/setup.mjs'
import { SUITE } from './bundle.mjs'
import { newProfileWithDrafts } from './drafts.mjs'
import { collect, readIfThere } from './results.mjs'

/** An extension with nothing in it, for the editor to "develop" while the one under test is installed. */
function emptyExtension(home) {
  const folder = join(home, 'empty-extension')
  mkdirSync(folder)
  const manifest = { name: 'empty', publisher: 'says-who-test', version: '0.0.0', engines: { vscode: '^1.100.0' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  return folder
}

/**
 * Runs the suite in the Node extension host: of the test editor, or of the desktop VS Code whose program is given.
 * With a `vsix`, against that, installed; else against this folder. Gives what `collect` gives.
 */
export async function runInNode(suite, { editor, program, vsix, fail }) {
  const home = newProfileWithDrafts({ fail })
  const results = join(home, 'results.json')
  try {
    if (vsix) installExtension(editor, home, vsix)
    const code = await runTests({
      vscodeExecutablePath: program ?? join(root, 'test/vscode/workbench.mjs'),
      extensionDevelopmentPath: vsix ? emptyExtension(home) : root,
      extensionTestsPath: SUITE,
      launchArgs: [
        join(home, 'drafts'),
        `--user-data-dir=${join(home, 'data')}`,
        `--extensions-dir=${join(home, 'extensions')}`,
      ],
      extensionTestsEnv: { SAYS_WHO_RESULTS: results, SAYS_WHO_PROFILE: home },
    }).catch((error) => error.code ?? 1)
    return collect(suite, readIfThere(results), code)
  } finally {
    removeProfile(home)
  }
}
