import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmIn, root, setup, stop } from './setup.mjs'

/** Mutation testing: each small change of these files must make a test fail. */
const MUTATED = [
  'server/core/edits/*.ts',
  'server/core/text/*.ts',
  'server/lsp/{toProtocol,guard,frames,piecedText,draftText}.ts',
]
/** The tests that are about them; those of processes are left out, since they run what was built before. */
const TESTS = [
  'test/fixes/fixes.test.ts',
  ...['edits-*', 'text', 'lines', 'draftText', 'positions', 'guard'].map((name) => `test/unit/${name}.test.ts`),
  ...['documents', 'lifecycle'].map((name) => `test/protocol/${name}.test.ts`),
]
const LEAST = 85
/** Stryker 10 needs a newer Node, and its runner takes no newer mocha than 11; so both stay out of the project's own packages. */
const PACKAGES = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/mocha-runner@9.6.1', 'mocha@11']

const home = join(root, 'out/mutation')
const packages = join(home, 'packages')

function install() {
  mkdirSync(join(home, 'node_modules'), { recursive: true })
  mkdirSync(packages, { recursive: true })
  if (!existsSync(join(packages, 'node_modules/@stryker-mutator/mocha-runner'))) {
    writeFileSync(join(packages, 'package.json'), '{ "private": true }\n')
    if (npmIn(packages, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES]))
      stop('Stryker could not be installed; check the network, then try again.')
  }
  // The copy of the project that is mutated finds this mocha, which is the runner's own, and all else in the project.
  const mocha = join(home, 'node_modules/mocha')
  if (!existsSync(mocha)) symlinkSync(join(packages, 'node_modules/mocha'), mocha, 'junction')
}

setup()
install()
const named = process.argv.slice(2)
const config = join(home, 'config.json')
const report = join(home, 'report.json')
writeFileSync(
  config,
  JSON.stringify({
    plugins: [join(packages, 'node_modules/@stryker-mutator/mocha-runner/dist/src/index.js')],
    testRunner: 'mocha',
    testRunnerNodeArgs: ['--import=tsx'],
    mochaOptions: { spec: TESTS, grep: '^(?!the server as a process)' },
    mutate: named.length > 0 ? named : MUTATED,
    coverageAnalysis: 'perTest',
    ignorePatterns: ['dist', 'out'],
    concurrency: 2,
    tempDirName: join(home, 'copies'),
    symlinkNodeModules: false,
    // TypeScript 7 cannot be asked to rewrite its configuration.
    tsconfigFile: 'none',
    disableTypeChecks: true,
    // What a module works out as it is loaded would need the tests to be loaded again for each mutant.
    ignoreStatic: true,
    timeoutMS: 10_000,
    reporters: ['clear-text', 'progress-append-only', 'json'],
    clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
    jsonReporter: { fileName: report },
    thresholds: { high: 100, low: LEAST, break: LEAST },
  }),
)
const { status } = spawnSync(
  process.execPath,
  [join(packages, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config],
  { cwd: root, stdio: 'inherit', env: { ...process.env, SEED: '1' } },
)
const counts = {}
for (const { mutants } of Object.values(JSON.parse(readFileSync(report, 'utf8')).files))
  for (const { status } of mutants) counts[status] = (counts[status] ?? 0) + 1
console.log(JSON.stringify(counts))
process.exit(status ?? 1)
