import type { Citation, Definition } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { hostOf } from './address.ts'
import { markAt } from './cite.ts'
import { compose, type Piece } from './compose.ts'
import type { Fix } from './fix.ts'
import { noteMark } from './notes.ts'
import { adding, placeForNote, sentenceOf } from './sentence.ts'
import { inTitle } from './titles.ts'

const MOST = 5
const LONGEST_NAME = 40
const LONGEST_ADDRESS = 500
/** Link words that can be written again as they are: nothing in them is markup. */
const PLAIN_NAME = /^[\p{Lu}\p{N}][\p{L}\p{N} ,'’&-]*$/u

/** Something that the draft already cites. */
interface Cited {
  readonly title: string
  readonly piece: Piece
  /** What the draft says of it. */
  readonly about: string
  /** Where it is cited. */
  readonly places: readonly Span[]
}

/**
 * Cites, for the sentence that holds a span, what the draft cites elsewhere: its notes, links, addresses and keys, at most five.
 * Those that share names with the sentence come first, then those cited nearest to it.
 */
export function citeExisting(reading: Reading, at: Span): Fix[] {
  const sentence = sentenceOf(reading, at) ?? at
  const reach = { start: sentence.start, end: placeForNote(reading, at) }
  const names = namesIn(reading.prose.slice(sentence.start, sentence.end))
  const isHere = (span: Span): boolean => span.start < reach.end && span.end > reach.start
  return [...notes(reading, at), ...others(reading, at)]
    .filter(({ places }) => !places.some(isHere))
    .map((cited) => ({ cited, shared: shared(names, cited.about), distance: distance(reach, cited.places) }))
    .sort((a, b) => b.shared - a.shared || a.distance - b.distance)
    .slice(0, MOST)
    .map(({ cited }) => compose(reading.draft.text, cited.title, [cited.piece]))
}

function notes(reading: Reading, at: Span): Cited[] {
  const { text } = reading.draft
  const offset = placeForNote(reading, at)
  const cited = placesOf(reading.citations, ({ kind, key }) => `${kind} ${key}`)
  const marked = reading.definitions.filter(({ kind }) => kind !== 'author-year')
  return firstOfEach(marked, ({ key }) => key.toLowerCase()).flatMap((definition: Definition): Cited[] => {
    const about = text.slice(definition.body.start, definition.body.end)
    if (about.trim() === '') return []
    const label = definition.key
    const places = cited.get(`${definition.kind} ${label}`) ?? []
    return [
      {
        title: `Cite ${noteMark(reading, label)}: ${inTitle(about)}`,
        piece: markAt(reading, offset, label),
        about,
        places,
      },
    ]
  })
}

function others(reading: Reading, at: Span): Cited[] {
  const citations = reading.citations.filter(({ kind }) => kind === 'link' || kind === 'url' || kind === 'citation-key')
  const cited = placesOf(citations, ({ key }) => key)
  return firstOfEach(citations, ({ key }) => key).flatMap((citation): Cited[] => {
    const again = writtenAgain(reading, citation)
    if (again === undefined) return []
    const places = cited.get(citation.key) ?? []
    const about = reading.prose.slice(citation.start, citation.end)
    return [{ title: `Cite ${inTitle(again.title)}`, piece: adding(reading, at, again.text), about, places }]
  })
}

/** How a citation is written a second time, after a sentence of its own; undefined where it cannot be copied safely. */
function writtenAgain(reading: Reading, citation: Citation): { title: string; text: string } | undefined {
  const { text, language } = reading.draft
  const { kind, key } = citation
  if (key === '' || key.length > LONGEST_ADDRESS || /[\s|]/.test(key)) return undefined
  if (kind === 'citation-key') {
    const written = text.slice(citation.start, citation.end)
    return { title: `[${written}]`, text: ` [${written}]` }
  }
  if (language === 'plaintext') return { title: key, text: ` (${key})` }
  if (kind === 'url') return { title: key, text: ` (${text.slice(citation.start, citation.end)})` }
  if (/[<>\\]/.test(key)) return undefined
  const host = hostOf(key)
  const words = reading.prose.slice(citation.start, citation.end).trim().replace(/\s/g, ' ')
  const name = words.length <= LONGEST_NAME && PLAIN_NAME.test(words) ? words : host
  if (!PLAIN_NAME.test(name) && !/^[\p{L}\p{N}.:-]+$/u.test(name)) return undefined
  const address = /[()]/.test(key) ? `<${key}>` : key
  return { title: name === host ? host : `${name} (${host})`, text: ` ([${name}](${address}))` }
}

function placesOf(citations: readonly Citation[], keyOf: (citation: Citation) => string): Map<string, Citation[]> {
  const places = new Map<string, Citation[]>()
  for (const citation of citations) {
    const key = keyOf(citation)
    const list = places.get(key)
    if (list === undefined) places.set(key, [citation])
    else list.push(citation)
  }
  return places
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const first = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (!first.has(key)) first.set(key, item)
  }
  return [...first.values()]
}

/** Words that begin with a capital and are long enough to be names. */
const namesIn = (words: string): ReadonlySet<string> =>
  new Set(words.split(/[^\p{L}\p{N}]/u).filter((word) => word.length > 3 && /^\p{Lu}/u.test(word)))

const shared = (names: ReadonlySet<string>, about: string): number =>
  [...namesIn(about)].filter((name) => names.has(name)).length

const distance = (from: Span, places: readonly Span[]): number =>
  places.reduce(
    (least, { start, end }) => Math.min(least, end <= from.start ? from.start - end : Math.max(0, start - from.end)),
    Number.POSITIVE_INFINITY,
  )
