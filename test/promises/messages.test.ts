import fc from 'fast-check'
import { runs } from '../chance.ts'
import {
  assertHears,
  assertNotDeaf,
  assertStarts,
  brokenStream,
  endServer,
  mutatedIntroduction,
  mutatedMessages,
} from './messages.ts'

/** A failure is made smaller for so long, in milliseconds. */
const LONGEST = 60_000

describe('no message stops the server silently', function () {
  this.timeout(300_000)
  after(endServer)

  it('whatever is wrong within a message', async () => {
    await fc.assert(fc.asyncProperty(mutatedMessages, assertHears), {
      numRuns: runs(1000),
      interruptAfterTimeLimit: LONGEST,
    })
  })

  it('whatever is wrong with the first message', async () => {
    await fc.assert(fc.asyncProperty(mutatedIntroduction, assertStarts), {
      numRuns: runs(20),
      interruptAfterTimeLimit: LONGEST,
    })
  })

  it('whatever is wrong with the frames of messages', async () => {
    await fc.assert(fc.asyncProperty(brokenStream, assertNotDeaf), {
      numRuns: runs(40),
      interruptAfterTimeLimit: LONGEST,
    })
  })
})
