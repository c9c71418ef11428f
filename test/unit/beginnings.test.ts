import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import * as calendar from '../../server/core/english/lexicon/calendar.ts'
import * as doubts from '../../server/core/english/lexicon/doubts.ts'
import * as numbers from '../../server/core/english/lexicon/numbers.ts'
import { cuesIn } from '../../server/core/marks/cues.ts'
import { dates } from '../../server/core/marks/dates.ts'
import { figures } from '../../server/core/marks/figures.ts'
import type { Passage } from '../../server/core/marks/passage.ts'
import { unverified } from '../../server/core/marks/unverified.ts'
import { anyDraft } from '../properties/anyDraft.ts'
import { passagesOf } from './passages.ts'

/** A passage at each word of which anything may begin, so that nothing is passed over. */
const lookedAtClosely = (p: Passage): Passage => ({
  ...p,
  tokens: p.tokens.map((token) => ({ ...token, word: { ...token.word, begins: -1 } })),
})

const marksOf = (p: Passage) => ({
  cues: cuesIn(p),
  dates: dates(p),
  figures: figures(p),
  unverified: unverified(p, 0),
})

function assertSame(text: string): void {
  for (const p of passagesOf(text)) assert.deepEqual(marksOf(p), marksOf(lookedAtClosely(p)), text)
}

/** The words of our lists, and words that stand beside them in dates, sums, counts and doubts. */
const WORDS = [
  ...[calendar, doubts, numbers].flatMap((lists) =>
    Object.values(lists).flatMap((list) => (list instanceof Set ? [...(list as Set<string>)] : [])),
  ),
  ...'said says told according to that the The a is was has not yet by of in and or on , . : “ ” " 2 12th 40 1,000 2026 3:30 $ / % years people evidence claims mid-May one-third twenty-two'.split(
    ' ',
  ),
]
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
const sentence = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.boolean()), { minLength: 1, maxLength: 25 })
  .map((words) => words.map(([word, isName]) => (isName ? capitalised(word) : word)).join(' '))

describe('what may begin at a word', () => {
  it('leaves out no mark of the seeds and the articles', () => {
    for (const folder of ['../../seeds', '../articles'])
      for (const name of readdirSync(join(import.meta.dirname, folder)).filter((file) => /\.(?:md|txt)$/.test(file)))
        assertSame(readFileSync(join(import.meta.dirname, folder, name), 'utf8'))
  })

  it('leaves out no mark of any text', () => {
    fc.assert(fc.property(sentence, assertSame), { numRuns: 3000 })
    fc.assert(
      fc.property(anyDraft, ({ text }) => assertSame(text)),
      { numRuns: 500 },
    )
  }).timeout(30_000)
})
