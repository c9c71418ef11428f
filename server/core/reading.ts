import type { Block, Citation, Definition, Directive } from './blocks/block.ts'
import type {
  Abbreviation,
  Attribution,
  Claim,
  DateMark,
  Figure,
  Leftover,
  Quotation,
  Unverified,
} from './marks/marks.ts'
import type { Draft } from './text/draft.ts'
import type { Span } from './text/span.ts'

/** A sentence of prose. Headings are sentences too, of a block whose kind is `heading`. */
export interface Sentence extends Span {
  /** Index into the reading's blocks. */
  readonly block: number
}

/**
 * What kind of writing the draft is, as far as it decides what is worth marking. In `technical` writing (how-tos, README
 * files, recipes) and in `fiction` a claim needs no source, so nothing is check-worthy.
 */
export type Register = 'reporting' | 'technical' | 'fiction'

/** All that is known of one version of a draft. Every list is in document order. */
export interface Reading {
  readonly draft: Draft
  /** The draft with everything that is not prose masked at equal length. */
  readonly prose: string
  readonly register: Register
  readonly blocks: readonly Block[]
  readonly sentences: readonly Sentence[]
  readonly quotations: readonly Quotation[]
  readonly attributions: readonly Attribution[]
  readonly claims: readonly Claim[]
  readonly unverified: readonly Unverified[]
  readonly citations: readonly Citation[]
  readonly definitions: readonly Definition[]
  readonly directives: readonly Directive[]
  readonly figures: readonly Figure[]
  readonly dates: readonly DateMark[]
  readonly abbreviations: readonly Abbreviation[]
  readonly leftovers: readonly Leftover[]
}

/** Reads a draft: any string, without an exception, the same reading for the same text. */
export function read(draft: Draft): Reading {
  return {
    draft,
    prose: draft.text,
    register: 'reporting',
    blocks: [],
    sentences: [],
    quotations: [],
    attributions: [],
    claims: [],
    unverified: [],
    citations: [],
    definitions: [],
    directives: [],
    figures: [],
    dates: [],
    abbreviations: [],
    leftovers: [],
  }
}
