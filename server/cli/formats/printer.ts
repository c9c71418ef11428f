import type { Finding } from '../../core/index.ts'

/** A draft with what was found in it. */
export interface CheckedDraft {
  /** Its path, as it was given or found. */
  readonly file: string
  readonly text: string
  readonly findings: readonly Finding[]
}

/** Prints the findings of one run, draft by draft, so that none has to be kept. */
export interface Printer {
  readonly begin: string
  /** `index` counts the drafts from 0. */
  draft(checked: CheckedDraft, index: number): string
  end(): string
}

/** What a terminal would obey or could not show. */
const isControl = (code: number): boolean => code < 32 || (code >= 127 && code < 160)

/** Text for one line of output, whatever a draft holds: line breaks, tabs and controls become spaces. */
export const onOneLine = (text: string): string =>
  [...text].map((letter) => (isControl(letter.codePointAt(0) ?? 0) ? ' ' : letter)).join('')
