import fc from 'fast-check'
import type { Item, Reference } from '../../server/core/references/reference.ts'
import type { Draft } from '../../server/core/text/draft.ts'

const span = { start: 0, end: 0 }
const article = (key: string, family: string, title: string, more: Partial<Item>): Reference => ({
  kind: 'bibtex',
  key,
  file: 'file:///desk/a.bib',
  span,
  keySpan: span,
  item: { type: 'article-newspaper', title, author: [{ family, given: 'Ines' }], editor: [], ...more },
})

/** Entries of a bibliography, two of one author and year. */
export const references: readonly Reference[] = [
  article('calder2020', 'Calder', 'The dam', {
    issued: { year: 2020 },
    containerTitle: 'Valley Post',
    url: 'https://valley.example/dam',
  }),
  article('calder2020b', 'Calder', 'The flood', { issued: { year: 2020 }, containerTitle: 'Valley Post' }),
  article('doe1999', 'Doe', 'Water', { type: 'book', issued: { year: 1999 }, publisher: 'Book House' }),
  article('ito', 'Ito', 'A [note] on *signs* & rights', { url: 'https://ito.example/a_(b)' }),
]

const sentences = [
  'The dam failed in 1954',
  'The Valley Post reported that crime had doubled',
  'It came from the U.S',
  '“We saw it,” Mayor Ines Calder said',
  'She said that 40 % were hurt (they were not)',
  'It rose by 12 percent, more than before',
  '*Most* people left',
  'The mayor of Dunmore called it “a disgrace”',
]
const ends = ['.', '.', '.', '?', '!', '.”', ',', '', ';']
const markdownMarks = [
  '',
  '',
  '[^1]',
  '[^1][^2]',
  '[^times]',
  '[^gone]',
  '^[Harbour board, minutes of 4 May 2021]',
  ' [@calder2020]',
  ' [see @calder2020, p. 3; @doe1999]',
  ' [@ito, pp. 3–5]',
  ' [@unknown]',
  ' (Smith & Jones, 2020)',
  ' ([Post](https://b.example "Post, 3 May 2020"))',
  ' ([Harbour board](https://c.example/x), [b.example](https://b.example))',
  ' [the report](https://d.example/a_b)',
  ' (https://e.example/x)',
]
const plainMarks = ['', '', '[1]', '[1][2]', ' [1, 3]', '[9]', ' (https://e.example/x)', ' (Smith et al., 2020)']
const listed = [' (Calder, 2020)', ' (see Calder, 2020, p. 3; Harbour board, 2021)', ' (Harbour board, 2021)']

const sentence = (marks: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...sentences), fc.constantFrom(...marks), fc.constantFrom(...ends), fc.boolean())
    .map(([words, mark, end, before]) => (before || mark.startsWith(' ') ? words + mark + end : words + end + mark))

const gaps = fc.constantFrom(' ', ' ', '\n', '\n\n', '\r\n\r\n', '\n\n- ', '\n\n> ', '\n\n# ')

const markdownNotes = [
  '[^1]: Defence ministry, statement of 3 December 2025.',
  '[^2]: “Dam *fails*”, Valley Post, <https://valley.example/other>.',
  '[^times]: [The dam](https://times.example/dam), The Times, 4 May 2020',
]
const markdownLists = [
  '',
  '\n\n## References\n\n- Calder, I. (2020). Dams and law.\n- Harbour board (2021). Minutes.\n',
]
const plainLists = [
  '\n\nSources\n[1] Defence ministry, statement of 3 December 2025.\n[2] Valley Post, https://valley.example/other\n[3] Harbour board.\n',
  '\n\nReferences\nCalder, I. (2020). Dams and law.\nHarbour board (2021). Minutes.\n',
  '',
]

/** Sentences that cite in every way that is there, with those of the list where there is one. */
const bodies = (marks: readonly string[], list: string, between: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(sentence(list.includes('Calder') ? [...marks, ...listed] : marks), between), {
      minLength: 1,
      maxLength: 7,
    })
    .map((parts) => `${parts.map(([words, gap]) => words + gap).join('')}Last.`)

/** Drafts that cite in every style at once, well and badly. */
export const citedDrafts: fc.Arbitrary<Draft> = fc.oneof(
  fc
    .constantFrom(...markdownLists)
    .chain((list) =>
      fc.tuple(
        bodies(markdownMarks, list, gaps),
        fc.subarray(markdownNotes),
        fc.constantFrom('\n', '\n\n'),
        fc.constant(list),
      ),
    )
    .map(([body, notes, gap, list]): Draft => ({ language: 'markdown', text: `${body}\n\n${notes.join(gap)}${list}` })),
  fc
    .constantFrom(...plainLists)
    .chain((list) => fc.tuple(bodies(plainMarks, list, fc.constantFrom(' ', '\n', '\n\n')), fc.constant(list)))
    .map(([body, list]): Draft => ({ language: 'plaintext', text: body + list })),
)
