import {
  type CodeAction,
  type CodeActionContext,
  type Command,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver'
import {
  actions,
  citableAt,
  convertOffers,
  type Finding,
  type Fix,
  fixesFor,
  innermost,
  lengthOf,
  type Offer,
  offers,
  type Reading,
  renumberOffers,
  type Span,
} from '../core/index.ts'
import type { Abilities } from './abilities.ts'
import { editOfCiting } from './cite.ts'
import type { Desk } from './desk.ts'
import type { Checked, OpenDraft } from './documents.ts'
import type { TextWithLines } from './draftText.ts'
import { toDiagnostic, toPositionAfter, toRange } from './toProtocol.ts'
import { workspaceEdit } from './workspaceEdit.ts'

/** By what a chosen action is found again in the draft as it is then. */
export interface ActionData {
  readonly uri: string
  readonly revision: number
  readonly range: Span
  /** The offer that it is, where it is one. */
  readonly offer?: string
  /** The finding that it answers, with its words and their sentence; none where it answers none. */
  readonly finding?: { readonly rule: string; readonly span: Span; readonly words: string; readonly sentence: string }
}

const CHANGED = 'The text has changed since this was offered; open the list of fixes again.'

/** The actions for a range, of the kinds that the client wants. Their edits are left out where it asks for them later. */
export async function codeActions(
  desk: Desk,
  draft: OpenDraft,
  checked: Checked,
  range: Span,
  context: CodeActionContext,
): Promise<CodeAction[]> {
  const { able } = desk
  const { document } = draft
  const { findings } = checked
  const reading = readingAt(checked, range)
  const wanted = (kind: string): boolean =>
    context.only === undefined ||
    context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`))
  const fixes = actions(reading, findings, range, checked.context.library).map(
    ({ fix, finding }): CodeAction => ({
      ...described(draft, checked, range, fix, able, finding),
      ...(fix.preferred && { isPreferred: true }),
      ...(!able.resolvesEdits && {
        edit: workspaceEdit([{ document, version: document.version, edits: fix.edits }], able),
      }),
      ...((!able.resolvesEdits || !able.resolvesCommands) && commandOf(document, fix, able)),
    }),
  )
  const offered = offersFor(reading, checked, range, context.only).map(async (offer): Promise<CodeAction> => {
    const made = able.resolvesEdits ? undefined : offer.make()
    const edit = made && (await editOfCiting(desk, draft, checked, made))?.edit
    return { ...described(draft, checked, range, offer, able, offer.finding, offer.id), ...(edit && { edit }) }
  })
  const found = [...fixes, ...(await Promise.all(offered))].filter(({ kind }) => wanted(kind ?? ''))
  const listed = able.listsReferences ? fromList(draft, reading, checked, range, able) : []
  return [
    ...(able.resolvesEdits ? found : found.filter(({ edit }) => edit !== undefined)),
    ...listed.filter(({ kind }) => wanted(kind ?? '')),
  ]
}

/** What is known of a range: near it, or of the whole draft where a finding's fixes may look at all of it. */
const readingAt = ({ reading, findings }: Checked, range: Span): Reading =>
  findings.some(({ start, end }) => start <= range.end && range.start <= end) ? reading : reading.near(range)

/** The action that opens the client's own list of references; it changes nothing by itself. */
function fromList(draft: OpenDraft, reading: Reading, checked: Checked, range: Span, able: Abilities): CodeAction[] {
  const { document } = draft
  const citable = citableAt(reading, checked.findings, range)
  if (citable === undefined) return []
  const { at, kind, finding } = citable
  const action = described(draft, checked, range, { title: LIST, kind }, able, finding, 'list')
  const command = { title: LIST, command: 'saysWho.insertCitation', arguments: [document.uri, toRange(document, at)] }
  return [{ ...action, command }]
}

const LIST = 'Cite a reference…'

/** What is offered besides fixes: where only some kinds are wanted, the changes of the whole draft among them too. */
function offersFor(
  near: Reading,
  { reading, findings, context }: Checked,
  range: Span,
  only: readonly string[] | undefined,
): Offer[] {
  const asks = (kind: string): boolean =>
    only?.some((one) => one !== '' && (kind === one || kind.startsWith(`${one}.`))) ?? false
  return [
    ...offers(reading, near, findings, range, context),
    ...(asks('source.fixAll.saysWho') ? renumberOffers(reading) : []),
    ...(asks('refactor.rewrite.convert') ? convertOffers(reading, context) : []),
  ].filter((offer, index, all) => all.findIndex(({ id }) => id === offer.id) === index)
}

function described(
  { document, revision }: OpenDraft,
  { reading }: Checked,
  range: Span,
  { title, kind }: { title: string; kind: string },
  able: Abilities,
  finding?: Finding,
  offer?: string,
): CodeAction {
  const data: ActionData = {
    uri: document.uri,
    revision,
    range,
    ...(offer !== undefined && { offer }),
    ...(finding && { finding: { rule: finding.rule, span: spanOf(finding), ...wordsOf(reading, finding) } }),
  }
  return {
    title,
    kind,
    ...(finding && { diagnostics: [toDiagnostic(document, finding, able.diagnostics)] }),
    ...(able.resolvesEdits && { data }),
  }
}

/**
 * An action with the edit that it makes in the draft as it is now. Where what it answered is gone, or can no longer be told
 * from its like, the action comes back disabled, or as the error `ContentModified` where the client knows no disabled ones.
 */
export async function resolved(
  desk: Desk,
  action: CodeAction,
  draft: OpenDraft,
  checked: Checked,
): Promise<CodeAction> {
  const { able } = desk
  const { document } = draft
  const data = action.data as ActionData
  if (data.offer === 'list') return action
  if (data.offer !== undefined) {
    const made = offerAgain(data, draft.revision, checked)?.make()
    const edit = made && (await editOfCiting(desk, draft, checked, made))?.edit
    return edit === undefined ? refused(action, able) : { ...action, edit }
  }
  const fix = fixAgain(action, data, draft.revision, checked)
  if (fix === undefined) return refused(action, able)
  const edit = workspaceEdit([{ document, version: document.version, edits: fix.edits }], able)
  return { ...action, edit, ...commandOf(document, fix, able) }
}

/** The same offer in the draft as it is now: at its finding wherever that stands, else at its place if nothing has changed. */
function offerAgain(data: ActionData, revision: number, checked: Checked): Offer | undefined {
  const unchanged = data.revision === revision
  const isWhole = !data.offer?.startsWith('cite ')
  const finding = data.finding && findAgain(data.finding, unchanged, checked)
  const at = finding ?? (unchanged || isWhole ? data.range : undefined)
  if (at === undefined || (data.finding !== undefined && finding === undefined)) return undefined
  return offersFor(readingAt(checked, at), checked, at, ['source', 'refactor']).find(({ id }) => id === data.offer)
}

/** An action that can no longer be taken. */
export function refused(action: CodeAction, able: Abilities): CodeAction {
  if (!able.disabledActions) throw new ResponseError(LSPErrorCodes.ContentModified, CHANGED)
  return { ...action, disabled: { reason: CHANGED } }
}

/** What an action remembers. Throws where a client sends an action that is none of ours. */
export function dataOf(action: CodeAction): ActionData {
  const data = action?.data as Partial<ActionData> | undefined
  if (typeof data?.uri !== 'string' || typeof data.range?.start !== 'number')
    throw new ResponseError(ErrorCodes.InvalidParams, 'This action was not offered by Says Who.')
  return data as ActionData
}

function fixAgain(action: CodeAction, data: ActionData, revision: number, checked: Checked): Fix | undefined {
  const isThis = (fix: Fix): boolean => fix.title === action.title && fix.kind === action.kind
  const unchanged = data.revision === revision
  if (data.finding === undefined)
    return unchanged
      ? actions(readingAt(checked, data.range), checked.findings, data.range, checked.context.library).find(({ fix }) =>
          isThis(fix),
        )?.fix
      : undefined
  const finding = findAgain(data.finding, unchanged, checked)
  return finding && fixesFor(checked.reading, finding, checked.context.library).find(isThis)
}

function findAgain(
  { rule, span, words, sentence }: NonNullable<ActionData['finding']>,
  unchanged: boolean,
  { reading, findings }: Checked,
): Finding | undefined {
  const isSame = (finding: Finding): boolean => {
    const now = wordsOf(reading, finding)
    return now.words === words && now.sentence === sentence
  }
  const like = findings.filter((finding) => finding.rule === rule && lengthOf(finding) === words.length)
  if (unchanged) return like.find((one) => one.start === span.start && one.end === span.end && isSame(one))
  const alike = like.filter(isSame)
  return alike.length === 1 ? alike[0] : undefined
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

function wordsOf({ draft, sentences }: Reading, span: Span): { words: string; sentence: string } {
  const sentence = innermost(sentences, { start: span.start, end: span.start + 1 }) ?? span
  return { words: draft.text.slice(span.start, span.end), sentence: draft.text.slice(sentence.start, sentence.end) }
}

/** Where the caret goes after the edit, for a client that can put it there. */
function commandOf(document: TextWithLines, fix: Fix, able: Abilities): { command?: Command } {
  if (!able.placesCaret || fix.caret === undefined) return {}
  const position = toPositionAfter(document, fix.edits, fix.caret)
  return { command: { title: 'Go to the blank', command: 'saysWho.placeCaret', arguments: [document.uri, position] } }
}
