import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import { namesOf } from '../../server/core/references/bibtex/names.ts'
import { plainText, verbatim } from '../../server/core/references/bibtex/tex.ts'
import { parseDate, parseDateWords } from '../../server/core/references/dates.ts'
import type { Item } from '../../server/core/references/reference.ts'

const itemsIn = (text: string): Item[] =>
  parseBibliography(text, 'bibtex', 'file:///a').references.map(({ item }) => item)

/** What an entry says, without the lists of names that are empty. */
function itemIn(text: string): Partial<Item> {
  const [{ author, editor, ...rest } = { author: [], editor: [] }] = itemsIn(text)
  return { ...rest, ...(author.length > 0 && { author }), ...(editor.length > 0 && { editor }) }
}

describe('TeX', () => {
  const cases: ReadonlyArray<[string, string]> = [
    ["Caf\\'e, Caf{\\'e}, Caf\\'{e}, {Caf\\'{e}}", 'Café, Café, Café, Café'],
    [
      '\\"Ol \\`a \\^o \\~n \\c{c} \\c c \\v{S}koda \\H{o} \\k a \\u{g} \\r{a} \\.z \\=a \\b{b}',
      'Öl à ô ñ ç ç Škoda ő ą ğ å ż ā ḇ',
    ],
    ["\\'{\\i} \\'\\i{} \\\"{\\i} \\j", 'í í ï ȷ'],
    ["\\ss{} {\\ss} \\o \\L\\'od\\'z \\AE{}on \\aa", 'ß ß øŁódź Æon å'],
    ['pages 12--14 --- or so', 'pages 12–14 — or so'],
    ["``Yes,'' `no', O'Brien", '“Yes,” ‘no’, O’Brien'],
    ['The {NASA} {{Report}}', 'The NASA Report'],
    ['\\emph{On} \\textbf{the {big}} \\textsc{Dam}', 'On the big Dam'],
    ['50\\% \\& more \\$5 \\#1 a\\_b \\{x\\}', '50% & more $5 #1 a_b {x}'],
    ['a~b\n   c\\ d\\\\e\\,f', 'a b c d e f'],
    ['$\\alpha$-ray H$_2$O $10^{6}$', 'α-ray H2O 106'],
    ['\\enquote{So {it} is}, \\LaTeX', '“So it is”, LaTeX'],
    [
      'see \\url{https://a.example/x_y~z%20} or \\href{https://b.example}{here}',
      'see https://a.example/x_y~z%20 or here',
    ],
    ['\\noopsort{1973a}1973', '1973'],
    ['\\unknown{kept} \\alone', 'kept'],
    ['a\\textasciitilde{}b \\~{}c', 'a~b ~c'],
    ['😀 {\\"😀}', '😀 😀̈'],
    ['{', ''],
    ['}}\\', ''],
  ]
  for (const [tex, plain] of cases) it(`is read: ${tex}`, () => assert.equal(plainText(tex), plain))

  it('is only unwrapped where an address stands', () => {
    assert.equal(verbatim('{https://a.example/x\\_y\\%20\\&z\\#a~b--c}'), 'https://a.example/x_y%20&z#a~b--c')
    assert.equal(verbatim('\\url{https://a.example/\\~{}ann}'), 'https://a.example/~ann')
  })
})

describe('names in BibTeX', () => {
  it('are told apart as BibTeX does', () => {
    assert.deepEqual(namesOf('Jane Doe and van der Berg, Jan and Ludwig van Beethoven and King, Jr., Martin Luther'), [
      { given: 'Jane', family: 'Doe' },
      { particle: 'van der', family: 'Berg', given: 'Jan' },
      { given: 'Ludwig', particle: 'van', family: 'Beethoven' },
      { family: 'King', suffix: 'Jr.', given: 'Martin Luther' },
    ])
  })

  it('may be of an organisation, of one word, in TeX, in the long form, or cut short', () => {
    assert.deepEqual(
      namesOf(
        '{World Health Organization} AND {Barnes and Noble} and Reuters and {\\O}rsted, Hans and family=Beumont, given=Simon, prefix=de and others',
      ),
      [
        { literal: 'World Health Organization' },
        { literal: 'Barnes and Noble' },
        { family: 'Reuters' },
        { family: 'Ørsted', given: 'Hans' },
        { family: 'Beumont', given: 'Simon', particle: 'de' },
        { literal: 'others' },
      ],
    )
  })

  it('may be written as many do who do not know BibTeX', () => {
    assert.deepEqual(namesOf('Martin Luther King, Jr. and  and Anderson, Sandy,'), [
      { given: 'Martin Luther', family: 'King', suffix: 'Jr.' },
      { family: 'Anderson', given: 'Sandy' },
    ])
  })
})

describe('dates', () => {
  const cases: ReadonlyArray<[string, object | undefined]> = [
    ['2024-10-05', { year: 2024, month: 10, day: 5 }],
    ['2024-10', { year: 2024, month: 10 }],
    ['2024', { year: 2024 }],
    ['2024-10-05/2024-11', { year: 2024, month: 10, day: 5 }],
    ['/2024', { year: 2024 }],
    ['2024-10-05T12:30:00Z', { year: 2024, month: 10, day: 5 }],
    ['1908~', { year: 1908 }],
    ['2024-21', { year: 2024 }],
    ['-0044', { year: -44 }],
    ['October 5th, 2024', { year: 2024, month: 10, day: 5 }],
    ['5 Oct. 2024', { year: 2024, month: 10, day: 5 }],
    ['c. 1900', { year: 1900 }],
    ['forthcoming', { literal: 'forthcoming' }],
    ['', undefined],
  ]
  for (const [text, date] of cases) it(`are read: “${text}”`, () => assert.deepEqual(parseDate(text), date))

  it('are not seen in words that are none', () => {
    for (const words of ['The March on Rome, 1922', 'Room 101', 'May they', '5', '99999', '12/10/2024 x', 'Augustus 5'])
      assert.equal(parseDateWords(words), undefined, words)
    assert.deepEqual(parseDateWords('October'), { month: 10 })
    assert.deepEqual(parseDateWords('on Sept. 2'), { month: 9, day: 2 })
  })
})

describe('what a BibTeX entry says', () => {
  it('is said in the terms of CSL, for a newspaper', () => {
    assert.deepEqual(
      itemIn(
        '@article{a, author = {Doe, Jane}, title = {Crime Doubles}, subtitle = {What now?}, journaltitle = {The New York Times}, date = {2024-10-05}, url = {https://nyt.example/a}, urldate = {2024-10-06}}',
      ),
      {
        type: 'article-newspaper',
        author: [{ family: 'Doe', given: 'Jane' }],
        title: 'Crime Doubles: What now?',
        containerTitle: 'The New York Times',
        issued: { year: 2024, month: 10, day: 5 },
        accessed: { year: 2024, month: 10, day: 6 },
        url: 'https://nyt.example/a',
      },
    )
  })

  it('is said for a journal, with an old month and a DOI that is an address', () => {
    assert.deepEqual(
      itemIn(
        '@ARTICLE{a, title = "T", journal = nature, volume = 12, number = 3, pages = "2-5", year = 2001, month = "5~" # oct, doi = {https://doi.org/10.1000/182}}',
      ),
      {
        type: 'article-journal',
        title: 'T',
        containerTitle: 'nature',
        volume: '12',
        issue: '3',
        page: '2–5',
        issued: { year: 2001, month: 10, day: 5 },
        doi: '10.1000/182',
      },
    )
  })

  it('is said for a page, however its address is written', () => {
    for (const address of [
      'url = {https://c.example/w}',
      'howpublished = {\\url{https://c.example/w}}',
      'howpublished = "https://c.example/w"',
    ])
      assert.deepEqual(itemIn(`@misc{a, title = {Water}, organization = {County}, ${address}, note = {Draft}}`), {
        type: 'webpage',
        title: 'Water',
        containerTitle: 'County',
        url: 'https://c.example/w',
        note: 'Draft',
      })
  })

  it('is said for prints in an archive, reports and theses', () => {
    assert.equal(
      itemIn('@misc{a, title = {T}, eprint = {2101.00001}, eprinttype = {arxiv}}').url,
      'https://arxiv.org/abs/2101.00001',
    )
    const report = itemIn(
      '@techreport{a, title = {T}, institution = {County}, number = {12}, address = {Hallam}, year = {2001a}}',
    )
    assert.deepEqual(report, {
      type: 'report',
      title: 'T',
      publisher: 'County',
      publisherPlace: 'Hallam',
      number: '12',
      issued: { year: 2001 },
    })
    assert.equal(itemIn('@phdthesis{a, title = {T}, school = {Hallam University}}').publisher, 'Hallam University')
  })

  it('is taken over from other entries, under the name that it has here', () => {
    const [part, inner] = itemsIn(
      '@incollection{a, title = {Valleys}, crossref = {b}}\n@incollection{c, crossref = {a}, title = {Streams}}\n@book{B, title = {Rivers}, subtitle = {A tale}, editor = {Calder, Ines}, publisher = {Hill Press}, year = 1990, xdata = {oxford}}\n@xdata{oxford, location = {Oxford}}',
    )
    const expected = {
      type: 'chapter',
      author: [],
      editor: [{ family: 'Calder', given: 'Ines' }],
      containerTitle: 'Rivers: A tale',
      publisher: 'Hill Press',
      publisherPlace: 'Oxford',
      issued: { year: 1990 },
    }
    assert.deepEqual(part, { ...expected, title: 'Valleys' })
    assert.deepEqual(inner, { ...expected, title: 'Streams' })
  })

  it('knows the other keys of an entry', () => {
    const [reference] = parseBibliography('@book{a, ids = {b, old:c}, title = {T}}', 'bibtex', 'file:///a').references
    assert.deepEqual(reference?.aliases, ['b', 'old:c'])
  })
})
