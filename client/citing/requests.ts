import type * as vscode from 'vscode'
import type { BaseLanguageClient, Position, Range, WorkspaceEdit } from 'vscode-languageclient'

/** Names a reference between client and server. */
export interface ReferenceName {
  readonly kind: string
  readonly key: string
  readonly file?: string
}

/** A reference that can be cited, as plain text. */
export interface ReferenceItem {
  readonly name: ReferenceName
  readonly text: string
  readonly short: string
  readonly where: string
  readonly isMatch: boolean
}

/** What is known of a new reference, as somebody types it. */
export interface Fields {
  readonly type?: string
  readonly title?: string
  readonly author?: string
  readonly outlet?: string
  readonly publisher?: string
  readonly date?: string
  readonly url?: string
  readonly doi?: string
  /** The day on which its address was looked at, as YYYY-MM-DD. */
  readonly accessed?: string
}

/** A source that is to be cited: a reference that is known, the fields of a new one, or what was looked up. */
export type NamedSource =
  | { readonly reference: ReferenceName }
  | { readonly fields: Fields }
  | { readonly item: object; readonly key?: string }

/** A place in a draft. */
export interface Place {
  readonly document: vscode.TextDocument
  readonly range: vscode.Range
}

/** What the server can be asked about citing. Each rejects where it refuses, with a sentence for the person. */
export interface Asking {
  references(place: Place, query: string, token: vscode.CancellationToken): Promise<ReferenceItem[]>
  cite(place: Place, source: NamedSource, locator: string): Promise<{ edit: WorkspaceEdit; caret: Position } | null>
  format(document: vscode.TextDocument, source: NamedSource, accessed: string): Promise<string>
}

export function asking(client: BaseLanguageClient): Asking {
  const about = ({ document, range }: Place): { textDocument: { uri: string }; range: Range } => ({
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: client.code2ProtocolConverter.asRange(range),
  })
  return {
    references: async (place, query, token) => {
      const params = { ...about(place), query }
      return (await client.sendRequest<{ items: ReferenceItem[] }>('saysWho/references', params, token)).items
    },
    cite: (place, source, locator) => client.sendRequest('saysWho/cite', { ...about(place), source, locator }),
    format: async (document, source, accessed) => {
      const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) }
      const params = { textDocument, source, accessed }
      return (await client.sendRequest<{ text: string } | null>('saysWho/formatReference', params))?.text ?? ''
    },
  }
}

/** Today on this computer's calendar, as YYYY-MM-DD. */
export function today(): string {
  const now = new Date()
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
