import type { BlockKind } from '../../server/core/blocks/block.ts'
import type { Attribution, Claim, Quotation, Unverified, WorthReason } from '../../server/core/marks/marks.ts'
import type { Reading } from '../../server/core/reading.ts'
import type { Draft, Language } from '../../server/core/text/draft.ts'
import type { Span } from '../../server/core/text/span.ts'

/** Finds words in the draft: the first place, or the one after `past`. Words that are not there are an error in the test. */
export type Find = (words: string, past?: string) => Span

type Marks = Partial<Omit<Reading, 'draft'>>

const unmarked = {
  register: 'reporting',
  quotations: [],
  attributions: [],
  claims: [],
  unverified: [],
  citations: [],
  definitions: [],
  directives: [],
  figures: [],
  counted: [],
  dates: [],
  abbreviations: [],
  leftovers: [],
} as const

/**
 * A reading made by hand, so that rules and findings are tested apart from the engine: a paragraph for each stretch
 * between blank lines (`#` is a heading, `>` a quotation), a sentence for each stop, and the marks that the test gives.
 */
export function handmade(
  text: string,
  marks: (at: Find) => Marks = () => ({}),
  language: Language = 'markdown',
): Reading {
  const draft: Draft = { text, language }
  const blocks = stretches(text, '\n\n').map((span) => ({ ...span, kind: kindOf(text[span.start]), depth: 0 }))
  const sentences = blocks.flatMap((block, index) => stops(text, block).map((span) => ({ ...span, block: index })))
  const at: Find = (words, past) => {
    const from = past === undefined ? 0 : text.indexOf(past) + past.length
    const start = text.indexOf(words, from)
    if (start < 0) throw new Error(`The draft of this test does not have “${words}”`)
    return { start, end: start + words.length }
  }
  return { ...unmarked, draft, prose: text.replaceAll('>', ' '), blocks, sentences, ...marks(at) }
}

export const claim = (
  span: Span,
  worth: number,
  reasons: readonly WorthReason[] = [],
  rest: Partial<Claim> = {},
): Claim => ({
  ...span,
  kind: 'other',
  worth,
  stake: worth,
  demand: worth,
  status: 'unsourced',
  reasons,
  sentence: 0,
  ...rest,
})

export const reason = (because: WorthReason['because'], span: Span): WorthReason => ({ ...span, because })

export const attribution = (
  source: Span | undefined,
  content: readonly Span[],
  rest: Partial<Attribution> = {},
): Attribution => ({
  source: source === undefined ? [] : [source],
  cue: [],
  content,
  sourceType: 'named',
  quotation: 'indirect',
  published: false,
  reports: true,
  sentence: 0,
  ...rest,
})

export const unverified = (span: Span, kind: Unverified['kind'], rest: Partial<Unverified> = {}): Unverified => ({
  ...span,
  kind,
  sentence: 0,
  ...rest,
})

export const speech = (span: Span, rest: Partial<Quotation> = {}): Quotation => ({
  ...span,
  kind: 'speech',
  continues: false,
  ...rest,
})

const kindOf = (first: string | undefined): BlockKind =>
  first === '#' ? 'heading' : first === '>' ? 'quotation' : 'paragraph'

function stretches(text: string, between: string): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const part of text.split(between)) {
    if (part.trim() !== '') spans.push({ start, end: start + part.length })
    start += part.length + between.length
  }
  return spans
}

function stops(text: string, block: Span): Span[] {
  const spans: Span[] = []
  let start = block.start
  for (let at = block.start; at < block.end; at++) {
    const ends = '.!?'.includes(text[at] ?? '') && (at + 1 === block.end || ' \n['.includes(text[at + 1] ?? ''))
    if (!ends) continue
    spans.push({ start, end: at + 1 })
    start = at + 2
  }
  if (start < block.end) spans.push({ start, end: block.end })
  return spans
}
