import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { clausesOf } from '../../server/core/marks/clauses.ts'
import { spanOf } from '../../server/core/marks/passage.ts'
import { relativesIn } from '../../server/core/marks/relatives.ts'
import { passagesOf } from './passages.ts'

const rangesIn = (
  text: string,
  find: (p: ReturnType<typeof passagesOf>[number]) => Array<{ from: number; to: number }>,
) => {
  const [p] = passagesOf(text)
  assert.ok(p)
  return find(p).map((range) => {
    const { start, end } = spanOf(p, range)
    return text.slice(start, end)
  })
}

const clauses = (text: string): string[] =>
  rangesIn(text, (p) => clausesOf(p, { from: 0, to: p.tokens.length }).map(({ words }) => words))

const relatives = (text: string): string[] => rangesIn(text, (p) => relativesIn(p, { from: 0, to: p.tokens.length }))

describe('the clauses of a sentence', () => {
  for (const [first, joint, second] of [
    ['The fire killed 12 people', ', and ', 'the storm destroyed 300 homes.'],
    ['The fire killed 12 people', ', but ', 'on Friday the storm destroyed 300 homes.'],
    ['The fire killed 12 people', '; ', 'in May, the storm destroyed 300 homes.'],
    ['The fire killed 12 people', '; but ', 'Ann Lee, its chief, said so.'],
    ['The fire ended quickly', ' and ', 'the harbour was closed.'],
    ['The fire killed 12 people', ' — ', 'while the storm destroyed 300 homes.'],
  ] as const) {
    it(`are two: ${first}${joint}${second}`, () =>
      assert.deepEqual(clauses(`${first}${joint}${second}`), [first, second]))
  }

  it('begin with one that leans on the next', () => {
    assert.deepEqual(clauses('Even though the fire killed 12 people, the harbour was open.'), [
      'Even though the fire killed 12 people',
      'the harbour was open.',
    ])
  })

  for (const text of [
    'The mayor met the governor and the chief and left.',
    'The mayor met the governor, and left for Rome.',
    'Police said the mayor and the chief were away.',
    'The man who stole the car, and the woman who drove it, were jailed.',
    'The men came from York; from Leeds, where it rained; and from Hull.',
    'It cost a lot, but still less than the 5 million spent in June.',
    'If the rains fail, and the river falls, there will be no water.',
    'He wrote “The war ended, and the peace was stolen” in May.',
    'The plan (the firm liked it, and the mayor hated it) was dropped.',
    'He called her, and him she called too.',
    'Rents fell, and so did wages.',
  ]) {
    it(`are one: ${text}`, () => assert.deepEqual(clauses(text), [text]))
  }
})

describe('relative clauses that add something', () => {
  it('end where the sentence goes on', () => {
    assert.deepEqual(relatives('The bridge, which cost 4 million, was opened.'), ['which cost 4 million'])
    assert.deepEqual(relatives('The bridge, which cost 4 million, a high sum, was opened.'), [
      'which cost 4 million, a high sum',
    ])
    assert.deepEqual(relatives('Ruiz praised the club, whose chairman fled, and left.'), ['whose chairman fled'])
    assert.deepEqual(relatives('Police said the man, who had fled, was caught.'), ['who had fled'])
    assert.deepEqual(relatives('They saw the storm, which killed 12 people, injured 40, and destroyed homes.'), [
      'which killed 12 people, injured 40, and destroyed homes.',
    ])
  })

  it('are not those that tell which is meant, nor those in quotations and brackets', () => {
    assert.deepEqual(relatives('The bridge which cost 4 million was opened.'), [])
    assert.deepEqual(relatives('He sang “The bridge, which fell, was green” in May.'), [])
    assert.deepEqual(relatives('The bridge (in the north, which is poor) was opened.'), [])
  })
})
