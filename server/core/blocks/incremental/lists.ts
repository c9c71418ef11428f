import type { Span } from '../../text/span.ts'
import type { Definition } from '../block.ts'
import type { ListedSource } from '../referenceList.ts'
import { carriedOn } from '../sourcesList.ts'
import { type Line, sourceOn } from './lines.ts'

/** A list of sources at the end of a plain text in sections. */
export interface Lists {
  /** Its heading, and the section behind its last entry; both behind the last section where there is none. */
  readonly at: number
  readonly behind: number
  /** The entries that begin in the sections from the heading on. */
  readonly definitions: readonly (Definition | undefined)[]
  /** The numbers of a list that is cited by numbers. */
  readonly numbers: ReadonlySet<string>
  /** The entries of a list that is cited by author and year, which is one only where something cites it. */
  readonly sources: readonly ListedSource[]
}

type Lines = readonly { readonly line: Line }[]

const NO_NUMBERS: ReadonlySet<string> = new Set()

const none = (at: number): Lists => ({ at, behind: at, definitions: [], numbers: NO_NUMBERS, sources: [] })

/** Finds the list of sources, by numbers or else by author and year, as `plainStructure` does. */
export function findLists(lines: Lines): Lists {
  const numbered = findNumbered(lines)
  return numbered.definitions.length > 0 ? numbered : findBySource(lines)
}

function findNumbered(lines: Lines): Lists {
  const at = lines.findLastIndex(({ line }) => line.namesSources)
  if (at < 0) return none(lines.length)
  const definitions: (Definition | undefined)[] = [undefined]
  let last: { index: number; definition: Definition } | undefined
  /** Where the section stands, counted from the last entry's. */
  let start = 0
  let behind = at + 1
  for (let index = at + 1; index < lines.length; index++) {
    const line = lines[index]?.line
    start += lines[index - 1]?.line.text.length ?? 0
    if (line?.span === undefined) {
      definitions.push(undefined)
      continue
    }
    if (line.entry !== undefined) {
      last = { index: index - at, definition: line.entry }
      start = 0
    } else if (last !== undefined && lines[index - 1]?.line.isFollowed && lines[index - 1]?.line.span !== undefined)
      last = { ...last, definition: carriedOn(last.definition, moved(line.span, start)) }
    else break
    definitions.push(undefined)
    definitions[last.index] = last.definition
    behind = index + 1
  }
  if (last === undefined) return none(lines.length)
  const numbers = new Set(definitions.flatMap((definition) => definition?.key ?? []))
  return { at, behind, definitions, numbers, sources: [] }
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

function findBySource(lines: Lines): Lists {
  const isHeading = ({ line }: Lines[number], index: number): boolean =>
    line.mayHeadReferences && isBeforeBigLine(lines, index)
  const at = lines.findLastIndex((one, index) => one.line.namesReferences && isHeading(one, index))
  if (at < 0) return none(lines.length)
  const definitions: (Definition | undefined)[] = [undefined]
  const sources: ListedSource[] = []
  let behind = at + 1
  for (let index = at + 1; index < lines.length; index++) {
    const one = lines[index]
    definitions.push(undefined)
    if (one?.line.span === undefined) continue
    if (isHeading(one, index)) break
    const source = sourceOn(one.line)
    if (source === undefined) return none(lines.length)
    const { head: _, years: __, ...definition } = source
    definitions[index - at] = definition
    sources.push(source)
    behind = index + 1
  }
  return sources.length === 0 ? none(lines.length) : { at, behind, definitions, numbers: NO_NUMBERS, sources }
}

/** Whether another line stands behind a section, and does not begin in lower case. */
export function isBeforeBigLine(lines: Lines, index: number): boolean {
  let next = index + 1
  while (next < lines.length && lines[next]?.line.span === undefined) next++
  const line = lines[next]?.line
  return line !== undefined && !line.isSmall
}
