import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { copyDatedReference } from './copy.ts'
import { insertCitation, placeToCite } from './insert.ts'
import { keepSaved } from './keep.ts'
import { askModally } from './lookUp.ts'
import type { Place } from './requests.ts'
import { CONVERT, RENUMBER, rewrite } from './rewrite.ts'

/** Registers what an editor can have done about citations. */
export function registerCiting(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  askModally(client)
  context.subscriptions.push(keepSaved(client))
  const commands: Readonly<Record<string, (place: Place) => Promise<void>>> = {
    'saysWho.insertCitation': (place) => insertCitation(client, place),
    'saysWho.copyDatedReference': (place) => copyDatedReference(client, place),
    'saysWho.convertCitations': (place) => rewrite(client, place, CONVERT),
    'saysWho.renumberFootnotes': (place) => rewrite(client, place, RENUMBER),
  }
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(
      vscode.commands.registerCommand(name, async (uri?: unknown, range?: unknown) => {
        const place = placeToCite(client, uri, range)
        if (place !== undefined) await run(place)
      }),
    )
}
