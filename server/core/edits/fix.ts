import type { Span } from '../text/span.ts'

/** Replaces a span of the draft; an empty span inserts. */
export interface Edit extends Span {
  readonly text: string
}

/** A change that an editor can choose. Its edits do not overlap and are in document order. */
export interface Fix {
  readonly title: string
  readonly kind: 'quickfix' | 'refactor.rewrite'
  readonly edits: readonly Edit[]
  /** The one that the editor's "fix it" key takes. */
  readonly preferred?: boolean
  /** Where the caret belongs once the edits are in: an offset into the changed draft. */
  readonly caret?: number
}

/** The draft after a fix. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = ''
  let at = 0
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + text.slice(at)
}
