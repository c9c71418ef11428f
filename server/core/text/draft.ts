import type { Span } from './span.ts'

/** How a draft is written: Markdown, or plain text in which each line is a paragraph. */
export type Language = 'plaintext' | 'markdown'

/** One version of an article, never changed. Offsets everywhere are UTF-16 code units into `text`. */
export interface Draft {
  readonly text: string
  readonly language: Language
}

/** A text that gives what lies in it without being put together first. Every string is one. */
export interface LongText {
  /** In code units. */
  readonly length: number
  /** What lies from `start`, at least 0, up to `end`, or to its end where that comes first. */
  slice(start: number, end: number): string
}

/** A draft that is so long that its `text` is put together only where somebody asks for the whole. */
export interface LongDraft extends Draft, LongText {}

/** The text of a draft for whoever needs but parts of it. */
export const textIn = (draft: Draft): LongText => ('slice' in draft ? (draft as LongDraft) : draft.text)

/** The words of a draft that a span covers. */
export const slice = (draft: Draft, span: Span): string => textIn(draft).slice(span.start, span.end)

/** The same characters in a string of their own: what is cut from a string may keep the whole of it in memory. */
export const copied = (text: string): string => ` ${text}`.slice(1)
