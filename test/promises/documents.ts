import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { changeDraft, type Drafts, type OpenDraft, openDraft } from '../../server/lsp/documents.ts'

/** A text, and what an editor does to it. */
export interface Edited {
  readonly start: string
  readonly changes: readonly TextDocumentContentChangeEvent[]
}

/** The lines of a text with their breaks, cut the plain way. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []

/** Where a position lies, by the words of the protocol: what is beyond a line is its end, what is beyond the text is its end. */
function offsetIn(text: string, { line, character }: Position): number {
  const lines = linesOf(text)
  if (line < 0) return 0
  if (line >= lines.length) return text.length
  const before = lines.slice(0, line).join('').length
  const length = (lines[line] ?? '').replace(/[\r\n]+$/, '').length
  return before + Math.max(0, Math.min(character, length))
}

/** The text after a change, worked out the plain way. */
export function applied(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text
  const [a, b] = [offsetIn(text, change.range.start), offsetIn(text, change.range.end)]
  return text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b))
}

/** Letters, every line end, a byte-order mark, NUL, pairs and their halves, marks that join, words that run from right to left. */
// biome-ignore format: a list of characters is easier to look over in lines
const PIECES = [
  'a', ' ', 'Ruiz said', '\n', '\r\n', '\r', '\uFEFF', '\u0000', '\u{1F600}', '\uD83D', '\uDE00', 'e\u0301', '\u0301',
  '\u{1F469}\u200D\u{1F469}\u200D\u{1F467}', '\u05D0\u05D1\u05D2', '\u202Eabc\u202C', '\u2028', '\u0085',
]
export const anyText = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''))

/** A line or a column: three of ten are where no short text has one. */
const number = fc.oneof(
  { weight: 7, arbitrary: fc.integer({ min: 0, max: 6 }) },
  { weight: 3, arbitrary: fc.oneof(fc.integer({ min: 20, max: 2 ** 31 - 1 }), fc.integer({ min: -3, max: -1 })) },
)
const position = fc.record({ line: number, character: number })
export const changesWith = (text: fc.Arbitrary<string>): fc.Arbitrary<TextDocumentContentChangeEvent> =>
  fc.oneof(
    { weight: 19, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
    { weight: 1, arbitrary: fc.record({ text }) },
  )

export const edited: fc.Arbitrary<Edited> = fc.record({
  start: anyText,
  changes: fc.array(changesWith(anyText), { minLength: 1, maxLength: 8 }),
})

/** A draft that is open in the server, with its text. */
export function opened(content: string): OpenDraft {
  const drafts: Drafts = new Map()
  openDraft(drafts, 'file:///a.md', 'markdown', 1, content)
  const draft = drafts.get('file:///a.md')
  assert.ok(draft)
  return draft
}

/** Fails unless the draft in the server is the draft in the editor after every change, its lines included. */
export function assertSame({ start, changes }: Edited): void {
  const draft = opened(start)
  let model = start
  for (const [index, one] of changes.entries()) {
    changeDraft(draft, index + 2, [one])
    model = applied(model, one)
    assert.equal(draft.document.getText(), model)
    const fresh = TextDocument.create('', '', 0, model)
    assert.equal(draft.document.lineCount, fresh.lineCount)
    for (let at = 0; at <= model.length; at++) {
      const [here, there] = [draft.document.positionAt(at), fresh.positionAt(at)]
      assert.ok(here.line === there.line && here.character === there.character, `the place of ${at}`)
    }
  }
}
