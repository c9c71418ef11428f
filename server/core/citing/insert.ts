import { markAt } from '../edits/cite.ts'
import { compose, insert, type Piece } from '../edits/compose.ts'
import { placeForNote, sentenceOf } from '../edits/sentence.ts'
import type { Reading } from '../reading.ts'
import type { Reference } from '../references/index.ts'
import { contains, lengthOf, overlaps, type Span } from '../text/span.ts'
import { type Citing, completed } from './complete.ts'
import type { Library } from './library.ts'
import { linkable } from './linkedWords.ts'
import { definitionOf, placesOf } from './place.ts'
import { type CitedSource, type Source, sourceOf } from './source.ts'
import { bracketSpot } from './spot.ts'
import { type CitationStyle, type CitationStyleSetting, styleFor, styleOf } from './style.ts'
import { type Target, targetFor } from './target.ts'
import { linkTail, type Wording } from './write.ts'

/** How a citation is to be written. */
export interface InsertOptions {
  readonly style: CitationStyleSetting
  readonly form: Wording['form']
  readonly library: Library
  /** A page, a paragraph or a time, as it is to stand there: “p. 3”. */
  readonly locator?: string
}

/** An inserted citation. */
export interface Inserted extends Citing {
  /**
   * Where the writer goes on, as an offset into the changed draft: behind what is cited and its mark, or, where a new source has no
   * title yet, at the beginning of its note.
   */
  readonly caret: number
}

/**
 * Cites a source for the sentence that holds a span, in the style of the draft: by a mark and its note, a link on the words for
 * the source or in brackets, a key or author and year in brackets. What the style cannot say, such as a link without an address,
 * becomes a note. Not a word of the text is changed.
 */
export function insertCitation(reading: Reading, at: Span, source: Source, options: InsertOptions): Inserted {
  const { language } = reading.draft
  const { library, locator = '', form } = options
  const cited: CitedSource = { source, prefix: '', locator: locator.trim(), suppressed: false }
  const wording: Wording = { language, form }
  const wanted = styleFor(reading, options.style, library.declared)
  const listed = listedStyle(reading)
  const first = targetFor(reading, wanted === 'links' ? wanted : (listed ?? wanted), library, wording)
  const pieces = written(reading, at, cited, first)
  if (pieces !== undefined) return finished(reading, at, pieces, first, source)
  const notes = language === 'markdown' ? 'footnotes' : (listed ?? 'numbered-notes')
  const second = targetFor(reading, notes, library, wording)
  return finished(reading, at, written(reading, at, cited, second) ?? [], second, source)
}

/** The style of the list at the end of a plain text, where only one can stand. */
function listedStyle({ draft, definitions }: Reading): CitationStyle | undefined {
  const first = definitions[0]
  return draft.language === 'plaintext' && first !== undefined ? styleOf(first.kind) : undefined
}

function finished(
  reading: Reading,
  at: Span,
  pieces: readonly Piece[],
  target: Target,
  { item, key }: Source,
): Inserted {
  const first = compose(reading.draft.text, '', pieces).edits
  const { edits, note, moved } = completed(reading, first, target)
  const end = placeForNote(reading, at)
  const after = first.reduce((sum, edit) => (edit.start <= end ? sum + edit.text.length - lengthOf(edit) : sum), end)
  const isBlank = item !== undefined && item.title === undefined && key === undefined
  return { edits, additions: target.additions, caret: isBlank && note !== undefined ? note : moved(after) }
}

function written(reading: Reading, at: Span, cited: CitedSource, target: Target): Piece[] | undefined {
  const words = target.style === 'links' ? linkableAt(reading, at) : undefined
  const { text, language } = reading.draft
  const bracket = target.cite([cited])
  if (bracket === undefined) return undefined
  if (words !== undefined) return [insert(words.start, '['), insert(words.end, `]${linkTail(cited, '')}`)]
  const end = placeForNote(reading, at)
  if (target.style === 'footnotes' || target.style === 'numbered-notes')
    return [insert(end, `${spaceAfterBackslash(reading, end)}${bracket}`)]
  const spot = bracketSpot(reading, end)
  const place = placesOf(reading).find(({ span, style }) => span.end === spot && style === target.style)
  if (place !== undefined && place.words === undefined && !place.inText) {
    const separator = target.style === 'links' ? ', ' : '; '
    return [insert(spot - 1, `${separator}${bracket.slice(1, -1)}`)]
  }
  // a number in brackets is a note because of the full stop behind it
  if (language === 'plaintext' && text[spot - 1] === ']') return [insert(end, ` ${bracket}`)]
  return [insert(spot, spot > 0 && /\S/.test(text[spot - 1] ?? '') ? ` ${bracket}` : bracket)]
}

/** The words for the published source of a sentence, or for the one that is pointed at, that can be made a link. */
function linkableAt(reading: Reading, at: Span): Span | undefined {
  const sentence = sentenceOf(reading, at)
  const pointed = reading.attributions.find(({ source }) =>
    source.some((span) => overlaps(span, at) && contains(span, at)),
  )
  const within = reading.attributions.find(
    ({ published, source }) =>
      published && source[0] !== undefined && sentence !== undefined && contains(sentence, source[0]),
  )
  const attribution = pointed ?? within
  return attribution && linkable(reading, attribution)
}

const spaceAfterBackslash = (reading: Reading, offset: number): string => {
  const { text } = markAt(reading, offset, '')
  return text.startsWith(' ') ? ' ' : ''
}

/** A reference, of a bibliography or of the draft itself, as a source that can be cited. */
export function sourceOfReference(reading: Reading, reference: Reference): Source {
  const { kind, key, item } = reference
  if (kind === 'link') return { id: `url ${key}`, item, words: '', note: '', url: key }
  if (kind !== 'footnote' && kind !== 'numbered-note' && kind !== 'author-year') return sourceOf(reference)
  const definition = definitionOf(reading, { kind, key })
  if (definition === undefined) return { id: `note ${key}`, item, words: '', note: '', url: item.url ?? '' }
  const note = reading.draft.text.slice(definition.body.start, definition.body.end)
  return { id: `note ${note}`, words: note, note, url: item.url ?? '', definition }
}
