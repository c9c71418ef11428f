import assert from 'node:assert/strict'
import { structure } from '../../server/core/blocks/index.ts'
import type { Language } from '../../server/core/text/draft.ts'

function citationsIn(text: string, language: Language = 'markdown'): string[] {
  return structure({ text, language }).citations.map(
    ({ kind, key, defined, start, end }) =>
      `${kind} ${text.slice(start, end)} → ${key}${defined ? '' : ' (undefined)'}`,
  )
}

function definitionsIn(text: string, language: Language = 'markdown'): string[] {
  return structure({ text, language }).definitions.map(
    ({ key, label, body }) => `${key}: ${text.slice(label.start, label.end)} “${text.slice(body.start, body.end)}”`,
  )
}

describe('citations in Markdown', () => {
  const cases: Array<[what: string, text: string, citations: string[]]> = [
    [
      'a link, from bracket to bracket',
      'See [the *report*](https://a.org "T").',
      ['link [the *report*](https://a.org "T") → https://a.org'],
    ],
    [
      'a link by reference',
      'See [it][r], [r][] and [R].\n\n[r]: http://a.org',
      ['link [it][r] → http://a.org', 'link [r][] → http://a.org', 'link [R] → http://a.org'],
    ],
    ['no link within the site, to a heading or a mailbox', '[a](b.md) [c](#d) [e](mailto:f@g.org) [h](/i) [j]()', []],
    [
      'addresses',
      '<https://a.org> and (https://b.org/x), www.c.org!',
      ['url <https://a.org> → https://a.org', 'url https://b.org/x → https://b.org/x', 'url www.c.org → www.c.org'],
    ],
    [
      'an address that is a link’s words, once',
      '[https://a.org](https://a.org)',
      ['link [https://a.org](https://a.org) → https://a.org'],
    ],
    ['an address with escaped signs', 'https://a.org/b\\_c.', ['url https://a.org/b\\_c → https://a.org/b\\_c']],
    ['no address in code', '`https://a.org` <a href="https://b.org">x</a>', []],
    [
      'footnotes, defined or not, by the label of the definition',
      'A[^One] b[^one] c[^two].\n\n[^One]: X.',
      ['footnote [^One] → One', 'footnote [^one] → One', 'footnote [^two] → two (undefined)'],
    ],
    [
      'footnotes in notes and table heads',
      'A.\n\n| a[^1] |\n|--|\n\n[^1]: See [^2] and https://a.org.',
      ['footnote [^1] → 1', 'footnote [^2] → 2 (undefined)'],
    ],
    ['no footnote that is escaped, code or has blanks', '\\[^1] `[^2]` [^a b] [\\^3]', []],
    ['notes in the line', 'Up.^[The [Post].] Down.', ['footnote ^[The [Post].] → ']],
    [
      'keys in brackets, each at its own place',
      'A [see @a, p. 3; -@b:c_d.e; @{https://f}.] [@a]',
      [
        'citation-key @a → a',
        'citation-key @b:c_d.e → b:c_d.e',
        'citation-key @{https://f} → https://f',
        'citation-key @a → a',
      ],
    ],
    [
      'a key in the sentence where the draft cites by keys',
      'As @doe says [@roe].',
      ['citation-key @doe → doe', 'citation-key @roe → roe'],
    ],
    [
      'a key in the sentence where there is a bibliography',
      '---\nbibliography: a.bib\n---\nAs @doe says.',
      ['citation-key @doe → doe'],
    ],
    ['a key with a year', 'As @smith2020 says, and @jane99 not.', ['citation-key @smith2020 → smith2020']],
    [
      'no handle, mailbox, package or code',
      '@jane (@joe) a@b.org x@smith2020 `@doe2020` @types/node [@types/node] \\@doe2020 @a2020@b.org',
      [],
    ],
    ['no key in a link’s words', '[@doe2020](b.md) [@x]', ['citation-key @x → x']],
    ['no numbered note', 'Rents rose.[1] See [2].', []],
  ]
  for (const [what, text, citations] of cases) it(what, () => assert.deepEqual(citationsIn(text), citations))

  it('finds definitions that nothing cites, blank ones too, in the order of the draft', () => {
    assert.deepEqual(definitionsIn('[^b]: The *Post*,\n  p. 3.\n\n    More.\n\n> [^a]:\n'), [
      'b: [^b]: “The *Post*,\n  p. 3.\n\n    More.”',
      'a: [^a]: “”',
    ])
  })
})

describe('citations in plain text', () => {
  const list = '\n\nSources\n[1] The Post.\n2) https://a.org\n[3]'
  const cases: Array<[what: string, text: string, citations: string[]]> = [
    [
      'numbers after a word or a full stop',
      `Up.[1] Down [2]. In[9]`,
      ['numbered-note [1] → 1 (undefined)', 'numbered-note [2] → 2 (undefined)', 'numbered-note [9] → 9 (undefined)'],
    ],
    ['a number that the list has', `Down [2] again [5] and.${list}`, ['numbered-note [2] → 2']],
    [
      'several numbers',
      `Up.[1, 3] Down.[1–3]${list}`,
      [
        'numbered-note 1 → 1',
        'numbered-note 3 → 3',
        'numbered-note [1–3] → 1',
        'numbered-note [1–3] → 2',
        'numbered-note [1–3] → 3',
      ],
    ],
    ['no word that an editor put in, no year', 'He said [12] men [2019] came. [4] Then.', []],
    ['addresses, but not those of the list', `See https://b.org.${list}`, ['url https://b.org → https://b.org']],
    ['no Markdown', 'A [^1] and [@a] and @smith2020.', []],
  ]
  for (const [what, text, citations] of cases)
    it(what, () => assert.deepEqual(citationsIn(text, 'plaintext'), citations))

  it('finds the entries of the list', () => {
    assert.deepEqual(definitionsIn(`Up.${list}`, 'plaintext'), [
      '1: [1] “The Post.”',
      '2: 2) “https://a.org”',
      '3: [3] “”',
    ])
  })
})

describe('directives', () => {
  const directivesIn = (text: string, language: Language = 'markdown'): string[] =>
    structure({ text, language }).directives.map(
      ({ action, rules, reason, start, end }) =>
        `${text.slice(start, end).length} ${action} ${rules.join('+')} “${reason}”`,
    )
  const cases: Array<[what: string, text: string, directives: string[]]> = [
    [
      'a rule and a reason',
      '<!-- says-who-disable-next-line vague-source: own: mine -->\n\nUp.',
      ['59 disable-next-line vague-source “own: mine”'],
    ],
    ['several rules', 'Up. <!--says-who-disable-line a, b c-->', ['35 disable-line a+b+c “”']],
    ['all rules', '<!-- says-who-disable -->\nUp.\n\n<!-- says-who-enable -->', ['25 disable  “”', '24 enable  “”']],
    ['the whole file', '<!-- says-who-disable-file: fiction -->', ['39 disable-file  “fiction”']],
    [
      'in items, quotations and notes',
      '- Up. <!-- says-who-disable-line -->\n\n> <!-- says-who-disable -->\n\n[^1]: X <!-- says-who-enable -->',
      ['30 disable-line  “”', '25 disable  “”', '24 enable  “”'],
    ],
    [
      'not in code, and nothing misspelt',
      '`<!-- says-who-disable -->` <!-- says-who-disable-all --> <!-- says who -->',
      [],
    ],
  ]
  for (const [what, text, directives] of cases) it(what, () => assert.deepEqual(directivesIn(text), directives))

  it('stand alone after // in plain text', () => {
    assert.deepEqual(directivesIn('// says-who-disable-next-line a: b\nUp. // says-who-disable\n', 'plaintext'), [
      '34 disable-next-line a “b”',
    ])
  })
})

describe('citations by author and year', () => {
  const list = '\n\n## References\n\n- Calder, I. (2020). The dam. *Post*.\n- Doe & Reyes (n.d.). Water.\n'
  const inPlain = '\n\nReferences\nCalder, I. (2020a). The dam\nCalder, I. (2020b). The flood\n'
  const cases: Array<[what: string, text: string, citations: string[], language?: Language]> = [
    ['of what the draft lists', `It failed (Calder, 2020).${list}`, ['author-year Calder, 2020 → Calder, 2020']],
    [
      'several in one bracket, with pages and words before them',
      `It failed (see Calder 2020, p. 3; Doe & Reyes, n.d.).${list}`,
      ['author-year Calder 2020, p. 3 → Calder, 2020', 'author-year Doe & Reyes, n.d. → Doe & Reyes, n.d.'],
    ],
    [
      'with the author in the sentence',
      `Calder (2020, p. 3) saw it.${list}`,
      ['author-year 2020, p. 3 → Calder, 2020'],
    ],
    [
      'told apart by letters, in plain text',
      `It failed (Calder, 2020b).${inPlain}`,
      ['author-year Calder, 2020b → Calder, 2020b'],
      'plaintext',
    ],
    [
      'that look like nothing else, without a list',
      'It failed (Smith & Jones, 2020). It fell (Doe et al., 1999; Ito, 2001).',
      [
        'author-year Smith & Jones, 2020 → Smith & Jones, 2020',
        'author-year Doe et al., 1999 → Doe et al., 1999',
        'author-year Ito, 2001 → Ito, 2001',
      ],
    ],
    [
      'in a draft with a bibliography',
      '---\nbibliography: a.bib\n---\n\nIt failed (Calder, 2020).',
      ['author-year Calder, 2020 → Calder, 2020'],
    ],
    ['never of a name with a year that is no citation', 'They signed it (Paris, 2015), as in Alien (Scott, 1979).', []],
    [
      'never of a date or an age',
      `It fell (December 2025), (In 2020), (born 1954), (aged 83), (May, 2020).${list}`,
      [],
    ],
    ['never in a sentence in brackets', `(The dam failed in 2020.) It fell (as Calder wrote in 2020).${list}`, []],
  ]
  for (const [what, text, citations, language] of cases)
    it(what, () => assert.deepEqual(citationsIn(text, language), citations))

  it('make the entries that they cite definitions, and no prose', () => {
    assert.deepEqual(definitionsIn(`It failed (Calder, 2020).${list}`), [
      'Calder, 2020: Calder “Calder, I. (2020). The dam. *Post*.”',
      'Doe & Reyes, n.d.: Doe & Reyes “Doe & Reyes (n.d.). Water.”',
    ])
    assert.equal(structure({ text: `It failed.${list}`, language: 'markdown' }).definitions.length, 0)
    assert.equal(structure({ text: `It failed (Calder, 2020b).${inPlain}`, language: 'plaintext' }).blocks.length, 2)
  })
})
