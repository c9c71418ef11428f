import { join } from 'node:path'
import { read } from '../../server/core/index.ts'
import { f1 } from './counts.ts'
import { jsonLines, notThere } from './data.ts'
import type { Measured } from './rows.ts'

const SET = 'ClaimBuster, debates of 2012'

/**
 * Scores check-worthiness against ClaimBuster (Arslan et al., ICWSM 2020). A text is as check-worthy as the worthiest of its claims;
 * without a claim its worth is 0.
 */
export function measureCheckworthy(folder: string): Measured {
  const path = join(folder, 'data/claimbuster/dev.jsonl')
  const texts = jsonLines<{ text: string; label: number }>(path)
  if (texts === undefined) return { rows: [], missing: [notThere(SET, path)] }
  const scored = texts
    .map(({ text, label }) => ({
      gold: Number(label) === 1,
      worth: Math.max(0, ...read({ text, language: 'plaintext' }).claims.map(({ worth }) => worth)),
    }))
    .sort((a, b) => b.worth - a.worth)
  const worthy = scored.filter(({ worth }) => worth >= 0.5)
  const gold = scored.filter((one) => one.gold).length
  const hits = worthy.filter((one) => one.gold).length
  let seen = 0
  let precisions = 0
  scored.forEach((one, i) => {
    if (one.gold) precisions += ++seen / (i + 1)
  })
  const about = { set: SET, digits: 1, better: 'more' } as const
  return {
    rows: [
      {
        ...about,
        id: 'claimbuster.f1',
        measure: 'check-worthy at 0.5, F1',
        value: f1({ hits, read: worthy.length, gold }),
      },
      {
        ...about,
        id: 'claimbuster.ap',
        measure: 'average precision, %',
        value: gold === 0 ? 0 : (100 * precisions) / gold,
      },
    ],
    missing: [],
  }
}
