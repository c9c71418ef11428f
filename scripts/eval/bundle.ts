import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync, transformSync } from 'esbuild'
import { wordsOf } from './counts.ts'
import type { Measured } from './rows.ts'

const SPEED = 'Speed, on this machine'
const SIZE = 'Parameters and lexicons in the bundle'
const WORDS = 100_000
const RUNS = 3

/** Words a second of a whole reading with its findings, in plain text that repeats the seeds. Measured on the bundle that is shipped. */
export function measureSpeed(root: string): Measured {
  const out = join(root, 'out/eval')
  mkdirSync(out, { recursive: true })
  const outfile = join(out, 'core.cjs')
  buildSync({
    absWorkingDir: root,
    entryPoints: ['server/core/index.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  })
  const core = createRequire(import.meta.url)(outfile) as typeof import('../../server/core/index.ts')
  rmSync(out, { recursive: true })
  const seeds = namesOf(join(root, 'seeds')).map((path) => readFileSync(path, 'utf8'))
  const once = `${seeds.join('\n\n')}\n\n`
  const text = once.repeat(Math.ceil(WORDS / wordsOf(once)))
  const words = wordsOf(text)
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    const from = performance.now()
    core.check(core.read({ text, language: 'plaintext' }))
    best = Math.min(best, performance.now() - from)
  }
  const value = words / best
  return {
    rows: [{ id: 'speed', set: SPEED, measure: `thousand words a second, of ${words} words`, value, digits: 0 }],
    missing: [],
  }
}

/** What the fitted parameters and the word lists weigh, minified as in the bundle, in kB (1,000 bytes). */
export function measureSize(root: string): Measured {
  const parts = namesOf(join(root, 'server/core'))
    .filter((path) => /^(?:fitted|lexicon)$/.test(relative(root, path).split(/[\\/]/).at(-2) ?? ''))
    .map((path) => transformSync(readFileSync(path, 'utf8'), { loader: 'ts', minify: true, charset: 'utf8' }).code)
  const bytes = Buffer.from(parts.join(''))
  const about = { set: SIZE, digits: 0, better: 'less' } as const
  return {
    rows: [
      { ...about, id: 'size.raw', measure: 'kB', value: bytes.length / 1000 },
      { ...about, id: 'size.gzip', measure: 'kB, compressed', value: gzipSync(bytes).length / 1000 },
    ],
    missing: [],
  }
}

const namesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
