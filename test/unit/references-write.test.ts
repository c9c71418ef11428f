import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import type { BibliographyKind } from '../../server/core/references/bibliography.ts'
import type { Item } from '../../server/core/references/reference.ts'
import { appendReference } from '../../server/core/references/write/append.ts'
import { isCitationKey, newKey } from '../../server/core/references/write/keys.ts'
import { renameKey } from '../../server/core/references/write/rename.ts'

const ITEM: Item = {
  type: 'webpage',
  title: 'Storm hits Hallam & NASA',
  author: [{ family: 'Doe', given: 'Jane' }, { literal: 'County of Hallam' }],
  editor: [],
  issued: { year: 2024, month: 10, day: 5 },
  url: 'https://c.example/a_b',
}

function added(text: string, kind: BibliographyKind, item = ITEM): string | undefined {
  const edit = appendReference(text, kind, item, 'doe2024storm')
  return edit === undefined ? undefined : applyEdits(text, [edit])
}

const lines = (...all: string[]): string => all.join('\n')

describe('a new entry of BibTeX', () => {
  const usual = lines(
    '@online{doe2024storm,',
    '  author = {Doe, Jane and {County of Hallam}},',
    '  title = {Storm hits {Hallam} \\& {NASA}},',
    '  date = {2024-10-05},',
    '  url = {https://c.example/a_b},',
    '}',
  )

  it('begins a file', () => {
    assert.equal(added('', 'bibtex'), `${usual}\n`)
  })

  it('follows the last, after a blank line, and what ends the file goes on ending it', () => {
    const before = '@book{a,\n  title = {A},\n  date = {1990},\n}'
    assert.equal(added(before, 'bibtex'), `${before}\n\n${usual}`)
    assert.equal(added(`${before}\n\n`, 'bibtex'), `${before}\n\n${usual}\n\n`)
  })

  it('is indented, aligned, delimited, ordered and spelled as the last one, for the program that the file is for', () => {
    const before =
      '@BOOK{a,\r\n\tURL       = "x",\r\n\tTITLE     = "A",\r\n\tYEAR      = 1990,\r\n\tPUBLISHER = "P"\r\n\t}\r\n@Book{b,\r\n\tURL       = "x",\r\n\tTITLE     = "A",\r\n\tYEAR      = 1990,\r\n\tPUBLISHER = "P"\r\n\t}\r\n'
    assert.equal(
      added(before, 'bibtex'),
      `${before.slice(0, -2)}\r\n@Misc{doe2024storm,\r\n\tAUTHOR    = "Doe, Jane and {County of Hallam}",\r\n\tURL       = "https://c.example/a_b",\r\n\tTITLE     = "Storm hits {Hallam} \\& {NASA}",\r\n\tYEAR      = 2024,\r\n\tMONTH     = oct,\r\n\tDAY       = "5"\r\n\t}\r\n`,
    )
  })

  it('has its quotation marks in braces where values are in quotation marks', () => {
    const text =
      added('@book{a,\n  title = "A",\n  date = "1990"\n}\n', 'bibtex', { ...ITEM, title: 'The "dam"' }) ?? ''
    assert.match(text, /title = "The \{"\}dam\{"\}"/)
  })

  it('is one line where the last one is', () => {
    const before = '@book{a, title={A}, date={1990}}\n'
    const line =
      '@online{doe2024storm, author={Doe, Jane and {County of Hallam}}, title={Storm hits {Hallam} \\& {NASA}}, date={2024-10-05}, url={https://c.example/a_b}}'
    assert.equal(added(before, 'bibtex'), `${before}\n${line}\n`)
  })

  it('follows even an entry that is never closed', () => {
    const before = '@book{a,\n  title = {A'
    assert.ok(added(before, 'bibtex')?.startsWith(`${before}\n\n@online{doe2024storm,`))
  })

  it('keeps no capitals of a headline that has them everywhere', () => {
    const item = { ...ITEM, title: 'Storm Hits Hallam While iPhones From NASA Ring' }
    assert.match(added('', 'bibtex', item) ?? '', /title = \{Storm Hits Hallam While \{iPhones\} From \{NASA\} Ring\}/)
  })
})

describe('a new item of CSL-JSON', () => {
  const item = (indent: string): string =>
    lines(
      '{',
      '  "id": "doe2024storm",',
      '  "type": "webpage",',
      '  "title": "Storm hits Hallam & NASA",',
      '  "author": [',
      '    {',
      '      "family": "Doe",',
      '      "given": "Jane"',
      '    },',
      '    {',
      '      "literal": "County of Hallam"',
      '    }',
      '  ],',
      '  "issued": {',
      '    "date-parts": [',
      '      [2024, 10, 5]',
      '    ]',
      '  },',
      '  "URL": "https://c.example/a_b"',
      '}',
    ).replaceAll('\n', `\n${indent}`)

  it('begins a file, and a list', () => {
    const list = `[\n  ${item('  ')}\n]`
    assert.equal(added('', 'csl-json'), `${list}\n`)
    assert.equal(added('[]', 'csl-json'), list)
    assert.equal(added('[\n]\n', 'csl-json'), `${list}\n`)
  })

  it('follows the last one in its layout', () => {
    const before = '[\n  {\n    "id": "a",\n    "title": "A"\n  }'
    assert.equal(added(`${before}\n]`, 'csl-json'), `${before},\n  ${item('  ')}\n]`)
    const compact = '[\n\t{"id":"a","title":"A","type":"book"}'
    assert.equal(
      added(`${compact}\n]\n`, 'csl-json'),
      `${compact},\n\t{"id":"doe2024storm","title":"Storm hits Hallam & NASA","author":[{"family":"Doe","given":"Jane"},{"literal":"County of Hallam"}],"issued":{"date-parts":[[2024,10,5]]},"URL":"https://c.example/a_b","type":"webpage"}\n]\n`,
    )
  })

  it('is not written into what is no list, or a list that is broken at its end', () => {
    for (const text of ['The Dam', '{"id": "a"}', '[{"id": "a"}', '[{"id": "a"]', '[x]'])
      assert.equal(added(text, 'csl-json'), undefined, text)
  })
})

describe('a new item of CSL-YAML', () => {
  const item = (indent: string, list = ''): string =>
    lines(
      '- id: doe2024storm',
      '  type: webpage',
      '  title: Storm hits Hallam & NASA',
      '  author:',
      `  ${list}- family: Doe`,
      `  ${list}  given: Jane`,
      `  ${list}- literal: County of Hallam`,
      '  issued: 2024-10-05',
      '  URL: https://c.example/a_b',
    )
      .split('\n')
      .map((line) => indent + line)
      .join('\n')

  it('begins a file, and a list', () => {
    assert.equal(added('', 'csl-yaml'), `references:\n${item('')}\n`)
    assert.equal(added('references: []\n', 'csl-yaml'), `references:\n${item('')}\n`)
    assert.equal(added('title: Library\n', 'csl-yaml'), `title: Library\nreferences:\n${item('')}\n`)
  })

  it('follows the last one, within the front matter that it stands in', () => {
    const before =
      '---\nreferences:\n  - id: a\n    type: book\n    author:\n      - family: Roe\n\n  - id: b\n    type: book\n    author:\n      - family: Roe'
    assert.equal(added(`${before}\n---\n\nText.\n`, 'csl-yaml'), `${before}\n\n${item('  ', '  ')}\n---\n\nText.\n`)
  })

  it('writes dates out where the last one does', () => {
    const before = '- id: a\n  issued:\n    date-parts:\n    - - 1990'
    assert.match(added(before, 'csl-yaml') ?? '', /\n {2}issued:\n {4}date-parts:\n {4}- - 2024\n {6}- 10\n {6}- 5\n/)
  })

  it('puts words that YAML would take for something else into quotation marks', () => {
    for (const title of ['Crime: a study', 'yes', '- x', '"So" it is', 'a #b', '12', 'x\u2028y', '[a]']) {
      const text = added('', 'csl-yaml', { ...ITEM, title }) ?? ''
      const written = /title: (.*)/.exec(text)?.[1]
      assert.equal(written, /^\d+$/.test(title) ? title : JSON.stringify(title).replace('\u2028', '\\u2028'))
    }
  })

  it('is not written into what is no list', () => {
    for (const text of ['references: [a]', 'references:\n  id: a\n', 'references: x'])
      assert.equal(added(text, 'csl-yaml'), undefined, text)
  })

  it('is not written behind what only looks empty, or above a list that belongs to nothing', () => {
    for (const text of [
      'references:  \u2028',
      '\uFEFFreferences: \uFEFF ',
      '\uFEFFreferences: \u00A0\n',
      'references: []\n# x\n- id: a\n',
      '\uFEFFreferences: []\r\n\r\n  # x\r\n- {id: a}\r\n',
    ])
      assert.equal(added(text, 'csl-yaml'), undefined, JSON.stringify(text))
    assert.equal(added('\uFEFFreferences: []\n', 'csl-yaml'), `\uFEFFreferences:\n${item('')}\n`)
  })
})

describe('a new key', () => {
  const key = (item: Partial<Item>, taken: string[] = []): string =>
    newKey({ type: 'book', author: [], editor: [], ...item }, taken)

  it('is made of family, year and a word of the title', () => {
    assert.equal(key(ITEM), 'doe2024storm')
    assert.equal(
      key({ ...ITEM, author: [{ family: 'Łuczak-Berg' }], title: 'The “É” of Zürich' }),
      'luczakberg2024zurich',
    )
    assert.equal(key({ ...ITEM, author: [{ literal: 'World Health Organization' }] }), 'who2024storm')
  })

  it('makes do without an author, a year, a title', () => {
    assert.equal(key({ containerTitle: 'The New York Times', title: 'How to be' }), 'nythow')
    assert.equal(key({ containerTitle: 'Hallam Gazette', issued: { year: 2024 } }), 'hallamgazette2024')
    assert.equal(key({ url: 'https://www.c.example/x', issued: { literal: 'forthcoming' } }), 'c')
    assert.equal(key({ title: '東京' }), 'source')
  })

  it('is told from those that are taken by a letter', () => {
    assert.equal(key(ITEM, ['Doe2024Storm']), 'doe2024storma')
    const taken = ['doe2024storm', ...Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => `doe2024storm${letter}`)]
    assert.equal(key(ITEM, taken), 'doe2024stormaa')
  })

  it('can be any that has no space and no bracket', () => {
    for (const good of ['doe2024', 'DBLP:conf/x-y', 'Łódź_1', 'a']) assert.ok(isCitationKey(good), good)
    for (const bad of ['', 'a b', 'a,b', 'a}', 'a"', '@a', 'a.', '-a', 'a#b', 'a%']) assert.ok(!isCitationKey(bad), bad)
  })
})

describe('renaming a key', () => {
  const renamed = (text: string, kind: BibliographyKind): string => applyEdits(text, renameKey(text, kind, 'a', 'b:2'))

  it('follows it through a BibTeX file', () => {
    assert.equal(
      renamed(
        '@book{c, title = {a}, crossref = { a }, xdata = "x, a,aa", related = a # b}\n@book{ a , ids = {a2}}\n@Book{A,}',
        'bibtex',
      ),
      '@book{c, title = {a}, crossref = { b:2 }, xdata = "x, b:2,aa", related = a # b}\n@book{ b:2 , ids = {a2}}\n@Book{A,}',
    )
    assert.equal(renamed('@book{c, crossref = {a}}', 'bibtex'), '@book{c, crossref = {a}}')
  })

  it('keeps the quotation marks of CSL, and puts in those that it needs', () => {
    assert.equal(
      renamed('[{"title": "a", "id": "a"}, {"id": "c"}]', 'csl-json'),
      '[{"title": "a", "id": "b:2"}, {"id": "c"}]',
    )
    assert.equal(applyEdits('[{"id": 7}]', renameKey('[{"id": 7}]', 'csl-json', '7', 'b')), '[{"id": "b"}]')
    assert.equal(
      renamed("- id: a # a\n- title: a\n  'id': 'a'\n- {id: a, title: a}\n", 'csl-yaml'),
      '- id: "b:2" # a\n- title: a\n  \'id\': \'b:2\'\n- {id: "b:2", title: a}\n',
    )
    assert.equal(applyEdits('{"id": 7}', renameKey('{"id": 7}', 'csl-yaml', '7', 'b')), '{"id": "b"}')
  })
})
