import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { needEditor } from './editor.mjs'
import { needDesktop } from './editor-desktop.mjs'
import { packageExtension } from './package.mjs'
import { needClients } from './programs.mjs'
import { root, setup } from './setup.mjs'

const MINUTES = 60_000
const RESULTS = join(root, 'out/results/mocha.json')
const totals = { passed: 0, failed: 0 }
const started = Date.now()

/** Prints one line of the summary, and what failed beneath it. */
function report(name, { suite = name, passed, failures, notes = [] }) {
  totals.passed += passed
  totals.failed += failures.length
  const seconds = String(Math.round((Date.now() - started) / 1000)).padStart(4)
  console.log(`${seconds} s  ${suite}: ${passed} passed${failures.length > 0 ? `, ${failures.length} failed` : ''}`)
  for (const note of notes) console.log(`        ${note}`)
  for (const { title, error } of failures) console.log(`\nFAILED  ${title}\n${error}\n`)
}

/** Runs a program that passes or fails as a whole, and shows what it says where it fails. */
function runCheck(suite, args) {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    timeout: 5 * MINUTES,
  })
  const said = error?.message ?? `${stdout}${stderr}`.trim()
  report(suite, status === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [{ title: suite, error: said }] })
  return status === 0
}

const program = (path) => join(root, 'node_modules', path)

function runChecks() {
  runCheck('types', [program('typescript/bin/tsc'), '-p', '.'])
  runCheck('types of the core, without Node and page', [program('typescript/bin/tsc'), '-p', 'server/core'])
  runCheck('style', [program('@biomejs/biome/bin/biome'), 'check', '.'])
  runCheck('generated files', ['--import=tsx', 'scripts/generate.ts', '--check'])
  return runCheck('build', ['scripts/build.mjs', '--production'])
}

/** Runs everything that needs no editor; a folder of `test/` is a suite. */
function runMocha() {
  rmSync(RESULTS, { force: true })
  mkdirSync(join(RESULTS, '..'), { recursive: true })
  const args = [
    program('mocha/bin/mocha.js'),
    ...['--import=tsx', '--exit', '--reporter', 'json', '--reporter-option', `output=${RESULTS}`],
    'test/**/*.test.ts',
  ]
  const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31))
  console.log(`        what is tried at random follows from the seed ${seed}; SEED=${seed} repeats it`)
  const env = { ...process.env, SEED: seed }
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 15 * MINUTES, env })
  let results
  try {
    results = JSON.parse(readFileSync(RESULTS, 'utf8'))
  } catch {
    const error = `mocha told no results (exit code ${run.status}).\n${run.stderr.trim()}`
    return report('mocha', { passed: 0, failures: [{ title: 'mocha', error }] })
  }
  const suiteOf = ({ file }) => relative(join(root, 'test'), file ?? '').split(sep)[0]
  const failures = results.failures.map((test) => ({
    ...test,
    title: test.fullTitle,
    error: test.err.stack ?? test.err.message,
  }))
  if (run.status !== 0 && failures.length === 0)
    failures.push({ title: 'mocha', error: `mocha ended with exit code ${run.status}.` })
  for (const suite of new Set([...results.passes, ...failures].map(suiteOf)))
    report(suite, {
      passed: results.passes.filter((test) => suiteOf(test) === suite).length,
      failures: failures.filter((test) => suiteOf(test) === suite),
    })
}

const failure = (title, error) => ({ passed: 0, failures: [{ title, error: error.stack ?? String(error) }] })

/** Gives what `need` gives, or undefined where it cannot be had. */
async function tryTo(need, suite, must) {
  try {
    return await need()
  } catch (error) {
    if (must && process.env.CI) report(suite, { passed: 0, failures: [{ title: suite, error: error.message }] })
    else console.log(`        ${suite}: skipped. ${error.message}`)
    return undefined
  }
}

/** On a build machine the test editor must be there; on anybody's own, tests that need it are skipped with a sentence. */
async function runEditors(vsix) {
  const { editorSuites } = await import('./test-editors.mjs')
  const suites = await editorSuites()
  const run = async (name, where) =>
    report(name, await suites[name](where, vsix).catch((error) => failure(name, error)))
  const editor = await tryTo(needEditor, 'VS Code in a browser', true)
  for (const name of editor
    ? ['node', 'web', 'installed', 'user', 'citing', 'untrusted', 'failsInNode', 'failsInWeb']
    : [])
    await run(name, editor)
  const program = await tryTo(needDesktop, 'VS Code on the desktop', false)
  if (program) await run('desktop', program)
}

setup()
const built = runChecks()
await tryTo(needClients, 'Neovim and Emacs', false)
runMocha()
if (built) {
  try {
    const { path, bytes } = packageExtension()
    report('package', { passed: 1, failures: [], notes: [`${Math.round(bytes / 1000)} kB`] })
    await runEditors(path)
  } catch (error) {
    report('package', failure('package', error))
  }
} else console.log('        VS Code: not tried, since the build failed.')

console.log(`${totals.passed} passed, ${totals.failed} failed`)
process.exit(totals.failed === 0 ? 0 : 1)
