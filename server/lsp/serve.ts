import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { bibliographyKind, PROJECT_FILE } from '../core/index.ts'
import type { Transport } from '../lookup/transport.ts'
import { canonical } from '../project/paths.ts'
import { type Abilities, abilitiesOf, foldersOf, urisOf } from './abilities.ts'
import { answerReading } from './answers.ts'
import { bibliographies } from './bibliographies.ts'
import { answerCiteRequests } from './citeRequests.ts'
import { answerCompletion, COMPLETES_AFTER } from './completing.ts'
import type { Desk } from './desk.ts'
import { diagnosing } from './diagnostics.ts'
import { changeDraft, openDraft, prepare } from './documents.ts'
import { type Files, filesOfClient } from './files.ts'
import { describe } from './guard.ts'
import { librarySource } from './libraries.ts'
import { serveLookUps } from './lookUp.ts'
import { answerNavigation } from './navigation.ts'
import { answerRenames } from './renaming.ts'
import { settingsSource } from './settings.ts'
import { type Mail, oneByOne } from './turn.ts'
import { answerWorkspaceDiagnostics } from './workspaceDiagnostics.ts'

/**
 * Serves a client over a connection of whatever kind. Answers are always made from the draft as it is when they are made;
 * `files` is used where the client does not read the project file itself, `transport` for look-ups alone.
 */
export function serve(
  connection: Connection,
  files: Files,
  transport: Transport,
  version: string,
  quiet: Mail['quiet'],
): void {
  const log = (line: string): void => connection.console.error(line)
  connection.onInitialize((params) => {
    const able = abilitiesOf(params)
    const reads = { project: able.readsProjectFile, all: able.readsFiles }
    attend(connection, params, able, filesOfClient(connection, files, reads), log, quiet)
    serveLookUps(connection, params, transport)
    return introduction(able, version)
  })
  connection.listen()
}

function introduction(able: Abilities, version: string): InitializeResult {
  return {
    serverInfo: { name: 'says-who', version },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      documentSymbolProvider: true,
      codeActionProvider: {
        codeActionKinds: [
          CodeActionKind.QuickFix,
          CodeActionKind.RefactorRewrite,
          `${CodeActionKind.SourceFixAll}.saysWho`,
        ],
        resolveProvider: true,
      },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: {},
      foldingRangeProvider: true,
      renameProvider: able.preparesRename ? { prepareProvider: true } : true,
      completionProvider: { triggerCharacters: COMPLETES_AFTER },
      workspaceSymbolProvider: true,
      ...(able.pullsDiagnostics && {
        diagnosticProvider: {
          identifier: 'says-who',
          interFileDependencies: false,
          workspaceDiagnostics: !able.checksWorkspace,
        },
      }),
      ...(able.folderChanges && { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } }),
    },
  }
}

/** Hears and answers everything after `initialize`. */
function attend(
  connection: Connection,
  params: InitializeParams,
  able: Abilities,
  files: Files,
  log: (line: string) => void,
  quiet: Mail['quiet'],
): void {
  const settings = settingsSource(connection, files, able.configuration)
  let folders = foldersOf(params)
  const read = bibliographies(connection, files, settings.of, able.diagnostics, watcher(connection, able))
  const libraries = librarySource(read, files.canRead)
  const desk: Desk = {
    connection,
    able,
    drafts: new Map(),
    files,
    settings,
    bibliographies: read,
    libraries,
    folders: () => folders,
    log,
    quiet,
    slice: oneByOne(quiet),
  }
  const { drafts } = desk
  const setFolders = (now: string[]): void => {
    // a client may tell of a folder twice, and each is looked through for drafts
    folders = [...new Set(now)]
    settings.setFolders(folders)
    libraries.setFolders(folders)
  }
  setFolders(folders)

  const diagnostics = diagnosing(desk)

  const hear =
    <P>(method: string, handle: (params: P) => void) =>
    (params: P): void => {
      try {
        handle(params)
      } catch (error) {
        log(`${method} failed: ${describe(error)}`)
      }
    }

  connection.onDidOpenTextDocument(
    hear('didOpen', ({ textDocument: { uri, languageId, version, text } }) => {
      if (isBibliography(uri, languageId)) {
        read.open(TextDocument.create(uri, languageId, version, text))
        diagnostics.all()
      } else {
        openDraft(drafts, uri, languageId, version, text)
        diagnostics.soon(uri)
      }
    }),
  )
  connection.onDidChangeTextDocument(
    hear('didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const draft = drafts.get(uri)
      if (draft === undefined) {
        if (read.change(uri, version, contentChanges)) diagnostics.all()
        return
      }
      changeDraft(draft, version, contentChanges)
      diagnostics.soon(uri)
    }),
  )
  connection.onDidCloseTextDocument(
    hear('didClose', ({ textDocument: { uri } }) => {
      if (!drafts.delete(uri)) {
        read.close(uri)
        diagnostics.all()
        return
      }
      diagnostics.close(uri)
    }),
  )
  connection.onDidChangeConfiguration(
    hear('didChangeConfiguration', (change) => {
      settings.take(change?.settings)
      read.publish()
      diagnostics.all()
    }),
  )
  connection.onDidChangeWatchedFiles(
    hear('didChangeWatchedFiles', ({ changes }) => {
      const project = changes.some(({ uri }) => uri.endsWith(`/${PROJECT_FILE}`))
      if (project) {
        settings.forget()
        read.publish()
      }
      const forgotten = changes.filter(({ uri }) => read.forget(uri))
      if (project || forgotten.length > 0) diagnostics.all()
    }),
  )
  connection.onInitialized(
    hear('initialized', () => {
      const { client, workspace } = connection
      if (able.registersConfiguration)
        client.register(DidChangeConfigurationNotification.type, { section: 'saysWho' }).catch(() => {})
      if (able.registersWatchers) {
        const watchers = [`**/${PROJECT_FILE}`, '**/*.{bib,bibtex}'].map((globPattern) => ({ globPattern }))
        client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {})
      }
      if (able.folderChanges)
        workspace.onDidChangeWorkspaceFolders(
          hear('didChangeWorkspaceFolders', ({ added, removed }) => {
            const gone = urisOf(removed)
            setFolders([...folders.filter((folder) => !gone.includes(folder)), ...urisOf(added)])
            diagnostics.all()
          }),
        )
      prepare()
    }),
  )

  answerReading(desk)
  answerWorkspaceDiagnostics(desk)
  answerNavigation(desk)
  answerRenames(desk)
  answerCompletion(desk)
  answerCiteRequests(desk)
}

/** Watches bibliographies whose ending other files have too, on the disk and as they are open: those of each name once. */
function watcher({ client }: Connection, { registersWatchers, registersSync }: Abilities): (uri: string) => void {
  const watched = new Set<string>()
  return (uri) => {
    const name = canonical(uri.slice(uri.lastIndexOf('/') + 1))
    if (/\.bib(?:tex)?$/i.test(uri) || /[*?{}[\]]/.test(name) || watched.has(name)) return
    watched.add(name)
    const globPattern = `**/${name}`
    if (registersWatchers)
      client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] }).catch(() => {})
    if (!registersSync) return
    const documentSelector = ['json', 'jsonc', 'yaml'].map((language) => ({ language, pattern: globPattern }))
    const changes = { documentSelector, syncKind: TextDocumentSyncKind.Incremental } as const
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }).catch(() => {})
    client.register(DidChangeTextDocumentNotification.type, changes).catch(() => {})
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }).catch(() => {})
  }
}

/** Whether an open file is a bibliography and no draft: BibTeX always, whatever the editor takes it for. */
const isBibliography = (uri: string, languageId: string): boolean =>
  bibliographyKind(uri) === 'bibtex' ||
  (languageId !== 'markdown' && languageId !== 'plaintext' && bibliographyKind(uri) !== undefined)
