import * as vscode from 'vscode'
import type { BaseLanguageClient, Range } from 'vscode-languageclient'
import { placeCaret } from '../caret.ts'
import { isDraft } from '../drafts.ts'
import { allowedLookUps } from '../lookUps.ts'
import { applyChange, FIXED, whyFixed } from './apply.ts'
import { chooseReference, lookAtClipboard, titleFor } from './chooseReference.ts'
import { follow } from './follow.ts'
import { locatorFrom, wrongWithLocator } from './locator.ts'
import { messageOf } from './lookUp.ts'
import { sourceOf } from './newSource.ts'
import { asking, type NamedSource, type Place } from './requests.ts'
import { askWords } from './steps.ts'

/** How often a citation is worked out anew where the draft changes at that very moment. */
const TURNS = 3

/** What the key says in an editor that is read-only, which nothing but the conditions of a key can tell. */
const READ_ONLY = 'read-only'

/** The place to cite at: the one that a fix names, else the selection of the editor in front. Says so where there is none. */
export function placeToCite(client: BaseLanguageClient, uri?: unknown, range?: unknown): Place | undefined {
  if (uri === READ_ONLY) {
    vscode.window.showInformationMessage(FIXED)
    return undefined
  }
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === String(uri))
  if (editor !== undefined && typeof range === 'object' && range !== null)
    return { document: editor.document, range: client.protocol2CodeConverter.asRange(range as Range) }
  const active = vscode.window.activeTextEditor
  if (active !== undefined && isDraft(active.document)) return { document: active.document, range: active.selection }
  vscode.window.showInformationMessage('Open a draft in Markdown or plain text first.')
  return undefined
}

/** Has somebody choose what to cite at a place and on which page, and puts the citation in. */
export async function insertCitation(client: BaseLanguageClient, place: Place): Promise<void> {
  const { document } = place
  const fixed = whyFixed(document)
  if (fixed !== undefined) {
    vscode.window.showInformationMessage(fixed)
    return
  }
  const followed = follow(document, place.range)
  try {
    const ways = { allowed: allowedLookUps(), clipboard: await lookAtClipboard() }
    const choice = await chooseReference(asking(client), place, titleFor(place), ways)
    const source = choice && (await sourceOf(client, choice))
    const locator = source && (await askLocator())
    if (source !== undefined && locator !== undefined)
      await cite(client, () => ({ document, range: followed.now() }), source, locator)
  } catch (error) {
    vscode.window.showErrorMessage(messageOf(error))
  } finally {
    followed.stop()
  }
}

async function askLocator(): Promise<string | undefined> {
  const answer = await askWords({
    title: 'Page, Paragraph or Time',
    prompt: 'Where in the source. Enter leaves it out.',
    placeholder: '3, pp. 3–5, para. 4 or 12:30',
    wrong: wrongWithLocator,
  })
  return typeof answer === 'object' ? locatorFrom(answer.words) : undefined
}

async function cite(
  client: BaseLanguageClient,
  place: () => Place,
  source: NamedSource,
  locator: string,
): Promise<void> {
  const { document } = place()
  for (let turn = 1; turn <= TURNS; turn++) {
    const { version } = document
    const made = await asking(client).cite(place(), source, locator)
    if (made === null || document.version !== version) continue
    if (await applyChange(client, document, made.edit))
      await placeCaret(document.uri, client.protocol2CodeConverter.asPosition(made.caret))
    return
  }
  vscode.window.showErrorMessage('The draft was changed meanwhile; cite again.')
}
