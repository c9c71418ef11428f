import { completed } from '../citing/complete.ts'
import type { CiteContext } from '../citing/context.ts'
import { sourceOfReference } from '../citing/insert.ts'
import { targetFor } from '../citing/target.ts'
import { isPlainKey } from '../citing/write.ts'
import type { Edit } from '../edits/fix.ts'
import { lineStart } from '../edits/lines.ts'
import { inLine } from '../edits/titles.ts'
import type { Reading } from '../reading.ts'
import { formatReference, formatShort, type Reference, searchReferences } from '../references/index.ts'
import { abridge } from '../rules/message.ts'
import type { Span } from '../text/span.ts'

/** A key or a label that can be put in where somebody types one. */
export interface Completion {
  readonly label: string
  /** A few words beside it: author and year, or what the note says. */
  readonly detail: string
  /** The reference in full, as plain text. */
  readonly about: string
  readonly insert: string
  /** What editors match typed letters with. */
  readonly filter: string
  /** Another edit of the draft that goes with it: the note that a new mark points to. */
  readonly also: readonly Edit[]
}

/** What is offered at an offset, all for the same words. */
export interface Completions {
  readonly span: Span
  readonly items: readonly Completion[]
  /** Whether more would be offered for other letters. */
  readonly isIncomplete: boolean
}

/** As many as a menu is looked through. */
const MOST = 50
/** New notes, each of which brings its text along. */
const MOST_NEW = 20
const LONGEST_KEY = 100

/** Keys after `@` and `[@`, the labels of notes after `[^` in Markdown, and numbers after `[` in plain text with a list of sources. */
export function completionsAt(reading: Reading, offset: number, context: CiteContext): Completions | undefined {
  const { text, language } = reading.draft
  const line = text.slice(Math.max(lineStart(text, offset), offset - LONGEST_KEY), offset)
  const typed = line.slice(Math.max(line.lastIndexOf('@'), line.lastIndexOf('['), line.lastIndexOf('^')) + 1)
  if (/[\s\],;]/.test(typed)) return undefined
  const before = line.slice(0, line.length - typed.length)
  const span = { start: offset - typed.length, end: wordEnd(text, offset) }
  if (language === 'plaintext') return before.endsWith('[') ? notes(reading, span) : undefined
  if (before.endsWith('[^')) return footnotes(reading, span, typed, context)
  return /(?:^|[\s([;-])@$/.test(before) ? keys(span, typed, context) : undefined
}

/** The rest of the key or label that the caret stands in. */
function wordEnd(text: string, offset: number): number {
  let end = offset
  while (/[\p{L}\p{N}_:.-]/u.test(text[end] ?? ' ')) end++
  return end
}

function keys(span: Span, typed: string, { index, library, form }: CiteContext): Completions | undefined {
  if (library.references.length === 0) return undefined
  const found = typed === '' ? library.references.slice(0, MOST) : searchReferences(index, typed, MOST)
  const items = found.map((reference): Completion => {
    const { key } = reference
    return { ...told(reference, form), label: inLine(key), insert: isPlainKey(key) ? key : `{${key}}`, also: [] }
  })
  return { span, items, isIncomplete: library.references.length > items.length }
}

function told({ key, item }: Reference, form: CiteContext['form']): Pick<Completion, 'detail' | 'about' | 'filter'> {
  const people = item.author.map(({ family, literal }) => family ?? literal ?? '').join(' ')
  return {
    detail: inLine(formatShort(item)),
    about: inLine(formatReference(item, form)),
    filter: [key, people, item.title ?? '', item.issued?.year ?? '', item.containerTitle ?? ''].join(' '),
  }
}

/** The notes that the draft has. */
function notes(reading: Reading, span: Span): Completions | undefined {
  const items = reading.definitions
    .filter(({ kind }) => kind !== 'author-year')
    .map((definition): Completion => {
      const words = reading.draft.text.slice(definition.body.start, definition.body.end)
      const { key } = definition
      return {
        label: inLine(key),
        detail: inLine(abridge(words, 60)),
        about: inLine(words),
        insert: key,
        filter: `${key} ${words}`,
        also: [],
      }
    })
  return items.length === 0 ? undefined : { span, items, isIncomplete: false }
}

/** The notes that the draft has, and new ones for the references of its library that fit what is typed. */
function footnotes(reading: Reading, span: Span, typed: string, context: CiteContext): Completions | undefined {
  const known = notes(reading, span)?.items ?? []
  const { library, index, form } = context
  const found = typed === '' ? library.references.slice(0, MOST_NEW) : searchReferences(index, typed, MOST_NEW)
  const { text, language } = reading.draft
  const close = text[span.end] === ']' ? '' : ']'
  const fresh = found.map((reference): Completion => {
    const target = targetFor(reading, 'footnotes', library, { language, form })
    const source = sourceOfReference(reading, reference)
    const mark = target.cite([{ source, prefix: '', locator: '', suppressed: false }]) ?? ''
    const label = mark.slice(2, -1)
    return {
      ...told(reference, form),
      label: inLine(reference.key),
      insert: label + close,
      also: completed(reading, [], target).edits,
    }
  })
  const items = [...known.map((one) => ({ ...one, insert: one.insert + close })), ...fresh]
  return items.length === 0 ? undefined : { span, items, isIncomplete: found.length === MOST_NEW }
}
