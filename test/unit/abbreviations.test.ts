import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lettersIn } from '../../server/core/marks/abbreviations.ts'
import { initialsOf, isRoman, lettersOf } from '../../server/core/marks/initials.ts'
import { introducedIn } from '../../server/core/marks/introductions.ts'
import type { Abbreviation } from '../../server/core/marks/marks.ts'
import { abbreviationsOf, ordinaryWords } from '../../server/core/reading/facts.ts'
import { inOrder, passagesOf, wordsOf } from './passages.ts'

const namesIn = (text: string, names: readonly string[]) =>
  names
    .flatMap((name) =>
      [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({
        text: name,
        start: index,
        end: index + name.length,
      })),
    )
    .sort((a, b) => a.start - b.start)

function abbreviations(text: string, names: ReturnType<typeof namesIn>): Abbreviation[] {
  const paragraphs = passagesOf(text).map((passage, index) => ({
    passage,
    letters: lettersIn(passage),
    introduced: introducedIn(passage),
    names: index === 0 ? names : [],
  }))
  const ordinary = ordinaryWords(paragraphs)
  return abbreviationsOf(paragraphs, (lower) => ordinary.has(lower)).filter((one) => one !== undefined)
}

const read = (text: string, ...names: string[]): string[] =>
  wordsOf(text, abbreviations(text, namesIn(text, names)), ({ introduced, standsFor }) =>
    [introduced ? 'introduced' : 'unknown', standsFor].filter((part) => part !== undefined).join(' | '),
  )

describe('abbreviations', () => {
  it('stand for the name that their letters fit, its article counted or not', () => {
    const text = 'The Harbour Post had it first. Two ships burned, THP reports. HP has more.'
    assert.deepEqual(read(text, 'The Harbour Post'), [
      'THP | unknown | The Harbour Post',
      'HP | introduced | The Harbour Post',
    ])
  })

  it('stand for the nearest name before them, else for one that comes later', () => {
    const text = 'KTB won. Kent Trade Board met. Kiln Town Bank met. KTB lost.'
    assert.deepEqual(read(text, 'Kent Trade Board', 'Kiln Town Bank'), [
      'KTB | unknown | Kent Trade Board',
      'KTB | unknown | Kiln Town Bank',
    ])
  })

  it('are introduced in brackets, from there on', () => {
    const text = 'The HWU met. The Harbour Workers Union (HWU) struck. The HWU won.'
    assert.deepEqual(
      read(text).map((mark) => mark.split(' | ')[1]),
      ['unknown', 'introduced', 'introduced'],
    )
  })

  for (const introduction of [
    'the HWU, or Harbour Workers Union,',
    'HWU (Harbour Workers Union)',
    'the Harbour Workers Union, or HWU,',
    'the Harbour Workers Union (also known as “HWU”)',
    'a body known as HWU',
    'the harbour workers’ union (HWU)',
    'the Havenarbeiders Bond (HWU)',
    'harbour work units (HWUs)',
    'the help for workers unions program, or HWU,',
    'the Harbour Workers’ Union fund (the HWU)',
  ])
    it(`are introduced by: ${introduction}`, () => {
      assert.equal(read(`They met ${introduction} in May.\nThe HWU won.`).at(-1), 'HWU | introduced')
    })

  it('are not introduced by brackets after words that do not fit', () => {
    assert.deepEqual(read('It was in the newspaper (HWU).'), ['HWU | unknown'])
    assert.deepEqual(read('They like the newspaper fund (HWU).'), ['HWU | unknown'])
  })

  it('are introduced when every reader knows them', () => {
    assert.deepEqual(read('NATO, the U.N. and the BBC met.'), [
      'NATO | introduced',
      'U.N. | introduced',
      'BBC | introduced',
    ])
  })

  for (const text of [
    'Louis XIV lived in 12 MB of space.',
    'This is NOT so, and you must STOP.',
    'WE WILL WIN THIS RACE.',
    'J.K. Marlow met KT Marlow.',
    'LVIV, Ukraine — The council met.',
    'Set MAX_SIZE and #KTRB and $KTRB.',
    'TK and OK and TV at 5 PM.',
    'KOSTA: What now? And Kosta said nothing.',
    '#NOTICE',
  ])
    it(`are not in: ${text}`, () => assert.deepEqual(read(text), []))

  it('are words of two to six capitals', () => {
    assert.deepEqual(['U.N.', 'R&D', 'WFP', 'A', 'Wfp', 'COVID-19', 'ABCDEFG', 'ÖVP'].map(lettersOf), [
      'UN',
      'RD',
      'WFP',
      undefined,
      undefined,
      undefined,
      undefined,
      'ÖVP',
    ])
  })

  it('leave out small words of a name, or count them', () => {
    assert.deepEqual([...initialsOf('Doctors of the World')].sort(), ['DOTW', 'DOW', 'DTW', 'DW'])
    assert.deepEqual(initialsOf('Reuters'), [])
  })

  it('are not numerals', () => {
    assert.deepEqual(['XIV', 'MCM', 'II', 'IC', 'ICC', 'WFP'].map(isRoman), [true, true, true, false, false, false])
  })

  it('lie in the draft in order, whatever the draft is', function () {
    this.timeout(20_000)
    const word = fc.constantFrom(
      'WFP',
      '(',
      ')',
      'World',
      'Food',
      'Programme',
      ',',
      'or',
      'the',
      'known',
      'as',
      '—',
      '“',
      '”',
      'U.N.',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
    )
    fc.assert(fc.property(text, (draft) => inOrder(draft, abbreviations(draft, []))))
  })
})
