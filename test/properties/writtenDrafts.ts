import fc from 'fast-check'
import type { Draft } from '../../server/core/text/draft.ts'

/** A replacement: at a share of the draft's length, this many code units by these. */
export interface TextEdit {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** Sentences that lean on one another across paragraphs: names and those who bear them, quotations carried on, figures that conflict. */
// biome-ignore format: a list of sentences is easier to look over in lines
const SENTENCES = [
  'Mayor Ana Ruiz said that rents were up.', 'Ruiz added that nobody had asked.', 'Ana Ruiz and Tom Ruiz came at noon.', 'She said it was late.',
  'He denied it.', 'Mr. Klein came at noon.', '“We will never agree to this, not in a hundred years.”', '“We will never agree,” she said. “Not in a hundred years.”',
  '“It was dark when we came', '“and nobody rang the bell,” Klein said.', '“and nobody rang the bell.', 'The union’s leader put it like this:',
  'The Harbour Post reported that the talks took place in Bern.', 'The Orrin Herald saw the report.', 'The newspaper said the dam was cracked.', 'The boat burned for an hour, THP reports.',
  'The World Food Programme (WFP) sent rice.', 'The WFP said it was late.', 'The KTRB failed the bridge.', 'It told us who the KTRB was.', 'The company said 40 jobs would go.',
  'Skerra Shipping Lines bought the yard from Orrin Steel.', 'The storm killed 83 people in Hallam.', 'The storm had killed 79 people in Hallam, the ministry said.',
  'The navy has carried out 21 attacks on boats.', 'It began the twenty-two attacks on boats in May.', 'In a poll by Ipsos, 43 percent said yes.', 'Another 51 percent said no.',
  'The measure passed 52-48.', 'Some 60 percent of members voted.', 'Two people familiar with the matter said the order came by telephone.', 'The two people said so again.',
  'A senior official said the minister knew.', 'The official did not say how.', 'Experts say the dam will fail within 10 years.', 'Critics called it a disgrace.',
  'The contractor bribed two inspectors to pass the deck.', 'He was accused of taking bribes from two firms.', 'The owner reportedly moved the money to Cyprus.', 'The owner reportedly moved the money to Malta.',
  'The minister said, without providing any evidence, that the strikers had been paid.', 'Rents rose by 12 percent.[^1]', 'Rents rose by 12 percent [@ward2014].', 'See the [audit](https://example.org/b).',
  'Crime doubled.[citation needed]', 'The factory employs TK people.', 'Tara Kent (TK) wrote it.', 'LONDON, 12 March 2026 — The council closed the bridge on Tuesday.', 'Published 12 March 2026',
  'The bridge was closed last week.', 'You should press your thumb on it.', 'Mix the flour with two cups of water for ten minutes.', 'WHO officials came.', 'The US and the UK signed.', 'It tells us who came.',
]

/** What stands between sentences: mostly blanks and new paragraphs. */
const BETWEEN = [' ', ' ', '\n\n', '\n\n', '\n', '\n\n> ', '\n- ', '\n\n# ', '\r\n\r\n']

const ENDS = [
  '',
  '\n',
  '\n\n[^1]: Hallam Housing Office, *Rents*, [citation needed].\n',
  '\n\nSources\n[1] Rents 2023.\n',
  '\n\n# References\n\n- Ward, Ann. 2014. *The Dam*.\n',
]
const STARTS = [
  '',
  '',
  '---\ndate: 2026-03-12\n---\n\n',
  '<!-- says-who-disable vague-source -->\n\n',
  'LONDON, 12 March 2026 — ',
]

const sentences = (maxLength: number) =>
  fc.array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(...BETWEEN)), {
    minLength: 1,
    maxLength,
    size: 'max',
  })

/** A draft of some paragraphs as they are written for a newspaper. */
export const writtenDraft: fc.Arbitrary<Draft> = fc
  .record({
    start: fc.constantFrom(...STARTS),
    parts: fc.oneof({ weight: 9, arbitrary: sentences(12) }, { weight: 1, arbitrary: sentences(60) }),
    end: fc.constantFrom(...ENDS),
    language: fc.constantFrom<Draft['language']>('markdown', 'plaintext'),
  })
  .map(({ start, parts, end, language }) => ({ text: start + parts.flat().join('') + end, language }))

const inserted = fc.oneof(
  fc.constantFrom(
    'a',
    'e',
    ' ',
    '.',
    ',',
    '“',
    '”',
    '"',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '# ',
    '```\n',
    '*',
    '[',
    ']',
    '[^1]',
    '(TK)',
    'TK',
    ':',
    '—',
    '—\n',
    '9',
    'Ruiz',
    'WFP',
    'who',
    '<!-- ',
    '-->',
    'us',
  ),
  fc.constantFrom(...SENTENCES),
  fc.array(fc.constantFrom(...SENTENCES, '\n\n'), { maxLength: 4 }).map((parts) => parts.join(' ')),
)

/** Ten edits, most of them of one or a few characters. */
export const anyEdits: fc.Arbitrary<TextEdit[]> = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }, fc.nat(200)),
    insert: fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 4, arbitrary: inserted }),
  }),
  { minLength: 10, maxLength: 10 },
)
