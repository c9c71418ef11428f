/**
 * Measures how fast a draft is read, beside programs that people run on drafts today and beside what no reader can pass.
 *
 *     npm run bench [-- --quick]
 *
 * Writes docs/performance.svg and the figures in docs/performance.md. With --quick it takes short texts and few rounds, and only prints.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, type } from 'node:os'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'
import { wordsOf } from '../eval/counts.ts'
import { contenders } from './contenders.ts'
import { install } from './install.ts'
import { MARKUPS, tables } from './page.ts'
import { plot } from './plot.ts'
import { type Course, type Order, race } from './race.ts'
import { type Stock, stock } from './sentences.ts'
import { type Markup, makeText } from './text.ts'

const OPEN = '<!-- figures -->'
const CLOSE = '<!-- end of figures -->'
const PICTURE = '![Words read in a second of processor time, by the length of the text.](performance.svg)'

/** How many texts make one measurement, and how many rounds there are, for each length in words. */
const LENGTHS = [
  { words: 1_000, texts: 20, rounds: 9, peers: true },
  { words: 10_000, texts: 4, rounds: 7, peers: true },
  { words: 100_000, texts: 1, rounds: 5, peers: true },
  { words: 1_000_000, texts: 1, rounds: 3, peers: false },
]
const QUICK = [
  { words: 1_000, texts: 4, rounds: 2, peers: true },
  { words: 10_000, texts: 1, rounds: 2, peers: true },
]

const root = resolve(import.meta.dirname, '../..')
const out = join(root, 'out/bench')
const quick = process.argv.includes('--quick')

/** Writes the texts of every length and round, all of them different, so that nobody meets a text again. */
function layOut(from: Stock, markup: Markup): Course[] {
  const folder = join(out, 'texts', markup)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  let seed = 1
  return (quick ? QUICK : LENGTHS).map(({ words, texts, rounds, peers }) => {
    const order = (): Order => {
      const written = Array.from({ length: texts }, () => {
        const text = makeText(from, words, markup, seed)
        const path = join(folder, `${words}-${seed++}.${markup === 'plain' ? 'txt' : 'md'}`)
        writeFileSync(path, text)
        return { path, words: wordsOf(text), bytes: Buffer.byteLength(text) }
      })
      const mean = (key: 'words' | 'bytes'): number => written.reduce((sum, one) => sum + one[key], 0) / texts
      return { paths: written.map(({ path }) => path), words: mean('words'), bytes: mean('bytes') }
    }
    return { words, peers, warm: order(), rounds: Array.from({ length: rounds }, order) }
  })
}

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

/** Installs, measures, prints and, unless it is to be quick, writes. */
async function main(): Promise<void> {
  console.log('Installing what is measured beside this program …')
  const { present, versions, missing } = install(out, contenders)
  const runner = bundle()
  const from = stock(root)
  const races = []
  for (const { markup, title } of MARKUPS) {
    console.log(`${title} …`)
    races.push(await race(runner, present, markup, layOut(from, markup)))
  }
  const results = races.flatMap((one) => one.results)
  const notes = [...missing, ...races.flatMap(({ stopped }) => stopped)]
  const day = new Date().toISOString().slice(0, 10)
  const where = `${cpus().length} × ${cpus()[0]?.model.trim() || process.arch}, ${type()}, Node.js ${process.versions.node}`
  const figures = [
    `Measured on ${day}: ${where}.`,
    tables(results, versions),
    ...notes.map((note) => `- ${note}`),
  ].join('\n\n')
  console.log(`\n${figures}`)

  if (!quick) {
    const page = join(root, 'docs/performance.md')
    const text = readFileSync(page, 'utf8')
    const [before, after] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
    if (before < 0 || after < before)
      throw new Error(`docs/performance.md has no place for the figures: ${OPEN} … ${CLOSE}.`)
    writeFileSync(page, `${text.slice(0, before)}${OPEN}\n${PICTURE}\n\n${figures}\n${text.slice(after)}`)
    writeFileSync(join(root, 'docs/performance.svg'), plot(results))
    console.log('\nWrote docs/performance.md and docs/performance.svg.')
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
