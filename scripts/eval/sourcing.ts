import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, type Span } from '../../server/core/index.ts'
import { notThere } from './data.ts'
import type { Measured, Row } from './rows.ts'

type Pair = readonly [number, number]

interface Gold {
  readonly sentences: ReadonlyArray<{
    readonly span: Pair
    readonly sourcing: string
    readonly note?: string
    readonly unverified: ReadonlyArray<{ readonly span: Pair }>
    readonly attributions: ReadonlyArray<{
      readonly sourceSpan: Pair
      readonly cueSpans: readonly Pair[]
      readonly contentSpans: readonly Pair[]
    }>
  }>
}

const SET = 'The call to Venezuela'
/** How alike the content of an attribution must be to count: shared characters as a part of all. */
const SAME = 0.8

const touches = ({ start, end }: Span, [from, to]: Pair): boolean => Math.min(end, to) > Math.max(start, from)

/** Scores the seed article against its gold file: sourcing of its sentences, and its attributions part by part. */
export function measureSourcing(folder: string, draft: string): Measured {
  const path = join(folder, 'gold/venezuela-call.json')
  if (!existsSync(path)) return { rows: [], missing: [notThere(SET, path)] }
  const { sentences } = JSON.parse(readFileSync(path, 'utf8')) as Gold
  const reading = read({ text: readFileSync(draft, 'utf8'), language: 'plaintext' })
  const right = { status: 0, cues: 0, sources: 0, contents: 0, unverified: 0 }
  for (const sentence of sentences) {
    const status = reading.claims.find((claim) => touches(claim, sentence.span))?.status ?? 'none'
    const alsoNearby = sentence.note?.includes('attributed-nearby is accepted') && status === 'attributed-nearby'
    if (status === sentence.sourcing || alsoNearby) right.status++
    for (const { span } of sentence.unverified)
      if (reading.unverified.some((mark) => touches(mark, span))) right.unverified++
    for (const gold of sentence.attributions) {
      const own = reading.attributions.find(({ cue }) =>
        cue.some((c) => gold.cueSpans.some((span) => touches(c, span))),
      )
      if (!own) continue
      right.cues++
      if (own.source.some(({ start, end }) => start === gold.sourceSpan[0] && end === gold.sourceSpan[1]))
        right.sources++
      if (likeness(gold.contentSpans, own.content) >= SAME) right.contents++
    }
  }
  const attributions = sentences.flatMap((sentence) => sentence.attributions).length
  const marks = sentences.flatMap((sentence) => sentence.unverified).length
  const row = (id: keyof typeof right, measure: string, of: number): Row => ({
    id: `seed.${id}`,
    set: SET,
    measure: `${measure}, of ${of}`,
    value: right[id],
    digits: 0,
    better: 'more',
  })
  return {
    rows: [
      row('status', 'sentences with the right sourcing', sentences.length),
      row('cues', 'attributions by their cue', attributions),
      row('sources', 'with the exact source', attributions),
      row('contents', 'with the content', attributions),
      row('unverified', 'unverified assertions', marks),
    ],
    missing: [],
  }
}

function likeness(gold: readonly Pair[], own: readonly Span[]): number {
  const characters = (spans: readonly Pair[]) =>
    new Set(spans.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)))
  const wanted = characters(gold)
  const found = characters(own.map(({ start, end }) => [start, end]))
  const both = [...wanted].filter((at) => found.has(at)).length
  return both / Math.max(1, wanted.size + found.size - both)
}
