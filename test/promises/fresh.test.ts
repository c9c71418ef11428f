import assert from 'node:assert/strict'
import { SEED } from '../chance.ts'
import { type } from './fresh.ts'

const EDITS = 1000
const BETWEEN = 5

describe('no diagnostics are stale', function () {
  this.timeout(120_000)

  for (const pulls of [false, true])
    it(`where the client ${pulls ? 'asks for them' : 'is sent them'}, however fast somebody types`, async () => {
      const found = await type(EDITS, BETWEEN, SEED, pulls)
      assert.equal(found.answered, EDITS, `SEED=${SEED}`)
      assert.ok(found.cancelled > 0 && found.cancelled < (EDITS * 3) / 4, `${found.cancelled} cancelled; SEED=${SEED}`)
      assert.ok(pulls ? found.published === 0 : found.published > 1, `${found.published} published; SEED=${SEED}`)
    })
})
