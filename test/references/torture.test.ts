import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { checkReferences } from '../../server/core/findings.ts'
import { type BibliographyKind, parseBibliography } from '../../server/core/references/bibliography.ts'
import { decodeBibliography } from '../../server/core/references/decode.ts'

const GOOD = '\n\n@book{good, title = {A good one}, publisher = {Hill Press}}\n'
const GOOD_ITEM = '{"id": "good", "type": "book", "title": "A good one", "publisher": "Hill Press"}'
const GOOD_YAML = '- id: good\n  type: book\n  title: A good one\n  publisher: Hill Press\n'

/** The keys that are read, and how many faults there are. */
function read(text: string, kind: BibliographyKind): { keys: string[]; broken: number } {
  const bibliography = parseBibliography(text, kind, 'file:///a')
  const findings = checkReferences(bibliography)
  return {
    keys: bibliography.references.map(({ key }) => key),
    broken: findings.filter(({ rule }) => rule === 'broken-reference').length,
  }
}

/** Processor time of a call in milliseconds, the best of three. */
function time(call: () => unknown): number {
  const runs = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    call()
    return process.cpuUsage(before).user / 1000
  })
  return Math.min(...runs)
}

describe('a bibliography that is huge or hostile', () => {
  it('may hold an entry of a megabyte', () => {
    const abstract = 'Water levels \\"uber alles. '.repeat(40_000)
    const { keys, broken } = read(
      `@book{big, title = {Big}, publisher = {P}, abstract = {${abstract}}}${GOOD}`,
      'bibtex',
    )
    assert.deepEqual([keys, broken], [['big', 'good'], 0])
    const json = JSON.stringify({ id: 'big', type: 'book', title: 'Big', publisher: 'P', abstract })
    assert.deepEqual(read(`[${json}, ${GOOD_ITEM}]`, 'csl-json'), { keys: ['big', 'good'], broken: 0 })
    const yaml = `- id: big\n  type: book\n  title: Big\n  publisher: P\n  abstract: ${JSON.stringify(abstract)}\n${GOOD_YAML}`
    assert.deepEqual(read(yaml, 'csl-yaml'), { keys: ['big', 'good'], broken: 0 })
  })

  it('may hold a title of a megabyte of accents, in a hundred thousand braces', () => {
    const [open, close] = ['{'.repeat(100_000), '}'.repeat(100_000)]
    const text = `@book{deep, title = {${open}\\'${open}e${close}${close}}, publisher = {P}}${GOOD}`
    const { references, faults } = parseBibliography(text, 'bibtex', 'file:///a')
    assert.deepEqual(
      references.map(({ item }) => item.title),
      ['é', 'A good one'],
    )
    assert.deepEqual(faults, [])
  })

  it('may be nested a hundred thousand deep and never be closed', () => {
    const braces = '{'.repeat(100_000)
    assert.deepEqual(read(`@book{deep, title = {${braces}}${GOOD}`, 'bibtex'), { keys: ['deep', 'good'], broken: 1 })
    const lists = '['.repeat(100_000)
    assert.deepEqual(read(`[\n{"id": "deep", "x": ${lists}},\n${GOOD_ITEM}\n]`, 'csl-json').keys, ['deep', 'good'])
    assert.deepEqual(read(`- id: deep\n  x: ${lists}\n${GOOD_YAML}`, 'csl-yaml'), { keys: ['deep', 'good'], broken: 1 })
  })

  it('may repeat an item of YAML in itself, over and over', () => {
    const bomb = Array.from(
      { length: 30 },
      (_, at) => `  x${at}: &x${at} [*x${at - 1}, *x${at - 1}, *x${at - 1}]\n`,
    ).slice(1)
    const text = `- id: bomb\n  type: book\n  title: B\n  publisher: P\n  x0: &x0 [a, a]\n${bomb.join('')}  author: *x29\n${GOOD_YAML}`
    assert.deepEqual(read(text, 'csl-yaml').keys, ['bomb', 'good'])
  })

  it('may make strings of strings until they would fill the memory', () => {
    const strings = Array.from({ length: 64 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}\n`).join('')
    const text = `@string{s0 = "water "}\n${strings}@book{flood, title = s64, publisher = {P}}${GOOD}`
    assert.deepEqual(read(text, 'bibtex'), { keys: ['flood', 'good'], broken: 0 })
  })

  it('may be in Latin-1, or begin with a byte order mark', () => {
    const text = "@book{good, author = {Müller, Jürgen}, title = {Caf\\'e}, publisher = {P}}"
    const latin = decodeBibliography(Buffer.from(text, 'latin1'))
    assert.deepEqual(latin, { text, encoding: 'windows-1252' })
    const marked = decodeBibliography(Buffer.from(`\uFEFF${text}`))
    assert.deepEqual(marked, { text, encoding: 'utf-8-bom' })
    for (const kind of ['bibtex', 'csl-json', 'csl-yaml'] as const) {
      const good = { bibtex: text, 'csl-json': `[${GOOD_ITEM}]`, 'csl-yaml': GOOD_YAML }[kind]
      assert.deepEqual(read(`\uFEFF${good}`, kind), { keys: ['good'], broken: 0 }, kind)
    }
  })

  it('is read in time that grows with its length, whatever is repeated in it', function () {
    this.timeout(120_000)
    const families: ReadonlyArray<[string, BibliographyKind]> = [
      ['@book{a, title = {', 'bibtex'],
      ['@book{a, title = {\n', 'bibtex'],
      ['@a{b,\n', 'bibtex'],
      ['@', 'bibtex'],
      ['@ ', 'bibtex'],
      ['@comment{\n', 'bibtex'],
      ['@comment(', 'bibtex'],
      ['@string{a = a # ', 'bibtex'],
      ['@preamble{', 'bibtex'],
      ['@book{a, b = "', 'bibtex'],
      ['@book{a, b = c # ', 'bibtex'],
      ['@book{a, author = {x and y, }}\n', 'bibtex'],
      ['{', 'bibtex'],
      ['% ', 'bibtex'],
      ['\\', 'bibtex'],
      ['[{"id": "a", "b": [', 'csl-json'],
      ['{"a": ', 'csl-json'],
      ['[{"a', 'csl-json'],
      ['[{]', 'csl-json'],
      ['[\n', 'csl-json'],
      [' {', 'csl-json'],
      ['- id: a\n', 'csl-yaml'],
      ['- id: *a\n', 'csl-yaml'],
      ['- "\n', 'csl-yaml'],
      ['references:\n', 'csl-yaml'],
      ['- ', 'csl-yaml'],
      ['- {', 'csl-yaml'],
      ['\n', 'csl-yaml'],
    ]
    const slow = families.flatMap(([piece, kind]) => {
      const [short, long] = [5_000, 40_000].map((length) => {
        const text = piece.repeat(Math.ceil(length / piece.length))
        return time(() => parseBibliography(kind === 'csl-json' ? `[${text}` : text, kind, 'file:///a'))
      })
      // eight times as long; quadratic would be 64 times
      return (long ?? 0) > 30 * Math.max(1, short ?? 0)
        ? [`${kind} ${JSON.stringify(piece)}: ${short} ms, ${long} ms`]
        : []
    })
    assert.deepEqual(slow, [])
  })
})
