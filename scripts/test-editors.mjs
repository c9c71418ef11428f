import { fileURLToPath } from 'node:url'
import { needEditor } from './editor.mjs'
import { needDesktop } from './editor-desktop.mjs'
import { build, root, setup } from './setup.mjs'

/**
 * The suites in a real editor, by name. Each takes the paths of its editor and of the packaged extension, and gives
 * how many tests passed and what failed.
 */
export async function editorSuites() {
  const { bundleSuite } = await import('../test/vscode/bundle.mjs')
  const { runInNode } = await import('../test/vscode/run-node.mjs')
  const { runInWeb } = await import('../test/vscode/run-web.mjs')
  const { runAsUser } = await import('../test/vscode/user.mjs')
  const { citeAsUser } = await import('../test/vscode/citing.mjs')
  const { citeUntrusted } = await import('../test/vscode/untrusted.mjs')
  const { quietly } = await import('../test/vscode/results.mjs')
  await bundleSuite()
  const picture = process.argv.includes('--screenshot')
  // times are told with every run, and judged only where they are asked for
  const timed = process.argv.includes('--timed')
  const fail = true
  const suites = {
    node: (editor) => runInNode('VS Code, Node host', { editor }),
    web: (editor) => runInWeb('VS Code, web worker', { editor }),
    installed: (editor, vsix) => runInNode('VS Code, installed .vsix', { editor, vsix }),
    user: (editor, vsix) => runAsUser('VS Code, as a user', { editor, vsix, picture, timed }),
    citing: (editor, vsix) => citeAsUser('VS Code, citing as a user', { editor, vsix }),
    untrusted: (editor, vsix) => citeUntrusted('VS Code, a folder that is not trusted', { editor, vsix }),
    desktop: (program) => runInNode('VS Code on the desktop', { program }),
    failsInNode: async (editor) => mustFail(await runInNode('a failure is noticed, Node host', { editor, fail })),
    failsInWeb: async (editor) => mustFail(await runInWeb('a failure is noticed, web worker', { editor, fail })),
  }
  const quiet = Object.entries(suites).map(([name, run]) => [name, (...args) => quietly(() => run(...args))])
  return Object.fromEntries(quiet)
}

/** Turns a run that was made to fail into one passed test, and one that did not notice into a failed test. */
function mustFail({ suite, failures }) {
  const noticed = failures.some(({ error }) => error.includes('on purpose'))
  return noticed
    ? { suite, passed: 1, failures: [] }
    : {
        suite,
        passed: 0,
        failures: [{ title: suite, error: 'The suite failed on purpose, and the runner did not notice.' }],
      }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setup()
  build('--production')
  process.chdir(root)
  const { packageExtension } = await import('./package.mjs')
  const { path } = packageExtension()
  const suites = await editorSuites()
  const named = process.argv.slice(2).filter((word) => !word.startsWith('-'))
  for (const name of named.length > 0 ? named : Object.keys(suites).filter((name) => name !== 'desktop')) {
    const {
      suite,
      passed,
      failures,
      notes = [],
    } = await suites[name](name === 'desktop' ? await needDesktop() : needEditor(), path)
    console.log(`${suite}: ${passed} passed, ${failures.length} failed`)
    for (const note of notes) console.log(`  ${note}`)
    for (const { title, error } of failures) console.log(`  FAILED ${title}\n${error}`)
    if (failures.length > 0) process.exitCode = 1
  }
  process.exit()
}
