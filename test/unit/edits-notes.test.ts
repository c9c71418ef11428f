import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isComma, notesBeforeCommas } from '../../server/core/edits/clause.ts'
import { addNotes, endOfProse, nextLabel, noteMark } from '../../server/core/edits/notes.ts'
import { endOfWords, isAbbreviation, placeForNote, sentenceOf } from '../../server/core/edits/sentence.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { readingOf } from './editsDraft.ts'

const M = 'markdown'
const P = 'plaintext'

describe('a full stop', () => {
  it('belongs to the word before it where that is an abbreviation', () => {
    const isPart = (words: string): boolean => isAbbreviation(words, words.length - 1)
    for (const words of ['the U.S.', 'Ana J.', 'Rents Inc.', 'Dr.', 'e.g.', 'U.N.', 'A.', 'said Mr.'])
      assert.ok(isPart(words), words)
    for (const words of ['It fell.', 'said no.', 'and I.', 'a.', 'wait…', 'so..', 'fell!', 'Hallam.', '.', 'inc.'])
      assert.ok(!isPart(words), words)
  })
})

describe('the sentence that something is about', () => {
  const text = 'It fell. [^1] It rose.\n\nIt fell.\n'
  const reading = readingOf(text)
  const startOf = (start: number, end = start): number | undefined => sentenceOf(reading, { start, end })?.start

  it('is the last that it touches, or the one before it in its block', () => {
    assert.deepEqual([startOf(0), startOf(3), startOf(7), startOf(8), startOf(10)], [0, 0, 0, 0, 0])
    assert.deepEqual([startOf(14), startOf(0, 15), startOf(21), startOf(22)], [14, 14, 14, 14])
    assert.deepEqual([startOf(23), startOf(24), startOf(32)], [undefined, 24, 24])
    assert.equal(sentenceOf(readingOf(''), { start: 0, end: 0 }), undefined)
  })

  it('ends with what closes it', () => {
    const endIn = (words: string): number => {
      const one = readingOf(words)
      return endOfWords(one, one.sentences[0] ?? { start: 0, end: 0 })
    }
    assert.deepEqual(
      ['It fell.  ', '“It fell.”', '(It fell.)', 'It fell', 'He said: “It fell.” Then'].map(endIn),
      [8, 10, 10, 7, 19],
    )
  })

  it('has a place for a note, after its marks and its notes', () => {
    const placeIn = (words: string, at = 0, language: Language = M): number =>
      placeForNote(readingOf(words, language), { start: at, end: at + 1 })
    assert.equal(placeIn('It fell. It rose.'), 8)
    assert.equal(placeIn('It fell.[^1][^2] It rose.\n\n[^1]: A\n[^2]: B'), 16)
    assert.equal(placeIn('It fell. [^1]\n\n[^1]: A'), 13)
    assert.equal(placeIn('It fell [@a2020].'), 17)
    assert.equal(placeIn('It fell. [@a2020]\nIt rose.'), 17)
    assert.equal(placeIn('It fell. [@a2020] said so.'), 8)
    assert.equal(placeIn('It fell. [-@a2020]\n'), 18)
    assert.equal(placeIn('**It fell.** It rose.', 3), 12)
    assert.equal(placeIn('~~*It fell.*~~ It rose.', 4), 14)
    assert.equal(placeIn('It fell.*a*', 0), 8)
    assert.equal(placeIn('[It fell.](a(b)c) It rose.', 2), 17)
    assert.equal(placeIn('[It fell.][a] It rose.\n\n[a]: b', 2), 13)
    assert.equal(placeIn('[It fell.] It rose.', 2), 10)
    assert.equal(placeIn('<i>It fell.</i> It rose.', 4), 15)
    assert.equal(placeIn('It fell.[1] It rose.\n\nSources\n[1] A', 0, P), 11)
  })
})

describe('notes before commas', () => {
  it('are known from those that the draft has', () => {
    const isBefore = (text: string): boolean => notesBeforeCommas(readingOf(text))
    const notes = '\n\n[^1]: A\n[^2]: B'
    assert.ok(isBefore(`It fell[^1], and rose.${notes}`))
    assert.ok(isBefore(`It fell[^1]; it rose.[^2]${notes}`))
    assert.ok(!isBefore(`It fell,[^1] and rose[^2], he said.${notes}`))
    assert.ok(!isBefore(`It fell, [^1] and rose[^2], he said.${notes}`))
    assert.ok(!isBefore(`It fell.[^1]${notes}`))
    assert.ok(!isBefore('It fell [@a], and rose.'))
    assert.deepEqual([',', ';', '.', undefined].map(isComma), [true, true, false, false])
  })
})

describe('the next note', () => {
  const label = (
    text: string,
    language: Language = M,
    added: { kind: 'footnote' | 'numbered-note'; key: string }[] = [],
  ) => nextLabel(readingOf(text, language), added)

  it('has the number after the highest', () => {
    assert.equal(label('A.'), '1')
    assert.equal(label('A.[^1] B.[^7]\n\n[^1]: C\n'), '8')
    assert.equal(label('A.[^2]'), '3')
    assert.equal(label('A.[^1]\n\n[^1]: B\n\n`[^2]`'), '3')
    assert.equal(label('A.[^9999]\n\n[^9999]: B\n'), '10000')
    assert.equal(label('A.[^12345]\n\n[^12345]: B\n'), 'source')
    assert.equal(label('A.[^01]\n\n[^01]: B\n'), '2')
    assert.equal(
      label('A.[^1]\n\n[^1]: B\n', M, [
        { kind: 'footnote', key: '4' },
        { kind: 'numbered-note', key: '9' },
      ]),
      '5',
    )
  })

  it('is a word where those of the draft are', () => {
    assert.equal(label('A.[^ward]\n\n[^ward]: B\n'), 'source')
    assert.equal(label('A.[^source]\n\n[^source]: B\n'), 'source-2')
    assert.equal(label('A.[^Source] B.[^source-2]\n\n[^Source]: B\n[^source-2]: C\n'), 'source-3')
    assert.equal(label('A.[^ward] B.[^2]\n\n[^ward]: B\n[^2]: C\n'), '3')
    assert.equal(label('A.[^ward] B.[^2]\n\n[^ward]: B\n'), 'source')
    assert.equal(label('A.[^ward]'), 'source')
  })

  it('has no number that stands in the text of a list', () => {
    assert.equal(label('A. [1]\n\nSources\n[1] B', P), '2')
    assert.equal(label('A. [2, 3]', P), '4')
    assert.equal(label('A [1] B\n[2-', P), '3')
    assert.equal(label('A x[1,b', P), '2')
    assert.equal(label('A x[1–b', P), '2')
    assert.equal(noteMark(readingOf('', P), '1') + noteMark(readingOf('', M), '1'), '[1][^1]')
  })
})

describe('several notes', () => {
  const added = (text: string, language: Language = M): string => {
    const notes = [
      { label: '8', words: 'X' },
      { label: '9', words: 'Y' },
    ]
    const { start, end, text: put, blank } = addNotes(readingOf(text, language), notes)
    return `${text.slice(0, start)}${put.slice(0, blank)}‸${put.slice(blank ?? 0)}${text.slice(end)}`
  }

  it('are added as the draft writes its own', () => {
    assert.equal(added('A.\n'), 'A.\n\n[^8]: ‸X\n[^9]: Y\n')
    assert.equal(added('A.[^1]\n\n[^1]: B\n'), 'A.[^1]\n\n[^1]: B\n[^8]: ‸X\n[^9]: Y\n')
    assert.equal(
      added('A.[^1][^2]\n\n[^1]: B\n\n[^2]: C\n'),
      'A.[^1][^2]\n\n[^1]: B\n\n[^2]: C\n\n[^8]: ‸X\n\n[^9]: Y\n',
    )
    assert.equal(added('A.\r\n'), 'A.\r\n\r\n[^8]: ‸X\r\n[^9]: Y\r\n')
    assert.equal(added('A.\n', P), 'A.\n\nSources\n[8] ‸X\n[9] Y\n')
    assert.equal(added('A. [1]\n\nNotes\n1. B\n', P), 'A. [1]\n\nNotes\n1. B\n8. ‸X\n9. Y\n')
    assert.equal(added('A.\n\nSources:\n', P), 'A.\n\nSources:\n[8] ‸X\n[9] Y\n')
    assert.equal(added(''), '[^8]: ‸X\n[^9]: Y')
  })

  it('stand before what would be read with them', () => {
    assert.equal(added('A.[^1]\n\n[^1]: B\nlazy\n\nC.\n'), 'A.[^1]\n\n[^1]: B\nlazy\n[^8]: ‸X\n[^9]: Y\n\nC.\n')
    assert.equal(added('A.[^1]\n\n[^1]: B\n# C\n'), 'A.[^1]\n\n[^1]: B\n[^8]: ‸X\n[^9]: Y\n\n# C\n')
    assert.equal(added('A.[^1]\n\n> [^1]: B\n'), 'A.[^1]\n\n> [^1]: B\n\n[^8]: ‸X\n[^9]: Y\n')
    assert.equal(added('A.[^1]\n\n   [^1]: B\n'), 'A.[^1]\n\n   [^1]: B\n[^8]: ‸X\n[^9]: Y\n')
    assert.equal(endOfProse(readingOf('A.\n\n```\nb\n')), 2)
    assert.equal(endOfProse(readingOf('A.\n\n```\nb\n```\n\n')), 13)
  })
})
