/**
 * How fast bibliographies are read and searched, and what they take of memory: prints a row for each kind of file and each size.
 * The entries are made up, always the same, with as many different words as a real library has. Run it with
 * `node --expose-gc --import=tsx scripts/bench/references.ts`.
 */

import type { BibliographyKind } from '../../server/core/references/bibliography.ts'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import { indexReferences } from '../../server/core/references/search/build.ts'
import { rankForClaim } from '../../server/core/references/search/claim.ts'
import { searchReferences } from '../../server/core/references/search/query.ts'
import { library } from './library.ts'

const SIZES = [5_000, 50_000]
const KINDS: readonly BibliographyKind[] = ['bibtex', 'csl-json', 'csl-yaml']
const LIMIT = 50

/** Milliseconds of processor time that a call takes, and what it gives. */
function timed<T>(call: () => T): { ms: number; value: T } {
  const before = process.cpuUsage()
  const value = call()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, value }
}

/** The middle and the slowest but one in a hundred of some calls, in milliseconds of processor time. */
function spread<T>(inputs: readonly T[], call: (input: T) => unknown): string {
  const times = inputs.map((input) => timed(() => call(input)).ms).sort((a, b) => a - b)
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0).toFixed(1)
  return `${at(0.5)} / ${at(0.99)}`
}

function heapInMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}

/** Every beginning of some queries, as somebody types them. */
const keystrokes = (queries: readonly string[]): string[] =>
  queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)))

/** Prints the row of a size and a kind. */
function measure(size: number, kind: BibliographyKind): void {
  const { text, titles, authors } = library(size, kind)
  const before = heapInMb()
  parseBibliography(text.slice(0, 100_000), kind, 'file:///warm')
  const parse = timed(() => parseBibliography(text, kind, 'file:///library'))
  const { references, faults } = parse.value
  if (references.length !== size || faults.length > 0) throw new Error(`${kind}: ${references.length} of ${size} read`)
  const index = timed(() => indexReferences(references))
  const heap = heapInMb() - before
  const some = Array.from({ length: 20 }, (_, at) => Math.floor((at * size) / 20))
  const queries = some.map((at) => `${authors[at]} ${titles[at]?.split(' ')[1]} 20`)
  const slips = some.map((at) => `${authors[at]?.replace(/(.)(.)$/, '$2$1')} ${titles[at]?.split(' ')[2]?.slice(1)}`)
  const row = {
    'text MB': (text.length / 2 ** 20).toFixed(1),
    'parse ms': parse.ms.toFixed(0),
    'index ms': index.ms.toFixed(0),
    'heap MB': heap.toFixed(0),
    'keystroke ms': spread(keystrokes(queries), (query) => searchReferences(index.value, query, LIMIT)),
    'with slips ms': spread(keystrokes(slips), (query) => searchReferences(index.value, query, LIMIT)),
    'claim ms': spread(some, (at) =>
      rankForClaim(
        index.value,
        { source: 'The New York Times', date: { month: 10 }, year: 2024, words: titles[at] ?? '' },
        LIMIT,
      ),
    ),
  }
  console.log(
    `${size} ${kind}: ${Object.entries(row)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}`,
  )
}

for (const size of SIZES) for (const kind of KINDS) measure(size, kind)
