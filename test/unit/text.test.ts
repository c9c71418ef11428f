import assert from 'node:assert/strict'
import fc from 'fast-check'
import { slice } from '../../server/core/text/draft.ts'
import { innermost, placeIn, touched } from '../../server/core/text/search.ts'
import { byPosition, contains, hull, lengthOf, overlaps, type Span, touches } from '../../server/core/text/span.ts'
import { runs } from '../chance.ts'

const span = (start: number, end: number): Span => ({ start, end })
const spans = fc
  .array(
    fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 8 })).map(([start, length]) => span(start, start + length)),
    { maxLength: 12 },
  )
  .map((list) => list.sort(byPosition))

describe('spans', () => {
  it('are half-open', () => {
    assert.equal(lengthOf(span(3, 7)), 4)
    assert.equal(slice({ text: 'a claim', language: 'plaintext' }, span(2, 7)), 'claim')
    assert.ok(overlaps(span(0, 3), span(2, 4)) && overlaps(span(2, 4), span(0, 3)))
    assert.ok(!overlaps(span(0, 3), span(3, 4)) && !overlaps(span(3, 4), span(0, 3)))
    assert.ok(!overlaps(span(2, 2), span(2, 4)))
  })

  it('hold what lies in them, themselves too', () => {
    assert.ok(contains(span(2, 6), span(2, 6)) && contains(span(2, 6), span(3, 5)))
    assert.ok(!contains(span(2, 6), span(1, 6)) && !contains(span(2, 6), span(2, 7)))
  })

  it('are touched by a caret within and at either edge', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((at) => touches(span(2, 4), at)),
      [false, true, true, true, false],
    )
  })

  it('are in the order of the draft, the longer one first', () => {
    assert.deepEqual([span(4, 5), span(1, 2), span(1, 5)].sort(byPosition), [span(1, 5), span(1, 2), span(4, 5)])
  })

  it('have a hull', () => {
    assert.deepEqual(hull([span(4, 5), span(1, 2), span(2, 9), span(3, 4)]), span(1, 9))
  })
})

describe('searches in spans', () => {
  const three = [span(2, 4), span(4, 9), span(12, 13)]

  it('find the one that begins last before an offset, or at it', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 11, 12, 99].map((at) => placeIn(three, at)),
      [-1, 0, 0, 1, 1, 2, 2],
    )
    assert.equal(placeIn([], 3), -1)
  })

  it('find the one that begins last of those around another', () => {
    const nested = [span(0, 20), span(2, 10), span(2, 6), span(8, 9)]
    assert.equal(innermost(nested, span(3, 5)), nested[2])
    assert.equal(innermost(nested, span(3, 8)), nested[1])
    assert.equal(innermost(nested, span(8, 11)), nested[0])
    assert.equal(innermost(nested, span(8, 21)), undefined)
    assert.equal(innermost([span(3, 4)], span(0, 1)), undefined)
  })

  it('look back over sixty-four spans and no further', () => {
    const small = (count: number): Span[] => Array.from({ length: count }, (_, at) => span(at + 1, at + 2))
    const held = span(70, 90)
    assert.deepEqual(innermost([span(0, 99), ...small(63)], held), span(0, 99))
    assert.equal(innermost([span(0, 99), ...small(64)], held), undefined)
  })

  it('say whether any span shares a code unit with another, as looking at each would', () => {
    fc.assert(
      fc.property(spans, spans, (items, others) => {
        const isTouched = touched([...items].reverse())
        for (const other of others)
          assert.equal(
            isTouched(other),
            items.some((item) => overlaps(item, other)),
          )
      }),
      { numRuns: runs(300) },
    )
  })

  it('do not change what they are given', () => {
    const items = [span(4, 6), span(1, 5)]
    touched(items)
    assert.deepEqual(items, [span(4, 6), span(1, 5)])
  })
})
