import { isDigit, isLineBreak, skipBlanks } from './characters.ts'

/** What parsing may cost, in steps of some thirty nanoseconds: two to three seconds beside what a long text costs by its length, which no article comes near. */
const BUDGET = 1e8
/** For each line of the longest block: a list, a table or code is parsed as a whole, and again with each edit in it. */
const LINE_WEIGHT = 2000
/** For each line at all: so many as no book has take the parser minutes too. */
const EACH_LINE_WEIGHT = 400
const NESTING_WEIGHT = 5
const UNDERLINE_WEIGHT = 8
const DEDENT_WEIGHT = 12
const SIGNS = new Set(['[', ']', '*', '_', '!', '<', '`', '('])

/** Where the scan of a draft stands. */
export interface Tally {
  cost: number
  /** What each line before the scan would add to the cost. */
  slope: number
  /** Brackets, stars and the like in the paragraph so far. */
  signs: number
  lines: number
  /** How far in the words of the last line began. */
  indent: number
  fence: string
  /** Lines of the block so far, and of the longest one; whether the last line was blank. */
  run: number
  longest: number
  blank: boolean
}

/**
 * Whether a Markdown draft would keep the parser busy for seconds. The parser takes time that grows with the square of four
 * things: brackets and emphasis in one paragraph, containers opened on one line, underlined headings in one draft, and returns
 * from an inner list to an outer one (measured on micromark 4). This adds the squares up in one linear pass, and rather counts too much than too little.
 * Lines alone are a tangle only where there are tens of thousands in one block, or hundreds of thousands: a book is parsed.
 */
export function isTangled(text: string): boolean {
  const tally = { ...BEGINNING }
  countLines(tally, text)
  return isTooMuch(tally)
}

/** How a draft begins. */
export const BEGINNING: Tally = {
  cost: 0,
  slope: 0,
  signs: 0,
  lines: 0,
  indent: 0,
  fence: '',
  run: 0,
  longest: 0,
  blank: false,
}

/** Whether what has been counted is more than the parser should be given. */
export const isTooMuch = ({ cost, signs, longest }: Pick<Tally, 'cost' | 'signs' | 'longest'>): boolean =>
  cost + signs ** 2 + LINE_WEIGHT * longest > BUDGET

/** Counts the lines of a text, and stops where they are too much. */
export function countLines(tally: Tally, text: string): void {
  let start = 0
  while (start < text.length && !isTooMuch(tally)) {
    let end = start
    while (end < text.length && !isLineBreak(text[end] ?? '')) end++
    addLine(tally, text, start, end)
    start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
}

function addLine(tally: Tally, text: string, start: number, end: number): void {
  const { at, depth, item } = containers(text, start, end)
  tally.cost += EACH_LINE_WEIGHT + NESTING_WEIGHT * depth ** 2
  tally.lines++
  // behind a blank line what begins at the margin, and is in no list or quotation, is another block
  if (tally.blank && depth === 0 && at === start && at < end) tally.run = 0
  tally.longest = Math.max(tally.longest, ++tally.run)
  tally.blank = tally.fence === '' && at === end
  const fence = fenceAt(text, at, end)
  if (tally.fence !== '') {
    if (fence.startsWith(tally.fence)) tally.fence = ''
    return
  }
  if (at === end || item || fence !== '') {
    tally.cost += tally.signs ** 2
    tally.signs = 0
  }
  if (at < end && at - start < tally.indent && at > start) addForLines(tally, DEDENT_WEIGHT)
  if (at < end) tally.indent = at - start
  tally.fence = fence
  if (fence !== '') return
  if (isUnderline(text, at, end)) addForLines(tally, UNDERLINE_WEIGHT)
  for (let offset = at; offset < end; offset++) if (SIGNS.has(text[offset] ?? '')) tally.signs++
}

/** Adds what grows with the lines so far. */
function addForLines(tally: Tally, weight: number): void {
  tally.cost += weight * tally.lines
  tally.slope += weight
}

/** The marks of block quotations and list items that a line begins with, and where its words start. */
function containers(text: string, start: number, end: number): { at: number; depth: number; item: boolean } {
  let depth = 0
  let item = false
  let at = skipBlanks(text, start, end)
  const indented = at - start > 3
  while (at < end) {
    const next = text[at] === '>' ? at + 1 : listMarkerEnd(text, at, end)
    if (next === at) break
    item ||= text[at] !== '>' && !indented
    depth++
    at = skipBlanks(text, next, end)
  }
  return { at, depth, item }
}

function listMarkerEnd(text: string, at: number, end: number): number {
  let next = at
  while (next < end && next < at + 9 && isDigit(text[next] ?? '')) next++
  const mark = text[next] ?? ''
  const isMark = next === at ? '-+*'.includes(mark) : mark === '.' || mark === ')'
  const after = text[next + 1] ?? ' '
  return next < end && isMark && (after === ' ' || after === '\t' || isLineBreak(after)) ? next + 1 : at
}

/** The three signs that open or close a block of code at an offset, or ''. */
function fenceAt(text: string, at: number, end: number): string {
  const signs = text.slice(at, Math.min(at + 3, end))
  if (signs === '~~~') return signs
  return signs === '```' && !text.slice(at, end).replace(/^`+/, '').includes('`') ? signs : ''
}

function isUnderline(text: string, at: number, end: number): boolean {
  const sign = text[at]
  if (sign !== '=' && sign !== '-') return false
  let last = end
  while (last > at && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--
  for (let offset = at; offset < last; offset++) if (text[offset] !== sign) return false
  return true
}
