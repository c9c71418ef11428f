import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { check, read } from '../../server/core/index.ts'
import { figures } from '../../server/core/marks/figures.ts'
import { handWorth, oddsOfBoth, type Worth, worthOf } from '../../server/core/marks/worth.ts'
import { WORTH_BUCKETS, worthFeatures } from '../../server/core/marks/worthFeatures.ts'
import { passagesOf } from './passages.ts'

const worth = (text: string): Worth => {
  const [p] = passagesOf(text)
  assert.ok(p)
  return worthOf(p, { from: 0, to: p.tokens.length }, figures(p))
}

const featuresOf = (text: string): number[] => {
  const [p] = passagesOf(text)
  if (p === undefined) return []
  const range = { from: 0, to: p.tokens.length }
  const counted = figures(p)
  return Array.from(worthFeatures(p, range, counted, handWorth(p, range, counted)))
}

describe('check-worthiness', () => {
  const worthy = [
    'Unemployment rose by 12 percent last year.',
    'The senator voted against the bill three times.',
    'We spend more on health care than any other nation.',
    'The company cut 4,000 jobs and moved them overseas.',
  ]
  const unworthy = [
    'I want to thank the university for having us here.',
    'I think we have to work together on this.',
    'We need leaders who listen.',
    'I believe in the future of this country.',
  ]
  for (const text of worthy) it(`is over a half: ${text}`, () => assert.ok(worth(text).worth > 0.5))
  for (const text of unworthy) it(`is under a half: ${text}`, () => assert.ok(worth(text).worth < 0.5))

  it('does not grow when a sentence is said twice over', () => {
    const once = worth('The company cut 4,000 jobs').worth
    const twice = worth('The company cut 4,000 jobs and the company cut 4,000 jobs').worth
    assert.ok(Math.abs(once - twice) < 0.2, `${once} and ${twice}`)
  })

  it('is no warning where no verb is seen', () => {
    const text = 'Nine million dollars for a new roof over the school.'
    const reading = read({ text, language: 'plaintext' })
    assert.equal(reading.claims.length, 1)
    assert.deepEqual(check(reading), [])
    const told = read({ text: 'The school paid nine million dollars for a new roof.', language: 'plaintext' })
    assert.equal(check(told).length, 1)
  })
})

describe('the odds of two things', () => {
  it('are those of the product of their chances', () => {
    const chance = (odds: number): number => 1 / (1 + Math.exp(-odds))
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: -20, max: 20, noNaN: true }),
        (a, b) => {
          assert.ok(Math.abs(chance(oddsOfBoth(a, b)) - chance(a) * chance(b)) < 1e-9)
        },
      ),
    )
  })
})

describe('the features of check-worthiness', () => {
  it('are buckets of the table, each once, the same each time', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences', maxCount: 3 }), (text) => {
        const features = featuresOf(text)
        assert.equal(new Set(features).size, features.length)
        assert.ok(features.every((feature) => Number.isInteger(feature) && feature >= 0 && feature < WORTH_BUCKETS))
        assert.deepEqual(featuresOf(text), features)
      }),
    )
  })

  it('are the same for one number as for another of its length', () => {
    assert.deepEqual(featuresOf('They built 4,000 houses.'), featuresOf('They built 7,312 houses.'))
  })

  it('know the order of words', () => {
    assert.notDeepEqual(featuresOf('He hit him hard.').sort(), featuresOf('Him he hit hard.').sort())
  })
})
