import type { Span } from '../../text/span.ts'
import type { Definition, Directive } from '../block.ts'
import { directiveOn, isDated, linesOf, mayBeHeading, startsSmall } from '../plain.ts'
import { entryOf, type ListedSource, namesReferences } from '../referenceList.ts'
import { entryAt, namesSources } from '../sourcesList.ts'
import { yearsCited } from './years.ts'

/** A line of plain text with the blank lines after it, as it is by itself. */
export interface Line {
  readonly text: string
  /** Without the white space around it; undefined where there is nothing else, and for a directive. */
  readonly span: Span | undefined
  readonly directive: Directive | undefined
  /** Whether it begins in lower case, and so carries on the line before. */
  readonly isSmall: boolean
  /** Whether it is a heading if the next line lets it, and whether it could be one over a list of references. */
  readonly mayBeHeading: boolean
  readonly mayHeadReferences: boolean
  /** Whether its words name a list of references, or one of numbered sources. */
  readonly namesReferences: boolean
  readonly namesSources: boolean
  /** The entry of a list of numbered sources that begins on it. */
  readonly entry: Definition | undefined
  /** Whether the next line follows it at once. */
  readonly isFollowed: boolean
  /** Whether it may hold numbered notes, and the years in its brackets. */
  readonly asksForNumbers: boolean
  readonly years: readonly string[]
}

/** Reads a line by itself. */
export function lineOf(text: string): Line {
  const [found] = linesOf(text)
  const directive = found && directiveOn(text, found)
  const span = directive === undefined ? found : undefined
  const asHeading = span !== undefined && mayBeHeading(text, span)
  const after = found === undefined ? text : text.slice(found.end)
  return {
    text,
    span,
    directive,
    isSmall: span !== undefined && startsSmall(text, span),
    mayBeHeading: asHeading,
    mayHeadReferences: asHeading && !isDated(text, span),
    namesReferences: span !== undefined && namesReferences(text, span),
    namesSources: span !== undefined && namesSources(text, span),
    entry: span && entryAt(text, span),
    isFollowed: after.replaceAll('\r\n', '\n').split(/[\r\n]/).length === 2,
    asksForNumbers: text.includes('['),
    years: yearsCited(text),
  }
}

const sources = new WeakMap<Line, { readonly source: ListedSource | undefined }>()

/** What a line is as an entry of a list that is cited by author and year. */
export function sourceOn(line: Line): ListedSource | undefined {
  const known = sources.get(line)
  if (known !== undefined) return known.source
  const source = line.span && entryOf(line.text, line.span)
  sources.set(line, { source })
  return source
}
