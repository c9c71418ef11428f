import { copied, type LongText } from '../../text/draft.ts'
import { isAfterBlankLine, linesFrom } from '../../text/lines.ts'
import { isLineBreak, skipBlanks } from '../characters.ts'
import { type Known, parsePart } from '../parse.ts'
import type { Section } from '../sections.ts'
import { isTangled } from '../tangle.ts'
import { beginningOf, beginsAt, type Cut, cut, type Ending, endingOf, isFree, isFrontMatter } from './cut.ts'
import { plainParagraph } from './paragraph.ts'
import { type Edit, isPlainStart, type Run, touchedBy, withSectionBefore } from './splice.ts'

/** The sections that are to be replaced, and the nodes that take their place, in their sections. */
export interface Reparsed extends Pick<Run, 'first' | 'behind'> {
  readonly cuts: readonly Cut[]
  readonly front: Front
}

/**
 * Whether a draft opens as front matter does, and whether that is closed. Where it is not, the parser has looked for its end to
 * the last line, and takes all lines for the inside of one block: no list, quotation or note begins in such a draft.
 */
export type Front = 'none' | 'closed' | 'open'

/**
 * Parses again what an edit of Markdown may have changed. It begins where a node began before, in front of what is touched, and
 * goes on until a new node begins in the place of an old one, behind a blank line: from there on all is as it was. Where an edit
 * opens a fence, that is the end of the draft.
 *
 * Gives undefined where what would have to be parsed is too tangled.
 *
 * @param endingAt what a section leaves to the next
 * @param text the draft after the edit
 * @param front how the draft before the edit opened
 * @param known which of the labels that a text mentions are defined outside the run
 */
export function reparse(
  sections: readonly Section[],
  endingAt: (index: number) => Ending,
  text: LongText,
  edit: Edit,
  front: Front,
  known: (text: string, run: Pick<Run, 'first' | 'behind'>) => Known,
): Reparsed | undefined {
  const touched = touchedBy(sections, edit)
  const shift = edit.length - (edit.end - edit.start)
  let { first, start, behind, end } = beginning(sections, endingAt, text, edit, touched)
  const opens = opensAsFrontMatter(text)
  const isLoose = front === 'open' || (opens && front === 'none' && start > 0)
  if (isLoose) [first, start, behind, end] = [0, 0, sections.length, text.length - shift]
  for (let more = 0; ; more = Math.max(1, more * 2)) {
    for (let taken = 0; behind < sections.length; taken++) {
      if (taken >= more && isAfterBlankLine(text, end + shift)) break
      end += sections[behind++]?.length ?? 0
    }
    const stop = end + shift
    const part = copied(text.slice(start, stop))
    if (isTangled(part)) return undefined
    const isPlain = stop >= text.length || isPlainStart(text, stop)
    const wasFree = isPlain || isFree(endingAt(behind - 1), text, stop)
    const paragraph = wasFree ? plainParagraph(part) : undefined
    if (paragraph !== undefined)
      return { first, behind, cuts: [{ text: part, nodes: [paragraph], start: 0 }], front: start > 0 ? front : 'none' }
    const ahead = part + beginningOf(part, text, stop)
    const root = parsePart(ahead, start === 0, known(part, { first, behind }))
    const now = start > 0 ? front : isFrontMatter(root.children[0]) ? 'closed' : opens ? 'open' : 'none'
    const cuts = cut(part, root)
    const isWhole = now !== 'open' && wasFree && beginsAt(root, ahead, part.length)
    if (
      stop >= text.length ||
      (isWhole && (isPlain || cuts.slice(-1).every((last) => isFree(endingOf(last), text, stop))))
    )
      return { first, behind, cuts, front: now }
    if (now === 'open') more = sections.length
  }
}

/** Whether a draft opens with a line on which front matter may begin. */
function opensAsFrontMatter(text: LongText): boolean {
  if (!/^\uFEFF?(?:---|\+\+\+)/.test(text.slice(0, 4))) return false
  const line = linesFrom(text, 0, 1)
  const signs = line.startsWith('\uFEFF') ? 4 : 3
  return isLineBreak(line[skipBlanks(line, signs, line.length)] ?? '')
}

/**
 * Parses one section again, which has not changed, because what the draft defines has.
 *
 * @param before what stands before it, as far as its first line could depend on that
 * @param next the text of the section behind it
 */
export function reparseOne(before: string, text: string, next: string, first: boolean, known: Known): Cut {
  const part = before + text
  const cuts = cut(part, parsePart(part + beginningOf(part, next, 0), first, known))
  return cuts.at(-1) ?? { text, nodes: [], start: 0 }
}

/**
 * Where to begin. The first touched section will do if its first line still begins with a letter behind a blank line: a new
 * block begins there, whatever follows. Otherwise the one before may take it in.
 */
function beginning(
  sections: readonly Section[],
  endingAt: (index: number) => Ending,
  text: LongText,
  edit: Edit,
  touched: Run,
): Run {
  const { start } = touched
  if (edit.start > start && isPlainStart(text, start) && isAfterBlankLine(text, start)) return touched
  let run = withSectionBefore(sections, touched)
  // what code that waits for more does may depend in turn on what it stands behind
  while (run.first > 0 && (endingAt(run.first) === 'open' || !isFree(endingAt(run.first - 1), text, run.start)))
    run = withSectionBefore(sections, run)
  return run
}
