import {
  type CodeAction,
  type CodeActionContext,
  type Command,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { actions, type Finding, type Fix, fixesFor, type Reading, type Span } from '../core/index.ts'
import type { Abilities } from './abilities.ts'
import type { Checked } from './documents.ts'
import { toDiagnostic, toPositionAfter, toTextEdits } from './toProtocol.ts'

/** By what a chosen action is found again in the draft as it is then. */
export interface ActionData {
  readonly uri: string
  readonly revision: number
  readonly range: Span
  /** The finding that it answers, with its words and their sentence; none where it answers none. */
  readonly finding?: { readonly rule: string; readonly span: Span; readonly words: string; readonly sentence: string }
}

const CHANGED = 'The text has changed since this was offered; open the list of fixes again.'

/** The actions for a range, of the kinds that the client wants. Their edits are left out where it asks for them later. */
export function codeActions(
  document: TextDocument,
  revision: number,
  { reading, findings }: Checked,
  range: Span,
  context: CodeActionContext,
  able: Abilities,
): CodeAction[] {
  const wanted = (kind: string): boolean =>
    context.only === undefined ||
    context.only.some((only) => only === '' || kind === only || kind.startsWith(`${only}.`))
  return actions(reading, findings, range)
    .filter(({ fix }) => wanted(fix.kind))
    .map(({ fix, finding }) => {
      const data: ActionData = {
        uri: document.uri,
        revision,
        range,
        ...(finding && { finding: { rule: finding.rule, span: spanOf(finding), ...wordsOf(reading, finding) } }),
      }
      return {
        title: fix.title,
        kind: fix.kind,
        ...(fix.preferred && { isPreferred: true }),
        ...(finding && { diagnostics: [toDiagnostic(document, finding, able.diagnostics)] }),
        ...(able.resolvesEdits ? { data } : { edit: editOf(document, fix, able) }),
        ...((!able.resolvesEdits || !able.resolvesCommands) && commandOf(document, fix, able)),
      }
    })
}

/**
 * An action with the edit that it makes in the draft as it is now. Where what it answered is gone, or can no longer be told
 * from its like, the action comes back disabled, or as the error `ContentModified` where the client knows no disabled ones.
 */
export function resolved(
  action: CodeAction,
  document: TextDocument,
  revision: number,
  checked: Checked,
  able: Abilities,
): CodeAction {
  const fix = fixAgain(action, action.data as ActionData, revision, checked)
  if (fix === undefined) return refused(action, able)
  return { ...action, edit: editOf(document, fix, able), ...commandOf(document, fix, able) }
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
      ? actions(checked.reading, checked.findings, data.range).find(({ fix }) => isThis(fix))?.fix
      : undefined
  const finding = findAgain(data.finding, unchanged, checked)
  return finding && fixesFor(checked.reading, finding).find(isThis)
}

function findAgain(
  { rule, span, words, sentence }: NonNullable<ActionData['finding']>,
  unchanged: boolean,
  { reading, findings }: Checked,
): Finding | undefined {
  const alike = findings.filter((finding) => {
    const now = wordsOf(reading, finding)
    return finding.rule === rule && now.words === words && now.sentence === sentence
  })
  if (unchanged) return alike.find(({ start, end }) => start === span.start && end === span.end)
  return alike.length === 1 ? alike[0] : undefined
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

function wordsOf({ draft, sentences }: Reading, span: Span): { words: string; sentence: string } {
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? span
  return { words: draft.text.slice(span.start, span.end), sentence: draft.text.slice(sentence.start, sentence.end) }
}

function editOf(document: TextDocument, fix: Fix, able: Abilities): WorkspaceEdit {
  const { uri, version } = document
  const edits = toTextEdits(document, fix.edits)
  return able.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } }
}

/** Where the caret goes after the edit, for a client that can put it there. */
function commandOf(document: TextDocument, fix: Fix, able: Abilities): { command?: Command } {
  if (!able.placesCaret || fix.caret === undefined) return {}
  const position = toPositionAfter(document, fix.edits, fix.caret)
  return { command: { title: 'Go to the blank', command: 'saysWho.placeCaret', arguments: [document.uri, position] } }
}
