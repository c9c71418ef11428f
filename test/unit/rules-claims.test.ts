import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { check } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'
import type { Severity } from '../../server/core/rules/rule.ts'
import { MENTION_FROM, WARN_FROM } from '../../server/core/rules/unsourced-claim.ts'
import { attribution, claim, handmade, reason, unverified } from './handmade.ts'
import { messages, shown } from './shown.ts'

const FIGURES = 'The campaign has led to 21 attacks and 83 deaths.'

const figures = (worth: number, status: 'unsourced' | 'attributed-nearby' | 'attributed' | 'cited' = 'unsourced') =>
  handmade(FIGURES, (at) => ({
    claims: [
      claim(at(FIGURES), worth, [reason('figure', at('21 attacks')), reason('figure', at('83 deaths'))], { status }),
    ],
  }))

describe('unsourced-claim', () => {
  it('stands on the figures, told together', () => {
    assert.deepEqual(shown(figures(0.9)), ['unsourced-claim warning: 21 attacks and 83 deaths'])
    assert.deepEqual(messages(figures(0.9)), ['Nobody is named for these figures: “21 attacks and 83 deaths”.'])
  })

  it('warns of what is most worth checking, mentions what is less so, and leaves the rest', () => {
    const severities = (worth: number): Severity[] => check(figures(worth)).map(({ severity }) => severity)
    assert.deepEqual(severities(WARN_FROM), ['warning'])
    assert.deepEqual(severities(WARN_FROM - 0.01), ['information'])
    assert.deepEqual(severities(MENTION_FROM), ['information'])
    assert.deepEqual(severities(MENTION_FROM - 0.01), [])
  })

  it('leaves what is cited, attributed, or attributed nearby', () => {
    for (const status of ['cited', 'attributed', 'attributed-nearby'] as const)
      assert.deepEqual(shown(figures(0.95, status)), [])
  })

  it('stands on the whole claim where no words say why it is worth checking', () => {
    const reading = handmade(FIGURES, (at) => ({ claims: [claim(at(FIGURES), 0.8)] }))
    assert.deepEqual(shown(reading), [`unsourced-claim warning: ${FIGURES}`])
  })

  it('asks about the accusation before the figure', () => {
    const text = 'The firm paid 40 inspectors to look away.'
    const reading = handmade(text, (at) => ({
      claims: [
        claim(at(text), 0.8, [
          reason('figure', at('40 inspectors')),
          reason('accusation', at('paid 40 inspectors to look away')),
        ]),
      ],
    }))
    assert.deepEqual(messages(reading), ['Nobody is named for this accusation: “paid 40 inspectors to look away”.'])
  })

  it('underlines a word with the phrase that it leads', () => {
    const text = 'The city drew up secret action plans for the port, and closed it.'
    const reading = handmade(text, (at) => ({
      claims: [claim(at(text), 0.8, [reason('non-public act', at('secret'))])],
    }))
    assert.deepEqual(shown(reading), ['unsourced-claim warning: secret action plans'])
    const later = 'The harbour has the largest fleet, and the oldest of the cranes.'
    const superlative = handmade(later, (at) => ({
      claims: [claim(at(later), 0.8, [reason('superlative', at('oldest'))])],
    }))
    assert.deepEqual(shown(superlative), ['unsourced-claim warning: oldest of the cranes'])
  })

  it('speaks once for a sentence, of the claim that is worth more', () => {
    const text = 'The mill shed 300 jobs and the river lost 9,000 fish.'
    const reading = handmade(text, (at) => ({
      claims: [
        claim(at('The mill shed 300 jobs'), 0.65, [reason('figure', at('300 jobs'))]),
        claim(at('the river lost 9,000 fish'), 0.8, [reason('figure', at('9,000 fish'))]),
      ],
    }))
    assert.deepEqual(shown(reading), ['unsourced-claim warning: 9,000 fish'])
  })

  it('keeps to the figures that no source covers', () => {
    const text = 'The minister announced 40 new boats after a campaign that killed 83 people.'
    const reading = handmade(text, (at) => ({
      attributions: [attribution(at('The minister'), [at('40 new boats')])],
      claims: [claim(at(text), 0.8, [reason('figure', at('40 new boats')), reason('figure', at('83 people'))])],
    }))
    assert.deepEqual(shown(reading), ['unsourced-claim warning: 83 people'])
    const covered = {
      ...reading,
      claims: [
        claim({ start: 0, end: text.length }, 0.8, [
          reason('figure', reading.attributions[0]?.content[0] ?? { start: 0, end: 0 }),
        ]),
      ],
    }
    assert.deepEqual(shown(covered), [])
  })

  it('leaves a claim to the rule that says more about it', () => {
    const text = 'Analysts expect 4,000 jobs to go.'
    const reading = handmade(text, (at) => ({
      attributions: [attribution(at('Analysts'), [at('4,000 jobs to go')], { sourceType: 'vague' })],
      claims: [claim(at(text), 0.9, [reason('figure', at('4,000 jobs'))])],
    }))
    assert.deepEqual(shown(reading), ['vague-source warning: Analysts'])
  })
})

describe('vague-source', () => {
  const vague = (
    text: string,
    source: string,
    worth: number,
    rest: (at: (words: string) => { start: number; end: number }) => object = () => ({}),
  ) =>
    handmade(text, (at) => {
      const content = { start: at(source).end, end: text.length - 1 }
      return {
        attributions: [attribution(at(source), [content], { sourceType: 'vague' })],
        claims: [claim(at(text), worth)],
        ...rest(at),
      }
    })

  it('asks for a person or for a paper', () => {
    assert.deepEqual(messages(vague('Experts say the dam would fail.', 'Experts', 0.7)), [
      'Name one of them, or cite what they wrote: “Experts”.',
    ])
    assert.deepEqual(messages(vague('Studies show it works.', 'Studies', 0.7)), [
      'Say which, and cite it, so that readers can look: “Studies”.',
    ])
  })

  it('is for information where the claim is worth less, and silent where it is worth little', () => {
    assert.deepEqual(shown(vague('Experts say the dam is old.', 'Experts', 0.4)), ['vague-source information: Experts'])
    assert.deepEqual(shown(vague('Experts say the dam is old.', 'Experts', 0.2)), [])
  })

  it('lets a camp hold an opinion, but not state a figure', () => {
    assert.deepEqual(shown(vague('Critics say the plan is a disgrace.', 'Critics', 0.55)), [])
    const text = 'Critics say the plan will cost 9,000 jobs.'
    const costly = vague(text, 'Critics', 0.8, (at) => ({
      claims: [claim(at(text), 0.8, [reason('figure', at('9,000 jobs'))])],
    }))
    assert.deepEqual(shown(costly), ['vague-source warning: Critics'])
  })

  it('asks for a name behind a forecast with a figure, not behind a hope', () => {
    const text = 'Analysts expect the firm to lose 400 jobs.'
    const expected = (reasons: string[]) =>
      handmade(text, (at) => ({
        attributions: [
          attribution(at('Analysts'), [at('the firm to lose 400 jobs')], { sourceType: 'vague', reports: false }),
        ],
        claims: [
          claim(
            at(text),
            0.62,
            reasons.map((words) => reason('figure', at(words))),
          ),
        ],
      }))
    assert.deepEqual(shown(expected(['400 jobs'])), ['vague-source warning: Analysts'])
    assert.ok(!shown(expected([])).some((one) => one.startsWith('vague-source')))
  })

  it('is silent where a named source reports it, however deep', () => {
    const text = 'Some officials have said the order was illegal, the Post reports.'
    const reading = handmade(text, (at) => ({
      attributions: [
        attribution(at('the Post'), [at('Some officials have said the order was illegal')]),
        attribution(at('Some officials'), [at('the order was illegal')], { sourceType: 'vague', nestedIn: 0 }),
      ],
      claims: [claim(at('the order was illegal'), 0.9, [], { status: 'attributed-nearby' })],
    }))
    assert.deepEqual(shown(reading), [])
  })

  it('is silent where the sentence carries a citation behind its stop', () => {
    const text = 'Experts say the dam would fail.[^1] It is old.'
    assert.deepEqual(shown(vague(text, 'Experts', 0.9)), ['vague-source warning: Experts'])
    const cited = vague(text, 'Experts', 0.9, (at) => ({
      citations: [{ ...at('[^1]'), kind: 'footnote', key: '1', defined: true }],
      definitions: [],
    }))
    assert.ok(!shown(cited).some((one) => one.startsWith('vague-source')))
  })
})

describe('a sentence that a telling rule speaks about', () => {
  const text = 'Harbour officials were accused of taking 40 bribes.'
  const accused = (rest: Array<'crime' | 'figure'>) =>
    handmade(text, (at) => ({
      unverified: [unverified(at('accused of'), 'allegation')],
      claims: [
        claim(at(text), 0.9, [
          reason('accusation', at('accused')),
          ...rest.map((because) => reason(because, at(because === 'crime' ? 'bribes' : '40 bribes'))),
        ]),
      ],
    }))

  it('is not underlined again for the same accusation, but for a figure in it', () => {
    assert.deepEqual(shown(accused(['crime'])), ['unattributed-allegation warning: accused of'])
    assert.equal(shown(accused(['crime', 'figure'])).length, 2)
  })

  it('waits where a citation is marked as needed', () => {
    const waiting: Reading = {
      ...accused(['crime', 'figure']),
      leftovers: [{ start: text.length - 1, end: text.length, kind: 'citation-needed' }],
    }
    assert.deepEqual(shown(waiting), ['citation-needed warning: .'])
  })
})
