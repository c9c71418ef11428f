import type { Span } from './span.ts'

/** How a draft is written: Markdown, or plain text in which each line is a paragraph. */
export type Language = 'plaintext' | 'markdown'

/** One version of an article, never changed. Offsets everywhere are UTF-16 code units into `text`. */
export interface Draft {
  readonly text: string
  readonly language: Language
}

/** The words of a draft that a span covers. */
export const slice = (draft: Draft, span: Span): string => draft.text.slice(span.start, span.end)
