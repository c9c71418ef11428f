/**
 * Measures how long an editor waits for the server, and how fast a draft is read, beside programs that people run on drafts today and
 * beside what no reader can pass.
 *
 *     npm run bench [-- keys] [-- --quick]
 *
 * Writes docs/performance.svg and the figures in docs/performance.md. With --quick it takes short texts and few rounds, with `keys` it
 * leaves out the other programs and what is started; both only print.
 */
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { aimsTable } from './aims.ts'
import { contenders } from './contenders.ts'
import { install } from './install.ts'
import { layOut } from './layOut.ts'
import { machine } from './machine.ts'
import { MARKUPS, tables } from './page.ts'
import { plot } from './plot.ts'
import { type Result, race } from './race.ts'
import { type Stock, stock } from './sentences.ts'
import { measureServer } from './server/measure.ts'
import { editingTables, memoryTable, openingTable, startTables } from './server/page.ts'
import { programsIn } from './server/programs.ts'
import { sizes, starts } from './server/start.ts'
import { type Figures, write } from './write.ts'

const root = resolve(import.meta.dirname, '../..')
const out = join(root, 'out/bench')
const isQuick = process.argv.includes('--quick')
const isServerOnly = process.argv.includes('keys')

/** Bundles the core as it is shipped, and the program that measures, beside the peers so that it finds them. */
function bundle(): string {
  const common = { absWorkingDir: root, bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' } as const
  buildSync({
    ...common,
    entryPoints: ['server/core/index.ts'],
    outfile: join(out, 'core.cjs'),
    minify: true,
    format: 'cjs',
  })
  const runner = join(out, 'runner.mjs')
  buildSync({ ...common, entryPoints: ['scripts/bench/runner.ts'], outfile: runner, format: 'esm' })
  return runner
}

/** Reads texts of both kinds beside the other programs, and puts it in tables. */
async function readAll(runner: string, from: Stock): Promise<{ results: readonly Result[]; told: string }> {
  console.log('Installing what is measured beside this program …')
  const { present, versions, missing } = install(out, contenders)
  const races = []
  for (const { markup, title } of MARKUPS) {
    console.log(`${title} …`)
    races.push(await race(runner, present, markup, layOut(out, from, markup, isQuick)))
  }
  const results = races.flatMap((one) => one.results)
  const notes = [...missing, ...races.flatMap(({ stopped }) => stopped)].map((note) => `- ${note}`)
  return { results, told: [tables(results, versions), notes.join('\n')].join('\n\n').trim() }
}

/** Installs, measures, prints and, where all was measured in full, writes. */
async function main(): Promise<void> {
  const begun = performance.now()
  const where = machine()
  mkdirSync(out, { recursive: true })
  const runner = bundle()
  const programs = programsIn(root, out)
  const from = stock(root)
  const server = await measureServer(programs, out, from, isQuick)
  // a bench that is stopped has told this much
  console.log([editingTables(server), openingTable(server), memoryTable(server)].join('\n\n'))
  const read = isServerOnly ? { results: [], told: undefined } : await readAll(runner, from)
  const figures: Figures = {
    aims: `${where}\n\n${aimsTable(read.results, server)}`,
    keys: editingTables(server),
    opening: openingTable(server),
    memory: memoryTable(server),
    start: isServerOnly ? undefined : startTables(await starts(root, isQuick ? 3 : 20), sizes(root)),
    reading: read.told,
  }
  console.log(`\n${Object.values(figures).filter(Boolean).join('\n\n')}`)
  console.log(`\nIt took ${((performance.now() - begun) / 60_000).toFixed(1)} minutes.`)
  if (isQuick || isServerOnly) return
  write(root, figures, plot(read.results, server))
  console.log('Wrote docs/performance.md and docs/performance.svg.')
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
