import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'

/**
 * A text that follows the changes of the protocol in the plainest way: each position is looked for from the start, line by
 * line. Nothing of the server is used, so that both agree only where both are right.
 */
export class NaiveText {
  text: string

  constructor(text: string) {
    this.text = text
  }

  /** Applies changes in order, each to what the one before left. */
  apply(changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes)
      this.text =
        'range' in change
          ? this.text.slice(0, this.offsetOf(change.range.start)) +
            change.text +
            this.text.slice(this.offsetOf(change.range.end))
          : change.text
  }

  /** A position counts lines, which end with LF, CRLF or CR, and UTF-16 code units; beyond the end of a line is its end. */
  private offsetOf({ line, character }: Position): number {
    let at = 0
    for (let left = line; left > 0; left--) {
      while (at < this.text.length && this.text[at] !== '\n' && this.text[at] !== '\r') at++
      if (at === this.text.length) return at
      at += this.text.startsWith('\r\n', at) ? 2 : 1
    }
    let end = at
    while (end < this.text.length && this.text[end] !== '\n' && this.text[end] !== '\r') end++
    return Math.min(at + character, end)
  }
}
