import { ErrorCodes, type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver'
import {
  type CitationStyleSetting,
  citationStyles,
  draftReferences,
  formatReference,
  formatShort,
  type Item,
  indexReferences,
  insertCitation,
  itemFromFields,
  matchesFor,
  type NewReference,
  type Reference,
  type Source,
  searchReferences,
  sourceOfItem,
  sourceOfReference,
  styleFor,
} from '../core/index.ts'
import { editOfCiting } from './cite.ts'
import { about, type Desk } from './desk.ts'
import type { Checked } from './documents.ts'
import { kept } from './guard.ts'
import { fromRange } from './toProtocol.ts'

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
  /** Whether it fits the claim's own source. */
  readonly isMatch: boolean
}

/** `saysWho/cite`: the edit that cites one source at a range; the client applies it, so that it is one step to undo. */
export interface CiteParams {
  readonly textDocument: { readonly uri: string }
  readonly range: Range
  /** A reference that is known, or the fields of a new one. */
  readonly source: { readonly reference: ReferenceName } | { readonly fields: NewReference }
  readonly locator?: string
  readonly style?: string
}

/** `saysWho/formatReference`: a reference as text, with the day on which it was looked at. */
export interface FormatParams {
  readonly textDocument: { readonly uri: string }
  readonly source: CiteParams['source']
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
      about(
        desk,
        params.textDocument.uri,
        token,
        null,
        async (draft, checked): Promise<{ edit: WorkspaceEdit } | null> => {
          const { reading, context } = checked
          const source = sourceIn(checked, params.source)
          const style = citationStyles.find((one): one is CitationStyleSetting => one === params.style) ?? context.style
          const options = { ...context, style, locator: String(params.locator ?? '').slice(0, LONGEST_LOCATOR) }
          const made = insertCitation(reading, fromRange(draft.document, params.range), source, options)
          const edit = await editOfCiting(desk, draft, checked, made)
          if (edit === undefined) throw refused('There is no bibliography that this reference could be added to.')
          return { edit }
        },
      ),
    ),
  )
  connection.onRequest('saysWho/formatReference', (params: FormatParams, token) =>
    kept('saysWho/formatReference', log, () =>
      about(desk, params.textDocument.uri, token, null, (_, checked): { text: string } | null => {
        const { item, words, note } = sourceIn(checked, params.source)
        return { text: item === undefined ? note || words : formatReference(item, checked.context.form) }
      }),
    ),
  )
}

const LONGEST_LOCATOR = 100

const refused = (why: string): ResponseError<void> => new ResponseError(ErrorCodes.InvalidParams, why)

function found(
  { reading, context }: Checked,
  at: { start: number; end: number },
  { query, limit = MOST }: ReferencesParams,
): ReferenceItem[] {
  const most = Math.max(1, Math.min(limit, 500))
  const matches = new Set(matchesFor(reading, at, context, most))
  const own = draftReferences(reading)
  const all =
    query.trim() === ''
      ? [...matches, ...own, ...context.library.references.slice(0, most)]
      : [...searchReferences(indexReferences(own), query, most), ...searchReferences(context.index, query, most)]
  const best = [...all.filter((one) => matches.has(one)), ...all.filter((one) => !matches.has(one))]
  return [...new Set(best)].slice(0, most).map((reference) => ({
    name: nameOf(reference),
    text: reference.text ?? formatReference(reference.item, context.form),
    short: formatShort(reference.item),
    isMatch: matches.has(reference),
  }))
}

const nameOf = ({ kind, key, file }: Reference): ReferenceName => ({ kind, key, ...(file !== undefined && { file }) })

/** The source that a client means. Throws where there is none. */
function sourceIn({ reading, context }: Checked, source: CiteParams['source']): Source {
  if (typeof source === 'object' && source !== null && 'fields' in source) {
    const item: Item | undefined = itemFromFields(source.fields)
    if (item === undefined) throw refused('A new reference needs a title or an address.')
    return sourceOfItem(item)
  }
  const name = source?.reference
  const isIt = ({ kind, key, file }: Reference): boolean =>
    kind === name?.kind && key === name.key && file === name.file
  const reference = context.library.references.find(isIt) ?? draftReferences(reading).find(isIt)
  if (reference === undefined) throw refused('This reference is gone; open the list again.')
  return sourceOfReference(reading, reference)
}
