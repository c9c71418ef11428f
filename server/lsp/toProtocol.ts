import type {
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  Position,
  Range,
  SymbolInformation,
  TextDocumentContentChangeEvent,
  TextEdit,
} from 'vscode-languageserver'
import { DiagnosticSeverity, DiagnosticTag, SymbolKind } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { applyEdits, type DraftSymbol, docsUrl, type Edit, type Finding, type Span } from '../core/index.ts'
import type { TextWithLines } from './draftText.ts'

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const

/** What a client can show of a diagnostic. */
export interface DiagnosticAbilities {
  readonly related: boolean
  readonly links: boolean
  readonly tags: boolean
}

/** A span of a draft as lines and columns. */
export const toRange = (document: TextWithLines, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
})

/** A range that a client sent as a span; what lies outside the draft is moved to its edge. */
export function fromRange(document: TextWithLines, range: Range): Span {
  const start = fromPosition(document, range?.start)
  const end = fromPosition(document, range?.end)
  return start <= end ? { start, end } : { start: end, end: start }
}

/** A position that a client sent as an offset; what lies outside the draft is moved to its edge. */
export const fromPosition = (document: TextWithLines, position: Position): number =>
  document.offsetAt(clamped(document, position))

/**
 * The change that a client sent, with a range that lies in the draft. `vscode-languageserver-textdocument` 1.0 keeps a wrong
 * table of lines from the first change that starts beyond the end.
 */
export function inside(
  document: TextWithLines,
  change: TextDocumentContentChangeEvent,
): TextDocumentContentChangeEvent {
  if (!('range' in change) || change.range === undefined) return { text: change.text }
  return { text: change.text, range: toRange(document, fromRange(document, change.range)) }
}

function clamped(document: TextWithLines, position: Position): Position {
  const line = wholeNumber(position?.line)
  if (position?.line < 0) return { line: 0, character: 0 }
  if (line >= document.lineCount) return document.positionAt(Number.MAX_SAFE_INTEGER)
  return { line, character: wholeNumber(position?.character) }
}

/** Not a number, or less than none, is none. */
const wholeNumber = (value: unknown): number =>
  typeof value === 'number' && value > 0 ? Math.min(Math.floor(value), 2 ** 31) : 0

/** How many findings of one draft are sent. No editor shows more, and nobody reads them. */
const MOST = 1000

/** Findings as the Problems panel takes them; where there are too many, the last line says so. */
export function toDiagnostics(
  document: TextWithLines,
  findings: readonly Finding[],
  able: DiagnosticAbilities,
): Diagnostic[] {
  const shown = findings.slice(0, MOST).map((finding) => toDiagnostic(document, finding, able))
  const next = findings[MOST]
  if (next === undefined) return shown
  const count = (number: number): string => number.toLocaleString('en')
  const message = `Says Who shows the first ${count(MOST)} of ${count(findings.length)} findings; settle some to see the rest.`
  return [
    ...shown,
    { range: toRange(document, next), severity: DiagnosticSeverity.Information, source: 'says-who', message },
  ]
}

/** A finding as the Problems panel takes it. */
export function toDiagnostic(document: TextWithLines, finding: Finding, able: DiagnosticAbilities): Diagnostic {
  const related = finding.related ?? []
  return {
    range: toRange(document, finding),
    severity: SEVERITIES[finding.severity],
    source: 'says-who',
    code: finding.rule,
    message: finding.message,
    ...(able.links && { codeDescription: { href: docsUrl(finding.rule) } }),
    ...(able.tags && finding.rule.startsWith('unused-') && { tags: [DiagnosticTag.Unnecessary] }),
    ...(able.related &&
      related.length > 0 && {
        relatedInformation: related.map((place) => ({
          location: { uri: document.uri, range: toRange(document, place) },
          message: place.message,
        })),
      }),
  }
}

/** Whether a client that has these diagnostics needs no others. */
export const areSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((one, index) => isSame(one, b[index] as Diagnostic))

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  const [{ start, end }, other] = [a.range, b.range]
  return (
    start.line === other.start.line &&
    start.character === other.start.character &&
    end.line === other.end.line &&
    end.character === other.end.character &&
    a.message === b.message &&
    a.code === b.code &&
    a.severity === b.severity &&
    JSON.stringify(a.relatedInformation) === JSON.stringify(b.relatedInformation)
  )
}

/** A sentence about a project file, which stands at its head. */
export const toProjectDiagnostic = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
  severity: DiagnosticSeverity.Warning,
  source: 'says-who',
  message,
})

/** A stretch of several lines that can be folded; nothing where it has one line alone. */
export function toFolding(document: TextWithLines, span: Span, kind: FoldingRangeKind): FoldingRange[] {
  const { start, end } = toRange(document, span)
  const last = end.character === 0 ? end.line - 1 : end.line
  return last > start.line ? [{ startLine: start.line, endLine: last, kind }] : []
}

/** The edits of a fix. */
export const toTextEdits = (document: TextWithLines, edits: readonly Edit[]): TextEdit[] =>
  edits.map((edit) => ({ range: toRange(document, edit), newText: edit.text }))

/** Where an offset into the changed draft lies, once the edits are in. */
export const toPositionAfter = (document: TextWithLines, edits: readonly Edit[], offset: number): Position =>
  TextDocument.create('', '', 0, applyEdits(document.getText(), edits)).positionAt(offset)

/** The outline as a tree. */
export const toDocumentSymbols = (document: TextWithLines, symbols: readonly DraftSymbol[]): DocumentSymbol[] =>
  symbols.map((symbol) => ({
    name: symbol.name,
    ...(symbol.detail !== '' && { detail: symbol.detail }),
    kind: symbolKind(symbol),
    range: toRange(document, symbol.span),
    selectionRange: toRange(document, symbol.selection),
    children: toDocumentSymbols(document, symbol.children),
  }))

/** The outline as a list, for a client that shows no tree. */
export const toSymbolList = (
  document: TextWithLines,
  symbols: readonly DraftSymbol[],
  containerName?: string,
): SymbolInformation[] =>
  symbols.flatMap((symbol) => [
    {
      name: symbol.name,
      kind: symbolKind(symbol),
      location: { uri: document.uri, range: toRange(document, symbol.span) },
      ...(containerName !== undefined && { containerName }),
    },
    ...toSymbolList(document, symbol.children, symbol.name),
  ])

const symbolKind = ({ kind }: DraftSymbol): SymbolKind => (kind === 'heading' ? SymbolKind.String : SymbolKind.Event)
