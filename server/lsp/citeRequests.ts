import { ErrorCodes, type Position, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import {
  type CitationStyleSetting,
  citationStyles,
  draftReferences,
  type Edit,
  formatReference,
  formatShort,
  formatWhere,
  freshSource,
  givenItem,
  indexReferences,
  insertCitation,
  itemFromFields,
  matchesFor,
  type NewReference,
  parseDateWords,
  type Reference,
  type Source,
  type Span,
  searchReferences,
  sourceOfReference,
  styleFor,
} from '../core/index.ts'
import { editOfCiting } from './cite.ts'
import { about, type Desk } from './desk.ts'
import type { Checked } from './documents.ts'
import { kept } from './guard.ts'
import { fromRange, toPositionAfter } from './toProtocol.ts'

/** Names a reference between client and server. */
export interface ReferenceName {
  readonly kind: Reference['kind']
  readonly key: string
  readonly file?: string
}

/** `saysWho/references`: the references that can be cited at a range, the best match for the claim there first. */
export interface ReferencesParams {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
  /** Typed words; empty for the best matches. */
  readonly query: string
  /** As many as are wanted; 50 where it is not said. */
  readonly limit?: number
}

/** One of them, as plain text. */
export interface ReferenceItem {
  readonly name: ReferenceName
  /** The reference in full. */
  readonly text: string
  /** Author and year. */
  readonly short: string
  /** Outlet and date; empty where neither is known. */
  readonly where: string
  /** Whether it fits the claim's own source. */
  readonly isMatch: boolean
}

/** A reference that is known, the fields of a new one, or an item that was looked up and the key that it brought along. */
export type NamedSource =
  | { readonly reference: ReferenceName }
  | { readonly fields: NewReference }
  | { readonly item: unknown; readonly key?: string }

/** `saysWho/cite`: the edit that cites one source at a range; the client applies it, so that it is one step to undo. */
export interface CiteParams {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
  readonly source: NamedSource
  readonly locator?: string
  readonly style?: string
}

/** What `saysWho/cite` answers: the edit, and where in the changed draft the writer goes on. */
export interface CiteResult {
  readonly edit: WorkspaceEdit
  readonly caret: Position
}

/** `saysWho/formatReference`: a reference as text, with the day on which its address was looked at. */
export interface FormatParams {
  readonly textDocument: { readonly uri: string }
  readonly source: NamedSource
  /** That day, as YYYY-MM-DD, in place of the one that is known. */
  readonly accessed?: string
}

const MOST = 50

/** Answers what an editor's own list of references asks for. */
export function answerCiteRequests(desk: Desk): void {
  const { connection, log } = desk
  connection.onRequest('saysWho/references', (params: ReferencesParams, token) =>
    kept('saysWho/references', log, () =>
      about(
        desk,
        params.textDocument.uri,
        token,
        { items: [] as ReferenceItem[], style: '' },
        'whole',
        ({ document }, checked) => {
          const { reading, context } = checked
          const style = styleFor(reading, context.style, context.library.declared)
          return { items: found(checked, fromRange(document, params.range), params), style }
        },
      ),
    ),
  )
  connection.onRequest('saysWho/cite', (params: CiteParams, token) =>
    kept('saysWho/cite', log, () =>
      about(desk, params.textDocument.uri, token, null, 'whole', async (draft, checked): Promise<CiteResult | null> => {
        const { reading, context } = checked
        const source = sourceIn(checked, params.source)
        const style = citationStyles.find((one): one is CitationStyleSetting => one === params.style) ?? context.style
        const options = { ...context, style, locator: String(params.locator ?? '').slice(0, LONGEST_LOCATOR) }
        const made = insertCitation(reading, fromRange(draft.document, params.range), source, options)
        const change = await editOfCiting(desk, draft, checked, made)
        if (change === undefined) throw refused('There is no bibliography that this reference could be added to.')
        const { edit, own } = change
        // what the bibliography asks of the draft stands before all else
        const caret = made.caret + growth(own) - growth(made.edits)
        return { edit, caret: toPositionAfter(draft.document, own, caret) }
      }),
    ),
  )
  connection.onRequest('saysWho/formatReference', (params: FormatParams, token) =>
    kept('saysWho/formatReference', log, () =>
      about(desk, params.textDocument.uri, token, null, 'whole', (_, checked): { text: string } | null => {
        const { item, words, note } = sourceIn(checked, params.source)
        if (item === undefined) return { text: note || words }
        const accessed = parseDateWords(String(params.accessed ?? '')) ?? item.accessed
        const seen = accessed === undefined ? item : { ...item, accessed }
        return { text: formatReference(seen, checked.context.form, true) }
      }),
    ),
  )
}

const LONGEST_LOCATOR = 100

/** How much longer a text is after some edits, in code units. */
const growth = (edits: readonly Edit[]): number =>
  edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0)

const refused = (why: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, why)

function found({ reading, context }: Checked, at: Span, { query, limit = MOST }: ReferencesParams): ReferenceItem[] {
  const most = Math.max(1, Math.min(limit, 500))
  const around = reading.near(at)
  const matches = new Set(matchesFor(reading, around, at, context, most))
  const own = draftReferences(reading)
  const all =
    query.trim() === ''
      ? [
          ...matches,
          ...matchesFor(reading, around, at, context, most, true),
          ...own,
          ...context.library.references.slice(0, most),
        ]
      : [...searchReferences(indexReferences(own), query, most), ...searchReferences(context.index, query, most)]
  const best = [...all.filter((one) => matches.has(one)), ...all.filter((one) => !matches.has(one))]
  return [...new Set(best)].slice(0, most).map((reference) => ({
    name: nameOf(reference),
    text: reference.text ?? formatReference(reference.item, context.form),
    short: formatShort(reference.item),
    where: formatWhere(reference.item),
    isMatch: matches.has(reference),
  }))
}

const nameOf = ({ kind, key, file }: Reference): ReferenceName => ({ kind, key, ...(file !== undefined && { file }) })

/** The source that a client means. Throws where there is none. */
function sourceIn({ reading, context }: Checked, source: NamedSource): Source {
  if (typeof source === 'object' && source !== null && !('reference' in source)) {
    const item = 'fields' in source ? itemFromFields(source.fields) : givenItem(source.item)
    if (item === undefined) throw refused('A new reference needs a title or an address.')
    return freshSource(item, 'key' in source && typeof source.key === 'string' ? source.key : undefined)
  }
  const name = source?.reference
  const isIt = ({ kind, key, file }: Reference): boolean =>
    kind === name?.kind && key === name.key && file === name.file
  const reference = context.library.references.find(isIt) ?? draftReferences(reading).find(isIt)
  if (reference === undefined) throw refused('This reference is gone; open the list again.')
  return sourceOfReference(reading, reference)
}
