import assert from 'node:assert/strict'
import { composed } from '../../server/core/live/compose.ts'
import { findingsOf } from '../../server/core/live/findings.ts'
import { lasting } from '../../server/core/live/lasting.ts'
import { openLive } from '../../server/core/live/live.ts'
import type { Language } from '../../server/core/text/draft.ts'

const REST = '\n\nThe bus was late.\n\nNobody came.\n\nIt rained.\n\nThe bus was late again.\n\n'

/** What is found in a beginning, and what of it is shown while more follows, by rule. */
function beginning(text: string, language: Language = 'markdown') {
  const live = openLive({ text, language })
  const findings = findingsOf(live, composed(live))
  return { found: findings.map(({ rule }) => rule), shown: lasting(live, findings).map(({ rule }) => rule) }
}

describe('what is shown of a draft while the rest of it is being read', () => {
  it('is what nothing further down will change', () => {
    const { found, shown } = beginning(`Crime in the county has doubled since 2019.${REST}`)
    assert.deepEqual([found, shown], [['unsourced-claim'], ['unsourced-claim']])
  })

  it('is nothing that a note further down may carry', () => {
    const { found, shown } = beginning(`Crime in the county has doubled since 2019.[^1]${REST}`)
    assert.ok(found.includes('undefined-citation'))
    assert.deepEqual(shown, [])
    for (const cite of [' [1]', ' [report][r]', ' (Ward 2014)', ' (see Ward and others, 2014)', ' (Sheriff, n.d.)'])
      assert.deepEqual(
        beginning(`Crime in the county has doubled since 2019${cite}.${REST}`, 'plaintext').shown,
        [],
        cite,
      )
  })

  it('is nothing that depends on all of the draft', () => {
    const { found, shown } = beginning(`The Harbour Post reported that 21 boats sank in May.${REST}`)
    assert.deepEqual([found, shown], [['uncited-attribution'], []])
    // further down it may say who TK is
    assert.deepEqual(beginning(`The factory employs TK people.${REST}`).shown, [])
  })

  it('is nothing while its front matter is not closed', () => {
    assert.deepEqual(beginning(`---\ntitle: Crime\n\nCrime in the county has doubled since 2019.${REST}`).shown, [])
  })

  it('is nothing in the paragraphs that the next ones may belong to', () => {
    const { found, shown } = beginning(
      'Nobody came.\n\nThe bus was late.\n\nCrime in the county has doubled since 2019.\n\n',
    )
    assert.deepEqual([found, shown], [['unsourced-claim'], []])
  })
})
