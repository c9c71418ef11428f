import type { Citation, Definition, Directive } from '../blocks/block.ts'
import type { Paragraph } from '../reading/paragraph.ts'
import type { Stretch } from '../reading/stretch.ts'
import { type Heard, heardIn, mentionsOf } from '../sources/attributions.ts'
import type { Mention } from '../sources/identity.ts'
import { type Draft, slice, textIn } from '../text/draft.ts'
import { beginningOf, endOf } from './chain.ts'
import { moved, movedParagraph } from './moved.ts'
import type { Part } from './part.ts'

/** Consecutive parts of a draft as a stretch of its own, with where each begins in it. */
export interface Window extends Stretch {
  /** The first part, and the end of the parts. */
  readonly from: number
  readonly to: number
  readonly places: readonly Place[]
}

/** Where a part begins in a window: its offset, and the numbers of its first block, sentence and citation. */
export interface Place {
  readonly offset: number
  readonly block: number
  readonly sentence: number
  readonly citation: number
}

/** The parts from `from` up to `to` with those around that decide what they say. */
export function windowOver(
  draft: Draft,
  parts: readonly Part[],
  offsets: Int32Array,
  from: number,
  to: number,
): Window {
  const [first, end] = [beginningOf(parts, from), endOf(parts, to, 1)]
  const places: Place[] = []
  const paragraphs: Paragraph[] = []
  const citations: Citation[] = []
  const definitions: Definition[] = []
  const directives: Directive[] = []
  let prose = ''
  let sentence = 0
  for (let p = first; p < end; p++) {
    const { section, paragraphs: own, sentences } = parts[p] as Part
    const offset = prose.length
    places.push({ offset, block: paragraphs.length, sentence, citation: citations.length })
    const block = paragraphs.length
    for (const one of own) paragraphs.push(movedParagraph(one, offset, block, sentence))
    for (const one of section.citations) citations.push(movedCitation(one, offset))
    for (const one of section.definitions) definitions.push(movedDefinition(one, offset))
    for (const one of section.directives) directives.push(moved(one, offset))
    prose += section.prose
    sentence += sentences
  }
  const start = offsets[first] ?? textIn(draft).length
  return {
    from: first,
    to: end,
    places,
    draft: { language: draft.language, text: slice(draft, { start, end: start + prose.length }) },
    prose,
    blocks: paragraphs.map(({ passage }) => passage.block),
    citations,
    definitions,
    directives,
    paragraphs,
    heard: heardIn(paragraphs),
  }
}

export const movedCitation = (one: Citation, by: number): Citation => ({
  ...moved(one, by),
  ...(one.group && { group: moved(one.group, by) }),
})

export const movedDefinition = (one: Definition, by: number): Definition => ({
  ...moved(one, by),
  label: moved(one.label, by),
  body: moved(one.body, by),
})

/** The links of each part of a window. */
export function heardByPart({ places, heard }: Window): Heard[][] {
  const byPart: Heard[][] = places.map(() => [])
  let part = 0
  for (const one of heard) {
    while (part + 1 < places.length && (places[part + 1] as Place).block <= one.passage) part++
    byPart[part]?.push(one)
  }
  return byPart
}

/** The sources of the links of a part, as it stands by itself. */
export const mentionsIn = (prose: string, heard: readonly Heard[], { offset, block }: Place): Mention[] =>
  mentionsOf(prose, heard).map((one) => ({ ...one, start: one.start - offset, block: one.block - block }))
