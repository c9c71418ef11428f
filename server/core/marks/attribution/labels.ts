import type { Passage, Range } from '../passage.ts'
import type { Link } from './link.ts'

/** What a token is in an attribution. Each part begins with its own label and goes on with the next ("BIO"). */
export enum Label {
  None,
  Source,
  SourceOn,
  Cue,
  CueOn,
  Content,
  ContentOn,
}

export const LABELS = 7

/** Whether one label can follow another: a part goes on only where it has begun. */
export const canFollow = (before: number, label: number): boolean =>
  label === Label.None || label % 2 === 1 || before === label || before === label - 1

/** Writes ranges into labels, without overwriting what is there. */
export function write(labels: Uint8Array, range: Range, label: Label): void {
  for (let i = range.from; i < range.to; i++)
    if (labels[i] === Label.None) labels[i] = i === range.from ? label : label + 1
}

/** The links whose cue does not stand in the content of another. */
export function outermost(p: Passage, links: readonly Link[]): readonly Link[] {
  if (links.length === 0) return links
  const depth = depths(p, links)
  const inside = ({ cue }: Link): boolean =>
    cue !== undefined && (depth[cue.from] as number) > 0 && (depth[cue.to - 1] as number) > 0
  return links.filter((link) => !inside(link))
}

/** The labels that links, none inside another, give to the tokens of a passage. */
export function partLabels(p: Passage, links: readonly Link[]): Uint8Array {
  const labels = new Uint8Array(p.tokens.length)
  for (const { cue } of links) if (cue) write(labels, cue, Label.Cue)
  for (const { source } of links) if (source) write(labels, source, Label.Source)
  for (const { content } of links) for (const range of content) write(labels, range, Label.Content)
  return labels
}

/** Whether no token of a range is marked. */
export function isFree(taken: Uint8Array, { from, to }: Range): boolean {
  for (let i = from; i < to; i++) if (taken[i] === 1) return false
  return true
}

/** Marks the tokens of a range. A loop, since they are few and to fill them takes a call out of the program. */
export function take(taken: Uint8Array, { from, to }: Range): void {
  for (let i = from; i < to; i++) taken[i] = 1
}

/** In how many contents each token stands. */
function depths(p: Passage, links: readonly Link[]): Int32Array {
  const depth = new Int32Array(p.tokens.length + 1)
  for (const { content } of links)
    for (const { from, to } of content) {
      depth[from] = (depth[from] as number) + 1
      depth[to] = (depth[to] as number) - 1
    }
  for (let i = 1; i < depth.length; i++) depth[i] = (depth[i] as number) + (depth[i - 1] as number)
  return depth
}

/** The ranges that begin with a label, in order, as far as they lie between two tokens. */
export function rangesOf(labels: Uint8Array, label: Label, start = 0, end = labels.length): Range[] {
  const ranges: Range[] = []
  for (let i = start; i < end; i++) {
    if (labels[i] !== label) continue
    let to = i + 1
    while (to < end && labels[to] === label + 1) to++
    ranges.push({ from: i, to })
    i = to - 1
  }
  return ranges
}
