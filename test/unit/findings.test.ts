import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { check, fixesFor } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'
import { LONGEST_MESSAGE } from '../../server/core/rules/message.ts'
import {
  defaultSettings,
  layered,
  parseProjectFile,
  type RuleSetting,
  readRuleSettings,
} from '../../server/core/settings.ts'
import { attribution, claim, handmade, reason, speech, unverified } from './handmade.ts'

const TWO = 'The mill shed 300 jobs. The river lost 9,000 fish.'

const two = handmade(TWO, (at) => ({
  claims: [
    claim(at('The mill shed 300 jobs'), 0.9, [reason('figure', at('300 jobs'))]),
    claim(at('The river lost 9,000 fish'), 0.65, [reason('figure', at('9,000 fish'))], { sentence: 1 }),
  ],
}))

const severities = (setting?: RuleSetting) =>
  check(two, setting === undefined ? defaultSettings : { rules: { 'unsourced-claim': setting } }).map(
    ({ severity }) => severity,
  )

describe('the setting of a rule', () => {
  it('is the severity of its ordinary findings, and a cap on those that it holds for less', () => {
    assert.deepEqual(severities(), ['warning', 'information'])
    assert.deepEqual(severities('error'), ['error', 'information'])
    assert.deepEqual(severities('warning'), ['warning', 'information'])
    assert.deepEqual(severities('information'), ['information', 'information'])
    assert.deepEqual(severities('hint'), ['hint', 'hint'])
    assert.deepEqual(severities('off'), [])
  })
})

describe('check', () => {
  it('gives findings in document order, whatever rule they come from', () => {
    const reading: Reading = {
      ...two,
      leftovers: [
        { start: 0, end: 3, kind: 'to-come' },
        { start: 28, end: 33, kind: 'to-come' },
      ],
    }
    const starts = check(reading).map(({ start }) => start)
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    )
    assert.deepEqual(new Set(check(reading).map(({ rule }) => rule)), new Set(['citation-needed', 'unsourced-claim']))
  })

  it('gives every finding at least a way to suppress it, last', () => {
    for (const finding of check(two)) assert.ok(fixesFor(two, finding).length > 1)
  })

  it('has no fix for a rule that it does not know', () => {
    assert.deepEqual(fixesFor(two, { rule: 'unheard-of', severity: 'hint', start: 0, end: 1, message: '' }), [])
  })
})

/** A reading in which every rule speaks about the same words, which may be any string. */
const everythingAbout = (words: string): Reading => {
  const text = words === '' ? 'x' : words
  const at = { start: 0, end: text.length }
  return handmade(text, () => ({
    blocks: [{ ...at, kind: 'paragraph', depth: 0 }],
    sentences: [{ ...at, block: 0 }],
    claims: (
      [
        'figure',
        'accusation',
        'crime',
        'cause',
        'superlative',
        'comparison',
        'non-public act',
        'motive',
        'medical or scientific effect',
        'law',
        'forecast',
      ] as const
    ).map((because, sentence) => claim(at, 0.9, [reason(because, at)], { sentence })),
    attributions: [
      attribution(at, [], { sourceType: 'anonymous', sentence: 0 }),
      attribution(at, [], { published: true, sentence: 0 }),
      attribution(at, [at], { sourceType: 'vague', sentence: 0 }),
    ],
    unverified: [
      unverified(at, 'evidence-gap'),
      unverified(at, 'allegation'),
      unverified({ start: 0, end: 1 }, 'hearsay'),
    ],
    quotations: [speech(at)],
    abbreviations: [{ ...at, text, standsFor: text, introduced: false }],
    leftovers: [
      { ...at, kind: 'citation-needed' },
      { ...at, kind: 'to-come' },
    ],
    citations: [{ ...at, kind: 'footnote', key: text, defined: false }],
    definitions: [
      { ...at, kind: 'footnote', key: `${text}-`, label: at, body: { start: text.length, end: text.length } },
    ],
    directives: [{ ...at, action: 'disable', rules: [text, `${text}-`], reason: '' }],
  }))
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({
    unit: fc.constantFrom(
      'Ministry',
      ' ',
      '“',
      '”',
      '"',
      '\n',
      '😀',
      '\uD83D',
      '\u202E',
      '\uFFFC',
      '\u0000',
      'vague-sourc',
    ),
    maxLength: 120,
  }),
)

describe('messages', () => {
  it(`are one line of at most ${LONGEST_MESSAGE} characters that ends as a sentence does, over any words`, () => {
    fc.assert(
      fc.property(anything, (words) => {
        const whole = everythingAbout(words)
        const uncited = { ...whole, citations: [], leftovers: [], unverified: [] }
        for (const reading of [whole, uncited])
          for (const { message, rule } of check(reading)) {
            assert.ok(message.length <= LONGEST_MESSAGE, `${rule}: ${message.length}`)
            assert.match(message, /^[A-Z]\P{Cc}*[.?]$/u, rule)
            assert.equal(Buffer.from(message).toString(), message, rule)
            assert.doesNotMatch(message, /[\u202a-\u202e\u2066-\u2069"]/u, rule)
          }
      }),
    )
  })

  it('keep whole words and show that there are more', () => {
    const name =
      'the Ministry of Agriculture, Fisheries, Inland Waterways, Forests and the Protection of the Coast and Islands'
    const reading = handmade(name, (at) => ({ attributions: [attribution(at(name), [], { sourceType: 'anonymous' })] }))
    assert.equal(
      check(reading)[0]?.message,
      'Say how they know, and why they are not named: “the Ministry of Agriculture, Fisheries, Inland…”.',
    )
  })
})

describe('fixes', () => {
  it('have edits in order, within the draft and apart, over any words', () => {
    fc.assert(
      fc.property(anything, (words) => {
        const reading = everythingAbout(words)
        for (const finding of check(reading)) {
          for (const { title, edits } of fixesFor(reading, finding)) {
            assert.notEqual(title, '')
            let at = 0
            for (const { start, end } of edits) {
              assert.ok(at <= start && start <= end && end <= reading.draft.text.length, `${finding.rule}: ${title}`)
              at = end
            }
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})

/** A reading of one sentence with `count` marks of each kind. */
function crowded(count: number): Reading {
  const text = 'alleged said “no” '.repeat(count)
  const spans = Array.from({ length: count }, (_, index) => ({ start: index * 18, end: index * 18 + 17 }))
  const whole = { start: 0, end: text.length }
  return {
    ...handmade(text),
    blocks: [{ ...whole, kind: 'paragraph', depth: 0 }],
    sentences: [{ ...whole, block: 0 }],
    claims: spans.map((span) => claim(span, 0.8, [reason('figure', span)])),
    attributions: spans.map((span, index) =>
      attribution(span, [span], { sourceType: index % 2 === 0 ? 'vague' : 'anonymous', published: true }),
    ),
    unverified: spans.map((span) => unverified(span, 'allegation')),
    quotations: spans.map((span) => speech(span)),
    abbreviations: spans.map((span, index) => ({ ...span, text: `A${index}`, introduced: false })),
    leftovers: spans.map((span) => ({ ...span, kind: 'to-come' })),
    citations: spans.map((span, index) => ({ ...span, kind: 'footnote', key: `${index}`, defined: false })),
    directives: spans.map((span) => ({ ...span, action: 'disable-line', rules: ['no-evidence'], reason: '' })),
  }
}

/** The shorter of two times that a check takes, in milliseconds. */
function timeOf(reading: Reading): number {
  const times = [1, 2].map(() => {
    const began = performance.now()
    assert.ok(check(reading).length > 0)
    return performance.now() - began
  })
  return Math.min(...times)
}

describe('a crowded sentence', () => {
  it('takes time in proportion to its marks: eight times as many take far less than 64 times as long', () => {
    const ratio = timeOf(crowded(8000)) / timeOf(crowded(1000))
    assert.ok(ratio < 24, `${ratio.toFixed(1)} times as long`)
  }).timeout(60_000)
})

describe('the project file', () => {
  it('sets the rules that it names', () => {
    const { settings, exclude, problems } = parseProjectFile(
      '\uFEFF{"$schema": "x", "rules": {"vague-source": "error", "no-evidence": "off", "unsourced-claim": "default"}, "exclude": ["drafts/old/**"]}',
    )
    assert.deepEqual(settings.rules, { 'vague-source': 'error', 'no-evidence': 'off' })
    assert.deepEqual(exclude, ['drafts/old/**'])
    assert.deepEqual(problems, [])
    assert.deepEqual(parseProjectFile('{}'), { settings: defaultSettings, exclude: [], problems: [] })
  })

  it('says in one sentence each what is wrong, and keeps what is right', () => {
    const { settings, exclude, problems } = parseProjectFile(
      '{"rulez": {}, "rules": {"vague-sources": "off", "no-evidence": "Minister Vance", "unused-reference": "hint", "grammar": "off"}, "exclude": ["a", 3]}',
    )
    assert.deepEqual(settings.rules, { 'unused-reference': 'hint' })
    assert.deepEqual(exclude, ['a'])
    assert.deepEqual(problems, [
      '.says-who.json: There is no setting “rulez”; did you mean “rules”?',
      '.says-who.json: There is no rule “vague-sources” for “rules”; did you mean “vague-source”?',
      '.says-who.json: “rules.no-evidence” must be off, hint, information, warning, error or default.',
      '.says-who.json: There is no rule “grammar” for “rules”.',
      '.says-who.json: “exclude” must be a list of file patterns, each in quotation marks.',
    ])
  })

  it('never quotes a file that is broken', () => {
    for (const text of [
      '',
      '{"rules": Minister Vance}',
      '[]',
      'null',
      '"Minister Vance"',
      '{"rules": "Minister Vance"}',
      '{"exclude": "Minister Vance"}',
    ]) {
      const { settings, problems } = parseProjectFile(text)
      assert.deepEqual(settings, defaultSettings)
      assert.equal(problems.length, 1, text)
      assert.doesNotMatch(problems[0] ?? '', /Vance/)
    }
  })

  it('is total', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => Array.isArray(parseProjectFile(text).problems)))
  })

  it('is under the editor’s own settings', () => {
    const project = readRuleSettings({ 'vague-source': 'off', 'no-evidence': 'error' }, 'rules').settings
    const editor = readRuleSettings({ 'vague-source': 'hint', 'no-evidence': 'default' }, 'saysWho.rules').settings
    assert.deepEqual(layered(project, editor).rules, { 'vague-source': 'hint', 'no-evidence': 'error' })
  })
})
