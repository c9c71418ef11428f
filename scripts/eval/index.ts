/**
 * Scores the program on whatever of the data is there, and compares with the figures that are committed in docs/accuracy.json.
 *
 *     npm run eval -- [folder with data/ and gold/] [--write]
 *
 * A set that is missing is named and left out. With --write the figures, and the table in docs/accuracy.md, become those of this run.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { measureAttributions } from './attributions.ts'
import { measureBoundaries } from './boundaries.ts'
import { measureSize, measureSpeed } from './bundle.ts'
import { measureCheckworthy } from './checkworthy.ts'
import { type Committed, markdownTable, printTable, toCommit } from './rows.ts'
import { measureSourcing } from './sourcing.ts'
import { measureNews, measureOwn, measureReadmes } from './warnings.ts'

const OPEN = '<!-- figures -->'
const CLOSE = '<!-- end of figures -->'
const root = resolve(import.meta.dirname, '../..')
const figures = join(root, 'docs/accuracy.json')
const page = join(root, 'docs/accuracy.md')
const words = process.argv.slice(2)
const folder = resolve(words.find((word) => !word.startsWith('--')) ?? join(root, '../shared'))

const measured = [
  measureAttributions(folder),
  measureCheckworthy(folder),
  measureSourcing(folder, join(root, 'seeds/venezuela-call.txt')),
  measureBoundaries(folder),
  measureNews(folder),
  measureReadmes(root),
  measureOwn(root),
  measureSize(root),
  measureSpeed(root),
]
const rows = measured.flatMap((one) => one.rows)
const committed: Committed | undefined = existsSync(figures) ? JSON.parse(readFileSync(figures, 'utf8')) : undefined

console.log(printTable(rows, committed))
for (const sentence of measured.flatMap(({ missing }) => missing)) console.log(sentence)
console.log(committed ? `\nCompared with the figures of ${committed.date}.` : '\nNo figures are committed yet.')

if (words.includes('--write')) {
  const date = new Date().toISOString().slice(0, 10)
  writeFileSync(figures, `${JSON.stringify(toCommit(rows, committed, date), null, 2)}\n`)
  const text = readFileSync(page, 'utf8')
  const [before, after] = [text.indexOf(OPEN), text.indexOf(CLOSE)]
  if (before < 0 || after < before) throw new Error(`docs/accuracy.md has no place for the table: ${OPEN} … ${CLOSE}.`)
  const table = `${OPEN}\nMeasured on ${date}.\n\n${markdownTable(rows)}\n`
  writeFileSync(page, text.slice(0, before) + table + text.slice(after))
  console.log('Wrote docs/accuracy.json and the table of docs/accuracy.md.')
}
