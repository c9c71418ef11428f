import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import type { Reading } from '../../server/core/reading.ts'
import { rules } from '../../server/core/rules/index.ts'
import type { Severity } from '../../server/core/rules/rule.ts'
import { MENTION_FROM, WARN_FROM } from '../../server/core/rules/unsourced-claim.ts'
import { attribution, claim, handmade, reason, speech, unverified } from './handmade.ts'

/** What the panel would show: rule, severity, the words underlined. */
function shown(reading: Reading): string[] {
  return check(reading).map(
    ({ rule, severity, start, end }) => `${rule} ${severity}: ${reading.draft.text.slice(start, end)}`,
  )
}

const messages = (reading: Reading): string[] => check(reading).map(({ message }) => message)

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

describe('anonymous-source', () => {
  const unnamed = (text: string, source: string, rest: object = {}) =>
    handmade(text, (at) => ({ attributions: [attribution(at(source), [], { sourceType: 'anonymous', ...rest })] }))

  it('says what the draft leaves unsaid', () => {
    assert.deepEqual(
      messages(
        unnamed(
          'The order was given, two people familiar with the matter said.',
          'two people familiar with the matter',
        ),
      ),
      ['Say why they are not named: “two people familiar with the matter”.'],
    )
    assert.deepEqual(messages(unnamed('A senior official said so on condition of anonymity.', 'A senior official')), [
      'Say how they know: “A senior official”.',
    ])
    assert.deepEqual(messages(unnamed('A senior official said so.', 'A senior official')), [
      'Say how they know, and why they are not named: “A senior official”.',
    ])
  })

  it('has nothing to say where the draft says both', () => {
    const text =
      'An aide who attended the meeting said so. The aide asked not to be named because the talks were secret.'
    assert.deepEqual(shown(unnamed(text, 'An aide')), [])
  })

  it('speaks of a source once, when it comes in', () => {
    const text = 'A guard said the door was open. The guard said it had been so for weeks. A driver said he saw it.'
    const reading = handmade(text, (at) => ({
      attributions: ['A guard', 'The guard', 'A driver'].map((source, sentence) =>
        attribution(at(source), [], { sourceType: 'anonymous', sentence }),
      ),
    }))
    assert.deepEqual(shown(reading), [
      'anonymous-source information: A guard',
      'anonymous-source information: A driver',
    ])
  })

  it('leaves the sources of a named outlet to the outlet', () => {
    const text = 'A senior official said so, the Post reported.'
    const reading = handmade(text, (at) => ({
      attributions: [
        attribution(at('the Post'), [at('A senior official said so')]),
        attribution(at('A senior official'), [], { sourceType: 'anonymous', nestedIn: 0 }),
      ],
    }))
    assert.deepEqual(shown(reading), [])
  })
})

describe('no-evidence', () => {
  const text = 'Ships are smuggling drugs without any evidence. So it goes.'

  it('stands on the words themselves', () => {
    const reading = handmade(text, (at) => ({ unverified: [unverified(at('without any evidence'), 'evidence-gap')] }))
    assert.deepEqual(shown(reading), ['no-evidence warning: without any evidence'])
  })

  it('leaves a denial that somebody speaks', () => {
    const denied = 'Hale called the report baseless.'
    const reading = handmade(denied, (at) => ({
      attributions: [attribution(at('Hale'), [at('the report baseless')])],
      unverified: [unverified(at('baseless'), 'evidence-gap')],
    }))
    assert.deepEqual(shown(reading), [])
  })

  it('is settled by a citation behind it, not by one before', () => {
    const cited = 'Ships[^1] are smuggling drugs without any evidence.[^2] So it goes.'
    const withNote = (key: string) =>
      handmade(cited, (at) => ({
        unverified: [unverified(at('without any evidence'), 'evidence-gap')],
        citations: [{ ...at(`[^${key}]`), kind: 'footnote', key, defined: true }],
      }))
    assert.deepEqual(shown(withNote('2')), [])
    assert.deepEqual(shown(withNote('1')), ['no-evidence warning: without any evidence'])
  })
})

describe('unattributed-allegation', () => {
  const text = 'The navy sank the alleged drug boats. It hunts suspected dealers. More alleged drug boats were seen.'

  it('asks who alleges it, once for the same words', () => {
    const reading = handmade(text, (at) => ({
      unverified: [
        unverified(at('alleged'), 'allegation'),
        unverified(at('suspected'), 'allegation', { sentence: 1 }),
        unverified(at('alleged', 'More'), 'allegation', { sentence: 2 }),
      ],
    }))
    assert.deepEqual(shown(reading), [
      'unattributed-allegation warning: alleged',
      'unattributed-allegation warning: suspected',
    ])
    assert.deepEqual(messages(reading), [
      'Say who alleges this: “alleged drug boats”.',
      'Say who suspects this: “suspected dealers”.',
    ])
  })

  it('is silent where somebody alleges it or says it', () => {
    const reading = handmade(text, (at) => ({
      attributions: [attribution(at('The navy'), [at('drug boats')]), attribution(at('It'), [at('suspected dealers')])],
      unverified: [
        unverified(at('alleged'), 'allegation', { attribution: 0 }),
        unverified(at('suspected'), 'allegation', { sentence: 1 }),
      ],
    }))
    assert.deepEqual(shown(reading), [])
  })

  it('speaks where the attribution of the allegation has no source', () => {
    const reading = handmade(text, (at) => ({
      attributions: [attribution(undefined, [at('drug boats')], { sourceType: 'unknown' })],
      unverified: [unverified(at('alleged'), 'allegation', { attribution: 0 })],
    }))
    assert.deepEqual(shown(reading), ['unattributed-allegation warning: alleged'])
  })

  it('leaves hedges, evidence gaps and “so-called” alone', () => {
    const other = 'The so-called drug boats may have been empty.'
    const reading = handmade(other, (at) => ({
      unverified: [unverified(at('so-called'), 'allegation'), unverified(at('may have'), 'hedge')],
    }))
    assert.deepEqual(shown(reading), [])
  })

  it('is for information where the sources nearby cover the claim', () => {
    const reading = handmade(text, (at) => ({
      unverified: [unverified(at('alleged'), 'allegation')],
      claims: [claim(at('The navy sank the alleged drug boats'), 0.9, [], { status: 'attributed-nearby' })],
    }))
    assert.deepEqual(shown(reading), ['unattributed-allegation information: alleged'])
  })
})

describe('unattributed-quote', () => {
  const text =
    '# “Kill them all”\n\nThe talks broke up. “We will never sign,” it was heard.\n\n> “The road is long.”\n>\n> — Ines Calder'

  it('asks who said it', () => {
    const reading = handmade(text, (at) => ({ quotations: [speech(at('“We will never sign,”'))] }))
    assert.deepEqual(messages(reading), ['Say who said this: “We will never sign”.'])
  })

  it('leaves headings, signed epigraphs, words set apart and quotations carried on', () => {
    const reading = handmade(text, (at) => ({
      quotations: [
        speech(at('“Kill them all”')),
        speech(at('“We will never sign,”'), { kind: 'words' }),
        speech(at('“We will never sign,”'), { continues: true }),
        speech(at('“The road is long.”')),
      ],
    }))
    assert.deepEqual(shown(reading), [])
  })

  it('takes a dash and a name for a signature, a dash and more words not', () => {
    const signed = (rest: string) =>
      handmade(`“We will never sign.” — ${rest}`, (at) => ({ quotations: [speech(at('“We will never sign.”'))] }))
    assert.deepEqual(shown(signed('Marta Klein, Hallam')), [])
    assert.deepEqual(shown(signed('and so it went on.')), ['unattributed-quote warning: “We will never sign.”'])
  })

  it('knows a speaker by the quotation or by the content, and no speaker by an attribution without a source', () => {
    const by = (sourceType: 'named' | 'unknown') =>
      handmade(text, (at) => ({
        attributions: [attribution(undefined, [at('“We will never sign,”')], { sourceType, sentence: 2 })],
        quotations: [speech(at('“We will never sign,”'), { attribution: 0 })],
      }))
    assert.deepEqual(shown(by('named')), [])
    assert.deepEqual(shown(by('unknown')), ['unattributed-quote warning: “We will never sign,”'])
  })
})

describe('uncited-attribution', () => {
  const text = 'The Boston Globe reported it. It was Friday.\n\nThe Globe said more. The Herald reported less.[^1]'
  const published = (links: boolean) =>
    handmade(text, (at) => ({
      attributions: [
        attribution(at('The Boston Globe'), [], { published: true, resolvesTo: 'The Boston Globe' }),
        attribution(at('The Globe'), [], { published: true, resolvesTo: 'the Boston Globe', sentence: 2 }),
        attribution(at('The Herald'), [], { published: true, sentence: 3 }),
      ],
      citations: links ? [{ ...at('[^1]'), kind: 'footnote', key: '1', defined: true }] : [],
    }))

  it('speaks at the first mention of each source', () => {
    assert.deepEqual(shown(published(false)), [
      'uncited-attribution information: The Boston Globe',
      'uncited-attribution information: The Herald',
    ])
  })

  it('is content with a citation in the sentence or at the end of the paragraph of any mention', () => {
    assert.deepEqual(shown(published(true)), [])
  })

  it('asks no link of a person who speaks', () => {
    assert.deepEqual(shown(handmade(text, (at) => ({ attributions: [attribution(at('The Herald'), [])] }))), [])
  })
})

describe('undefined-abbreviation', () => {
  const text = '# TWP\n\nThe Washington Post had it. TWP reports so. TWP stands by it.'

  it('speaks at the first use outside headings and offers the name', () => {
    const reading = handmade(text, (at) => ({
      abbreviations: [at('TWP'), at('TWP', 'had it. '), at('TWP', 'so. ')].map((span) => ({
        ...span,
        text: 'TWP',
        standsFor: 'The Washington Post',
        introduced: false,
      })),
    }))
    assert.deepEqual(
      check(reading).map(({ start, message }) => [start, message]),
      [[text.indexOf('TWP reports'), 'Spell out “TWP” at its first use, perhaps as “The Washington Post”.']],
    )
  })

  it('leaves one that the draft introduces anywhere', () => {
    const reading = handmade(text, (at) => ({
      abbreviations: [
        { ...at('TWP', 'had it. '), text: 'TWP', introduced: false },
        { ...at('TWP', 'so. '), text: 'TWP', introduced: true },
      ],
    }))
    assert.deepEqual(shown(reading), [])
  })
})

describe('the rules of what is left unfinished', () => {
  const text =
    'It doubled.[citation needed] It employs TK people.[^1][^1]\n\n[^old]: The archive, see.[^2]\n[^2]: The other.'
  const unfinished = (register: Reading['register']) =>
    handmade(text, (at) => ({
      register,
      leftovers: [
        { ...at('[citation needed]'), kind: 'citation-needed' },
        { ...at('TK'), kind: 'to-come' },
      ],
      citations: [at('[^1]'), at('[^1]', '[^1]')].map((span) => ({
        ...span,
        kind: 'footnote' as const,
        key: '1',
        defined: false,
      })),
      definitions: [
        {
          ...at('[^old]: The archive, see.[^2]'),
          kind: 'footnote',
          key: 'old',
          label: at('[^old]:'),
          body: at('The archive, see.[^2]'),
        },
        { ...at('[^2]: The other.'), kind: 'footnote', key: '2', label: at('[^2]:'), body: at('The other.') },
      ],
      claims: [claim(at('It doubled.'), 0.9)],
    }))
  const unfinishedThings = [
    'citation-needed warning: [citation needed]',
    'citation-needed warning: TK',
    'undefined-citation warning: [^1]',
    'unused-reference information: [^old]:',
  ]

  it('find each of them, a key once, and count a mark within another note', () => {
    assert.deepEqual(shown(unfinished('reporting')), unfinishedThings)
  })

  it('offer to put a source in the place of the mark, after the sentence that it belongs to', () => {
    for (const text of ['It doubled.[citation needed] It fell.', 'It doubled [citation needed]. It fell.']) {
      const reading = handmade(text, (at) => ({ leftovers: [{ ...at('[citation needed]'), kind: 'citation-needed' }] }))
      const [finding] = check(reading)
      const fixes = finding === undefined ? [] : fixesFor(reading, finding)
      const [cited = '', removed = ''] = fixes.map(({ edits }) => applyEdits(text, edits))
      assert.equal(cited, 'It doubled.[^1] It fell.\n\n[^1]: ')
      assert.equal(fixes[0]?.caret, cited.length)
      assert.equal(removed, 'It doubled. It fell.')
    }
  })

  it('are the only ones that speak in technical writing and fiction', () => {
    const rest = (reading: Reading): Reading => ({
      ...reading,
      unverified: [unverified({ start: 0, end: 2 }, 'evidence-gap'), unverified({ start: 3, end: 10 }, 'allegation')],
      attributions: [
        attribution({ start: 0, end: 2 }, [], { sourceType: 'anonymous' }),
        attribution({ start: 0, end: 2 }, [], { published: true }),
      ],
      abbreviations: [{ start: 0, end: 2, text: 'IT', introduced: false }],
      quotations: [speech({ start: 0, end: 10 })],
    })
    assert.deepEqual(shown(rest(unfinished('technical'))), unfinishedThings)
    assert.deepEqual(shown(rest(unfinished('fiction'))), unfinishedThings)
    assert.ok(shown(rest(unfinished('reporting'))).length > unfinishedThings.length)
    assert.deepEqual(
      rules.filter(({ registers }) => registers === 'every').map(({ id }) => id),
      ['citation-needed', 'undefined-citation', 'unused-reference', 'unused-suppression'],
    )
  })
})
