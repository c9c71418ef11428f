import assert from 'node:assert/strict'
import type { Position, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { DiagnosticTag, FoldingRangeKind, SymbolKind } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { DraftSymbol, Finding } from '../../server/core/index.ts'
import {
  fromPosition,
  fromRange,
  inside,
  toDiagnostic,
  toDocumentSymbols,
  toFolding,
  toPositionAfter,
  toProjectDiagnostic,
  toRange,
  toSymbolList,
  toTextEdits,
} from '../../server/lsp/toProtocol.ts'

const document = TextDocument.create('file:///a.md', 'markdown', 1, 'One.\nTwo 😀.\r\nThree')
const at = (line: number, character: number): Position => ({ line, character })
const between = (start: Position, end: Position) => ({ start, end })
const all = { related: true, links: true, tags: true }
const none = { related: false, links: false, tags: false }
const finding = (given: Partial<Finding> = {}): Finding => ({
  rule: 'unsourced-claim',
  severity: 'warning',
  message: 'It has no source.',
  start: 5,
  end: 8,
  ...given,
})

describe('positions', () => {
  it('are lines and columns of UTF-16 code units', () => {
    assert.deepEqual(toRange(document, { start: 0, end: 4 }), between(at(0, 0), at(0, 4)))
    assert.deepEqual(toRange(document, { start: 9, end: 16 }), between(at(1, 4), at(2, 2)))
  })

  it('that a client sends are offsets', () => {
    assert.equal(fromPosition(document, at(0, 0)), 0)
    assert.equal(fromPosition(document, at(1, 4)), 9)
    assert.equal(fromPosition(document, at(2, 5)), 19)
  })

  it('beyond a line are its end, before its break', () => {
    assert.equal(fromPosition(document, at(0, 99)), 4)
    assert.equal(fromPosition(document, at(1, 99)), 12)
    assert.equal(fromPosition(document, at(1, 2 ** 40)), 12)
  })

  it('beyond the draft are its end, and before it its start', () => {
    assert.equal(fromPosition(document, at(3, 0)), 19)
    assert.equal(fromPosition(document, at(2 ** 33, 1)), 19)
    assert.equal(fromPosition(document, at(-1, 3)), 0)
    assert.equal(fromPosition(document, at(1, -5)), 5)
  })

  it('that are no whole numbers are cut, and those that are no numbers are none', () => {
    assert.equal(fromPosition(document, at(1.9, 2.9)), 7)
    assert.equal(fromPosition(document, at(Number.NaN, Number.NaN)), 0)
    for (const wrong of [undefined, null, {}, { line: '1', character: '1' }, { line: null }])
      assert.equal(fromPosition(document, wrong as unknown as Position), 0)
  })

  it('of a range may stand the wrong way round', () => {
    assert.deepEqual(fromRange(document, between(at(0, 1), at(1, 1))), { start: 1, end: 6 })
    assert.deepEqual(fromRange(document, between(at(1, 1), at(0, 1))), { start: 1, end: 6 })
    assert.deepEqual(fromRange(document, between(at(1, 1), at(1, 1))), { start: 6, end: 6 })
    assert.deepEqual(fromRange(document, undefined as never), { start: 0, end: 0 })
  })

  it('of a change lie in the draft, and a change without any is the whole draft', () => {
    const far = { range: between(at(9, 9), at(1, 0)), text: 'x' }
    assert.deepEqual(inside(document, far), { range: between(at(1, 0), at(2, 5)), text: 'x' })
    assert.deepEqual(inside(document, { text: 'x' }), { text: 'x' })
    const odd = { range: undefined, text: 'x' } as unknown as TextDocumentContentChangeEvent
    assert.deepEqual(inside(document, odd), { text: 'x' })
  })
})

describe('what is shown of a finding', () => {
  it('is all that the client can show', () => {
    const related = [{ start: 0, end: 3, message: 'Here too.' }]
    assert.deepEqual(toDiagnostic(document, finding({ related }), all), {
      range: between(at(1, 0), at(1, 3)),
      severity: 2,
      source: 'says-who',
      code: 'unsourced-claim',
      message: 'It has no source.',
      codeDescription: {
        href: 'https://github.com/says-who/says-who/blob/main/docs/rules/unsourced-claim.md',
      },
      relatedInformation: [
        { location: { uri: 'file:///a.md', range: between(at(0, 0), at(0, 3)) }, message: 'Here too.' },
      ],
    })
  })

  it('is no more than that', () => {
    const related = [{ start: 0, end: 3, message: 'Here too.' }]
    assert.deepEqual(Object.keys(toDiagnostic(document, finding({ related, rule: 'unused-reference' }), none)), [
      'range',
      'severity',
      'source',
      'code',
      'message',
    ])
    assert.ok(!('relatedInformation' in toDiagnostic(document, finding(), all)))
    assert.ok(!('relatedInformation' in toDiagnostic(document, finding({ related: [] }), all)))
  })

  it('has the severity that the rule has, and is faded where something is unused', () => {
    const severities = (['error', 'warning', 'information', 'hint'] as const).map(
      (severity) => toDiagnostic(document, finding({ severity }), none).severity,
    )
    assert.deepEqual(severities, [1, 2, 3, 4])
    assert.deepEqual(toDiagnostic(document, finding({ rule: 'unused-reference' }), all).tags, [
      DiagnosticTag.Unnecessary,
    ])
    assert.equal(toDiagnostic(document, finding(), all).tags, undefined)
  })

  it('stands at the head of a project file', () => {
    assert.deepEqual(toProjectDiagnostic('It is broken.'), {
      range: between(at(0, 0), at(0, 1)),
      severity: 2,
      source: 'says-who',
      message: 'It is broken.',
    })
  })
})

describe('edits, folds and symbols', () => {
  it('have the ranges of their spans', () => {
    assert.deepEqual(toTextEdits(document, [{ start: 0, end: 3, text: 'Won' }]), [
      { range: between(at(0, 0), at(0, 3)), newText: 'Won' },
    ])
    assert.deepEqual(
      toPositionAfter(
        document,
        [
          { start: 0, end: 3, text: 'A\nB' },
          { start: 14, end: 14, text: '!' },
        ],
        16,
      ),
      at(3, 2),
    )
  })

  it('fold what has more than one line, without the line that it ends before', () => {
    const kind = FoldingRangeKind.Region
    assert.deepEqual(toFolding(document, { start: 0, end: 16 }, kind), [{ startLine: 0, endLine: 2, kind }])
    assert.deepEqual(toFolding(document, { start: 0, end: 14 }, kind), [{ startLine: 0, endLine: 1, kind }])
    assert.deepEqual(toFolding(document, { start: 0, end: 5 }, kind), [])
    assert.deepEqual(toFolding(document, { start: 5, end: 12 }, kind), [])
  })

  const symbol = (
    name: string,
    kind: DraftSymbol['kind'],
    detail: string,
    children: DraftSymbol[] = [],
  ): DraftSymbol => ({
    name,
    kind,
    detail,
    span: { start: 0, end: 12 },
    selection: { start: 0, end: 3 },
    children,
  })
  const outline = [symbol('Rents', 'heading', '', [symbol('Rents rose', 'claim', 'open')])]

  it('list the outline as a tree', () => {
    const [top] = toDocumentSymbols(document, outline)
    const range = between(at(0, 0), at(1, 7))
    const selectionRange = between(at(0, 0), at(0, 3))
    assert.deepEqual(top, {
      name: 'Rents',
      kind: SymbolKind.String,
      range,
      selectionRange,
      children: [{ name: 'Rents rose', detail: 'open', kind: SymbolKind.Event, range, selectionRange, children: [] }],
    })
  })

  it('list it flat, each with what holds it', () => {
    const location = { uri: 'file:///a.md', range: between(at(0, 0), at(1, 7)) }
    assert.deepEqual(toSymbolList(document, outline), [
      { name: 'Rents', kind: SymbolKind.String, location },
      { name: 'Rents rose', kind: SymbolKind.Event, location, containerName: 'Rents' },
    ])
  })
})
