import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { LARGEST, pack, unpack } from '../../server/core/english/fitted/packed.ts'

describe('packed weights', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -LARGEST, max: LARGEST })), (weights) => {
        assert.deepEqual([...unpack(pack(weights))], weights)
      }),
    )
  })

  it('stand in a string literal as they are', () => {
    const text = pack(Array.from({ length: 2 * LARGEST + 1 }, (_, i) => i - LARGEST))
    assert.doesNotMatch(text, /['\\\n\r\u2028]/)
  })
})
