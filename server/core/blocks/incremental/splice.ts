import type { LongText } from '../../text/draft.ts'
import { isLineBreak, isSpace } from '../characters.ts'
import type { Section } from '../sections.ts'

/** What has been done to a draft: what lay in [start, end) of it has been replaced by `length` code units. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly length: number
}

/** A run of sections that an edit may have changed, and where it begins in the draft. */
export interface Run {
  /** The first of them. */
  readonly first: number
  /** The one behind the last of them. */
  readonly behind: number
  readonly start: number
  /** Where they ended before the edit. */
  readonly end: number
}

/** The sections that an edit touches. One that only meets it at an edge is touched too: lines may be joined there. */
export function touchedBy(sections: readonly Section[], edit: Edit): Run {
  let first = 0
  let start = 0
  let end = sections[0]?.length ?? 0
  while (first + 1 < sections.length && end < edit.start) {
    start = end
    end += sections[++first]?.length ?? 0
  }
  let behind = Math.min(first + 1, sections.length)
  while (behind < sections.length && end <= edit.end) end += sections[behind++]?.length ?? 0
  return { first, behind, start, end }
}

/** Takes in the section before a run. */
export function withSectionBefore(sections: readonly Section[], run: Run): Run {
  const before = sections[run.first - 1]
  return before === undefined ? run : { ...run, first: run.first - 1, start: run.start - before.length }
}

/** An array with some of its elements replaced. */
export const spliced = <T>(
  all: readonly T[],
  { first, behind }: Pick<Run, 'first' | 'behind'>,
  by: readonly T[],
): T[] => all.slice(0, first).concat(by, all.slice(behind))

/** How many elements two arrays begin with, and then end with, that are alike. */
export function alike<A, B>(
  a: readonly A[],
  b: readonly B[],
  same: (a: A, b: B) => boolean,
): [front: number, back: number] {
  const most = Math.min(a.length, b.length)
  let front = 0
  while (front < most && same(a[front] as A, b[front] as B)) front++
  let back = 0
  while (back < most - front && same(a[a.length - 1 - back] as A, b[b.length - 1 - back] as B)) back++
  return [front, back]
}

/** Cuts a text before each of the lines on which an offset lies. What stands before the first goes with it. */
export function cutAtLines(text: string, offsets: readonly number[]): string[] {
  if (text === '') return []
  const starts = offsets.map((offset) => lineStart(text, offset))
  starts[0] = 0
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

/** Where the line begins on which an offset lies. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineBreak(text[at - 1] ?? '')) at--
  return at
}

/** Whether a line begins so that it can only be one of a paragraph, wherever a new block may begin. */
export function isPlainStart(text: LongText, at: number): boolean {
  const char = text.slice(at, at + 1)
  if (char > '\x7F') return !isSpace(char)
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '"' || char === "'" || char === '('
}

/** Whether two sections say the same. */
export function sameSection(a: Section, b: Section): boolean {
  const rest = ({ blocks, citations, definitions, directives, code }: Section): string =>
    JSON.stringify([blocks, citations, definitions, directives, code])
  return a.prose === b.prose && rest(a) === rest(b)
}

/** What stands in a slot until it is made. */
export const NO_SECTION: Section = {
  length: 0,
  prose: '',
  blocks: [],
  citations: [],
  definitions: [],
  directives: [],
  code: 0,
}
