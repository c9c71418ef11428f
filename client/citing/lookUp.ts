import * as vscode from 'vscode'
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient'
import { allowedLookUps } from '../lookUps.ts'

/** What a look-up found. */
export interface Found {
  readonly item: object
  readonly key?: string
}

/**
 * Looks an address up where the person has allowed that, with a way to stop it. Gives undefined where it is not allowed, is not
 * wanted after all, or comes to nothing; of that the person is told.
 */
export async function lookUp(
  client: BaseLanguageClient,
  kind: 'doi' | 'url',
  text: string,
): Promise<readonly Found[] | undefined> {
  if (!allowedLookUps().includes(kind)) return undefined
  const options = { location: vscode.ProgressLocation.Notification, title: `Looking up ${text}`, cancellable: true }
  try {
    return await vscode.window.withProgress(options, (_, token) => askFor(client, kind, text, token))
  } catch (error) {
    if (!wasCancelled(error)) vscode.window.showWarningMessage(`${messageOf(error)} Fill in what you know.`)
    return undefined
  }
}

/** Asks the server to look something up. Rejects with a sentence for the person. */
export const askFor = async (
  client: BaseLanguageClient,
  kind: 'doi' | 'url' | 'zotero',
  text: string,
  token: vscode.CancellationToken,
): Promise<readonly Found[]> =>
  (await client.sendRequest<{ found: readonly Found[] }>('saysWho/lookUp', { kind, text }, token)).found

const wasCancelled = (error: unknown): boolean =>
  error instanceof vscode.CancellationError ||
  (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled)

/** The sentence with which the server refused, or one for when it does not answer at all. */
export const messageOf = (error: unknown): string =>
  error instanceof ResponseError
    ? error.message
    : 'Says Who does not answer; “Says Who: Restart Server” starts it again.'

/** The question whether a host may be asked covers the window, so that nothing else is taken for an answer to it. */
export function askModally(client: BaseLanguageClient): void {
  client.onRequest(
    'window/showMessageRequest',
    ({ message, actions = [] }: { message: string; actions?: ReadonlyArray<{ title: string }> }) =>
      vscode.window.showInformationMessage(message, { modal: true }, ...actions).then((chosen) => chosen ?? null),
  )
}
