import type { Nodes, Root, RootContent } from 'mdast'
import type { LongText } from '../../text/draft.ts'
import { isAfterBlankLine, linesFrom } from '../../text/lines.ts'
import { cutAtLines, isPlainStart, lineStart } from './splice.ts'

/** What is one section: a node at the top of the tree with the lines that are its own, to the next node. */
export interface Cut {
  readonly text: string
  /** The node; a heading comes with the definitions above it, which stand in it. None in a draft without any. */
  readonly nodes: readonly RootContent[]
  /** Where the text begins, in what the offsets of the nodes count in. */
  readonly start: number
}

const startOf = (node: RootContent): number => node.position?.start.offset ?? 0

/** Cuts a text at the lines on which a node begins and none goes on. */
export function cut(text: string, { children }: Root): Cut[] {
  const groups: RootContent[][] = []
  for (const node of children) {
    if (startOf(node) >= text.length) break
    while (groups.length > 1 && startOf(groups.at(-1)?.[0] ?? node) > startOf(node)) join(groups)
    const last = groups.at(-1)
    if (last?.[0] !== undefined && startOf(last[0]) >= startOf(node)) last.push(node)
    else groups.push([node])
  }
  const texts = cutAtLines(
    text,
    groups.map(([first]) => (first === undefined ? 0 : startOf(first))),
  )
  let start = 0
  return texts.map((words, index) => {
    const one = { text: words, nodes: groups[index] ?? [], start }
    start += words.length
    return one
  })
}

/** Puts the last two groups together. */
function join(groups: RootContent[][]): void {
  const last = groups.pop() ?? []
  groups.at(-1)?.push(...last)
}

/** Whether a node begins on the line that begins at an offset. */
export const beginsAt = ({ children }: Root, text: string, offset: number): boolean =>
  children.some((node) => startOf(node) >= offset && lineStart(text, startOf(node)) === offset)

/**
 * As much of what stands behind a part of a draft as says whether a node begins there: a letter, where the first line begins with
 * one behind a blank line, and the first two lines elsewhere, since a table is known by its second.
 */
export function beginningOf(part: string, text: LongText, offset: number): string {
  if (offset >= text.length) return ''
  if (isPlainStart(text, offset) && isAfterBlankLine(part, part.length)) return 'x'
  return linesFrom(text, offset, 2)
}

/** Whether the first node of a draft is front matter. */
export const isFrontMatter = (first: RootContent | undefined): boolean =>
  first?.type === 'yaml' || (first?.type as string | undefined) === 'toml'

/** What a section leaves to the next: nothing, a container that an indented line may carry on, or more than that. */
export type Ending = 'closed' | 'container' | 'open'

/**
 * What a section leaves to the next. Nothing does a heading or a rule, and what a blank line ends. Behind code, though, the parser
 * waits for more of it, and as long as it waits it takes a list that does not begin with 1 for a paragraph; and a line right
 * behind a list or a quotation, or an indented one behind a blank line, is one that could carry it on.
 */
export function endingOf({ text, nodes }: Cut): Ending {
  const last = nodes.at(-1)
  if (last?.type === 'heading' || last?.type === 'thematicBreak') return 'closed'
  if (!isAfterBlankLine(text, text.length) || endsInCode(text, last)) return 'open'
  return isContainer(last) ? 'container' : 'closed'
}

/** Whether what begins at an offset of a text is read the same, whatever has left it such an ending. */
export const isFree = (ending: Ending, text: LongText, offset: number): boolean =>
  ending === 'closed' || (ending === 'container' && !isBlank(text.slice(offset, offset + 1)))

const isBlank = (char: string): boolean => char === ' ' || char === '\t'

/** Whether a node ends in code other than a fenced block at the top. */
function endsInCode(text: string, node: RootContent | undefined): boolean {
  if (node?.type === 'code') return !/^ {0,3}(?:```|~~~)/.test(text)
  let last: Nodes | undefined = node
  while (last !== undefined && 'children' in last) last = last.children.at(-1)
  return last?.type === 'code'
}

/** Whether it is a list, a quotation or a note, the end of which the parser sees by what stands behind it. */
export const isContainer = (node: RootContent | undefined): boolean =>
  node?.type === 'list' || node?.type === 'blockquote' || node?.type === 'footnoteDefinition'
