import type { Attribution } from '../marks/marks.ts'
import { type Reading, read, type Sentence } from '../reading.ts'
import { lengthOf, overlaps, type Span } from '../text/span.ts'
import { clauseOf } from './clause.ts'
import { compose } from './compose.ts'
import { applyEdits, type Fix } from './fix.ts'
import { adding, endOfWords, sentenceOf } from './sentence.ts'
import { inTitle } from './titles.ts'

const MOST = 2
const PRONOUNS: ReadonlySet<string> = new Set('he she they it we i you this that these those who which'.split(' '))
/** Documents that say: "the report reported" is no English. */
const DOCUMENT = /\b(?:reports?|study|studies|survey|statement|analysis|data|review|filing|memo|letter)$/iu

/**
 * Attributes the sentence, or the clause of one, that holds a span to a source named near it: in its paragraph, the nearest before it first, then in
 * the paragraph before, at most two. Offers nothing where ", The New York Times reported" would not be grammatical.
 */
export function attributeNearby(reading: Reading, at: Span): Fix[] {
  const sentence = sentenceOf(reading, at)
  const clause = clauseOf(reading, at)
  if (sentence === undefined || !takesReporter(reading, sentence, clause ?? sentence)) return []
  // what follows a clause without a comma needs one now
  const tail = clause === undefined || /^\s*[,;:—–-]/u.test(reading.prose.slice(clause.end, sentence.end)) ? '' : ','
  return namesNear(reading, sentence)
    .map(({ name, verb }) =>
      compose(reading.draft.text, `Attribute to ${inTitle(name)}`, [adding(reading, at, `, ${name} ${verb}${tail}`)]),
    )
    .filter((fix) => readsAsAttributed(reading, sentence, at, fix))
}

/** Whether the paragraph, with the fix in it, reads as if the words were put down to somebody: an odd sentence may not. */
function readsAsAttributed({ draft, blocks }: Reading, sentence: Sentence, at: Span, { edits }: Fix): boolean {
  const block = blocks[sentence.block]
  if (block === undefined) return false
  const longer = edits.reduce((sum, edit) => sum + edit.text.length - lengthOf(edit), 0)
  const text = applyEdits(draft.text, edits).slice(block.start, block.end + longer)
  const { attributions, claims } = read({ text, language: draft.language })
  const span = { start: at.start - block.start, end: at.end - block.start }
  return (
    attributions.some(
      ({ sourceType, content }) =>
        (sourceType === 'named' || sourceType === 'anonymous') && content.some((part) => overlaps(part, span)),
    ) && claims.every((claim) => !overlaps(claim, span) || claim.status !== 'unsourced')
  )
}

/** Whether a sentence is a statement of the writer's own that ends with a full stop, and no quotation stands where the words would go. */
function takesReporter(reading: Reading, sentence: Sentence, clause: Span): boolean {
  const { prose, quotations } = reading
  const end = endOfWords(reading, sentence)
  if (prose[end - 1] !== '.' || prose[end - 2] === '.') return false
  if (reading.blocks[sentence.block]?.kind === 'heading') return false
  const edges = [
    { start: clause.start, end: clause.start + 1 },
    { start: Math.min(end, clause.end) - 1, end: Math.min(end, clause.end) },
  ]
  return !quotations.some((quotation) => edges.some((edge) => overlaps(quotation, edge)))
}

function namesNear(reading: Reading, sentence: Sentence): Array<{ name: string; verb: string }> {
  const before = previousBlock(reading, sentence.block)
  const near = reading.attributions
    .filter((one) => one.sourceType === 'named')
    .map((one) => ({ one, in: reading.sentences[one.sentence] }))
    .filter((near) => near.in?.block === sentence.block || near.in?.block === before)
    .filter((near) => near.in?.start !== sentence.start)
    .map(({ one, in: home }) => ({ one, far: remoteness(sentence, home ?? sentence) }))
    .sort((a, b) => a.far - b.far)
  const names = new Map<string, { name: string; verb: string }>()
  for (const { one } of near) {
    const name = nameOf(reading, one)
    if (name === undefined) continue
    const key = name.toLowerCase().replace(/^the /, '')
    if (!names.has(key)) names.set(key, { name, verb: verbFor(one, name) })
  }
  return [...names.values()].slice(0, MOST)
}

/** The paragraph before, without the headings between. */
function previousBlock(reading: Reading, block: number): number | undefined {
  for (let index = block - 1; index >= 0; index--) {
    const { kind } = reading.blocks[index] ?? {}
    if (kind === 'heading') return undefined
    if (kind !== undefined) return index
  }
  return undefined
}

/** Before it in its paragraph, after it there, then in the paragraph before: each by distance. */
function remoteness(sentence: Sentence, home: Sentence): number {
  const distance = Math.abs(sentence.start - home.start)
  const rank = home.block !== sentence.block ? 2 : home.start > sentence.start ? 1 : 0
  return rank * 1e9 + distance
}

/** The name of a source as it stands in the middle of a sentence; undefined where the draft gives none. */
export function nameOf(reading: Reading, attribution: Attribution): string | undefined {
  const own = attribution.source[0]
  const words = attribution.resolvesTo ?? (own === undefined ? '' : reading.prose.slice(own.start, own.end))
  const name = (words.split(',')[0] ?? '')
    .split(/\s/)
    .filter((word) => word !== '')
    .join(' ')
  const bare = name.replace(/^(?:the|an?) /i, '')
  if (PRONOUNS.has(name.toLowerCase()) || !/\p{Lu}/u.test(bare) || /["“”«»[\]()|\uFFFC]/u.test(name)) return undefined
  return attribution.published ? name : name.replace(/^(?:The|An?) /, (article) => article.toLowerCase())
}

const verbFor = ({ published }: Attribution, name: string): string =>
  published && !DOCUMENT.test(name) ? 'reported' : 'said'
