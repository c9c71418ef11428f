import {
  type CancellationToken,
  CodeActionKind,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { hover, PROJECT_FILE, renderMarkdown, renderPlain, summary, symbols } from '../core/index.ts'
import { type Abilities, abilitiesOf } from './abilities.ts'
import { codeActions, dataOf, refused, resolved } from './codeActions.ts'
import { type Checked, changeDraft, checkedBy, type Drafts, type OpenDraft, openDraft } from './documents.ts'
import { describe, kept } from './guard.ts'
import { type Files, settingsSource } from './settings.ts'
import { fromPosition, fromRange, toDiagnostic, toDocumentSymbols, toRange, toSymbolList } from './toProtocol.ts'

/** How long a draft must lie still before its diagnostics are sent to a client that does not ask for them, in milliseconds. */
const STILL = 150

/**
 * Serves a client over a connection of whatever kind. Answers are always made from the draft as it is when they are made;
 * `files` is used where the client does not read the project file itself.
 */
export function serve(connection: Connection, files: Files, version: string): void {
  const log = (line: string): void => connection.console.error(line)
  connection.onInitialize((params) => {
    const able = abilitiesOf(params)
    attend(connection, params, able, able.readsProjectFile ? filesOfClient(connection) : files, log)
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
        codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite],
        resolveProvider: true,
      },
      ...(able.pullsDiagnostics && {
        diagnosticProvider: { identifier: 'says-who', interFileDependencies: false, workspaceDiagnostics: false },
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
): void {
  const drafts: Drafts = new Map()
  const waiting = new Map<string, NodeJS.Timeout>()
  const settings = settingsSource(connection, files, able.configuration)
  let folders = (params.workspaceFolders ?? []).map(({ uri }) => uri)
  if (folders.length === 0 && params.rootUri) folders = [params.rootUri]
  settings.setFolders(folders)

  /** Gives `use` the draft as it is once its settings are known and the messages that wait have been heard. */
  async function about<T>(
    uri: string,
    cancelled: CancellationToken | undefined,
    nothing: T,
    use: (draft: OpenDraft, checked: Checked) => T,
  ): Promise<T> {
    const rules = await settings.of(uri)
    await new Promise((resolve) => setTimeout(resolve, 0))
    if (cancelled?.isCancellationRequested)
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.')
    const draft = drafts.get(uri)
    if (draft === undefined) return nothing
    const checked = checkedBy(draft, rules)
    if (checked.fresh && able.takesStatus) {
      const { version } = draft.document
      tell('saysWho/status', { uri, version, ...summary(checked.reading, checked.findings) })
    }
    return use(draft, checked)
  }

  const tell = (method: string, params: object): void => {
    connection.sendNotification(method, params).catch(() => {})
  }
  const diagnose = ({ document }: OpenDraft, { findings }: Checked): Diagnostic[] =>
    findings.map((finding) => toDiagnostic(document, finding, able.diagnostics))

  /** Sends diagnostics once the draft lies still. They are of the version that is sent along, whatever came between. */
  function publishSoon(uri: string): void {
    if (able.pullsDiagnostics) return
    clearTimeout(waiting.get(uri))
    waiting.set(
      uri,
      setTimeout(() => publish(uri).catch((error) => log(`publishing failed: ${describe(error)}`)), STILL),
    )
  }
  async function publish(uri: string): Promise<void> {
    await about(uri, undefined, undefined, (draft, checked) => {
      const { version } = draft.document
      connection.sendDiagnostics({ uri, version, diagnostics: diagnose(draft, checked) }).catch(() => {})
    })
  }

  function settingsChanged(): void {
    for (const uri of drafts.keys()) publishSoon(uri)
    if (able.pullsDiagnostics && able.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch?.(() => {})
  }

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
      openDraft(drafts, uri, languageId, version, text)
      publishSoon(uri)
    }),
  )
  connection.onDidChangeTextDocument(
    hear('didChange', ({ textDocument: { uri, version }, contentChanges }) => {
      const draft = drafts.get(uri)
      if (draft === undefined) return
      changeDraft(draft, version, contentChanges)
      publishSoon(uri)
    }),
  )
  connection.onDidCloseTextDocument(
    hear('didClose', ({ textDocument: { uri } }) => {
      drafts.delete(uri)
      clearTimeout(waiting.get(uri))
      waiting.delete(uri)
      if (!able.pullsDiagnostics) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {})
    }),
  )
  connection.onDidChangeConfiguration(
    hear('didChangeConfiguration', (change) => {
      settings.take(change?.settings)
      settingsChanged()
    }),
  )
  connection.onDidChangeWatchedFiles(
    hear('didChangeWatchedFiles', ({ changes }) => {
      if (!changes.some(({ uri }) => uri.endsWith(`/${PROJECT_FILE}`))) return
      settings.forget()
      settingsChanged()
    }),
  )
  connection.onInitialized(
    hear('initialized', () => {
      const { client, workspace } = connection
      const registered = [
        able.registersConfiguration && client.register(DidChangeConfigurationNotification.type, { section: 'saysWho' }),
        able.registersWatchers &&
          client.register(DidChangeWatchedFilesNotification.type, {
            watchers: [{ globPattern: `**/${PROJECT_FILE}` }],
          }),
      ]
      for (const registration of registered) if (registration) registration.catch(() => {})
      if (able.folderChanges)
        workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = removed.map(({ uri }) => uri)
          folders = [...folders.filter((folder) => !gone.includes(folder)), ...added.map(({ uri }) => uri)]
          settings.setFolders(folders)
          settingsChanged()
        })
    }),
  )

  connection.languages.diagnostics.on((params, token) =>
    kept('diagnostic', log, async () => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: await about(params.textDocument.uri, token, [], diagnose),
    })),
  )
  connection.onHover((params, token) =>
    kept('hover', log, () =>
      about(params.textDocument.uri, token, null, ({ document }, { reading, findings }) => {
        const known = hover(reading, findings, fromPosition(document, params.position))
        if (known === undefined) return null
        const contents = able.markdown
          ? { kind: MarkupKind.Markdown, value: renderMarkdown(known) }
          : { kind: MarkupKind.PlainText, value: renderPlain(known) }
        return { contents, range: toRange(document, known.span) }
      }),
    ),
  )
  connection.onDocumentSymbol((params, token) =>
    kept('documentSymbol', log, () =>
      about(params.textDocument.uri, token, [], ({ document }, { reading, findings }) => {
        const outline = symbols(reading, findings)
        return able.symbolTree ? toDocumentSymbols(document, outline) : toSymbolList(document, outline)
      }),
    ),
  )
  connection.onCodeAction((params, token) =>
    kept('codeAction', log, () =>
      about(params.textDocument.uri, token, [], ({ document, revision }, checked) =>
        codeActions(document, revision, checked, fromRange(document, params.range), params.context, able),
      ),
    ),
  )
  connection.onCodeActionResolve((action, token) =>
    kept('codeAction/resolve', log, () => {
      const { uri } = dataOf(action)
      return about(uri, token, undefined, ({ document, revision }, checked) =>
        resolved(action, document, revision, checked, able),
      ).then((found) => found ?? refused(action, able))
    }),
  )
}

/** The project file as the client reads it, which knows folders that are on no disk. */
const filesOfClient = (connection: Connection): Files => ({
  projectFile: (folder) =>
    connection
      .sendRequest<{ text?: string } | null>('saysWho/projectFile', { folder })
      .then((answer) => answer?.text)
      .catch(() => undefined),
})
