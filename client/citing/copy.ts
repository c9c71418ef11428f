import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { chooseReference } from './chooseReference.ts'
import { messageOf } from './lookUp.ts'
import { asking, type Place, today } from './requests.ts'

/** How long a word in the status bar stays, in milliseconds. */
const SHOWN = 4000

/** Puts a reference in full on the clipboard, with today as the day on which its address was looked at. */
export async function copyDatedReference(client: BaseLanguageClient, place: Place): Promise<void> {
  const ask = asking(client)
  try {
    const choice = await chooseReference(ask, place, 'Copy a Dated Reference')
    if (choice?.kind !== 'reference') return
    await vscode.env.clipboard.writeText(await ask.format(place.document, { reference: choice.name }, today()))
    vscode.window.setStatusBarMessage('Says Who: the reference is on the clipboard.', SHOWN)
  } catch (error) {
    vscode.window.showErrorMessage(messageOf(error))
  }
}
