import type { CitationKind } from '../blocks/block.ts'
import type { ClaimKind, Quoting, SourceType, SourcingStatus, UnverifiedKind } from '../marks/marks.ts'
import type { Reading } from '../reading.ts'
import type { Finding, Severity } from '../rules/rule.ts'
import type { Language } from '../text/draft.ts'
import type { Span } from '../text/span.ts'

/** A reading as the command line prints it. Spans are UTF-16 offsets, the end excluded. */
export interface ReadingJson {
  readonly id: string
  readonly language: Language
  readonly sentences: readonly Span[]
  readonly claims: ReadonlyArray<Span & { worth: number; kind: ClaimKind; status: SourcingStatus }>
  readonly attributions: ReadonlyArray<{
    source: readonly Span[]
    cue: readonly Span[]
    content: readonly Span[]
    sourceType: SourceType
    quotation: Quoting
    resolvesTo?: string
    nestedIn?: number
  }>
  readonly unverified: ReadonlyArray<Span & { kind: UnverifiedKind }>
  readonly citations: ReadonlyArray<Span & { kind: CitationKind; key: string }>
  readonly findings: readonly FindingJson[]
}

/** A finding as the command line prints it. */
export interface FindingJson extends Span {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
}

/** The shape that programs outside rely on; `id` is the caller's name for the draft. */
export function toReadingJson(reading: Reading, findings: readonly Finding[], id: string): ReadingJson {
  return {
    id,
    language: reading.draft.language,
    sentences: reading.sentences.map(span),
    claims: reading.claims.map((claim) => ({
      ...span(claim),
      worth: claim.worth,
      kind: claim.kind,
      status: claim.status,
    })),
    attributions: reading.attributions.map((attribution) => ({
      source: attribution.source.map(span),
      cue: attribution.cue.map(span),
      content: attribution.content.map(span),
      sourceType: attribution.sourceType,
      quotation: attribution.quotation,
      ...(attribution.resolvesTo !== undefined && { resolvesTo: attribution.resolvesTo }),
      ...(attribution.nestedIn !== undefined && { nestedIn: attribution.nestedIn }),
    })),
    unverified: reading.unverified.map((mark) => ({ ...span(mark), kind: mark.kind })),
    citations: reading.citations.map((citation) => ({ ...span(citation), kind: citation.kind, key: citation.key })),
    findings: findings.map(toFindingJson),
  }
}

/** A finding alone, in the same shape. */
export const toFindingJson = ({ rule, severity, start, end, message }: Finding): FindingJson => ({
  rule,
  severity,
  start,
  end,
  message,
})

const span = ({ start, end }: Span): Span => ({ start, end })
