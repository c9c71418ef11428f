import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { read } from '../../server/core/reading.ts'
import { runs } from '../chance.ts'
import { assertFixesSettle, mended } from './fixes.ts'

describe('fixes change what they say, once', () => {
  for (const language of ['plaintext', 'markdown'] as const) {
    it(`settle what they are offered for, on the seed article as ${language}`, () => {
      const text = readFileSync(new URL('../../seeds/venezuela-call.txt', import.meta.url), 'utf8')
      assertFixesSettle(read({ text, language }))
    }).timeout(120_000)
  }

  it('settle what they are offered for, on any draft, and can be undone', () => {
    fc.assert(
      fc.property(mended, (draft) => assertFixesSettle(read(draft))),
      { numRuns: runs(5000) },
    )
  }).timeout(10 * 60_000)
})
