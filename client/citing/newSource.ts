import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type Address, addressIn } from './address.ts'
import { type Choice, clipboardAddress } from './chooseReference.ts'
import { fillIn } from './form.ts'
import { lookUp } from './lookUp.ts'
import { type NamedSource, today } from './requests.ts'
import { askWords } from './steps.ts'
import { chooseFromZotero } from './zotero.ts'

/** The source that a choice leads to, by way of questions and, where they are allowed, look-ups; undefined where the person leaves. */
export async function sourceOf(client: BaseLanguageClient, choice: Choice): Promise<NamedSource | undefined> {
  switch (choice.kind) {
    case 'reference':
      return { reference: choice.name }
    case 'new':
      return filled(choice.title === '' ? {} : { title: choice.title })
    case 'address':
      return ofAddress(client, choice.address)
    case 'zotero':
      return chooseFromZotero(client)
    case 'clipboard': {
      const address = await clipboardAddress()
      if (address !== undefined) return ofAddress(client, address)
      vscode.window.showInformationMessage('The clipboard holds neither the address of a web page nor a DOI.')
      return undefined
    }
    case 'ask-address': {
      const answer = await askWords({
        title: 'Cite a URL or DOI',
        prompt: 'The address of a web page, or a DOI.',
        placeholder: 'https://… or 10.…',
        wrong: (typed) =>
          addressIn(typed) === undefined ? 'This is neither the address of a web page nor a DOI.' : undefined,
      })
      const address = typeof answer === 'object' ? addressIn(answer.words) : undefined
      return address && ofAddress(client, address)
    }
  }
}

/** What can be looked up of an address, where that is allowed; else what the person knows of it. */
async function ofAddress(client: BaseLanguageClient, { kind, text }: Address): Promise<NamedSource | undefined> {
  const found = await lookUp(client, kind, text)
  return found?.[0] ?? filled(kind === 'doi' ? { doi: text } : { url: text })
}

async function filled(known: Parameters<typeof fillIn>[0]): Promise<NamedSource | undefined> {
  const fields = await fillIn(known)
  return fields && { fields: { ...fields, accessed: today() } }
}
