import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { addressesIn, hostOf, isLinkable, linkEnd, withoutAddress } from '../../server/core/edits/address.ts'
import { compose, insert } from '../../server/core/edits/compose.ts'
import { nameSource, sameFigure, spellOut } from '../../server/core/edits/index.ts'
import {
  beforeSpaces,
  endOfWriting,
  isBlank,
  lineBreakOf,
  lineBreaksIn,
  lineEnd,
  lineStart,
  nextLine,
  pastSpaces,
  previousLine,
} from '../../server/core/edits/lines.ts'
import { inLine, inTitle } from '../../server/core/edits/titles.ts'
import { after as changed, readingOf } from './editsDraft.ts'

const A = 'https://example.org/a'

describe('addresses', () => {
  it('are found as they stand', () => {
    assert.deepEqual(addressesIn(`See ${A}, and <https://example.org/b>.`), [A, 'https://example.org/b'])
    assert.deepEqual(addressesIn('None.'), [])
  })

  it('leave the words around them, without the brackets and commas that were theirs', () => {
    const cases: [string, string][] = [
      [`Office, Rents, ${A}`, 'Office, Rents'],
      [`Office, <${A}>, 3 May`, 'Office, 3 May'],
      [`[Rents](${A}), 3 May`, 'Rents, 3 May'],
      [`The [Rents](${A}) of May, ${A}.`, 'The Rents of May.'],
      [`Office (${A})`, 'Office ()'],
      [`Rents,, ${A}`, 'Rents'],
      [`${A}.`, ''],
      [A, ''],
      ['  Rents.  ', 'Rents.'],
      ['.', ''],
      [`${A} and ${A}`, 'and'],
    ]
    for (const [words, left] of cases) assert.equal(withoutAddress(words), left, words)
  })

  it('stand in angle brackets where they would end a link early', () => {
    assert.equal(linkEnd(A), A)
    for (const odd of ['a(b', 'a)b', 'a\\b']) assert.equal(linkEnd(odd), `<${odd}>`)
  })

  it('are links unless they are empty, far too long, or hold what ends one', () => {
    assert.ok(isLinkable(A) && isLinkable('a'.repeat(1999)))
    for (const wrong of ['', 'a'.repeat(2000), 'a b', 'a<b', 'a>b', 'a|b', 'a\nb']) assert.ok(!isLinkable(wrong), wrong)
  })

  it('have a host', () => {
    const cases: [string, string][] = [
      ['https://www.example.org/a/b', 'example.org'],
      ['https://example.org?a', 'example.org'],
      ['http://example.org#a', 'example.org'],
      ['//example.org', 'example.org'],
      ['example.org/a', 'example.org'],
      ['/a', ''],
      ['https://wwwa.example', 'wwwa.example'],
    ]
    for (const [address, host] of cases) assert.equal(hostOf(address), host, address)
  })
})

describe('lines', () => {
  const text = 'ab\ncd\r\n\r\ref'

  it('begin and end at breaks of any kind', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 5, 7, 9, 11, 99].map((at) => lineStart(text, at)),
      [0, 0, 0, 3, 3, 7, 9, 9, 9],
    )
    assert.deepEqual(
      [0, 2, 3, 5, 7, 8, 9, 11].map((at) => lineEnd(text, at)),
      [2, 2, 5, 5, 7, 8, 11, 11],
    )
  })

  it('follow one another', () => {
    assert.deepEqual(
      [2, 5, 7, 8, 11].map((end) => nextLine(text, end)),
      [3, 7, 8, 9, 11],
    )
    assert.deepEqual(
      [0, 3, 7, 8, 9].map((start) => previousLine(text, start)),
      [undefined, 0, 3, 7, 8],
    )
  })

  it('are broken as the first of them is', () => {
    const cases: [string, string][] = [
      ['', '\n'],
      ['a', '\n'],
      ['a\r\nb\n', '\r\n'],
      ['a\nb\r\n', '\n'],
      ['a\rb', '\r'],
      ['a\r', '\r'],
    ]
    for (const [draft, lineBreak] of cases) assert.equal(lineBreakOf(draft), lineBreak, JSON.stringify(draft))
  })

  it('are counted by their breaks, CRLF being one', () => {
    assert.deepEqual(
      ['', 'a', 'a\nb', '\r\n\r\n', '\r\r', '\n\r\n\r', 'a\r\nb\nc'].map(lineBreaksIn),
      [0, 0, 1, 2, 2, 3, 2],
    )
  })

  it('may be blank, and the last that is not ends the writing', () => {
    assert.ok(isBlank(' \t\n') && isBlank('') && !isBlank(' a '))
    assert.deepEqual(['', 'a', 'a \n\n', 'a\nb  \r\n', ' \n '].map(endOfWriting), [0, 1, 2, 5, 1])
  })

  it('have spaces and tabs that can be passed', () => {
    assert.deepEqual(
      [pastSpaces(' \t a', 0), pastSpaces('a ', 0), pastSpaces('a \t', 1), pastSpaces(' \n', 0)],
      [3, 0, 3, 1],
    )
    const spaces = 'a \t b'
    assert.deepEqual([beforeSpaces(spaces, 4), beforeSpaces(spaces, 4, 2), beforeSpaces(spaces, 1)], [1, 2, 1])
    assert.deepEqual([beforeSpaces('  ', 2), beforeSpaces('\n ', 2), beforeSpaces('\tb', 1)], [0, 1, 0])
  })
})

describe('titles', () => {
  it('are one line, with one space for what cannot be seen', () => {
    assert.equal(inTitle('  The\n\t report\u0000\u202E of\u2066\u007F\u009F May  '), 'The report of May')
    assert.equal(inTitle('a\uD83Db\uDE00c'), 'a b c')
    assert.equal(inTitle('\u{1F600} é \u200F'), '\u{1F600} é \u200F')
    assert.equal(inTitle('\u001F\u0020\u0080'), '')
  })

  it('are cut after a word, or within one that is too long', () => {
    assert.equal(inTitle('a'.repeat(48)), 'a'.repeat(48))
    assert.equal(inTitle('a'.repeat(49)), `${'a'.repeat(47)}…`)
    assert.equal(inTitle(`${'a'.repeat(30)} ${'b'.repeat(30)}`), `${'a'.repeat(30)}…`)
    assert.equal(inTitle(`${'a'.repeat(20)} ${'b'.repeat(40)}`), `${'a'.repeat(20)} ${'b'.repeat(26)}…`)
    assert.equal(inTitle(`${'a'.repeat(24)} ${'b'.repeat(40)}`), `${'a'.repeat(24)} ${'b'.repeat(22)}…`)
    assert.equal(inTitle(`${'a'.repeat(46)}\u{1F600}bb`), `${'a'.repeat(46)}…`)
    assert.equal(inTitle(`${'word '.repeat(60)}`), `${'word '.repeat(9).trim()}…`)
  })

  it('and what stands in lists are free of what turns the writing', () => {
    assert.equal(inLine('a\u202Eb\u2069c\nd\u2028e\uD83Df\u{1F600}'), 'a b c d e f\u{1F600}')
    assert.equal(inLine('“é” \u200F'), '“é” \u200F')
  })
})

describe('a fix of several parts', () => {
  it('is in order, with parts that meet made one, and the caret at the first blank', () => {
    const fix = compose('abcdef', 'T', [
      insert(6, 'Z', 1),
      { start: 1, end: 2, text: 'X' },
      insert(2, 'YY', 1),
      insert(4, 'W'),
    ])
    assert.deepEqual(fix, {
      title: 'T',
      kind: 'quickfix',
      edits: [
        { start: 1, end: 2, text: 'XYY' },
        { start: 4, end: 4, text: 'W' },
        { start: 6, end: 6, text: 'Z' },
      ],
      caret: 3,
    })
    assert.equal(changed('abcdef', fix), 'aXY‸YcdWefZ')
    assert.equal(
      changed('abcdef', compose('abcdef', 'T', [{ start: 0, end: 3, text: '' }, insert(5, 'Z', 0)])),
      'de‸Zf',
    )
    assert.equal(compose('a', 'T', [insert(0, 'x')], true).preferred, true)
    assert.ok(!('preferred' in compose('a', 'T', [insert(0, 'x')])))
    assert.ok(!('caret' in compose('a', 'T', [insert(0, 'x')])))
  })

  it('joins two inserts at one place in their order, with the blank of either', () => {
    assert.equal(changed('ab', compose('ab', 'T', [insert(1, 'x'), insert(1, 'yz', 1)])), 'axy‸zb')
    assert.equal(changed('ab', compose('ab', 'T', [insert(1, 'xy', 1), insert(1, 'z', 1)])), 'ax‸yzb')
    assert.equal(compose('ab', 'T', [insert(1, 'x'), insert(1, 'y')]).edits.length, 1)
  })

  it('takes no half of a pair', () => {
    const text = 'a\u{1F600}b'
    assert.deepEqual(compose(text, 'T', [insert(2, 'x')]).edits, [{ start: 3, end: 3, text: 'x' }])
    assert.deepEqual(compose(text, 'T', [{ start: 2, end: 4, text: '' }]).edits, [{ start: 1, end: 4, text: '' }])
    assert.deepEqual(compose(text, 'T', [{ start: 0, end: 2, text: '' }]).edits, [{ start: 0, end: 3, text: '' }])
    const halves = '\uDE00\uD83D\uDBFF\uDC00\uD800\uDFFF\uD7FF\uDC00\uD800\uE000'
    const moved = Array.from({ length: 11 }, (_, at) => compose(halves, 'T', [insert(at, 'x')]).edits[0]?.start)
    assert.deepEqual(moved, [0, 1, 2, 4, 4, 6, 6, 7, 8, 9, 10])
  })
})

describe('a name, a figure and an abbreviation', () => {
  it('are written as they would stand here', () => {
    const reading = readingOf('The paper said so, and the paper left.')
    const named = (start: number, name: string): string =>
      changed(reading.draft.text, nameSource(reading, { start, end: start + 9 }, name))
    assert.equal(named(0, 'the Harbour Post'), 'The Harbour Post said so, and the paper left.')
    assert.equal(named(23, 'The Harbour Post'), 'The paper said so, and the Harbour Post left.')
    assert.equal(named(0, 'Reuters'), 'Reuters said so, and the paper left.')
    assert.equal(nameSource(reading, { start: 0, end: 9 }, 'the Post').title, 'Write The Post')
  })

  it('are not written where there is markup in them', () => {
    const same = (
      text: string,
      here: string,
      there: string,
      language: 'markdown' | 'plaintext' = 'markdown',
    ): string => {
      const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
      return changed(text, sameFigure(readingOf(text, language), spanOf(here), spanOf(there))[0])
    }
    assert.equal(same('Ten died. Later, eleven died.', 'Ten', 'eleven'), 'Eleven died. Later, eleven died.')
    assert.equal(same('Ten died. Later, eleven died.', 'eleven', 'Ten'), 'Ten died. Later, Ten died.')
    assert.equal(same('12 *men* died. 13 men died.', '12 *men*', '13 men'), 'no fix')
    assert.equal(same('12 men died. 13 *men* died.', '12 men', '13 *men*'), 'no fix')
    assert.equal(same('12 men died. 13\nmen died.', '12 men', '13\nmen', 'plaintext'), 'no fix')
  })

  it('are spelt out at their first use outside headings, with one article', () => {
    const spelt = (text: string, standsFor: string | undefined): string => {
      const reading = readingOf(text, 'markdown')
      const abbreviations = [...text.matchAll(/TWP/g)].map(({ index }) => ({
        start: index,
        end: index + 3,
        text: 'TWP',
        ...(standsFor !== undefined && { standsFor }),
      }))
      const last = abbreviations.at(-1)
      assert.ok(last)
      return changed(text, spellOut({ ...reading, abbreviations } as never, last as never)[0])
    }
    const name = 'The Washington Post'
    assert.equal(spelt('TWP left. TWP is back.', name), 'The Washington Post (TWP) left. TWP is back.')
    assert.equal(spelt('# TWP\n\nIt said TWP left.', name), '# TWP\n\nIt said The Washington Post (TWP) left.')
    assert.equal(spelt('# TWP', name), '# The Washington Post (TWP)')
    assert.equal(spelt('The TWP left.', 'the Washington Post'), 'The Washington Post (TWP) left.')
    assert.equal(spelt('Now the TWP left.', name), 'Now The Washington Post (TWP) left.')
    for (const before of ['a', 'an', 'it', 'its', 'his', 'her', 'our', 'one’s', "one's"])
      assert.equal(spelt(`Now ${before} TWP report.`, name), `Now ${before} Washington Post (TWP) report.`)
    assert.equal(spelt('Now bathe TWP well.', name), 'Now bathe The Washington Post (TWP) well.')
    assert.equal(spelt('Now via TWP it came.', name), 'Now via The Washington Post (TWP) it came.')
    assert.equal(spelt('Now the TWP left.', 'Breathe Well'), 'Now the Breathe Well (TWP) left.')
    for (const nothing of [undefined, '', '  ']) assert.equal(spelt('TWP left.', nothing), 'no fix')
  })
})
