import assert from 'node:assert/strict'
import { structure } from '../../server/core/blocks/index.ts'
import { isTangled } from '../../server/core/blocks/tangle.ts'
import type { Language } from '../../server/core/text/draft.ts'

/** The blocks as a reader would write them down; `•` stands for what is no prose but holds the place of a noun. */
function blocksIn(text: string, language: Language = 'markdown'): string[] {
  const { blocks, prose } = structure({ text, language })
  return blocks.map(({ kind, depth, start, end }) => {
    const words = prose.slice(start, end).replace(/\uFFFC+/g, '•')
    return `${kind}${depth === 0 ? '' : depth}: ${words.replace(/ +/g, ' ').trim()}`
  })
}

describe('blocks of Markdown', () => {
  const cases: Array<[what: string, text: string, blocks: string[]]> = [
    ['a paragraph over soft line breaks', 'Rents are\nup in\r\nthe city.', ['paragraph: Rents are up in the city.']],
    [
      'headings with their level',
      '# One\n\nTwo\n---\n\n### Three ###\n',
      ['heading1: One', 'heading2: Two', 'heading3: Three'],
    ],
    ['emphasis', 'It is *very* **large** and ***so on***.', ['paragraph: It is very large and so on .']],
    ['hard line breaks', 'Rents  \nare\\\nup.', ['paragraph: Rents are up.']],
    ['escapes', 'A \\*star\\* and a \\[bracket\\].', ['paragraph: A *star * and a [bracket ].']],
    ['front matter', '---\ntitle: Rents\n---\nUp.', ['paragraph: Up.']],
    ['TOML front matter', '+++\ntitle = "Rents"\n+++\nUp.', ['paragraph: Up.']],
    ['code', 'Run `ls`:\n\n```\nls\n```\n\n    ls\n', ['paragraph: Run •:']],
    [
      'HTML, but for the words between inline tags',
      '<div>\nNo.\n</div>\n\nThe <b>mayor</b><br> won.',
      ['paragraph: The mayor won.'],
    ],
    ['images', 'See ![a chart](c.png) here.\n\n![alone](a.png)', ['paragraph: See here.']],
    [
      'links',
      'See [the report](https://a.org "Title") and [that][r].\n\n[r]: https://b.org',
      ['paragraph: See the report and that .'],
    ],
    ['link definitions', '[r]: https://b.org\n', []],
    [
      'list items',
      '- One.\n- Two\n  lines.\n\n  More.\n1. Three.',
      ['item: One.', 'item: Two lines.', 'item: More.', 'item: Three.'],
    ],
    ['tasks', '- [ ] Call her.\n- [x] Done.', ['item: Call her.', 'item: Done.']],
    [
      'block quotations, with their marks on every line',
      '> Rents are\n> up in\nthe city.',
      ['quotation: Rents are up in the city.'],
    ],
    [
      'nested quotations and items',
      '> > Deep\n> > down.\n>\n> - An item\n>   goes on.',
      ['quotation: Deep down.', 'quotation: An item goes on.'],
    ],
    ['callouts', '> [!NOTE]\n> Mind the gap.', ['quotation: Mind the gap.']],
    ['cells of a table’s body', '| Who | What |\n|--|--|\n| Ruiz | won *it* |', ['cell: Ruiz', 'cell: won it']],
    ['footnotes', 'Rents rose.[^1]\n\n[^1]: The *Post*.\n\n    And more.', ['paragraph: Rents rose.']],
    ['notes in the line', 'Rents rose.^[The *Post*, p. 3.] Again.', ['paragraph: Rents rose. Again.']],
    ['addresses', 'See https://a.org/x_(y), <https://b.org> and www.c.org.', ['paragraph: See •, • and •.']],
    ['an address alone is no block', 'Up.\n\nhttps://a.org', ['paragraph: Up.']],
    [
      'citation keys',
      'Rents rose [@smith2020, p. 3; see @doe]. So says @doe [p. 4].',
      ['paragraph: Rents rose . So says • .'],
    ],
    ['a handle is a word', 'Ask @janedoe or jane@doe.org.', ['paragraph: Ask @janedoe or jane@doe.org.']],
    ['numbers that are only notes', 'Up.[1](https://a.org) Down [[2]](https://b.org).', ['paragraph: Up. Down .']],
    ['a number that is a word', 'In all, [83](https://a.org) died.', ['paragraph: In all, 83 died.']],
    ['numbers in brackets stay prose', 'He said [12] men.', ['paragraph: He said [12] men.']],
    ['struck out words keep their place', 'It is ~~not~~ so.', ['paragraph: It is not so.']],
    ['comments', 'Up. <!-- says-who-disable-line -->\n<!-- a\nb -->\nDown.', ['paragraph: Up.', 'paragraph: Down.']],
    ['nothing', '', []],
  ]
  for (const [what, text, blocks] of cases) it(what, () => assert.deepEqual(blocksIn(text), blocks))

  it('leaves the character that a reference stands for, and blanks for the rest', () => {
    const { prose } = structure({ text: 'R&amp;D &ldquo;x&#8221;&nbsp;&nope; &amp;amp; &', language: 'markdown' })
    assert.equal(prose, 'R&    D “      x”            &nope; &    amp; &')
  })

  it('masks every line of a quotation at its place', () => {
    const { prose } = structure({ text: '> *a*\n>  b\n> > `c`', language: 'markdown' })
    assert.equal(prose, '   a     b     \uFFFC\uFFFC\uFFFC')
  })

  it('counts offsets from the start of the file after a BOM, CR, CRLF and NUL', () => {
    const text = '\uFEFF# A\r\rB\u0000 **c**\r\n\r\n> d'
    const { blocks } = structure({ text, language: 'markdown' })
    assert.deepEqual(
      blocks.map(({ start, end }) => text.slice(start, end)),
      ['A', 'B\u0000 **c**', 'd'],
    )
    const [first] = structure({ text: '\uFEFF---\na: b\n---\nRents.', language: 'markdown' }).blocks
    assert.equal(first?.start, 14)
  })

  it('says how much is code', () => {
    assert.equal(structure({ text: 'Run `ls`', language: 'markdown' }).codeShare, 0.5)
    assert.equal(structure({ text: 'Run it.', language: 'markdown' }).codeShare, 0)
  })
})

describe('the guard before the parser', () => {
  it('lets a long draft through', () => {
    const text = `${'Rents *rose* [again](https://a.org).[^1]\n\n- So\n  - they say\n\n'.repeat(1000)}[^1]: The Post.`
    assert.equal(isTangled(text), false)
  })

  it('lets a book through, however many lines it has', () => {
    assert.equal(isTangled('The mayor *said* so.\n\n- He did.\n\n'.repeat(40_000)), false)
  })

  it('stops more lines than any book has', () => {
    assert.equal(isTangled('a\n\n'.repeat(200_000)), true)
  })

  for (const line of ['- a\n', '- a\n\n', '| a |\n', '| a |\r\n', 'a\n', 'a\r\n'])
    it(`stops one block of 60,000 times ${JSON.stringify(line)}`, () => {
      assert.equal(isTangled(`Up.\n\n${line.repeat(60_000)}`), true)
      assert.equal(isTangled(`Up.\n\n${line.repeat(10_000)}\nDown.\n\n`.repeat(3)), false)
    })

  it('does not count what is in a block of code', () => {
    assert.equal(isTangled(`\`\`\`\n${'a[i]*b[j]\n'.repeat(5000)}\`\`\`\n\nUp.`), false)
  })

  for (const sign of ['[a](', '*a_ ', '1. ', 'a\n=\n', '- a\n  - b\n', '> ']) {
    it(`stops 200,000 characters of ${JSON.stringify(sign)}`, () => {
      assert.equal(isTangled(sign.repeat(200_000 / sign.length)), true)
    })
  }

  it('leaves what it stops to be read as plain text', () => {
    const { blocks } = structure({ text: `${'['.repeat(20_000)}\nRents rose.`, language: 'markdown' })
    assert.equal(blocks.length, 2)
  })
})

describe('blocks of plain text', () => {
  const cases: Array<[what: string, text: string, blocks: string[]]> = [
    [
      'a line is a paragraph',
      'Rents are up.\nAgain.\r\n\r\nStill.\rYes.',
      ['paragraph: Rents are up.', 'paragraph: Again.', 'paragraph: Still.', 'paragraph: Yes.'],
    ],
    [
      'a short line with no full stop is a heading',
      'Rents soar\nBy Jane Doe\nThey are up.',
      ['heading1: Rents soar', 'heading1: By Jane Doe', 'paragraph: They are up.'],
    ],
    [
      'so is one in quotation marks',
      '“Kill them all”\nThe order was his.',
      ['heading1: “Kill them all”', 'paragraph: The order was his.'],
    ],
    [
      'a sentence in quotation marks is not',
      '“Kill them all.”\nHe wrote this:\nThen he left.',
      ['paragraph: “Kill them all.”', 'paragraph: He wrote this:', 'paragraph: Then he left.'],
    ],
    [
      'nor is the last line, nor one that goes on',
      'The rents of\nthe city rose.\nThat is all',
      ['paragraph: The rents of', 'paragraph: the city rose.', 'paragraph: That is all'],
    ],
    ['items', '- One\n* Two\n3. Three.\n• Four', ['item: One', 'item: Two', 'item: Three.', 'item: Four']],
    ['no Markdown', 'A *star* and `code` and &amp; [a](b).', ['paragraph: A *star* and `code` and &amp; [a](b).']],
    ['addresses', 'See https://a.org/x.', ['paragraph: See •.']],
    [
      'directives',
      '// says-who-disable\nRents rose.\n// a remark.',
      ['paragraph: Rents rose.', 'paragraph: // a remark.'],
    ],
    [
      'a list of sources',
      'Rents rose.[1]\n\nSources:\n[1] The Post.\n2. The Times,\nin print.',
      ['paragraph: Rents rose.', 'heading1: Sources:'],
    ],
    [
      'a mark and a note at the end of a line',
      'Up [citation needed][1, 2]\nDown.',
      ['heading1: Up [citation needed]', 'paragraph: Down.'],
    ],
    ['a line “Notes” with no notes', 'Notes\nRents rose.', ['heading1: Notes', 'paragraph: Rents rose.']],
  ]
  for (const [what, text, blocks] of cases) it(what, () => assert.deepEqual(blocksIn(text, 'plaintext'), blocks))

  it('starts after a BOM', () => {
    assert.deepEqual(structure({ text: '\uFEFFRents.', language: 'plaintext' }).blocks, [
      { start: 1, end: 7, kind: 'paragraph', depth: 0 },
    ])
  })
})
