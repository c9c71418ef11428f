import assert from 'node:assert/strict'
import fc from 'fast-check'
import { check } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { anyDraft, newsDraft } from './anyDraft.ts'
import { assertFindings, assertSound } from './sound.ts'

const runs = Number(process.env.RUNS ?? 1500)

describe('any string at all', () => {
  it('is read, with every span in the draft and in order', () => {
    fc.assert(
      fc.property(fc.oneof(anyDraft, newsDraft), (draft) => {
        assertSound(read(draft))
      }),
      { numRuns: runs },
    )
  }).timeout(120_000)

  it('is checked, with findings that stand in the draft', () => {
    fc.assert(
      fc.property(fc.oneof(anyDraft, newsDraft), (draft) => {
        const reading = read(draft)
        assertFindings(reading, check(reading))
      }),
      { numRuns: runs },
    )
  }).timeout(120_000)

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        assert.deepEqual(read({ ...draft }), read({ ...draft }))
      }),
      { numRuns: runs / 5 },
    )
  }).timeout(120_000)
})
