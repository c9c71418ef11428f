import assert from 'node:assert/strict'
import { read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'

const leftIn = (text: string, language: Language = 'markdown'): string[] => {
  return read({ text, language }).leftovers.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)
}

describe('leftovers', () => {
  for (const mark of [
    '[citation needed]',
    '[Citation needed]',
    '[*citation needed*]',
    '[source needed]',
    '[source?]',
    '[by whom?]',
    '[cn]',
    '{{cn}}',
    '{{citation needed}}',
    '{{Citation needed|date=May 2025}}',
  ]) {
    it(`finds ${mark}`, () => {
      assert.deepEqual(leftIn(`Crime has doubled since 2019.${mark} Nobody knows why.`), [`citation-needed: ${mark}`])
    })
  }

  for (const [text, mark] of [
    ['Crime has doubled since TK.', 'TK'],
    ['TK people were hurt.', 'TK'],
    ['Mayor TK said so.', 'TK'],
    ['Rents rose by TKTK percent.', 'TKTK'],
    ['Rents rose by [TK] percent.', '[TK]'],
    ['Rents rose (TK TK) again.', 'TK TK'],
    ['TK TK was there.', 'TK TK'],
    ['Rents rose by tktk percent.', 'tktk'],
  ] as const) {
    it(`finds ${mark} in “${text}”`, () => assert.deepEqual(leftIn(text), [`to-come: ${mark}`]))
  }

  for (const text of [
    'She shops at TK Maxx on Sundays.',
    'The trooper was TK-421.',
    'A TK1 chip, an ATK, the TK/PD ratio and example.TK.com.',
    'TK’s first album came out.',
    'The Techniker Krankenkasse (TK) pays. The TK said so.',
    'Write `TK` or `[citation needed]` in the draft.',
    '    TK [citation needed]',
    '```\nTK {{cn}}\n```',
    'Read it in [en] [cn].',
    '<!-- TK -->',
    '[citation needed](https://xkcd.com/285/)',
    'A citation needed more work.',
    'The tk toolkit.',
  ]) {
    it(`leaves “${text}” alone`, () => assert.deepEqual(leftIn(text), []))
  }

  it('looks into notes', () => {
    assert.deepEqual(leftIn('Rents rose.[^1]\n\n[^1]: TK\n'), ['to-come: TK'])
  })

  it('reads plain text, and keeps to document order', () => {
    assert.deepEqual(leftIn('Rents rose by TK.\nNobody knows why [citation needed].', 'plaintext'), [
      'to-come: TK',
      'citation-needed: [citation needed]',
    ])
  })
})
