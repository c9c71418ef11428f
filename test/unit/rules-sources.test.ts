import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { attribution, claim, handmade, speech, unverified } from './handmade.ts'
import { messages, shown } from './shown.ts'

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

  it('asks how many there are where sources turn out to be one', () => {
    const one = 'Sources who attended said so. The source asked not to be named.'
    assert.deepEqual(messages(unnamed(one, 'Sources')), [
      'Say how many they are, since “the source” is one: “Sources”.',
    ])
    assert.deepEqual(shown(unnamed(one.replace('The source', 'Both'), 'Sources')), [])
    assert.deepEqual(shown(unnamed(one.replace('The source', 'The source of the leak'), 'Sources')), [])
  })

  it('counts them at the first one, where there are six or more', () => {
    const many = (count: number) =>
      handmade('A guard said so. '.repeat(count), () => ({
        attributions: Array.from({ length: count }, (_, sentence) =>
          attribution({ start: 17 * sentence, end: 17 * sentence + 7 }, [], { sourceType: 'anonymous', sentence }),
        ),
      }))
    const usual = 'Say how they know, and why they are not named: “A guard”.'
    assert.deepEqual(messages(many(5)), Array(5).fill(usual))
    assert.deepEqual(messages(many(6)), [
      'Say how they know, and why they are not named: “A guard” (one of 6 in this draft).',
      ...Array(5).fill(usual),
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

describe('ambiguous-source', () => {
  const text = 'The Post and the Herald saw it. The newspaper said so.'
  const between = (candidates: readonly string[]) =>
    handmade(text, (at) => ({ attributions: [attribution(at('The newspaper'), [], { sentence: 1, candidates })] }))

  it('asks which of two is meant, and writes either', () => {
    const reading = between(['The Post', 'the Herald'])
    assert.deepEqual(shown(reading), ['ambiguous-source information: The newspaper'])
    const [finding] = check(reading)
    assert.ok(finding)
    assert.deepEqual(
      fixesFor(reading, finding)
        .slice(0, 2)
        .map(({ title, edits }) => [title, applyEdits(text, edits)]),
      [
        ['Write The Post', 'The Post and the Herald saw it. The Post said so.'],
        ['Write The Herald', 'The Post and the Herald saw it. The Herald said so.'],
      ],
    )
  })

  it('is silent where one name fits', () => {
    assert.deepEqual(shown(between(['The Post'])), [])
  })
})
