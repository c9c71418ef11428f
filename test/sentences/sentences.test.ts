import assert from 'node:assert/strict'
import { asRead, boundaryCase, boundaryCases, scoreBoundaries } from './cases.ts'

/** Lines cut exactly right, and boundaries found, missed and made up: what has been reached and is not given up again. */
const REACHED = {
  'cases-a.txt': { whole: 542, lines: 542, missed: 0, wrong: 0 },
  'cases-b.txt': { whole: 100, lines: 100, missed: 0, wrong: 0 },
  'cases-c.txt': { whole: 160, lines: 160, missed: 0, wrong: 0 },
}

describe('sentence boundaries', function () {
  // some hundred drafts are read one after another
  this.timeout(10_000)

  for (const [name, floor] of Object.entries(REACHED))
    it(`cuts the lines of ${name} as well as before`, () => {
      const { hits, read, true: gold, whole, lines } = scoreBoundaries(boundaryCases(name))
      assert.equal(lines, floor.lines, 'A case was added or lost: say so in REACHED.')
      assert.ok(whole >= floor.whole, `${whole} lines are right, ${floor.whole} were.`)
      assert.ok(gold - hits <= floor.missed, `${gold - hits} boundaries are missed, ${floor.missed} were.`)
      assert.ok(read - hits <= floor.wrong, `${read - hits} boundaries are made up, ${floor.wrong} were.`)
    })

  it('reads the notation of the case files, and writes it', () => {
    assert.deepEqual(boundaryCase('No. | Yes. | So?'), { text: 'No. Yes. So?', boundaries: [4, 9] })
    assert.equal(asRead('It is late. The shop is shut.'), 'It is late. | The shop is shut.')
  })

  it('counts what is missed and what is made up', () => {
    const score = scoreBoundaries(['One shop is. Shut now.', 'He left. | She stayed.'].map(boundaryCase))
    assert.deepEqual(score, { hits: 1, read: 2, true: 1, whole: 1, lines: 2, f1: 2 / 3 })
  })
})
