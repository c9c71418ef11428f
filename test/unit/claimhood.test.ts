import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { isClaim } from '../../server/core/marks/worth.ts'
import { passagesOf } from './passages.ts'

const isOne = (text: string): boolean => {
  const [p] = passagesOf(text)
  assert.ok(p && p.starts.length === 2, `one sentence: ${text}`)
  return isClaim(p, { from: 0, to: p.tokens.length })
}

/** Sentences that state something, beside sentences much like them that do not. */
const PAIRS: ReadonlyArray<readonly [stated: string, not: string]> = [
  ['Look, the roof has leaked since March.', 'Look at the roof.'],
  ['Remember, the council sold the school in 2009.', 'Remember to lock the school.'],
  ['Let me say that the council sold the school.', 'Let me say what I can.'],
  ['Let me tell you that the council sold the school.', 'Let me tell you why the council sold the school.'],
  ['Let me make it very clear: the council sold the school.', 'Let me make it.'],
  ["Let's be clear: the council sold the school.", "Let's be kind to the council."],
  ['But let me just say, the council sold the school.', 'But let me just go home.'],
  ['Keep in mind that the council sold the school.', 'Keep the receipts in a drawer.'],
  ['Here is the trouble: nobody has paid for the roof.', 'Here is the roof that nobody has paid for.'],
  ["Don't you know that the council sold the school?", "Don't you like the school?"],
  ['Do you realise the council has sold the school?', 'Do you think the council has sold the school?'],
  ['The largest school in the county.', 'The school in the county.'],
  ['Nine million dollars for a new roof.', 'A roof for a new school.'],
  ['Only 9 percent of all the schools.', 'Only some of all the schools.'],
  ['More pupils in June than in July.', 'Pupils in June and in July.'],
  ['Taxes of $500 a child.', 'Add $500 to the total.'],
  ['Her firm balances the accounts within a year.', 'Her firms, the accounts and a year.'],
]

describe('what states something', () => {
  for (const [stated, not] of PAIRS) {
    it(`is: ${stated}`, () => assert.equal(isOne(stated), true))
    it(`is not: ${not}`, () => assert.equal(isOne(not), false))
  }

  it('is no label, caption or head of a table, which end without a full stop', () => {
    assert.equal(isOne('The largest school in the county'), false)
    assert.equal(isOne('Price in million dollars'), false)
  })

  it('is no line of capitals', () => {
    assert.equal(isOne('THE COUNCIL SOLD THE SCHOOL.'), false)
  })
})
