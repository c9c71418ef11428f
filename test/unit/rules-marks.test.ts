import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'
import { draftRules } from '../../server/core/rules/index.ts'
import { attribution, claim, handmade, speech, unverified } from './handmade.ts'
import { shown } from './shown.ts'

describe('uncited-attribution', () => {
  const text = 'The Boston Globe reported it. It was Friday.\n\nThe Globe said more. The Herald reported less.[^1]'
  const published = (links: boolean) =>
    handmade(text, (at) => ({
      attributions: [
        attribution(at('The Boston Globe'), [], { published: true, resolvesTo: 'The Boston Globe' }),
        attribution(at('The Globe'), [], { published: true, resolvesTo: 'the Boston Globe', sentence: 2 }),
        attribution(at('The Herald'), [], { published: true, sentence: 3 }),
      ],
      citations: links ? [{ ...at('[^1]'), kind: 'footnote', key: '1', defined: true }] : [],
    }))

  it('speaks at the first mention of each source', () => {
    assert.deepEqual(shown(published(false)), [
      'uncited-attribution information: The Boston Globe',
      'uncited-attribution information: The Herald',
    ])
  })

  it('is content with a citation in the sentence or at the end of the paragraph of any mention', () => {
    assert.deepEqual(shown(published(true)), [])
  })

  it('asks no link of a person who speaks', () => {
    assert.deepEqual(shown(handmade(text, (at) => ({ attributions: [attribution(at('The Herald'), [])] }))), [])
  })
})

describe('undefined-abbreviation', () => {
  const text = '# TWP\n\nThe Washington Post had it. TWP reports so. TWP stands by it.'

  it('speaks at the first use outside headings and offers the name', () => {
    const reading = handmade(text, (at) => ({
      abbreviations: [at('TWP'), at('TWP', 'had it. '), at('TWP', 'so. ')].map((span) => ({
        ...span,
        text: 'TWP',
        standsFor: 'The Washington Post',
        introduced: false,
      })),
    }))
    assert.deepEqual(
      check(reading).map(({ start, message }) => [start, message]),
      [[text.indexOf('TWP reports'), 'Spell out “TWP” at its first use, perhaps as “The Washington Post”.']],
    )
  })

  it('leaves one that the draft introduces anywhere', () => {
    const reading = handmade(text, (at) => ({
      abbreviations: [
        { ...at('TWP', 'had it. '), text: 'TWP', introduced: false },
        { ...at('TWP', 'so. '), text: 'TWP', introduced: true },
      ],
    }))
    assert.deepEqual(shown(reading), [])
  })
})

describe('the rules of what is left unfinished', () => {
  const text =
    'It doubled.[citation needed] It employs TK people.[^1][^1]\n\n[^old]: The archive, see.[^2]\n[^2]: The other.'
  const unfinished = (register: Reading['register']) =>
    handmade(text, (at) => ({
      register,
      leftovers: [
        { ...at('[citation needed]'), kind: 'citation-needed' },
        { ...at('TK'), kind: 'to-come' },
      ],
      citations: [at('[^1]'), at('[^1]', '[^1]')].map((span) => ({
        ...span,
        kind: 'footnote' as const,
        key: '1',
        defined: false,
      })),
      definitions: [
        {
          ...at('[^old]: The archive, see.[^2]'),
          kind: 'footnote',
          key: 'old',
          label: at('[^old]:'),
          body: at('The archive, see.[^2]'),
        },
        { ...at('[^2]: The other.'), kind: 'footnote', key: '2', label: at('[^2]:'), body: at('The other.') },
      ],
      claims: [claim(at('It doubled.'), 0.9)],
    }))
  const unfinishedThings = [
    'citation-needed warning: [citation needed]',
    'citation-needed warning: TK',
    'undefined-citation warning: [^1]',
    'unused-reference information: [^old]:',
  ]

  it('find each of them, a key once, and count a mark within another note', () => {
    assert.deepEqual(shown(unfinished('reporting')), unfinishedThings)
  })

  it('offer to put a source in the place of the mark, after the sentence that it belongs to', () => {
    for (const text of ['It doubled.[citation needed] It fell.', 'It doubled [citation needed]. It fell.']) {
      const reading = handmade(text, (at) => ({ leftovers: [{ ...at('[citation needed]'), kind: 'citation-needed' }] }))
      const [finding] = check(reading)
      const fixes = finding === undefined ? [] : fixesFor(reading, finding)
      const [cited = '', removed = ''] = fixes.map(({ edits }) => applyEdits(text, edits))
      assert.equal(cited, 'It doubled.[^1] It fell.\n\n[^1]: ')
      assert.equal(fixes[0]?.caret, cited.length)
      assert.equal(removed, 'It doubled. It fell.')
    }
  })

  it('are the only ones that speak in technical writing and fiction', () => {
    const rest = (reading: Reading): Reading => ({
      ...reading,
      unverified: [unverified({ start: 0, end: 2 }, 'evidence-gap'), unverified({ start: 3, end: 10 }, 'allegation')],
      attributions: [
        attribution({ start: 0, end: 2 }, [], { sourceType: 'anonymous' }),
        attribution({ start: 0, end: 2 }, [], { published: true }),
      ],
      abbreviations: [{ start: 0, end: 2, text: 'IT', introduced: false }],
      quotations: [speech({ start: 0, end: 10 })],
    })
    assert.deepEqual(shown(rest(unfinished('technical'))), unfinishedThings)
    assert.deepEqual(shown(rest(unfinished('fiction'))), unfinishedThings)
    assert.ok(shown(rest(unfinished('reporting'))).length > unfinishedThings.length)
    assert.deepEqual(
      draftRules.filter(({ registers }) => registers === 'every').map(({ id }) => id),
      ['citation-needed', 'undefined-citation', 'unused-reference', 'duplicate-footnote', 'unused-suppression'],
    )
  })
})
