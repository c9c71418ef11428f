import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, it } from 'mocha'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { hover } from '../../server/core/features/hover.ts'
import { quote, renderMarkdown, renderPlain, say } from '../../server/core/features/words.ts'
import type { Finding } from '../../server/core/rules/rule.ts'
import { readingOf } from './editsDraft.ts'
import { attribution, claim, reason, unverified } from './handmade.ts'

const DRAFT =
  'The newspaper reported the attacks. They left 83 deaths without evidence. Rain fell.[^1] TWP agreed.\n\n[^1]: *Example* Times\n'

const reading = readingOf(DRAFT, 'markdown', (at) => ({
  attributions: [
    attribution(at('The newspaper'), [at('the attacks')], {
      cue: [at('reported')],
      published: true,
      resolvesTo: 'The New York Times',
    }),
  ],
  claims: [
    claim(at('The newspaper reported the attacks.'), 0.4, [], { kind: 'event', status: 'attributed', attribution: 0 }),
    claim(at('They left 83 deaths without evidence.'), 0.9, [reason('figure', at('83 deaths'))], {
      kind: 'statistic',
      status: 'attributed-nearby',
      attribution: 0,
      sentence: 1,
    }),
    claim(at('Rain fell.'), 0.6, [], { kind: 'event', status: 'cited', citation: 0, sentence: 2 }),
    claim(at('TWP agreed.'), 0.6, [], { kind: 'position', sentence: 3 }),
  ],
  unverified: [unverified(at('without evidence'), 'evidence-gap', { sentence: 1 })],
  abbreviations: [{ ...at('TWP'), text: 'TWP', introduced: false, standsFor: 'The Washington Post' }],
}))

const findings: Finding[] = [
  { rule: 'unsourced-claim', severity: 'warning', message: 'Nobody.', ...spanOf('TWP agreed.') },
]

function spanOf(words: string) {
  const start = DRAFT.indexOf(words)
  return { start, end: start + words.length }
}

function shown(words: string): string[] {
  const found = hover(reading, findings, DRAFT.indexOf(words) + 1)
  return found === undefined ? [] : [DRAFT.slice(found.span.start, found.span.end), ...renderPlain(found).split('\n')]
}

describe('hover', () => {
  it('says who a source is, and of what type', () => {
    assert.deepEqual(shown('newspaper'), [
      'The newspaper',
      'Source: “The newspaper”, that is “The New York Times” (named, published).',
      'Claim: something that happened. It seldom needs a source.',
    ])
    assert.deepEqual(shown('reported').slice(0, 1), ['reported'])
  })

  it('says of a claim why its source is wanted, and where its sourcing stands', () => {
    assert.deepEqual(shown('They'), [
      'They left 83 deaths without evidence.',
      'Claim: a figure. An editor would want its source: figure “83 deaths”.',
      'Attributed nearby: in the sentence before, “The newspaper”, that is “The New York Times” (named, published).',
    ])
  })

  it('says the innermost mark first, then the claim', () => {
    assert.deepEqual(shown('without')[1], 'Evidence gap: the text itself says that there is no proof.')
    assert.equal(shown('without').length, 4)
  })

  it('says what a note says', () => {
    assert.deepEqual(shown('[^1]'), ['[^1]', 'Citation: note “*Example* Times”.'])
    assert.deepEqual(shown('ain fell').at(-1), 'Cited: note “*Example* Times”.')
    assert.deepEqual(shown('[^1]: ')[1], 'Note: cited once.')
  })

  it('says what would settle a finding', () => {
    assert.deepEqual(shown('TWP'), [
      'TWP',
      'Abbreviation: stands for “The Washington Post”.',
      'Claim: what somebody wants, plans or thinks. An editor would want its source.',
      'Unsourced: nobody in particular is said to say so, and nothing is cited.',
      'Settled by a source in the text, a note or a link.',
    ])
  })

  it('has nothing to say where nothing is marked', () => {
    const bare = readingOf('Hello.')
    for (const offset of [-1, 0, 3, 6, 99]) assert.equal(hover(bare, [], offset), undefined)
  })
})

describe('a hover as Markdown', () => {
  const render = (text: string): string =>
    renderMarkdown({ span: { start: 0, end: 0 }, lines: [[say('Said: '), quote(text)]] })

  function typesIn(markdown: string): Set<string> {
    const types = new Set<string>()
    const waiting: Nodes[] = [unified().use(remarkParse).parse(markdown)]
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      types.add(node.type)
      if ('children' in node) waiting.push(...node.children)
    }
    return types
  }

  const hostile = [
    '![x](https://example.org/a.png)',
    '[x](command:y)',
    '<img src=x>',
    '<https://example.org>',
    'https://example.org',
    'www.example.org',
    'a@example.org',
    '`code` **b** _i_ ~~s~~ # h',
    '&lt;b&gt; &amp;',
    '\\[x](y)',
    '$(icon) $x$ :smile:',
    'a\n\n# b\r\n- c',
  ]

  it('lets nothing of the draft become markup', () => {
    for (const text of hostile) {
      assert.deepEqual([...typesIn(render(text))].sort(), ['paragraph', 'root', 'text'], text)
      assert.doesNotMatch(render(text), /https?:\/\/|www\.|[^\\]@|[^\\]:s|[^\\][<!`]/, text)
    }
  })

  it('lets nothing made of such pieces become markup, however they meet', () => {
    const piece = fc.constantFrom(
      ...hostile,
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '\\',
      '`',
      '*',
      '_',
      ' ',
      'a',
      '\n',
      '&',
      '|',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        assert.deepEqual([...typesIn(render(pieces.join('')))].sort(), ['paragraph', 'root', 'text'])
      }),
      { numRuns: 500 },
    )
  })
})
