import assert from 'node:assert/strict'
import { DraftText } from '../../server/lsp/draftText.ts'

const draftOf = (text: string): DraftText => DraftText.create('file:///a.md', 'markdown', 1, text)

/** A third of a text that is kept in three pieces. */
const THIRD = 3000

/** How many lines a draft has after an edit. */
function linesAfter(text: string, start: number, end: number, put: string): number {
  const document = draftOf(text)
  document.replace({ start, end }, put, 2)
  return document.lineCount
}

describe('the text of a long draft', () => {
  const before = 'a'.repeat(THIRD - 1)
  const behind = 'b'.repeat(2 * THIRD)

  it('has one line end where CR and LF come to stand in two pieces', () => {
    assert.equal(draftOf(`${before}\r\n${behind}`).lineCount, 2)
    assert.equal(linesAfter(`${before}\r${behind}`, THIRD, THIRD, '\n'), 2)
    assert.equal(linesAfter(`${before}\r${behind.slice(1)}\n`, THIRD, 3 * THIRD - 1, ''), 2)
    assert.equal(linesAfter(`${before}\n${behind}`, THIRD - 1, THIRD - 1, '\r'), 2)
  })

  it('has two where something comes between them, or they stand the other way round', () => {
    assert.equal(linesAfter(`${before}\r\n${behind}`, THIRD, THIRD, 'x'), 3)
    assert.equal(linesAfter(`${before}\n${behind}`, THIRD, THIRD, '\r'), 3)
  })

  it('has no position within a break', () => {
    const document = draftOf(`${before}\r\n${behind}`)
    assert.deepEqual(document.positionAt(THIRD), { line: 0, character: THIRD - 1 })
    assert.deepEqual(document.positionAt(THIRD + 1), { line: 1, character: 0 })
    assert.equal(document.offsetAt({ line: 0, character: THIRD }), THIRD - 1)
  })

  it('tells where the lines around an offset begin', () => {
    const document = draftOf(`One.\r\n${before}\n${behind}`)
    assert.deepEqual(document.linesAround(5), { start: 0, next: 6 })
    assert.deepEqual(document.linesAround(THIRD), { start: 6, next: THIRD + 6 })
    assert.deepEqual(document.linesAround(THIRD + 6), { start: THIRD + 6, next: document.length })
  })

  it('holds a NUL as long as one is in it', () => {
    const document = draftOf(before + behind)
    assert.equal(document.hasNul, false)
    document.replace({ start: 7000, end: 7000 }, '\0', 2)
    assert.equal(document.hasNul, true)
    document.replace({ start: 7000, end: 7001 }, '', 3)
    assert.equal(document.hasNul, false)
  })

  it('can be taken out and put in again', () => {
    const document = draftOf(before + behind)
    document.replace({ start: 0, end: document.length }, '', 2)
    assert.deepEqual([document.length, document.lineCount, document.getText()], [0, 1, ''])
    assert.deepEqual(document.positionAt(9), { line: 0, character: 0 })
    document.replace({ start: 0, end: 0 }, `${behind}\n`, 3)
    assert.deepEqual([document.length, document.lineCount, document.version], [2 * THIRD + 1, 2, 3])
  })

  it('stays as it was where it has been given away, whatever is edited later', () => {
    const document = draftOf(before + behind)
    const [whole, part] = [document.beginning(document.length, 'markdown'), document.beginning(THIRD, 'markdown')]
    document.replace({ start: 10, end: THIRD + 10 }, 'x', 2)
    assert.equal(part.text, `${before}b`)
    assert.equal(part.slice(THIRD - 2, THIRD + 9), 'ab')
    assert.equal(whole.text, before + behind)
    assert.deepEqual([whole.length, part.length, document.length], [3 * THIRD - 1, THIRD, 2 * THIRD])
  })

  it('takes nothing but text, and stays as it is where it is given something else', () => {
    assert.throws(() => draftOf(undefined as unknown as string), TypeError)
    const document = draftOf('One.')
    assert.throws(() => document.replace({ start: 0, end: 4 }, null as unknown as string, 2), TypeError)
    assert.deepEqual([document.getText(), document.version], ['One.', 1])
  })
})
