import type { Span } from '../text/span.ts'
import type { Definition } from './block.ts'
import { skipBlanks } from './characters.ts'

const HEADING = /^(?:sources|notes|references|endnotes|footnotes):?$/i
const LONGEST_HEADING = 12
const LABEL = /(?:\[(\d{1,3})\]|(\d{1,3})[.)])(?![^ \t])/y

/** The list of sources at the end of a plain text: its definitions, and which of the lines it takes. */
export interface SourcesList {
  readonly definitions: Definition[]
  /** Indexes of the lines of its entries. */
  readonly lines: ReadonlySet<number>
  /** Index of the line "Sources"; -1 where there is no list. */
  readonly heading: number
}

/**
 * Finds a list of sources: a line "Sources", "Notes" or "References", and from there to the end of the draft only entries
 * `[1] …` or `1. …`, each with the lines that carry it on. The last such heading counts.
 *
 * @param lines the lines that are not blank, trimmed
 */
export function findSourcesList(text: string, lines: readonly Span[]): SourcesList {
  const none: SourcesList = { definitions: [], lines: new Set(), heading: -1 }
  const heading = lines.findLastIndex((line) => namesSources(text, line))
  if (heading < 0) return none
  const definitions: Definition[] = []
  const taken = new Set<number>()
  for (let index = heading + 1; index < lines.length; index++) {
    const line = lines[index]
    if (!line) break
    const entry = entryAt(text, line)
    const last = definitions.at(-1)
    if (entry) definitions.push(entry)
    else if (last && follows(text, last, line)) definitions[definitions.length - 1] = carriedOn(last, line)
    else break
    taken.add(index)
  }
  return definitions.length === 0 ? none : { definitions, lines: taken, heading }
}

/** Whether a line says that a list of sources stands under it. */
export const namesSources = (text: string, { start, end }: Span): boolean =>
  end - start < LONGEST_HEADING && HEADING.test(text.slice(start, end))

/** The entry that begins on a line; undefined where none does. */
export function entryAt(text: string, line: Span): Definition | undefined {
  LABEL.lastIndex = line.start
  const label = LABEL.exec(text)
  if (!label) return undefined
  const end = line.start + label[0].length
  if (end > line.end) return undefined
  return {
    start: line.start,
    end: line.end,
    kind: 'numbered-note',
    key: label[1] ?? label[2] ?? '',
    label: { start: line.start, end },
    body: { start: skipBlanks(text, end, line.end), end: line.end },
  }
}

/** Whether a line comes right after an entry, with no blank line between. */
function follows(text: string, entry: Span, line: Span): boolean {
  const between = text.slice(entry.end, line.start)
  return between.replaceAll('\r\n', '\n').split(/[\r\n]/).length === 2
}

/** An entry with a line that carries it on. */
export const carriedOn = (entry: Definition, line: Span): Definition => ({
  ...entry,
  end: line.end,
  body: { start: entry.body.start, end: line.end },
})
