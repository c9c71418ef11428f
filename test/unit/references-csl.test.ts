import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { checkReferences } from '../../server/core/findings.ts'
import { bibliographyKind, parseBibliography } from '../../server/core/references/bibliography.ts'
import { decodeBibliography } from '../../server/core/references/decode.ts'
import { frontMatterOf, readFrontMatter } from '../../server/core/references/frontMatter.ts'

const JSON_ITEM = `{
  "id": "doe2024", "type": "article-newspaper", "title": "Crime <i>doubles</i> <b>",
  "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}, {"literal": "County of Hallam"}, "Reuters"],
  "container-title": "Hallam Gazette", "page": "12-14", "volume": 3, "URL": "https://a.example", "DOI": "doi:10.1000/182",
  "issued": {"date-parts": [["2024", 10, "5"]]}, "accessed": {"raw": "October 6, 2024"}
}`

const YAML_ITEM = `references:
- id: doe2024
  type: article-newspaper
  title: Crime <i>doubles</i> <b>
  author:
  - family: Berg
    given: Jan
    non-dropping-particle: van der
  - literal: County of Hallam
  - Reuters
  container-title: Hallam Gazette
  page: 12-14
  volume: 3
  URL: https://a.example
  DOI: doi:10.1000/182
  issued: 2024-10-05
  accessed:
  - year: 2024
    month: 10
    day: 6
`

describe('an item of CSL', () => {
  it('says the same in JSON and in YAML', () => {
    const expected = {
      type: 'article-newspaper',
      title: 'Crime doubles',
      author: [
        { family: 'Berg', given: 'Jan', particle: 'van der' },
        { literal: 'County of Hallam' },
        { literal: 'Reuters' },
      ],
      editor: [],
      containerTitle: 'Hallam Gazette',
      page: '12–14',
      volume: '3',
      url: 'https://a.example',
      doi: '10.1000/182',
      issued: { year: 2024, month: 10, day: 5 },
      accessed: { year: 2024, month: 10, day: 6 },
    }
    for (const [text, kind] of [
      [`[${JSON_ITEM}]`, 'csl-json'],
      [JSON_ITEM, 'csl-json'],
      [JSON_ITEM, 'csl-yaml'],
      [YAML_ITEM, 'csl-yaml'],
    ] as const) {
      const { references, faults } = parseBibliography(text, kind, 'file:///a')
      assert.deepEqual([references[0]?.item, faults], [expected, []])
    }
  })

  it('is read as far as it goes where it has not the types that it should', () => {
    const text =
      '[{"id": "a", "type": 5, "title": ["x"], "author": {"family": "Doe"}, "issued": "forthcoming", "editor": [null, 3, {}]}]'
    assert.deepEqual(parseBibliography(text, 'csl-json', 'file:///a').references[0]?.item, {
      type: '5',
      author: [{ family: 'Doe' }],
      editor: [],
      issued: { literal: 'forthcoming' },
    })
  })
})

describe('the kind of a bibliography', () => {
  it('shows in its name', () => {
    const names = ['a.bib', 'file:///B.BibTeX', 'refs.json', 'x/y.yaml', 'a.yml', 'a.txt', 'bib', '']
    assert.deepEqual(names.map(bibliographyKind), [
      'bibtex',
      'bibtex',
      'csl-json',
      'csl-yaml',
      'csl-yaml',
      undefined,
      'bibtex',
      undefined,
    ])
  })
})

describe('the bytes of a bibliography', () => {
  it('are UTF-8 where they can be, and Windows-1252 otherwise', () => {
    const text = 'Łódź, 😀 and “quotes”'
    assert.deepEqual(decodeBibliography(Buffer.from(text)), { text, encoding: 'utf-8' })
    assert.deepEqual(decodeBibliography(Uint8Array.of(0x93, 0x80, 0x94, 0xe9)), {
      text: '“€”é',
      encoding: 'windows-1252',
    })
    assert.deepEqual(decodeBibliography(Buffer.from('\uFEFFab', 'utf16le')), { text: 'ab', encoding: 'utf-16le' })
    assert.deepEqual(decodeBibliography(Buffer.from('\uFEFFab', 'utf16le').swap16()), {
      text: 'ab',
      encoding: 'utf-16be',
    })
  })

  it('are as strictly UTF-8 as the standard asks', () => {
    for (const bytes of [
      [0xc0, 0xaf],
      [0xe0, 0x80, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xc3],
      [0x80],
      [0xff],
    ])
      assert.equal(decodeBibliography(Uint8Array.from(bytes)).encoding, 'windows-1252')
  })
})

describe('front matter', () => {
  it('names bibliographies, one or several, and holds references', () => {
    const text =
      '---\ntitle: {{ site }}: broken\nbibliography:\n  - lib/a.bib\n  - "b c.json"\nreferences:\n- id: doe2024\n  type: book\n  title: T: x\n- id: roe2023\n  type: book\n  title: T\n...\n\nText [@doe2024].\n'
    const matter = readFrontMatter(text)
    assert.deepEqual(
      matter.bibliographies.map(({ path, start, end }) => [path, text.slice(start, end)]),
      [
        ['lib/a.bib', 'lib/a.bib'],
        ['b c.json', 'b c.json'],
      ],
    )
    assert.deepEqual(
      matter.references.map(({ key, file, keySpan }) => [key, file, text.slice(keySpan.start, keySpan.end)]),
      [
        ['doe2024', undefined, 'doe2024'],
        ['roe2023', undefined, 'roe2023'],
      ],
    )
    assert.deepEqual(
      checkReferences(matter).map(({ rule }) => rule),
      ['broken-reference', 'incomplete-reference'],
    )
    assert.deepEqual(
      readFrontMatter('---\r\nbibliography: a.bib\r\n---\r\n').bibliographies.map(({ path }) => path),
      ['a.bib'],
    )
    assert.equal(readFrontMatter('---\nbibliography: [a.bib, b.bib]\n---\n').bibliographies.length, 2)
  })

  it('is cut out of its draft with both its marks, however long it is', () => {
    assert.equal(frontMatterOf('---\na: b\n---\n\nText.'), '---\na: b\n---')
    assert.equal(frontMatterOf('\uFEFF--- \r\na: b\r\n...  \r\nText.'), '\uFEFF--- \r\na: b\r\n...  ')
    assert.equal(frontMatterOf('---\n---'), '---\n---')
    for (let length = 1980; length < 2000; length++) {
      const front = `---\na: ${'b'.repeat(length)}\n---`
      assert.equal(frontMatterOf(`${front}\nText.`), front)
      assert.equal(frontMatterOf(`${front}x\nText.\n---\n`), `${front}x\nText.\n---`)
      assert.equal(frontMatterOf(front), front)
    }
  })

  it('is nothing where a draft has none, of which little is asked then', () => {
    for (const text of ['', 'Text.\n---\na: b\n---\n', '---\na: b\n', '--- a\n---\n', '----\n---\n'])
      assert.equal(frontMatterOf(text), '', text)
    let asked = 0
    const slice = (start: number, end: number): string => {
      asked += end - start
      return '- One\n'.repeat(end).slice(start, end)
    }
    assert.equal(frontMatterOf({ length: 600_000, slice }), '')
    assert.ok(asked < 1000, String(asked))
  })

  it('is at the top, closed, and nowhere else', () => {
    for (const text of [
      '',
      'bibliography: a.bib',
      '---\nbibliography: a.bib\n',
      'x\n---\nbibliography: a.bib\n---\n',
      '---\n bibliography: a.bib\n---\n',
      '---\nbibliography:\n---\n',
    ])
      assert.deepEqual(readFrontMatter(text).bibliographies, [], text)
  })
})
