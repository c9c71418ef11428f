import type { Stock } from '../sentences.ts'
import { type Markup, makeText } from '../text.ts'
import type { Place } from './connect.ts'

/** A replacement in a draft, by lines and columns and by offsets. */
export interface Edit {
  readonly start: Place
  readonly end: Place
  readonly offset: number
  /** How many code units are taken out. */
  readonly removed: number
  readonly text: string
  /** Whether its time counts: some are for warming up, or put the draft back. */
  readonly counts: boolean
}

/** What somebody does to a draft again and again. */
export interface Course {
  readonly name: 'middle' | 'start' | 'paste' | 'fence'
  readonly edits: readonly Edit[]
  /** Milliseconds from one edit to the next at the least. */
  readonly gap: number
}

/** How often things are done so that they count. */
export interface Counts {
  readonly keys: number
  readonly others: number
}

/** Milliseconds between two keys, which is faster than most people type, and after other edits. */
const KEY = 60
const OTHER = 100
/** How many keys and other edits come first and do not count. */
const WARM = { keys: 20, others: 1 }

/** What is done to a text, each course as if the one before had been: keys change it, the others put it back. */
export function coursesOf(stock: Stock, text: string, markup: Markup, { keys, others }: Counts): Course[] {
  const middle = endOfParagraph(text)
  const fence = markup === 'markdown' ? openingFence(text) : undefined
  const courses: Course[] = [
    {
      name: 'paste',
      gap: OTHER,
      edits: Array.from({ length: others + WARM.others }, (_, at) =>
        pasted(`\n\n${makeText(stock, 1000, markup, 9_000 + at).trimEnd()}`, middle, at >= WARM.others),
      ).flat(),
    },
    { name: 'middle', gap: KEY, edits: typed(` ${prose(stock, keys)}`, middle, keys) },
  ]
  if (fence)
    courses.unshift({
      name: 'fence',
      gap: OTHER,
      edits: Array.from({ length: others / 2 + WARM.others }, (_, at) => unfenced(fence, at >= WARM.others)).flat(),
    })
  const room = { start: START, end: START, offset: 0, removed: 0, text: '\n\n', counts: false }
  courses.push({
    name: 'start',
    gap: KEY,
    edits: [room, ...typed(prose(stock, keys), { offset: 0, place: START }, keys)],
  })
  return courses
}

interface Caret {
  readonly offset: number
  readonly place: Place
}

const START: Place = { line: 0, character: 0 }

/** Sentences of at least so many characters, on one line. */
const prose = (stock: Stock, characters: number): string =>
  makeText(stock, characters, 'plain', 8_000).replace(/\s+/g, ' ')

function typed(text: string, { offset, place: { line, character } }: Caret, keys: number): Edit[] {
  return Array.from(text.slice(0, keys + WARM.keys), (key, at) => {
    const place = { line, character: character + at }
    return { start: place, end: place, offset: offset + at, removed: 0, text: key, counts: at >= WARM.keys }
  })
}

/** Something put in, and taken out again. */
function pasted(text: string, { offset, place: start }: Caret, counts: boolean): Edit[] {
  const lines = text.split('\n')
  const end = { line: start.line + lines.length - 1, character: lines.at(-1)?.length ?? 0 }
  return [
    { start, end: start, offset, removed: 0, text, counts },
    { start, end, offset, removed: text.length, text: '', counts: false },
  ]
}

/** A fence taken out, and put back. */
function unfenced({ offset, place: start }: Caret, counts: boolean): Edit[] {
  const end = { line: start.line, character: FENCE.length }
  return [
    { start, end, offset, removed: FENCE.length, text: '', counts },
    { start, end: start, offset, removed: 0, text: FENCE, counts },
  ]
}

const FENCE = '```'

/** The end of the paragraph in the middle of a text. */
export function endOfParagraph(text: string): Caret {
  for (const { 0: found, index } of text.matchAll(/\n\n[A-Z][^\n]*\.(?=\n\n)/g)) {
    const offset = index + found.length
    if (offset >= text.length / 2) return caretAt(text, offset)
  }
  throw new Error('The text has no paragraph in its second half.')
}

/** The first fence in the second half of a text that opens a block of code, or the last one of the first half. */
function openingFence(text: string): Caret {
  let last: number | undefined
  for (const { index } of text.matchAll(/\n```\nconst /g)) {
    last = index + 1
    if (last >= text.length / 2) break
  }
  if (last === undefined) throw new Error('The text has no block of code.')
  return caretAt(text, last)
}

function caretAt(text: string, offset: number): Caret {
  const before = text.slice(0, offset).split('\n')
  return { offset, place: { line: before.length - 1, character: before.at(-1)?.length ?? 0 } }
}
