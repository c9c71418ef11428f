import assert from 'node:assert/strict'
import type { LongText } from '../../server/core/text/draft.ts'
import { isAfterBlankLine, lineStart, linesFrom } from '../../server/core/text/lines.ts'

/** A text that counts the code units that it is asked for. */
function counting(text: string): LongText & { asked: number } {
  const counted = {
    asked: 0,
    length: text.length,
    slice: (start: number, end: number): string => {
      const part = text.slice(start, end)
      counted.asked += part.length
      return part
    },
  }
  return counted
}

describe('the lines of a long text', () => {
  it('are cut behind their breaks, as many as are asked for or there are', () => {
    const text = 'a\nb\r\nc\rd'
    assert.deepEqual(
      [0, 1, 2, 3, 4, 9].map((count) => linesFrom(text, 0, count)),
      ['', 'a\n', 'a\nb\r\n', 'a\nb\r\nc\r', text, text],
    )
    assert.equal(linesFrom(text, 3, 1), '\r\n')
    assert.equal(linesFrom(text, text.length, 1), '')
  })

  it('are whole however long they are, and wherever a break stands', () => {
    for (let length = 250; length < 260; length++) {
      const line = 'a'.repeat(length)
      assert.equal(linesFrom(`${line}\r\nb`, 0, 1), `${line}\r\n`)
      assert.equal(linesFrom(`${line}\r\nb`, 0, 2), `${line}\r\nb`)
      assert.equal(lineStart(`a\r\n${line}`, length + 3), 3)
      assert.equal(lineStart(`a\r\n${line}\r\n`, length + 4), 3)
      assert.equal(lineStart(line, length), 0)
    }
  })

  it('begin behind the break before', () => {
    const text = 'a\nb\r\nc\rd'
    assert.deepEqual(
      [...text, ''].map((_, at) => lineStart(text, at)),
      [0, 0, 2, 2, 2, 5, 5, 7, 7],
    )
  })

  it('are blank where nothing but blanks stands on them before their break', () => {
    const ends = ['', 'a', '\n', ' \t\n', 'a\n', 'a\n\n', 'a\n \n', 'a\r\n', 'a\r\n\r\n', 'a\r\r', 'a\n ', '\u00A0\n']
    assert.deepEqual(
      ends.map((text) => isAfterBlankLine(text, text.length)),
      [false, false, true, true, false, true, true, false, true, true, false, false],
    )
    for (let length = 250; length < 260; length++) {
      const blanks = ' '.repeat(length)
      assert.ok(isAfterBlankLine(`a\n${blanks}\nb`, length + 3))
      assert.ok(isAfterBlankLine(`${blanks}\r\n`, length + 2))
      assert.ok(!isAfterBlankLine(`a${blanks}\n`, length + 2))
    }
  })

  it('are found without a walk through the text', () => {
    const text = counting('A line.\n\n'.repeat(100_000))
    assert.equal(linesFrom(text, 450_000, 2), 'A line.\n\n')
    assert.equal(lineStart(text, 450_003), 450_000)
    assert.equal(isAfterBlankLine(text, 450_000), true)
    assert.ok(text.asked < 1000, String(text.asked))
  })
})
