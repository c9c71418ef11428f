import assert from 'node:assert/strict'
import { countStops } from '../../client/stops.ts'

describe('a server that stops by itself', () => {
  it('is started again four times in three minutes, then given up, and anew once it is started by hand', () => {
    let time = 0
    const isToStart = countStops(() => time)
    for (let turn = 0; turn < 2; turn++) {
      for (let stop = 0; stop < 4; stop++) assert.equal(isToStart(), true)
      time += 179_000
      assert.equal(isToStart(), false)
    }
  })

  it('is started again for ever where it stops now and then', () => {
    let time = 0
    const isToStart = countStops(() => time)
    for (let stop = 0; stop < 40; stop++) {
      assert.equal(isToStart(), true)
      time += 45_000
    }
  })
})
