import { type ClientCapabilities, type InitializeParams, MarkupKind } from 'vscode-languageserver'
import type { DiagnosticAbilities } from './toProtocol.ts'

/** What the client can do, as far as the server answers differently for it. */
export interface Abilities {
  readonly diagnostics: DiagnosticAbilities
  /** It asks for diagnostics; else they are sent. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
  readonly markdown: boolean
  readonly symbolTree: boolean
  /** It asks for the edit of a code action when that is chosen. */
  readonly resolvesEdits: boolean
  readonly resolvesCommands: boolean
  readonly disabledActions: boolean
  /** It takes edits that name the version they are for. */
  readonly versionedEdits: boolean
  readonly configuration: boolean
  readonly registersConfiguration: boolean
  readonly registersWatchers: boolean
  /** It can be told later which files it is to send as they are open. */
  readonly registersSync: boolean
  readonly folderChanges: boolean
  /** It knows the command `saysWho.placeCaret`. */
  readonly placesCaret: boolean
  /** It knows the command `saysWho.insertCitation`, which shows a list of references. */
  readonly listsReferences: boolean
  /** It takes the notification `saysWho/status`. */
  readonly takesStatus: boolean
  /** It answers the request `saysWho/projectFile`. */
  readonly readsProjectFile: boolean
  /** It answers the requests `saysWho/readFile` and `saysWho/drafts` for files that are on no disk. */
  readonly readsFiles: boolean
  /** It asks for the findings of the whole workspace by itself, once somebody wants them, and must not be told to ask again and again. */
  readonly checksWorkspace: boolean
  /** It takes edits that make a file. */
  readonly createsFiles: boolean
  /** It takes definitions with the words that lead to them. */
  readonly definitionLinks: boolean
  /** It asks whether something can be renamed before it asks for the name. */
  readonly preparesRename: boolean
}

/** Reads what a client says of itself, and what it asks for in its initialization options. */
export function abilitiesOf({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { textDocument, workspace }: ClientCapabilities = capabilities ?? {}
  const action = textDocument?.codeAction
  const resolved = action?.dataSupport ? listOf(action.resolveSupport?.properties) : []
  const wants = (option: string): boolean => initializationOptions?.[option] === true
  const shown = textDocument?.publishDiagnostics
  const pulled = textDocument?.diagnostic
  return {
    diagnostics: {
      related: Boolean(shown?.relatedInformation ?? pulled?.relatedInformation),
      links: Boolean(shown?.codeDescriptionSupport ?? pulled?.codeDescriptionSupport),
      tags: Boolean(shown?.tagSupport ?? pulled?.tagSupport),
    },
    pullsDiagnostics: pulled !== undefined,
    refreshesDiagnostics: Boolean(workspace?.diagnostics?.refreshSupport),
    markdown: listOf(textDocument?.hover?.contentFormat).includes(MarkupKind.Markdown),
    symbolTree: Boolean(textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport),
    resolvesEdits: resolved.includes('edit'),
    resolvesCommands: resolved.includes('command'),
    disabledActions: Boolean(action?.disabledSupport),
    versionedEdits: Boolean(workspace?.workspaceEdit?.documentChanges),
    configuration: Boolean(workspace?.configuration),
    registersConfiguration: Boolean(workspace?.didChangeConfiguration?.dynamicRegistration),
    registersWatchers: Boolean(workspace?.didChangeWatchedFiles?.dynamicRegistration),
    registersSync: Boolean(textDocument?.synchronization?.dynamicRegistration),
    folderChanges: Boolean(workspace?.workspaceFolders),
    placesCaret: wants('placeCaret'),
    listsReferences: wants('insertCitation'),
    takesStatus: wants('status'),
    readsProjectFile: wants('projectFile'),
    readsFiles: wants('files'),
    checksWorkspace: wants('checkWorkspace'),
    createsFiles: listOf(workspace?.workspaceEdit?.resourceOperations).includes('create'),
    preparesRename: Boolean(textDocument?.rename?.prepareSupport),
    definitionLinks: Boolean(textDocument?.definition?.linkSupport),
  }
}

/** The folders of the workspace by their addresses, whatever a client sends in their place. */
export function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const folders = urisOf(workspaceFolders)
  return folders.length === 0 && typeof rootUri === 'string' && rootUri !== '' ? [withoutSlash(rootUri)] : folders
}

/** The addresses of folders, without a slash at their end. */
export const urisOf = (folders: readonly { uri: string }[] | null | undefined): string[] =>
  listOf(folders).flatMap((folder) => (typeof folder?.uri === 'string' ? [withoutSlash(folder.uri)] : []))

const withoutSlash = (uri: string): string => (uri.endsWith('/') ? uri.slice(0, -1) : uri)

/** What a client sends as a list; none where it is something else. */
const listOf = <T>(value: readonly T[] | null | undefined): readonly T[] => (Array.isArray(value) ? value : [])
