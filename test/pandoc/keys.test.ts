import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { parseBibliography, read } from '../../server/core/index.ts'

const SEED = 20_261_124
const DRAFTS = 120

const LIBRARY = `@string{post = "Valley Post"}
@article{calder2020, author = {Calder, Ines}, title = {The dam}, journal = post, year = 2020}
@book{doe:1999, author = {Doe, Jo}, title = {Water}, publisher = {Book House}, year = {1999}}
@online{ito_2021-b, author = {Ito, Ken}, title = {Signs}, url = {https://ito.example}, date = {2021-05-04}}
@report{board.2018, institution = {Harbour board}, title = "Minutes", year = 2018}
`
const keys = ['calder2020', 'doe:1999', 'ito_2021-b', 'board.2018', 'unknown']

const key = fc.constantFrom(...keys)
/** What a writer puts behind the words that are cited, well and badly. */
const mark = fc.oneof(
  key.map((k) => ` [@${k}]`),
  key.map((k) => ` [-@${k}]`),
  fc.tuple(key, key).map(([a, b]) => ` [see @${a}, p. 3; also @${b}, pp. 4–5, and the map]`),
  key.map((k) => ` [@{${k}}, chap. 2]`),
  fc.constantFrom('', '', ' (ines@valley.example)', ' `[@calder2020]`', ' \\[@calder2020\\]', ' [no key]', '[^1]'),
)
const opener = fc.oneof(
  key.map((k) => `As @${k} [p. 7] shows, the dam failed in 1954`),
  key.map((k) => `@${k} says so, and so does *the board*`),
  fc.constantFrom(
    'The dam failed in 1954',
    'Crime has **doubled**',
    'Write to desk@valley.example',
    '“We saw it,” she said',
  ),
)
const sentence = fc
  .tuple(opener, mark, fc.constantFrom('.', '?', ';', ' – as ever.'))
  .map(([words, cited, end]) => `${words}${cited}${end}`)
const gap = fc.constantFrom(' ', ' ', '\n', '\n\n', '\n\n- ', '\n\n> ', '\n\n## ')
const draft = fc
  .array(fc.tuple(sentence, gap), { minLength: 2, maxLength: 9 })
  .map((parts) => `${parts.map(([words, between]) => words + between).join('')}Last.\n\n[^1]: Minutes [@board.2018].\n`)

const pandoc = (input: string, ...options: string[]): unknown => {
  const run = spawnSync('pandoc', options, { input, encoding: 'utf8' })
  if (run.status !== 0) throw run.error ?? new Error(run.stderr)
  return JSON.parse(run.stdout)
}

/** The keys of the citations in what pandoc made of a draft, in the order of its text; those of notes stand where the note is cited. */
function citedIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(citedIn)
  if (typeof node !== 'object' || node === null) return []
  const { t, c } = node as { t?: string; c?: unknown }
  if (t !== 'Cite') return Object.values(node).flatMap(citedIn)
  const [citations] = c as [Array<{ citationId: string }>]
  return citations.map(({ citationId }) => citationId)
}

describe('pandoc', function () {
  this.timeout(120_000)
  before(function () {
    if (spawnSync('pandoc', ['--version']).status === 0) return
    console.log('    pandoc is not installed, so that nothing is compared with it')
    this.skip()
  })

  it(`cites the same keys in ${DRAFTS} drafts`, () => {
    let compared = 0
    for (const text of fc.sample(draft, { numRuns: DRAFTS, seed: SEED })) {
      const ours = read({ text, language: 'markdown' }).citations.flatMap((one) =>
        one.kind === 'citation-key' && one.key !== '' ? [one.key] : [],
      )
      const theirs = citedIn(pandoc(text, '-f', 'markdown', '-t', 'json'))
      // a note that nothing cites is left out there, and one that is cited twice stands twice
      const outside = (list: readonly string[]) => list.filter((k) => k !== 'board.2018').sort()
      assert.deepEqual(outside(ours), outside(theirs), text)
      compared += outside(ours).length
    }
    assert.ok(compared > 3 * DRAFTS, `${compared} citations`)
  })

  it('reads the same entries of a bibliography', () => {
    const theirs = pandoc(LIBRARY, '-f', 'biblatex', '-t', 'csljson') as Array<{ id: string; title: string }>
    const { references } = parseBibliography(LIBRARY, 'bibtex', 'file:///desk/a.bib')
    const titles = (list: ReadonlyArray<readonly [string, string | undefined]>) => [...list].sort()
    assert.deepEqual(
      titles(references.map(({ key: k, item }) => [k, item.title])),
      titles(theirs.map(({ id, title }) => [id, title])),
    )
  })
})
