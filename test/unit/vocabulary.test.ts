import assert from 'node:assert/strict'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { wordType } from '../../server/core/english/vocabulary.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const typeOf = (text: string) => wordType(text, 0, text.length, 'word')

describe('the vocabulary', () => {
  it('gives every place of a word the same type, and other words others', () => {
    const text = 'Rents rose. Rents fell; rents'
    assert.equal(wordType(text, 0, 5, 'word'), wordType(text, 12, 17, 'word'))
    assert.equal(typeOf('Rents'), wordType(text, 0, 5, 'word'))
    assert.notEqual(typeOf('Rents'), typeOf('rents'))
    assert.notEqual(wordType('1', 0, 1, 'number'), wordType('1', 0, 1, 'other'))
    assert.deepEqual([typeOf('Rents').text, typeOf('Rents').lower], ['Rents', 'rents'])
  })

  it('holds more words than it remembers', () => {
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < 150_000; i++) assert.equal(typeOf(`w${i}`).text, `w${i}`)
    assert.equal(typeOf('w149999'), typeOf('w149999'))
  }).timeout(10_000)

  it('does not hold on to the drafts that its words come from', () => {
    const used = () => {
      collect()
      return process.memoryUsage().heapUsed
    }
    const before = used()
    for (let i = 0; i < 40; i++) {
      const word = `interdepartmental${String.fromCharCode(97 + (i % 26), 97 + (i >> 2))}`
      const draft = 'the '.repeat(250_000) + word
      wordType(draft, draft.length - word.length, draft.length, 'word')
    }
    assert.ok(used() - before < 10e6, 'forty drafts of a megabyte are kept')
  }).timeout(10_000)
})
