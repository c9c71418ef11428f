import type { Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Language, LongDraft, Span } from '../core/index.ts'
import { PiecedText } from './piecedText.ts'

/** What is asked of a document, be it of vscode-languageserver-textdocument or the text of a draft. */
export type TextWithLines = Omit<TextDocument, 'getLineRange' | 'getEOLCharacters'>

/**
 * The text of a draft that is edited in place. It gives what a document of vscode-languageserver-textdocument would
 * give, but an edit copies neither the whole text nor the table of its lines.
 */
export class DraftText implements TextWithLines {
  readonly uri: string
  readonly languageId: string
  private now: PiecedText
  private own: number

  private constructor(uri: string, languageId: string, version: number, text: PiecedText) {
    this.uri = uri
    this.languageId = languageId
    this.own = version
    this.now = text
  }

  /** Throws where the text is none. */
  static create(uri: string, languageId: string, version: number, text: string): DraftText {
    return new DraftText(uri, languageId, version, PiecedText.of(checked(text)))
  }

  get version(): number {
    return this.own
  }

  get lineCount(): number {
    return this.now.lineCount
  }

  /** In code units. */
  get length(): number {
    return this.now.length
  }

  get hasNul(): boolean {
    return this.now.hasNul
  }

  /** What lies from `start` up to `end`, both in the draft or behind it. */
  slice(start: number, end: number): string {
    return this.now.slice(start, end)
  }

  getText(range?: Range): string {
    return range === undefined ? this.now.text : this.now.slice(this.offsetAt(range.start), this.offsetAt(range.end))
  }

  /** An offset as line and column; one outside the draft is moved to its edge, and one within a break before it. */
  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.now.length))
    const line = this.now.lineAt(at)
    const start = this.now.lineStart(line)
    return { line, character: this.beforeBreak(at, start) - start }
  }

  /** A position as an offset; one outside the draft is moved to its edge, and one beyond its line to the end of that, before the break. */
  offsetAt({ line, character }: Position): number {
    const start = this.now.lineStart(line)
    return this.beforeBreak(Math.min(start + Math.max(0, character), this.now.lineStart(line + 1)), start)
  }

  /** Where the line begins on which an offset lies, and the first one behind the offset; the end of the draft where there is none. */
  linesAround(offset: number): { readonly start: number; readonly next: number } {
    const line = this.now.lineAt(offset)
    return { start: this.now.lineStart(line), next: this.now.lineStart(line + 1) }
  }

  /** Puts words in the place of a span that lies in the draft. Throws, and changes nothing, where they are no text. */
  replace(span: Span, text: string, version: number): void {
    this.now = this.now.replaced(span, checked(text))
    this.own = version
  }

  /** The first `length` code units as they are now, whatever is edited later. */
  beginning(length: number, language: Language): LongDraft {
    return new Beginning(this.now, length, language)
  }

  private beforeBreak(offset: number, start: number): number {
    let at = offset
    while (at > start && '\r\n'.includes(this.now.slice(at - 1, at))) at--
    return at
  }
}

function checked(text: unknown): string {
  if (typeof text !== 'string') throw new TypeError('The text of a draft is no text.')
  return text
}

/** A draft, or as much of its beginning as is read. It is a class because an object that is made with a getter of its own lives long. */
class Beginning implements LongDraft {
  readonly length: number
  readonly language: Language
  private readonly whole: PiecedText
  private own: string | undefined

  constructor(whole: PiecedText, length: number, language: Language) {
    this.whole = whole
    this.length = length
    this.language = language
  }

  get text(): string {
    if (this.length === this.whole.length) return this.whole.text
    this.own ??= this.whole.slice(0, this.length)
    return this.own
  }

  slice(start: number, end: number): string {
    return this.whole.slice(start, Math.min(end, this.length))
  }
}
