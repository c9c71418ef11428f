import type { Block, Directive } from '../blocks/block.ts'
import type { Reading } from '../reading.ts'
import type { Span } from '../text/span.ts'
import { compose, insert, type Piece } from './compose.ts'
import type { Fix } from './fix.ts'
import { beforeSpaces, isBlank, lineBreakOf, lineEnd, lineStart, previousLine } from './lines.ts'

/** Why an editor leaves a claim as it is. After the reasons that Wikipedia's Edit Check asks for. */
export const REASONS = ['own reporting', 'common knowledge', 'opinion', 'cited elsewhere'] as const

/** Leaves a finding of a rule as it is, for each of the four reasons, by a comment that names the rule and the reason. */
export function suppress(reading: Reading, rule: string, at: Span): Fix[] {
  return REASONS.map((reason) =>
    compose(reading.draft.text, `Leave it: ${reason}`, [commentFor(reading, rule, reason, at)]),
  )
}

function commentFor(reading: Reading, rule: string, reason: string, at: Span): Piece {
  const { text, language } = reading.draft
  const line = lineStart(text, at.start)
  const known = directiveAbove(reading, line)
  if (known !== undefined && known.reason === reason && known.rules.length > 0) return addedTo(text, known, rule)
  const start = text[line] === '\uFEFF' ? line + 1 : line
  const lineBreak = lineBreakOf(text)
  if (language === 'plaintext') {
    return insert(start, `// says-who-disable-next-line ${rule}: ${reason}${lineBreak}`)
  }
  const block = reading.blocks.find((one) => one.start <= at.start && at.start <= one.end)
  const prefix = block === undefined ? outsideProse(reading, start) : prefixOf(text, start, block)
  if (prefix !== undefined) {
    return insert(start, `${prefix}<!-- says-who-disable-next-line ${rule}: ${reason} -->${lineBreak}`)
  }
  return insert(endOfLine(reading, at, block), ` <!-- says-who-disable-line ${rule}: ${reason} -->`)
}

/** The comment on the line above, where it speaks of the next line. */
function directiveAbove({ draft: { text }, directives }: Reading, line: number): Directive | undefined {
  const above = previousLine(text, line)
  if (above === undefined) return undefined
  return directives.find(({ action, start, end }) => action === 'disable-next-line' && start >= above && end <= line)
}

/** Names one more rule in a comment, after the last of its rules. */
function addedTo(text: string, directive: Directive, rule: string): Piece {
  const colon = text.indexOf(':', directive.start)
  return insert(beforeSpaces(text, colon), `, ${rule}`)
}

/**
 * What a comment on a line of its own before a block begins with: its indentation and the marks of its block quotations.
 * Undefined where such a line would break what it stands in: between the lines of a paragraph, between the rows of a table,
 * or before a list item, which it would part from its list.
 */
function prefixOf(text: string, line: number, block: Block): string | undefined {
  if (block.kind === 'cell' || block.start < line) return undefined
  const lead = text.slice(line, block.start)
  const prefix = block.kind === 'heading' ? lead.slice(0, untilHash(lead)) : lead
  return isBlank(prefix.replaceAll('>', ' ')) ? prefix : undefined
}

const untilHash = (lead: string): number => {
  const hash = lead.indexOf('#')
  return hash < 0 ? lead.length : hash
}

/** The same for a line that is not prose, such as a table's head or a note. Undefined within a note. */
function outsideProse({ draft: { text }, definitions }: Reading, line: number): string | undefined {
  if (definitions.some(({ start, end }) => start < line && line < end)) return undefined
  let end = line
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '>') end++
  return text.slice(line, end)
}

/** Where a comment ends a line: before the spaces or the backslash of a hard break, in a table within its cell. */
function endOfLine({ draft: { text } }: Reading, at: Span, block: Block | undefined): number {
  const end = lineEnd(text, at.start)
  if (block?.kind === 'cell') return Math.min(end, block.end)
  const words = beforeSpaces(text, end, at.start)
  return text[words - 1] === '\\' && words === end && words - 1 > at.start ? words - 1 : words
}
