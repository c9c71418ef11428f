import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { read } from '../../server/core/reading.ts'

/** Whom each source of a draft stands for, where that is not said by its own words. */
const meant = (text: string): Array<string | undefined> =>
  read({ text, language: 'plaintext' }).attributions.map(({ resolvesTo }) => resolvesTo)

describe('who a source is', () => {
  it('is for a surname the one of that name who spoke, who bears the title, or who was named last by far', () => {
    assert.deepEqual(meant('Mark Kelly came. John Kelly said it was late. Kelly said the bill would pass.'), [
      undefined,
      'John Kelly',
    ])
    assert.deepEqual(meant('Ann Hale and Senator Tom Hale came. Senator Hale said the bill would pass.'), [
      'Senator Tom Hale',
    ])
    const between = '\nIt rained in the valley, and the river rose above the meadows.\n'
    assert.deepEqual(meant(`Mark Kelly came.${between}John Kelly came. Kelly said the bill would pass.`), [
      'John Kelly',
    ])
  })

  it('is nobody where two of one name stand near and neither spoke', () => {
    const [one] = read({
      text: 'Mark Kelly and John Kelly came. Kelly said the bill would pass.',
      language: 'plaintext',
    }).attributions
    assert.equal(one?.resolvesTo, undefined)
    assert.deepEqual(one?.candidates, ['Mark Kelly', 'John Kelly'])
  })

  it('is for “he” and “she” the last person of that gender, a subject before a speaker', () => {
    assert.deepEqual(meant('Ana Ruiz said it rained. Mr. Klein came at noon. He said it was cold.'), [
      undefined,
      'Mr. Klein',
    ])
    assert.deepEqual(meant('Tom Hale said it rained. His wife, Ann Hale, said it was cold. He said it was late.'), [
      undefined,
      undefined,
      'Tom Hale',
    ])
  })

  it('says where the name is introduced', () => {
    const text = 'The Orrin Post saw the report. It rained. The newspaper said the dam was cracked.'
    const [one] = read({ text, language: 'plaintext' }).attributions
    assert.equal(one?.introduced && text.slice(one.introduced.start, one.introduced.end), 'The Orrin Post')
  })
})
