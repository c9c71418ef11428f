import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { attributeNearby, linkSource, spellOut } from '../../server/core/edits/index.ts'
import type { Abbreviation, Attribution } from '../../server/core/marks/marks.ts'
import type { Language } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'
import { after, readingOf } from './editsDraft.ts'
import { attribution, speech } from './handmade.ts'

const times = (at: Span, rest: Partial<Attribution> = {}): Attribution =>
  attribution(at, [], { published: true, ...rest })

describe('linking a source to its report', () => {
  const linked = (draft: string, name: string, language: Language = 'markdown', rest: Partial<Attribution> = {}) => {
    const reading = readingOf(draft, language, (at) => ({ attributions: [times(at(name), rest)] }))
    return linkSource(reading, reading.attributions[0] as Attribution).map((fix) => [fix.title, after(draft, fix)])
  }

  it('makes a link of its own words, with the address left blank', () => {
    assert.deepEqual(linked('The New York Times reported it.', 'The New York Times'), [
      ['Link “The New York Times” to its report', '[The New York Times](‸) reported it.'],
    ])
  })

  it('links the name, not what stands in apposition', () => {
    assert.deepEqual(
      linked('Pete Hegseth, the Secretary of War, said so.', 'Pete Hegseth, the Secretary of War', 'markdown', {
        published: false,
      }),
      [['Link “Pete Hegseth” to where it says so', '[Pete Hegseth](‸), the Secretary of War, said so.']],
    )
  })

  it('offers nothing in plain text, in a link, or across markup', () => {
    assert.deepEqual(linked('The Times reported it.', 'The Times', 'plaintext'), [])
    assert.deepEqual(linked('[The Times](./times.md) reported it.', 'The Times'), [])
    assert.deepEqual(linked('[What the Times said](https://example.org) is so.', 'the Times'), [])
    assert.deepEqual(linked('The *New* Times reported it.', 'The *New* Times'), [])
  })

  it('works next to another link', () => {
    assert.equal(linked('The Times and [a](b) said so.', 'The Times')[0]?.[1], '[The Times](‸) and [a](b) said so.')
  })
})

describe('attributing to a source named nearby', () => {
  const offered = (draft: string, claim: string, marks: (at: (words: string) => Span) => Attribution[]) => {
    const reading = readingOf(draft, 'markdown', (at) => ({
      attributions: marks(at),
      quotations: draft.includes('“') ? [speech({ start: draft.indexOf('“'), end: draft.indexOf('”') + 1 })] : [],
    }))
    const start = draft.indexOf(claim)
    return attributeNearby(reading, { start, end: start + claim.length }).map((fix) => [fix.title, after(draft, fix)])
  }

  it('says that a paper reported and a person said', () => {
    assert.deepEqual(
      offered('The New York Times reported it. Crime doubled.[^1]', 'Crime', (at) => [times(at('The New York Times'))]),
      [
        [
          'Attribute to The New York Times',
          'The New York Times reported it. Crime doubled, The New York Times reported.[^1]',
        ],
      ],
    )
    assert.deepEqual(
      offered('The United States said so. Crime doubled.', 'Crime', (at) => [attribution(at('The United States'), [])]),
      [['Attribute to the United States', 'The United States said so. Crime doubled, the United States said.']],
    )
  })

  it('uses the name that a mention stands for, and none where it stands for nobody', () => {
    assert.equal(
      offered('The newspaper said so. Crime doubled.', 'Crime', (at) => [
        times(at('The newspaper'), { resolvesTo: 'Le Monde' }),
      ])[0]?.[0],
      'Attribute to Le Monde',
    )
    assert.deepEqual(
      offered('The newspaper said so. Crime doubled.', 'Crime', (at) => [times(at('The newspaper'))]),
      [],
    )
    assert.deepEqual(
      offered('He said so. Crime doubled.', 'Crime', (at) => [attribution(at('He'), [])]),
      [],
    )
  })

  it('takes the nearest in the paragraph, then the paragraph before, two at most, each once', () => {
    const draft = 'Old Ann said so.\n\nAnn said so. Ann said more. Crime doubled. Ben spoke.\n\nCy spoke.'
    const reading = readingOf(draft)
    const inSentence = (name: string, from = 0): Attribution => {
      const start = draft.indexOf(name, from)
      const sentence = reading.sentences.findIndex((one) => one.start <= start && start < one.end)
      return attribution({ start, end: start + name.length }, [], { sentence })
    }
    const marks = () => [
      inSentence('Old Ann'),
      inSentence('Ann', 10),
      inSentence('Ann', 30),
      inSentence('Ben'),
      inSentence('Cy'),
    ]
    assert.deepEqual(
      offered(draft, 'Crime', marks).map(([title]) => title),
      ['Attribute to Ann', 'Attribute to Ben'],
    )
    assert.deepEqual(
      offered(draft, 'Cy', () => [inSentence('Ben'), inSentence('Cy')]).map(([title]) => title),
      ['Attribute to Ben'],
    )
  })

  it('offers nothing where it would not be grammatical', () => {
    const ann = (at: (words: string) => Span) => [attribution(at('Ann'), [])]
    assert.deepEqual(offered('Ann said so. Has crime doubled?', 'Has', ann), [])
    assert.deepEqual(offered('Ann said so. Crime doubled', 'Crime', ann), [])
    assert.deepEqual(offered('Ann said so. Crime doubled...', 'Crime', ann), [])
    assert.deepEqual(offered('Ann said so. “Crime doubled.”', 'Crime', ann), [])
  })

  it('keeps the full stop of an abbreviation', () => {
    assert.equal(
      offered('Ann said so. Crime doubled in the U.S. It rained.', 'Crime', (at) => [
        attribution(at('Ann'), []),
      ])[0]?.[1],
      'Ann said so. Crime doubled in the U.S., Ann said. It rained.',
    )
  })
})

describe('spelling out an abbreviation', () => {
  const spelled = (draft: string, standsFor?: string) => {
    const found = [...draft.matchAll(/TWP/g)].map(
      ({ index }): Abbreviation => ({
        start: index,
        end: index + 3,
        text: 'TWP',
        introduced: false,
        ...(standsFor === undefined ? {} : { standsFor }),
      }),
    )
    const reading = readingOf(draft, 'markdown', () => ({ abbreviations: found }))
    return spellOut(reading, found.at(-1) as Abbreviation).map((fix) => [fix.title, after(draft, fix)])
  }

  it('writes the name at the first use', () => {
    assert.deepEqual(spelled('So TWP reports. TWP says.', 'The Washington Post'), [
      ['Spell out: The Washington Post (TWP)', 'So The Washington Post (TWP) reports. TWP says.'],
    ])
    assert.equal(
      spelled('# TWP\n\nTWP says.', 'The Washington Post')[0]?.[1],
      '# TWP\n\nThe Washington Post (TWP) says.',
    )
  })

  it('does not say "the The", nor "a The"', () => {
    assert.equal(spelled('So the TWP said.', 'The Washington Post')[0]?.[1], 'So The Washington Post (TWP) said.')
    assert.equal(spelled('A TWP report.', 'The Washington Post')[0]?.[1], 'A Washington Post (TWP) report.')
    assert.equal(spelled('TWP said.', 'the Western Press')[0]?.[1], 'The Western Press (TWP) said.')
    assert.equal(spelled('The TWP said.', 'Western Press')[0]?.[1], 'The Western Press (TWP) said.')
  })

  it('invents no name', () => {
    assert.deepEqual(spelled('TWP reports.'), [])
  })
})
