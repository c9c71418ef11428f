import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { unpack } from '../../server/core/english/fitted/packed.ts'
import { TAGGER_WEIGHTS } from '../../server/core/english/fitted/tagger.ts'
import { tagFeatures } from '../../server/core/english/tagFeatures.ts'
import { decide, tag } from '../../server/core/english/tagger.ts'
import { TAGS } from '../../server/core/english/tags.ts'
import { type Token, tokenize } from '../../server/core/english/tokens.ts'
import { anyDraft } from '../properties/anyDraft.ts'

const weights = unpack(TAGGER_WEIGHTS)
const seeds = join(import.meta.dirname, '../../seeds')

/** The tags of a sentence as the scripts that fit them see them: every feature of every token by itself. */
function byFeatures(tokens: readonly Token[]): string[] {
  const scores = new Int32Array(TAGS.length)
  const of = (name: (typeof TAGS)[number]) => scores[TAGS.indexOf(name)] as number
  let last: number = TAGS.length
  let before: number = TAGS.length
  return tokens.map((token, i) => {
    let best = token.word.fixedTag
    if (best < 0) {
      best = decide(weights, tagFeatures(tokens, 0, tokens.length, i, last, before), scores)
      const isPast = TAGS[best] === 'VBD' || TAGS[best] === 'VBN'
      if (token.word.past && !isPast) best = TAGS.indexOf(of('VBN') > of('VBD') ? 'VBN' : 'VBD')
    }
    before = last
    last = best
    return TAGS[best] as string
  })
}

function assertSame(text: string): void {
  const tokens = tokenize(text, 0, text.length)
  tag(tokens, 0, tokens.length)
  assert.deepEqual(
    tokens.map((token) => token.tag),
    byFeatures(tokens),
  )
}

describe('the tagger', () => {
  it('gives with its sums the tags that its features give', () => {
    for (const name of readdirSync(seeds))
      for (const line of readFileSync(join(seeds, name), 'utf8').split('\n')) assertSame(line)
    fc.assert(
      fc.property(anyDraft, ({ text }) => assertSame(text)),
      { numRuns: 300 },
    )
  }).timeout(20_000)
})
