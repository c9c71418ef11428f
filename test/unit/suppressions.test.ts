import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import type { Directive } from '../../server/core/blocks/block.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'
import type { RuleSetting } from '../../server/core/settings.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { handmade } from './handmade.ts'

const ACTIONS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'] as const

/** A draft in which each TK is a finding of citation-needed, each `ABC` one of undefined-abbreviation, and comments are suppressions. */
function draft(text: string, language: Language = 'markdown'): Reading {
  const every = (words: string) =>
    text
      .split(words)
      .slice(0, -1)
      .map((_, index, parts) => {
        const start = parts.slice(0, index + 1).join(words).length
        return { start, end: start + words.length }
      })
  const reading = handmade(text, () => ({}), language)
  return {
    ...reading,
    leftovers: every('TK').map((span) => ({ ...span, kind: 'to-come' })),
    abbreviations: every('ABC')
      .map((span) => ({ ...span, text: 'ABC', introduced: false }))
      .slice(0, 1),
    directives: directivesIn(text, language),
  }
}

function directivesIn(text: string, language: Language): Directive[] {
  const [open, close] = language === 'markdown' ? ['<!-- says-who-', ' -->'] : ['// says-who-', '\n']
  const found: Directive[] = []
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, start + 1)) {
    const stop = text.indexOf(close, start)
    const words = text.slice(start + open.length, stop)
    const action = ACTIONS.find((one) => words.startsWith(one)) ?? 'disable'
    const [names = '', reason = ''] = words.slice(action.length).split(':')
    found.push({
      start,
      end: language === 'markdown' ? stop + close.length : stop,
      action,
      rules: names.split(/[ ,]/).filter((name) => name !== ''),
      reason: reason.trim(),
    })
  }
  return found
}

/** The rule and the words of each finding. */
const left = (text: string, language: Language = 'markdown', rules: Record<string, RuleSetting> = {}): string[] =>
  check(draft(text, language), { rules }).map(({ rule, start, end }) => `${rule}: ${text.slice(start, end)}`)

const TK = 'citation-needed: TK'

describe('a suppression', () => {
  it('of the next line reaches over blank lines and other suppressions, and no further than that line', () => {
    assert.deepEqual(left('<!-- says-who-disable-next-line citation-needed -->\nTK\nTK'), [TK])
    assert.deepEqual(left('<!-- says-who-disable-next-line citation-needed: a reason -->\n\n \t\nTK\n'), [])
    assert.deepEqual(left('> <!-- says-who-disable-next-line citation-needed -->\n>\n> TK'), [])
    const stacked =
      '<!-- says-who-disable-next-line citation-needed -->\n<!-- says-who-disable-next-line undefined-abbreviation -->\n\nTK and ABC'
    assert.deepEqual(left(stacked), [])
  })

  it('of the next line works with every kind of line break, and in plain text', () => {
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(
        left(`TK${end}<!-- says-who-disable-next-line -->${end}${end}TK${end}TK`),
        [TK, TK],
        JSON.stringify(end),
      )
    assert.deepEqual(
      left('// says-who-disable-next-line citation-needed: own reporting\n\nA TK and a TK.\nTK', 'plaintext'),
      [TK],
    )
  })

  it('of the next line with nothing after it silences nothing', () => {
    assert.deepEqual(left('TK\n<!-- says-who-disable-next-line -->\n\n'), [
      TK,
      'unused-suppression: <!-- says-who-disable-next-line -->',
    ])
  })

  it('of a line silences what starts on it, before and behind', () => {
    assert.deepEqual(left('TK\nTK <!-- says-who-disable-line citation-needed --> TK\nTK'), [TK, TK])
  })

  it('of a stretch ends at the enable of the same rule, or at the end', () => {
    assert.deepEqual(
      left('TK\n\n<!-- says-who-disable citation-needed -->\n\nTK\n\n<!-- says-who-enable citation-needed -->\n\nTK'),
      [TK, TK],
    )
    assert.deepEqual(left('<!-- says-who-disable -->\n\nTK ABC\n\n<!-- says-who-enable citation-needed -->\n\nTK'), [
      TK,
    ])
    assert.deepEqual(left('<!-- says-who-disable citation-needed -->\n\nTK\n\n<!-- says-who-enable -->\n\nTK'), [TK])
    assert.deepEqual(left('<!-- says-who-disable -->\n\nTK\n\nTK'), [])
  })

  it('of the file silences it from its first word', () => {
    assert.deepEqual(left('TK ABC\n\n<!-- says-who-disable-file citation-needed: a template -->\n\nTK'), [
      'undefined-abbreviation: ABC',
    ])
  })

  it('names several rules, or none for all', () => {
    assert.deepEqual(left('<!-- says-who-disable-next-line citation-needed, undefined-abbreviation -->\nTK ABC'), [])
    assert.deepEqual(left('<!-- says-who-disable-next-line -->\nTK ABC'), [])
  })
})

describe('unused-suppression', () => {
  const messages = (text: string) =>
    check(draft(text))
      .filter(({ rule }) => rule === 'unused-suppression')
      .map(({ message }) => message)

  it('tells what silences nothing, and what is no rule', () => {
    assert.deepEqual(messages('<!-- says-who-disable-next-line citation-needed -->\nFine.'), [
      'This suppression silences nothing, so take it out: “citation-needed”.',
    ])
    assert.deepEqual(messages('<!-- says-who-disable-file citation-neded -->\n\nTK'), [
      'There is no rule called “citation-neded”; did you mean “citation-needed”?',
    ])
    assert.deepEqual(messages('<!-- says-who-disable-file grammar -->\n\nTK'), ['There is no rule called “grammar”.'])
  })

  it('stands on the one rule of several that is not needed, and takes that one out', () => {
    const cases = [
      ['undefined-abbreviation, citation-needed', 'citation-needed'],
      ['citation-needed, undefined-abbreviation', 'citation-needed'],
      ['citation-needed undefined-abbreviation: a reason', 'citation-needed: a reason'],
    ]
    for (const [names = '', shorter] of cases) {
      const reading = draft(`<!-- says-who-disable-next-line ${names} -->\nTK`)
      const [finding] = check(reading)
      assert.ok(finding)
      assert.equal(reading.draft.text.slice(finding.start, finding.end), 'undefined-abbreviation')
      const [fix] = fixesFor(reading, finding)
      assert.equal(
        applyEdits(reading.draft.text, fix?.edits ?? []),
        `<!-- says-who-disable-next-line ${shorter} -->\nTK`,
      )
    }
  })

  it('leaves a rule that is switched off, and can be allowed by its own name', () => {
    const text = '<!-- says-who-disable-next-line citation-needed -->\nFine.'
    assert.deepEqual(left(text, 'markdown', { 'citation-needed': 'off' }), [])
    assert.deepEqual(left(text, 'markdown', { 'unused-suppression': 'off' }), [])
    assert.deepEqual(left(`<!-- says-who-disable-file unused-suppression -->\n\n${text}`), [])
  })
})
