import { appendFileSync, readFileSync } from 'node:fs'
import {
  createConnection,
  DidChangeTextDocumentNotification,
  type DidChangeTextDocumentParams,
  DidOpenTextDocumentNotification,
  type DidOpenTextDocumentParams,
  type Message,
  type MessageReader,
  type MessageWriter,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { DraftText } from '../../server/lsp/draftText.ts'
import { guarded } from '../../server/lsp/guard.ts'
import { nodeFiles } from '../../server/lsp/nodeFiles.ts'
import { serve } from '../../server/lsp/serve.ts'
import { mail } from '../../server/lsp/turn.ts'
import { noNetwork } from '../protocol/session.ts'
import { NaiveText } from './naiveText.ts'

/**
 * The server as an editor starts it, with somebody who listens. To what the product answers it adds one request, by which the
 * editor asks for the text to be compared: `witness/look` with a file into which it has written its buffer. What it saw it
 * writes into the file that WITNESS names, one JSON object a line; the test judges.
 */
const record = (seen: object): void => appendFileSync(process.env.WITNESS ?? '', `${JSON.stringify(seen)}\n`)

/** A message of any kind. */
type Parts = { id?: unknown; method?: string; params?: unknown; error?: { code: number } }

/** The naive text of each draft, and the one that the server keeps of it. */
const texts = new Map<string, NaiveText>()
const documents = new Map<string, DraftText>()

/** The version of the draft that was heard last, and the one whose diagnostics were sent last. */
const version = { heard: 0, sent: -1 }

const { create } = DraftText
DraftText.create = (uri, ...rest) => {
  const document = create(uri, ...rest)
  if (texts.has(uri)) documents.set(uri, document)
  return document
}

function hearing(reader: MessageReader): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (hear) =>
      reader.listen((message) => {
        const { method, params } = message as Parts
        if (method === DidOpenTextDocumentNotification.method) {
          const { textDocument } = params as DidOpenTextDocumentParams
          texts.set(textDocument.uri, new NaiveText(textDocument.text))
        }
        if (method === DidChangeTextDocumentNotification.method) {
          const { textDocument, contentChanges } = params as DidChangeTextDocumentParams
          texts.get(textDocument.uri)?.apply(contentChanges)
          version.heard = textDocument.version
          record({ changed: contentChanges.length, whole: contentChanges.some((change) => !('range' in change)) })
        }
        if (method === '$/cancelRequest') record({ cancelled: (params as { id: unknown }).id })
        hear(message)
      }),
  }
}

function writing(writer: MessageWriter): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    end: () => writer.end(),
    dispose: () => writer.dispose(),
    write: (message: Message) => {
      const { id, method, params, error } = message as Parts
      if (method === undefined) record({ answered: id, error: error?.code })
      if (method === PublishDiagnosticsNotification.method)
        version.sent = (params as PublishDiagnosticsParams).version ?? version.sent
      return writer.write(message)
    },
  }
}

const writer = writing(new StreamMessageWriter(process.stdout))
const { came, quiet } = mail()
const connection = createConnection(guarded(hearing(new StreamMessageReader(process.stdin)), writer, came), writer)
connection.onRequest('witness/look', ({ uri, file }: { uri: string; file: string }) => {
  const buffer = readFileSync(file, 'utf8')
  record({ look: true, naive: texts.get(uri)?.text === buffer, server: documents.get(uri)?.getText() === buffer })
  return { settled: version.sent === version.heard }
})
serve(connection, nodeFiles, noNetwork, '1.2.3', quiet)
