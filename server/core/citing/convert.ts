import { firstName } from '../blocks/authorYear.ts'
import type { Definition } from '../blocks/block.ts'
import { compose, insert, type Piece } from '../edits/compose.ts'
import type { Reading } from '../reading.ts'
import { touched } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import { clearDefinitions } from './clear.ts'
import { type Citing, completed } from './complete.ts'
import type { Library } from './library.ts'
import { linkedWords } from './linkedWords.ts'
import { type Cite, nameOfNote, type Place, placesOf } from './place.ts'
import { type CitedSource, sourcesIn } from './source.ts'
import { bracketSpot, noteSpot } from './spot.ts'
import { type CitationStyle, styleOf } from './style.ts'
import { type Target, targetFor } from './target.ts'
import { authorName, linkTail, type Wording } from './write.ts'

/** Longer names are not looked for before a citation, in code units. */
const LONGEST_NAME = 80

/**
 * Writes all that a draft cites in one style. What that style cannot say (a note of several paragraphs, a source with no address
 * as a link, a key that no bibliography has) stays as it is, and so does every word of the text. Undefined where nothing changes.
 */
export function convertCitations(
  reading: Reading,
  style: CitationStyle,
  library: Library,
  form: Wording['form'],
): Citing | undefined {
  const { text, language } = reading.draft
  const wording: Wording = { language, form }
  const target = targetFor(reading, style, library, wording)
  const sourceOf = sourcesIn(reading, library)
  const linked = linkedWords(reading)
  const pieces: Piece[] = []
  const kept: Place[] = []
  const gone = new Set<Definition>()
  for (const place of placesOf(reading)) {
    const cited = place.style === style ? undefined : everyOne(place.cites.map(sourceOf))
    const written = cited && rewritten(reading, place, cited, target, linked)
    if (written === undefined) kept.push(place)
    else {
      pieces.push(...written)
      for (const { source } of cited ?? []) if (source.definition !== undefined) gone.add(source.definition)
    }
  }
  if (pieces.length === 0) return undefined
  const still = stillCited(reading, kept)
  for (const definition of still) gone.delete(definition)
  if (language === 'plaintext' && style !== 'links') {
    // one list only can stand at the end of a plain text, so what nothing cites moves too
    const others = reading.definitions.filter((one) => styleOf(one.kind) !== style && !gone.has(one))
    const listed = everyOne(others.map((definition) => sourceOf(uncited(definition))))
    if (still.length > 0 || listed === undefined) return undefined
    if (listed.length > 0) target.cite(listed)
    for (const definition of others) gone.add(definition)
  }
  const first = compose(text, '', [...pieces, ...clearDefinitions(reading, [...gone])]).edits
  return { edits: completed(reading, first, target).edits, additions: target.additions }
}

const uncited = ({ kind, key, label }: Definition): Cite => ({
  citation: { ...label, kind, key, defined: true },
  prefix: '',
  locator: '',
  suppressed: false,
})

const everyOne = <T>(items: ReadonlyArray<T | undefined>): T[] | undefined =>
  items.every((item) => item !== undefined) ? (items as T[]) : undefined

/** The definitions that something points to which stays: a place that was kept, or another note. */
function stillCited(reading: Reading, kept: readonly Place[]): Definition[] {
  const isInNote = touched(reading.definitions.map(({ body }) => body))
  const cited = [
    ...kept.flatMap(({ cites }) => cites.map(({ citation }) => citation)),
    ...reading.citations.filter(isInNote),
  ]
  const names = new Set(cited.map(nameOfNote))
  return reading.definitions.filter((one) => names.has(nameOfNote(one)))
}

/** One place in the style of the target; undefined where that cannot say it. */
function rewritten(
  reading: Reading,
  place: Place,
  cited: readonly CitedSource[],
  target: Target,
  linkedAt: (end: number) => Span | undefined,
): Piece[] | undefined {
  const { text } = reading.draft
  const { span, words, inText } = place
  const one = cited.length === 1 ? cited[0] : undefined
  if (target.style === 'links' && one !== undefined && !inText) {
    const source = linkedAt(span.start)
    const linked = source && target.cite(cited) && linkTail(one, '')
    if (source !== undefined && linked !== undefined)
      return [insert(source.start, '['), insert(source.end, `]${linked}`), { ...span, text: '' }]
  }
  const isMark = target.style === 'footnotes' || target.style === 'numbered-notes'
  const name = inText && one !== undefined ? authorName(one.source) : ''
  const before = inText ? name : text.slice(Math.max(0, span.start - LONGEST_NAME), span.start)
  const written = target.cite(
    cited.map((it) => ({ ...it, suppressed: (inText || it.suppressed) && isNamed(it, before) })),
  )
  if (written === undefined) return undefined
  if (one !== undefined && inText && target.style === 'links')
    return [{ ...span, text: `[${name}]${linkTail(one, name)}` }]
  const rest = withoutCitation(text, place, name)
  if (isMark) return [...rest, insert(noteSpot(reading, span.end), written)]
  if (words !== undefined) return [...rest, insert(span.end, ` ${written}`)]
  if (inText) return [{ ...span, text: `${name} ${written}` }]
  if (place.style === 'footnotes' || place.style === 'numbered-notes') {
    const spot = bracketSpot(reading, span.start)
    return [...rest, insert(spot, `${spaceBefore(text, spot)}${written}`)]
  }
  const space = text[span.start] === ' ' ? ' ' : ''
  return [{ ...span, text: space + written }]
}

/** Whether some words end with the name of a source, so that its citation need not say it. */
const isNamed = ({ source }: CitedSource, before: string): boolean =>
  before.trimEnd().endsWith(firstName(authorName(source)))

const spaceBefore = (text: string, at: number): string => (at > 0 && /\S/.test(text[at - 1] ?? '') ? ' ' : '')

/** Takes the citation out and leaves the words that are part of the sentence. */
function withoutCitation(text: string, { span, words }: Place, name: string): Piece[] {
  if (words === undefined) return [{ ...span, text: name }]
  return [
    { start: span.start, end: words.start, text: '' },
    { start: words.end, end: span.end, text: '' },
  ].filter(({ start, end }) => start < end && end <= text.length)
}
