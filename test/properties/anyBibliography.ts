import fc from 'fast-check'
import type { BibliographyKind } from '../../server/core/references/bibliography.ts'
import type { Item, PartialDate, PersonName } from '../../server/core/references/reference.ts'

/** A bibliography of some kind, whole or in pieces. */
export interface Written {
  readonly kind: BibliographyKind
  readonly text: string
}

// biome-ignore format: a list of pieces is easier to look over in lines
const PIECES: Readonly<Record<BibliographyKind, readonly string[]>> = {
  bibtex: [
    '@book{a,', '@book{b', '@article(c,', '@online{d, title = {D}, date = {2024}}', '\n@book{q,\n  title = "Q",\n  year = "1990"\n}\n', '\n@book{e, title = {E}, publisher = {P},\n}\n', '@unheard{f, x = {y}}',
    '@string{s = "x"}', '@string{', '@comment{', '@comment', '@preamble{"x"}', '@xdata{x, date = 2020}', '@', 'title', ' = ', '{', '}', '"', ',', '#', '%', '(', ')',
    '\\', '\\"o', '\\url{', 'author = {Doe, Jane and ', ' and ', 'crossref = {a}', 'xdata = {a, b}', 'year = 1990', 's', '\n', '\r\n', '\r', '  ', '\t', 'é', '😀', '\uD83D', '__proto__',
  ],
  'csl-json': [
    '[', ']', '{', '}', '"', ',', ':', '\n', '\r\n', '  ', '\\', '{"id": "a"}', ',\n  {"id": "b", "title": "B"}', '"id": "c"', '"title": "x"', '"author": [', '"issued": {"date-parts": [[2024, 10]]}',
    'true', '1e5', 'null', 'x', '{"references": [', '\u0000', '😀', '\uD83D', '"__proto__": {"title": 1}',
  ],
  'csl-yaml': [
    'references:', 'references: []', '\n', '\r\n', '- id: a\n', '- ', '  ', '\t', '---\n', '...\n', 'title: x\n', '  title: "x\n', '  title: x: y\n', '  author:\n  - family: Doe\n', '{', '}', '[', ']', '&a ', '*a', '|\n', '# x\n',
    '- id: b\n  issued: 2024\n', '"id": "c"\n', ': ', ',', '!', '😀', '\uD83D', '\u0000', '\uFEFF', '\u2028', '- {id: d, title: D}\n',
  ],
}

/** Any bibliography: noise, pieces put together without sense, and pieces behind a good beginning. */
export const anyBibliography: fc.Arbitrary<Written> = fc
  .constantFrom<BibliographyKind>('bibtex', 'csl-json', 'csl-yaml')
  .chain((kind) => {
    const pieces = fc.array(fc.constantFrom(...PIECES[kind]), { maxLength: 40 }).map((parts) => parts.join(''))
    const noise = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 100 })
    return fc.oneof(noise, pieces, pieces).map((text): Written => ({ kind, text }))
  })

const words = fc
  .array(
    fc.constantFrom(
      ...'Storm hits Hallam & the 5% _fund_ {x} #1 $2 ~ ^ \\ "quoted" iPhone NASA Zürich Łódź 東京 a–b: c; - -- 😀 on,off and true 12 . ? <b> [c] * @d |'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(' '))

const word = fc.constantFrom(
  'Doe',
  'van Doe',
  'O’Brien',
  'Łuczak',
  'Smith and Sons',
  'Doe, Inc.',
  'Ng',
  '東',
  'bell hooks',
)

const name: fc.Arbitrary<PersonName> = fc.oneof(
  fc.record({ family: word, given: word }),
  fc.record({ family: word, given: word, particle: fc.constantFrom('von', 'de la') }),
  fc.record({ family: word, given: word, suffix: fc.constantFrom('Jr.', 'III') }),
  fc.record({ literal: words }),
)

const date: fc.Arbitrary<PartialDate> = fc.oneof(
  fc.record({ year: fc.integer({ min: 1000, max: 2100 }) }),
  fc.record({ year: fc.integer({ min: 1000, max: 2100 }), month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({
    year: fc.integer({ min: 1000, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  }),
)

const type = fc.constantFrom('article-newspaper', 'article-journal', 'webpage', 'book', 'report', 'chapter', 'thesis')

/** What somebody may want to add to a bibliography. */
export const anyItem: fc.Arbitrary<Item> = fc
  .record(
    {
      type,
      title: words,
      author: fc.array(name, { maxLength: 3 }),
      editor: fc.array(name, { maxLength: 1 }),
      issued: date,
      accessed: date,
      containerTitle: words,
      publisher: words,
      volume: fc.constantFrom('12', 'IV'),
      page: fc.constantFrom('12', '12–14'),
      url: fc.constantFrom('https://example.org/a_b?c=1&d=%20#e', 'https://example.org/~x'),
      doi: fc.constant('10.1000/182_x'),
      note: words,
    },
    { requiredKeys: ['type', 'author', 'editor'] },
  )
  .map((item) => item as Item)
