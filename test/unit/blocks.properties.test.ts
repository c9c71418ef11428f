import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Structure } from '../../server/core/blocks/block.ts'
import { structure } from '../../server/core/blocks/index.ts'
import { leftovers } from '../../server/core/marks/leftovers.ts'
import type { Draft, Language } from '../../server/core/text/draft.ts'
import { contains, type Span } from '../../server/core/text/span.ts'

const FRAGMENTS = [
  ...[
    'Rents rose.',
    'word',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    '\uFEFF',
    '\uD83D',
    '😀',
    '\u00A0',
    '    ',
  ],
  ...[
    '# ',
    '> ',
    '>> ',
    '- ',
    '1. ',
    '* ',
    '===\n',
    '---\n',
    '+++\n',
    '```',
    '~~~\n',
    '| a | b |\n|--|--|\n',
    '|',
    '\\',
    '`',
    '``',
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '[^1]',
    '[^1]: ',
    '^[',
    '[a]: https://b.org\n',
    '[a]',
    '<b>',
    '</b>',
  ],
  ...[
    '<!-- says-who-disable a: b -->',
    '<!--',
    '-->',
    '// says-who-enable\n',
    '<https://c.org>',
    'https://d.org/e_(f)',
    'www.',
    'http://',
  ],
  ...[
    '@key',
    '@doe2020',
    '[@a; @b]',
    '[-@',
    '@{',
    '}',
    ';',
    'a@b.org',
    '&amp;',
    '&ldquo;',
    '&#x1F600;',
    '&nope;',
    '&',
    '[1]',
    '[1, 2-4]',
  ],
  ...['Sources\n', '[1] The Post\n', '2. ', '[citation needed]', 'TK', '{{cn}}', '“', '”', 'bibliography: a.bib\n'],
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 }).map((parts) => parts.join('')),
)
const draft: fc.Arbitrary<Draft> = fc.record({ text, language: fc.constantFrom<Language>('markdown', 'plaintext') })

function assertInOrder(spans: readonly Span[], length: number, apart: boolean): void {
  let last: Span = { start: 0, end: 0 }
  for (const span of spans) {
    assert.ok(span.start < span.end && span.end <= length, 'in range, and not empty')
    assert.ok(apart ? last.end <= span.start : last.start <= span.start, 'in order')
    last = span
  }
}

/** What every structure keeps, whatever the draft. */
function assertSound({ text }: Draft, read: Structure): void {
  assert.equal(read.prose.length, text.length)
  assertInOrder(read.blocks, text.length, true)
  assertInOrder(read.citations, text.length, false)
  assertInOrder(read.directives, text.length, false)
  assertInOrder(read.definitions, text.length, false)
  for (const definition of read.definitions) {
    assert.ok(contains(definition, definition.label) && contains(definition, definition.body))
    assert.ok(definition.label.end <= definition.body.start)
  }
  let at = 0
  for (const block of read.blocks) {
    assert.match(read.prose.slice(block.start, block.end), /[^\s\uFFFC]/, 'a block has words')
    assert.doesNotMatch(read.prose.slice(block.start, block.end), /[\r\n]/, 'a block is one line of prose')
    assert.equal(
      read.prose
        .slice(at, block.start)
        .replace(/\uFFFC/g, '')
        .trim(),
      '',
      'all words are in blocks',
    )
    at = block.end
  }
  assert.equal(
    read.prose
      .slice(at)
      .replace(/\uFFFC/g, '')
      .trim(),
    '',
  )
  assert.ok(read.codeShare >= 0 && read.codeShare <= 1)
}

describe('any draft', function () {
  this.timeout(30_000)

  it('is taken apart soundly', () => {
    fc.assert(
      fc.property(draft, (draft) => assertSound(draft, structure(draft))),
      { numRuns: 2000 },
    )
  })

  it('has leftovers in range and apart', () => {
    fc.assert(
      fc.property(draft, (draft) =>
        assertInOrder(leftovers(structure(draft), draft.text, false), draft.text.length, true),
      ),
    )
  })

  it('is read the same twice', () => {
    fc.assert(fc.property(draft, (draft) => assert.deepEqual(structure(draft), structure(draft))))
  })

  it('keeps its words when it has no markup', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,5}\.$/), (text) => {
        assert.equal(structure({ text, language: 'markdown' }).prose, text)
        assert.equal(structure({ text, language: 'plaintext' }).prose, text)
      }),
    )
  })

  for (const sign of [
    '>',
    '> ',
    '[',
    '*',
    '_a ',
    '`',
    '<!--',
    '1. ',
    '- ',
    '[a](',
    '](',
    '"a\n=\n',
    '- a\n  - b\n',
    '![',
    '&',
  ]) {
    it(`may be 60,000 characters of ${JSON.stringify(sign)}`, () => {
      const draft: Draft = { text: sign.repeat(60_000 / sign.length), language: 'markdown' }
      assertSound(draft, structure(draft))
    })
  }

  it('may be nested ten thousand deep', () => {
    for (const sign of ['> ', '- ', '[', '*a ']) {
      const draft: Draft = { text: `${sign.repeat(10_000)}Rents rose.`, language: 'markdown' }
      assertSound(draft, structure(draft))
      assert.ok(structure(draft).prose.includes('Rents rose.'))
    }
  })
})
