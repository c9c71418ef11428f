import fc from 'fast-check'
import type { Draft } from '../../server/core/text/draft.ts'

const language = fc.constantFrom<Draft['language']>('markdown', 'plaintext')

/** Characters that trip programs: halves of pairs, NUL, every line end, marks that join or turn the text, look-alikes. */
// biome-ignore format: a list of characters is easier to look over in lines
const HARD = [
  '\u0000', '\r', '\r\n', '\n', '\u2028', '\u2029', '\u0085', '\uFEFF', '\uD83D', '\uDE00', '😀', '👩‍👩‍👧', '𝒜', 'e\u0301', '\u0301',
  '\u200F', 'אבג', '\u202Eabc', '\u200B', '\u00A0', '\uFFFC', '\uFFFD', 'İ', 'ß', 'ﬁ', '“', '”', '"', "'", '‘', '’', '«', '»',
  '[', ']', '(', ')', '*', '_', '`', '~', '#', '>', '|', '-', '1.', '\\', '&amp;', '<', '<!--', '-->', '---', '```', '[^', ']:', '@', '{{',
]

/** Any string of code units, halves of surrogate pairs among them. */
const codeUnits = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 200 })

/** Pieces of news, of markup and of what writers leave behind. */
// biome-ignore format: a list of phrases is easier to look over in lines
const PHRASES = [
  'Mayor Ana Ruiz', 'Penn', 'she', 'The Harbour Post', 'the newspaper', 'TWP', 'Two people familiar with the matter', 'Experts', 'critics',
  'the council’s chief engineer', 'The report', 'said', 'told reporters', 'has said that', 'did not say whether', 'according to', 'According to',
  'claims', 'reported', 'added', ', who', 'the claim that', 'is said to', 'reportedly', 'allegedly', 'alleged', 'accused of', 'may', 'appears to',
  'without providing any evidence', 'could not be independently verified', '“We will never agree,”', '“Rents are up.”', '“narco-terrorist groups”',
  '“It was dark', 'and nobody rang.”', '"Again."', "'Never'", 'rents rose by 12 percent', 'the campaign has killed 83 people', 'more than 80',
  '$2 billion', 'the dam will fail within 10 years', 'the contractor bribed two inspectors', 'on Friday', 'Sept. 2', 'last week', 'since 2019',
  'the World Food Programme (WFP)', 'WFP', 'U.S.', 'Dr.', 'because', 'but', 'and', ',', '.', '. ', '? ', ': ', '; ', ' — ', '…', '\n', '\n\n', '\r\n',
  '[^1]', '[^a]', '\n\n[^1]: Hallam Housing Office, *Rents*.\n', '[@ward2014]', '@ward2014', '[1]', '\n\nSources\n[1] Rents 2023.\n',
  'https://example.org/a', '[the audit](https://example.org/b)', '`code`', '**bold**', '*Maren*', '\n# Heading\n\n', '\n> ', '\n- ', '\n1. ',
  '\n| a | b |\n| --- | --- |\n| c | d |\n', '\n```\ncode\n```\n', '<b>', '---\ntitle: x\n---\n', '[citation needed]', '{{cn}}', 'TK',
  '\n<!-- says-who-disable-next-line unsourced-claim: own reporting -->\n', '\n// says-who-disable-next-line\n', '<!-- says-who-disable-file -->',
]

const joined = (pieces: readonly string[], separators: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...separators)), { maxLength: 40 })
    .map((parts) => parts.flat().join(''))

/** Any draft: noise, hard characters, and news broken into pieces and put together without sense. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  text: fc.oneof(
    codeUnits,
    joined(HARD, ['', ' ', 'a', 'He said ']),
    joined(PHRASES, [' ', ' ', ' ', '']),
    joined([...PHRASES, ...HARD], [' ', '']),
  ),
  language,
})

const SENTENCES = [
  'The campaign has killed 83 people in 21 attacks since September.',
  'Crime in Hallam has doubled since 2019.',
  'Mayor Ana Ruiz said that rents were up.',
  '“We will never agree to this, not in a hundred years,” she added.',
  '“We will never agree to this, not in a hundred years.”',
  'Experts say the dam will fail within 10 years.',
  'The Harbour Post reported that the talks took place in Bern.',
  'Two people familiar with the matter said the order came by telephone.',
  'The boat burned for an hour, THP reports.',
  'The minister said, without providing any evidence, that the strikers had been paid.',
  'The alleged smuggler owns a house in Hallam.',
  'The factory employs TK people.',
  'Rents rose by 12 percent.[^1]',
  'Rents rose by 12 percent [@ward2014].',
  'Rents rose by 12 percent. [1]',
  'Rents [rose by 12 percent](https://example.org/rents).',
  'Crime doubled.[citation needed]',
  'The bridge crosses the Hallam at its narrowest point.',
  'Who closed the bridge?',
  '- The contractor bribed two inspectors 😀 to pass the deck.',
  '> The contractor bribed two inspectors.',
  '# The bridge that failed',
  '<!-- says-who-disable-next-line unsourced-claim: own reporting -->',
]
const LAST = [
  '',
  '\n',
  '\n\n[^1]: Hallam Housing Office, *Rents*.\n',
  '\n\n[^old]: Unused.',
  '\n\nSources\n[1] Rents 2023.\n',
]

/** Drafts of whole sentences, which give findings, with the line ends and the last lines that writers leave. */
export const newsDraft: fc.Arbitrary<Draft> = fc
  .record({
    sentences: fc.array(fc.tuple(fc.constantFrom(...SENTENCES), fc.constantFrom(' ', '\n\n', '\n')), {
      minLength: 1,
      maxLength: 8,
    }),
    last: fc.constantFrom(...LAST),
    crlf: fc.boolean(),
    language,
  })
  .map(({ sentences, last, crlf, language }) => {
    const text = sentences.flat().join('') + last
    return { text: crlf ? text.replaceAll('\n', '\r\n') : text, language }
  })
