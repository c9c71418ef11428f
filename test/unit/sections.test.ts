import assert from 'node:assert/strict'
import { structure } from '../../server/core/blocks/index.ts'
import { composed, editedSections, type Section, type Sections, sectionsOf } from '../../server/core/blocks/sections.ts'
import type { Language } from '../../server/core/text/draft.ts'

interface Edited {
  readonly text: string
  readonly before: readonly Section[]
  readonly after: readonly Section[]
}

/** Edits a draft by putting words in the place of others, and checks that what comes out is right. */
function edited(text: string, from: string, to: string, language: Language = 'markdown'): Edited {
  const start = text.indexOf(from)
  assert.ok(start >= 0)
  const changed = text.slice(0, start) + to + text.slice(start + from.length)
  const before = sectionsOf({ text, language })
  const edit = { start, end: start + from.length, length: to.length }
  const after: Sections = editedSections(before, { text: changed, language }, edit)
  assert.deepEqual(composed(after), structure({ text: changed, language }))
  return { text: changed, before: before.sections, after: after.sections }
}

/** The words of the sections that are other objects than before. */
function madeAnew({ text, before, after }: Edited): string[] {
  const old = new Set(before)
  const found: string[] = []
  let start = 0
  for (const section of after) {
    if (!old.has(section)) found.push(text.slice(start, start + section.length).trim())
    start += section.length
  }
  return found
}

const DRAFT = `# Rents

They rose by 12 percent [again][r].[^1]

- One
- Two

The mayor said so (Calder, 2020).

> Nobody asked.

See [r], and [^1], and [other].

[r]: https://a.org

[^1]: The Post.

## References

- Calder, I. (2020). The dam.
- Doe, A. (2001). The flood.
`

const PLAIN =
  'Rents soar\nThey rose.[1]\n\nThe mayor said so.[2]\nNobody asked.\n\nSources\n[1] The Post.\n[2] The Times,\nin print.\n'

describe('sections', () => {
  it('are one node at the top with the blank lines after it', () => {
    const text = '\n\n# A\nB\nb\n\n- c\n\n- d\n\n\n```\ne\n'
    const { sections } = sectionsOf({ text, language: 'markdown' })
    assert.deepEqual(
      sections.map(({ length }) => length),
      ['\n\n# A\n', 'B\nb\n\n', '- c\n\n- d\n\n\n', '```\ne\n'].map(({ length }) => length),
    )
  })

  it('are one line in plain text with the blank lines after it', () => {
    const { sections } = sectionsOf({ text: '\nA\r\n\r\nB\rC', language: 'plaintext' })
    assert.deepEqual(
      sections.map(({ length }) => length),
      [6, 2, 1],
    )
  })

  it('are none in an empty draft', () => {
    for (const language of ['markdown', 'plaintext'] as const) {
      const none = sectionsOf({ text: '', language })
      assert.deepEqual(none.sections, [])
      assert.deepEqual(composed(none), structure({ text: '', language }))
    }
  })

  const cases: Array<[what: string, from: string, to: string, anew: string[]]> = [
    ['one that is typed in', 'mayor said', 'mayor never said', ['The mayor never said so (Calder, 2020).']],
    ['none where nothing changes', 'mayor', 'mayor', []],
    [
      'two that are joined, and the list that is no longer cited',
      'so (Calder, 2020).\n\n> ',
      'so. ',
      ['The mayor said so. Nobody asked.', '- Calder, I. (2020). The dam.\n- Doe, A. (2001). The flood.'],
    ],
    ['one that is cut in two', 'said so', 'said\n\nso', ['The mayor said', 'so (Calder, 2020).']],
    [
      'those that mention a link whose address changes',
      'a.org',
      'b.org',
      ['They rose by 12 percent [again][r].[^1]', 'See [r], and [^1], and [other].', '[r]: https://b.org'],
    ],
    [
      'those that mention a note that goes',
      '[^1]: The Post.',
      'The Post.',
      ['They rose by 12 percent [again][r].[^1]', 'See [r], and [^1], and [other].', 'The Post.'],
    ],
    [
      'those that mention a label that comes',
      'The Post.',
      'The Post.\n\n[other]: /o',
      ['See [r], and [^1], and [other].', '[other]: /o'],
    ],
    ['a note alone that is written', 'The Post', 'The *Post*, p. 3', ['[^1]: The *Post*, p. 3.']],
    [
      'the list of references and what cites the year that changes',
      '2020). The dam',
      '2021). The dam',
      ['The mayor said so (Calder, 2020).', '- Calder, I. (2021). The dam.\n- Doe, A. (2001). The flood.'],
    ],
    [
      'the list of references alone that is typed in',
      'The flood',
      'A flood',
      ['- Calder, I. (2020). The dam.\n- Doe, A. (2001). A flood.'],
    ],
    [
      'the list that nothing cites any more',
      '(Calder, 2020)',
      '',
      ['The mayor said so .', '- Calder, I. (2020). The dam.\n- Doe, A. (2001). The flood.'],
    ],
  ]
  for (const [what, from, to, anew] of cases)
    it(`made anew are ${what}`, () => assert.deepEqual(madeAnew(edited(DRAFT, from, to)), anew))

  it('made anew are all behind a fence that opens, and those alone', () => {
    const text = '# Up\n\nOne.\n\nTwo.\n\n- Three.\n\nFour.\n'
    assert.deepEqual(madeAnew(edited(text, 'Two', '```\nTwo')), ['```\nTwo.\n\n- Three.\n\nFour.'])
    assert.deepEqual(madeAnew(edited(text.replace('Two', '```\nTwo'), '```\n', '')), ['Two.', '- Three.', 'Four.'])
  })

  it('made anew are lines that no longer are a table, since a quotation that ends in one stands right before them', () => {
    const text = '> Quoted\n> so\n>\n|--|\na | b\n--|--\nc | d\n\nEnd.\n'
    assert.ok(madeAnew(edited(text, '\n|--|', '|--|')).includes('a | b\n--|--\nc | d'))
  })

  it('made anew are lines that are front matter only where nothing stands before them', () => {
    const first = '---\na: b\n---\n\n'
    const second = '+++\ntitle = "x"\n+++\n\nRents rose.\n'
    assert.ok(madeAnew(edited(first + second, first, '')).includes('+++\ntitle = "x"\n+++'))
    edited(` ${second}`, ' ', first)
  })

  it('take a label for that of a note alone where only a note defines it outside what is edited', () => {
    edited('[^1]: x\n\n\nx\n\n[^1\n]: x\n> q', ' x\n>', 'title = "x"\n x\n>')
  })

  it('made anew are those with handles when the draft begins to cite by keys', () => {
    const text = 'Ask @jane.\n\nAsk Jane.\n\nSo it is.\n'
    assert.deepEqual(madeAnew(edited(text, 'it is', 'it is [@doe]')), ['Ask @jane.', 'So it is [@doe].'])
  })

  const plain: typeof cases = [
    ['one line that is typed in', 'mayor', 'old mayor', ['The old mayor said so.[2]']],
    ['a heading that the next line carries on', 'They', 'they', ['Rents soar', 'they rose.[1]']],
    ['the entry that a line carries on', 'in print', 'in small print', ['[2] The Times,', 'in small print.']],
    ['lines with notes when a number changes', '[2] The', '[3] The', ['The mayor said so.[2]', '[3] The Times,']],
  ]
  for (const [what, from, to, anew] of plain)
    it(`of plain text made anew are ${what}`, () =>
      assert.deepEqual(madeAnew(edited(PLAIN, from, to, 'plaintext')), anew))

  it('are lines while a draft is too tangled to be parsed, and nodes again when it no longer is', () => {
    const tangle = '[a]('.repeat(20_000)
    const there = edited('*Up*.\n\nDown.\n', 'Down', tangle)
    assert.equal(there.after.length, 2)
    const back = edited(`*Up*.\n\n${tangle}.\n\nAnd on.\n`, tangle, 'Down')
    assert.equal(back.after[0]?.prose, ' Up .  ')
    edited(`*Up*.\n\n${tangle}.\n\nAnd on.\n`, 'And on', 'And *so* on')
  })

  it('are made from scratch where an edit is not one of the draft', () => {
    const before = sectionsOf({ text: 'One.\n\nTwo.\n', language: 'markdown' })
    for (const edit of [
      { start: 0, end: 0, length: 1 },
      { start: 90, end: 99, length: 2 },
      { start: 5, end: 2, length: 1 },
    ]) {
      const draft = { text: 'Another *draft*.\n', language: 'markdown' as const }
      assert.deepEqual(composed(editedSections(before, draft, edit)), structure(draft))
    }
    const plain = { text: 'One.\n\nTwo!\n', language: 'plaintext' as const }
    assert.deepEqual(composed(editedSections(before, plain, { start: 9, end: 10, length: 1 })), structure(plain))
  })
})
