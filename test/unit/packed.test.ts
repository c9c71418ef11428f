import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { LARGEST, pack, unpack } from '../../server/core/english/fitted/packed.ts'
import { packSparse, unpackSparse } from '../../server/core/english/fitted/sparse.ts'

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

describe('packed weights of which most are 0', () => {
  const mostlyZero = fc.oneof(
    { weight: 9, arbitrary: fc.array(fc.constant(0), { maxLength: 100 }) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: -LARGEST, max: LARGEST }), { maxLength: 3 }) },
  )

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(mostlyZero), (parts) => {
        const weights = parts.flat()
        assert.deepEqual([...unpackSparse(packSparse(weights), weights.length)], weights)
      }),
    )
  })

  it('take no room for the zeros after the last one', () => {
    assert.equal(packSparse([0, 0, 5, 0, 0, 0]), packSparse([0, 0, 5]))
  })
})
