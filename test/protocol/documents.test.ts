import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { plainContext } from '../../server/core/citing/context.ts'
import { changeDraft, type Drafts, openDraft } from '../../server/lsp/documents.ts'

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
function applied(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text
  const [a, b] = [offsetIn(text, change.range.start), offsetIn(text, change.range.end)]
  return text.slice(0, Math.min(a, b)) + change.text + text.slice(Math.max(a, b))
}

const piece = fc.constantFrom(
  'a',
  ' ',
  'Ruiz said',
  '\n',
  '\r\n',
  '\r',
  '\u{1F600}',
  '\uD83D',
  '\uDE00',
  '\u0000',
  'e\u0301',
)
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }) },
  fc.integer({ min: -3, max: 2 ** 31 - 1 }),
)
const position = fc.record({ line: number, character: number })
const change: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) },
  { weight: 1, arbitrary: fc.record({ text }) },
)

/** A draft that is open, with its text. */
function opened(content: string) {
  const drafts: Drafts = new Map()
  openDraft(drafts, 'file:///a.md', 'markdown', 1, content)
  const draft = drafts.get('file:///a.md')
  assert.ok(draft)
  return draft
}

const noSources = { context: plainContext, bibliographies: [], findings: [] }

describe('a draft in the server', () => {
  it('is the draft in the editor after any edits, its lines included', function () {
    this.timeout(60_000)
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 10 }), (start, changes) => {
        const draft = opened(start)
        let model = start
        for (const [index, one] of changes.entries()) {
          changeDraft(draft, index + 2, [one])
          model = applied(model, one)
          assert.equal(draft.document.getText(), model)
          const fresh = TextDocument.create('', '', 0, model)
          assert.equal(draft.document.lineCount, fresh.lineCount)
          for (let at = 0; at <= model.length; at++)
            assert.deepEqual(draft.document.positionAt(at), fresh.positionAt(at))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('is read anew after a change, and not before', () => {
    const draft = opened('One.')
    draft.checked = { settings: { rules: {} }, sources: noSources, findings: [] }
    changeDraft(draft, 2, [{ text: 'Two.' }])
    assert.equal(draft.checked, undefined)
    assert.equal(draft.reading, undefined)
    assert.equal(draft.revision, 1)
  })

  it('takes positions that are no numbers for the start', () => {
    const draft = opened('One.')
    const strange = { line: Number.NaN, character: null } as unknown as Position
    changeDraft(draft, 2, [{ range: { start: strange, end: strange }, text: 'X' }])
    assert.equal(draft.document.getText(), 'XOne.')
  })
})
