import { PassThrough } from 'node:stream'
import {
  type CodeAction,
  CodeActionKind,
  CodeActionRequest,
  CodeActionResolveRequest,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node'
import type { Transport } from '../../server/lookup/transport.ts'
import type { Files } from '../../server/lsp/files.ts'
import { guarded } from '../../server/lsp/guard.ts'
import { serve } from '../../server/lsp/serve.ts'
import { mail } from '../../server/lsp/turn.ts'

export const URI = 'file:///desk/draft.md'
export const FOLDER = 'file:///desk'

/** A client that talks to a server in this process. */
export interface Session {
  readonly client: ProtocolConnection
  readonly answer: InitializeResult
  /** What was published, in order. */
  readonly published: PublishDiagnosticsParams[]
  /** What the server wrote into its log. */
  readonly logged: string[]
  /** What the client says when it is asked for `saysWho`. */
  configuration: unknown
  /** The project files by their folders. */
  readonly projectFiles: Map<string, string>
  /** The other files of the workspace by their addresses. */
  readonly disk: Map<string, string>
  open(text: string, languageId?: string, uri?: string): Promise<void>
  change(version: number, ...changes: TextDocumentContentChangeEvent[]): Promise<void>
  close(): Promise<void>
  diagnostics(uri?: string): Promise<Diagnostic[]>
  actions(range: Range, only?: string[]): Promise<CodeAction[]>
  resolve(action: CodeAction): Promise<CodeAction>
  end(): void
}

/** No network: whoever uses it fails. */
export const noNetwork: Transport = {
  reachesLoopback: true,
  send: ({ url }) => Promise.reject(new Error(`a connection to ${url.host} was asked for`)),
}

/** A connected client and server before `initialize`. */
export function connect(
  projectFiles = new Map<string, string>(),
  disk: ReadonlyMap<string, string> = new Map(),
  transport = noNetwork,
  files?: Files,
): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()]
  const writer = new StreamMessageWriter(down)
  const { came, quiet } = mail()
  const server = createConnection(guarded(new StreamMessageReader(up), writer, came), writer)
  const own: Files = {
    projectFile: (folder) => Promise.resolve(projectFiles.get(folder)),
    canRead: () => true,
    read: async (uri) => (disk.has(uri) ? new TextEncoder().encode(disk.get(uri)) : undefined),
    drafts: async () => [...disk.keys()].filter((uri) => /\.(?:md|txt)$/.test(uri)),
  }
  serve(server, files ?? own, transport, '1.2.3', quiet)
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up))
  client.listen()
  return client
}

/** What a client as able as VS Code says of itself. */
export const able: InitializeParams['capabilities'] = {
  workspace: {
    configuration: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
    diagnostics: { refreshSupport: true },
    workspaceFolders: true,
  },
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, tagSupport: { valueSet: [1, 2] } },
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      resolveSupport: { properties: ['edit', 'command'] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [CodeActionKind.QuickFix] } },
    },
  },
}

/** A session after `initialize`, with these capabilities and options, and with these files in the place of its own. */
export async function begin(
  capabilities: InitializeParams['capabilities'] = able,
  initializationOptions: object = { placeCaret: true, status: true },
  transport = noNetwork,
  files?: Files,
): Promise<Session> {
  const projectFiles = new Map<string, string>()
  const disk = new Map<string, string>()
  const client = connect(projectFiles, disk, transport, files)
  const published: PublishDiagnosticsParams[] = []
  const logged: string[] = []
  client.onNotification(PublishDiagnosticsNotification.type, (params) => void published.push(params))
  client.onNotification('window/logMessage', ({ message }) => void logged.push(message))
  const answer = await client.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities,
    workspaceFolders: [{ uri: FOLDER, name: 'desk' }],
    initializationOptions,
  })
  const session: Session = {
    client,
    answer,
    published,
    logged,
    configuration: {},
    projectFiles,
    disk,
    open: (text, languageId = 'markdown', uri = URI) =>
      client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (version, ...contentChanges) =>
      client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri: URI, version },
        contentChanges,
      }),
    close: () => client.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: URI } }),
    diagnostics: async (uri = URI) => {
      const report: DocumentDiagnosticReport = await client.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
      })
      return report.kind === 'full' ? report.items : []
    },
    actions: async (range, only) => {
      const found = await client.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: URI },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      })
      return (found ?? []) as CodeAction[]
    },
    resolve: (action) => client.sendRequest(CodeActionResolveRequest.type, action),
    end: () => client.dispose(),
  }
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => session.configuration))
  await client.sendNotification(InitializedNotification.type, {})
  return session
}

/** Waits until `look` gives something. Throws after two seconds, naming what was waited for. */
export async function until<T>(what: string, look: () => T): Promise<NonNullable<T>> {
  for (const end = Date.now() + 2000; ; ) {
    const seen = look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
