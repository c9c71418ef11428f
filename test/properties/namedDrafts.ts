import fc from 'fast-check'

/** Names of which several persons, outlets and bodies share some, so that one more or less decides who others are. */
const FIRST = ['Ana', 'Tom', 'Mark', 'John', 'Kim']
const LAST = ['Ruiz', 'Hale', 'Kelly']
const TITLES = ['', '', 'Mr. ', 'Ms. ', 'Senator ', 'Mayor ']
const OUTLETS = ['The Orrin Post', 'The Harbour Herald', 'Reuters', 'The Hallam Journal']
const BODIES = [
  'Orrin Steel',
  'Skerra Shipping Lines',
  'Hallam University',
  'The World Food Programme',
  'Water Fund Poland',
  'the Hallam Harbour Hospital',
]
const LETTERS = ['WFP', 'OS', 'SSL', 'THJ', 'KTRB', 'US']

const one = (list: readonly string[]) => fc.constantFrom(...list)
const surname = fc.tuple(one(TITLES), one(LAST)).map((words) => words.join(''))
const person = fc.tuple(one(TITLES), one(FIRST), one(LAST)).map(([title, first, last]) => `${title}${first} ${last}`)
const any = fc.oneof(
  { weight: 3, arbitrary: surname },
  { weight: 3, arbitrary: person },
  { weight: 1, arbitrary: one(OUTLETS) },
  { weight: 2, arbitrary: one(BODIES) },
  { weight: 1, arbitrary: one(LETTERS) },
)

/** A sentence in which somebody is named, speaks or is referred to. */
const sentence = fc.oneof(
  { weight: 4, arbitrary: any.map((name) => `${name} said that it was late.`) },
  { weight: 2, arbitrary: any.map((name) => `${name} came at noon.`) },
  { weight: 4, arbitrary: any.map((name) => `They met ${name} in the yard.`) },
  { weight: 1, arbitrary: fc.tuple(any, any).map(([a, b]) => `They met ${a} and ${b}.`) },
  { weight: 1, arbitrary: fc.tuple(one(OUTLETS), one(OUTLETS)).map(([a, b]) => `They met ${a} and ${b}.`) },
  {
    weight: 2,
    arbitrary: one(['He said it was late.', 'She said it was late.', '“It is late,” she said.', 'He denied it.']),
  },
  {
    weight: 2,
    arbitrary: one(['The newspaper', 'The company', 'The agency', 'The university', 'The journal']).map(
      (source) => `${source} said it was late.`,
    ),
  },
  { weight: 1, arbitrary: one(LETTERS).map((letters) => `The ${letters} sent rice, according to the ${letters}.`) },
  { weight: 1, arbitrary: one(['The World Food Programme (WFP) sent rice.', 'Hallam bought Orrin Steel (OS).']) },
)

/** What stands between names: words that are elsewhere in capitals, and room that takes names out of reach. */
const filler = one(['It rained all day.', 'It told us who we were.', 'The ktrb rang, and the os was slow.'])

/** One to three sentences a paragraph, now and then a heading that ends with a name. */
export const namedParagraph: fc.Arbitrary<string> = fc.oneof(
  { weight: 9, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')) },
  { weight: 6, arbitrary: filler },
  { weight: 1, arbitrary: one([...OUTLETS, ...BODIES]).map((name) => `# ${name}`) },
)

/** A replacement: from a share of all paragraphs on, of some of them by others, or of the first name in one. */
export type NamedEdit = { readonly at: number } & (
  | { readonly remove: number; readonly insert: readonly string[] }
  | { readonly name: string }
)

export const namedDraft: fc.Arbitrary<string[]> = fc.array(namedParagraph, { minLength: 1, maxLength: 40, size: 'max' })

const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

export const namedEdits: fc.Arbitrary<NamedEdit[]> = fc.array(
  fc.oneof(
    fc.record({ at, remove: fc.nat(2), insert: fc.array(namedParagraph, { maxLength: 2 }) }),
    fc.record({ at, name: any }),
  ),
  { minLength: 8, maxLength: 8 },
)

/** The paragraphs after an edit. */
export function editedParagraphs(paragraphs: readonly string[], edit: NamedEdit): string[] {
  const p = Math.floor(edit.at * paragraphs.length)
  if ('insert' in edit) return [...paragraphs.slice(0, p), ...edit.insert, ...paragraphs.slice(p + edit.remove)]
  return paragraphs.map((words, i) => (i === p ? words.replace(/\b[A-Z]\w+/, edit.name) : words))
}
