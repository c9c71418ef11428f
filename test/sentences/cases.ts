import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../../server/core/reading.ts'

/** One line of prose, and the offsets at which a sentence begins that is not the first. */
export interface BoundaryCase {
  readonly text: string
  readonly boundaries: readonly number[]
}

/** A line of the case files: “ | ” stands for the space at a boundary between two sentences. */
export function boundaryCase(line: string): BoundaryCase {
  const boundaries: number[] = []
  let text = ''
  for (const part of line.split(' | ')) {
    if (text !== '') {
      text += ' '
      boundaries.push(text.length)
    }
    text += part
  }
  return { text, boundaries }
}

/** The cases of a file beside this one: one a line. */
export function boundaryCases(name: string): BoundaryCase[] {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(boundaryCase)
}

/** The line of a case file that a text would have, as the program cuts it. */
export function asRead(text: string): string {
  const starts = boundariesOf(text)
  let line = ''
  let from = 0
  for (const start of starts) {
    line += `${text.slice(from, start).trimEnd()} | `
    from = start
  }
  return line + text.slice(from)
}

/** Where the program begins a sentence that is not the first, in offsets. */
export const boundariesOf = (text: string): number[] =>
  read({ text, language: 'plaintext' })
    .sentences.slice(1)
    .map(({ start }) => start)

/** Counts over a set of cases. `whole` is the number of lines that were cut exactly right. */
export interface BoundaryScore {
  readonly hits: number
  readonly read: number
  readonly true: number
  readonly whole: number
  readonly lines: number
  /** Harmonic mean of precision and recall, 0 to 1. */
  readonly f1: number
}

/** Compares boundaries with what the program reads. */
export function scoreBoundaries(cases: readonly BoundaryCase[]): BoundaryScore {
  let hits = 0
  let found = 0
  let gold = 0
  let whole = 0
  for (const { text, boundaries } of cases) {
    const read = boundariesOf(text)
    const right = read.filter((start) => boundaries.includes(start)).length
    hits += right
    found += read.length
    gold += boundaries.length
    if (right === read.length && right === boundaries.length) whole++
  }
  return { hits, read: found, true: gold, whole, lines: cases.length, f1: (2 * hits) / Math.max(1, found + gold) }
}
