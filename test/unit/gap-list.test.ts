import assert from 'node:assert/strict'
import fc from 'fast-check'
import { GapList } from '../../server/core/live/gapList.ts'

const changes = fc.array(
  fc.record({ at: fc.nat(30), length: fc.nat(6), by: fc.array(fc.nat(9), { maxLength: 6 }), limit: fc.nat(9) }),
  { maxLength: 30 },
)

describe('a list with a gap', () => {
  it('holds what an array does after the same changes', () => {
    fc.assert(
      fc.property(changes, (all) => {
        const list = new GapList<number>()
        const plain: number[] = []
        for (const { at, length, by, limit } of all) {
          const start = Math.min(at, plain.length)
          const end = Math.min(start + length, plain.length)
          assert.deepEqual(list.slice(start, end), plain.slice(start, end))
          assert.deepEqual(list.replace(start, end, by), plain.splice(start, end - start, ...by))
          assert.equal(list.length, plain.length)
          for (let i = -1; i <= plain.length; i++) assert.equal(list.at(i), plain[i])
          const used: number[] = []
          list.forEach((one) => void used.push(one))
          assert.deepEqual(used, plain)
          assert.equal(
            list.some((one) => one === limit),
            plain.includes(limit),
          )
        }
      }),
    )
  })

  it('finds where those end that hold, wherever its gap is', () => {
    const list = new GapList<number>()
    list.replace(0, 0, [0, 1, 2, 3, 4, 5, 6, 7])
    for (let gap = 0; gap <= 8; gap++) {
      list.replace(gap, gap, [])
      for (let limit = 0; limit <= 8; limit++)
        assert.equal(
          list.leading((one) => one < limit),
          limit,
        )
    }
  })
})
