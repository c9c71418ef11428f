import type { Connection, TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import {
  type Bibliography,
  bibliographyKind,
  checkReferences,
  decodeBibliography,
  parseBibliography,
  type Settings,
} from '../core/index.ts'
import { canonical } from '../project/paths.ts'
import type { Files } from './files.ts'
import { type DiagnosticAbilities, inside, toDiagnostic } from './toProtocol.ts'

/** A bibliography that has been read, with its lines. */
export interface OpenBibliography {
  readonly bibliography: Bibliography
  readonly document: TextDocument
  /** The version that is open in the editor; null where the file on the disk was read. */
  readonly version: number | null
}

/** The bibliographies that drafts name, read once until they change. */
export interface Bibliographies {
  /** Reads one, the text in the editor before the one on the disk; undefined where there is none. Never rejects. */
  of(uri: string, folder: string): Promise<OpenBibliography | undefined>
  /** The one at an address, if it has been read. */
  known(uri: string): Promise<OpenBibliography | undefined>
  all(): Promise<OpenBibliography[]>
  /** Takes a text that is open in the editor. */
  open(document: TextDocument): void
  /** Takes changes of a text that is open; gives whether it is. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): boolean
  /** Goes back to the file on the disk. */
  close(uri: string): void
  /** Forgets what was read of a file; gives whether anything was. */
  forget(uri: string): boolean
  /** Says again what is wrong in each, as when settings have changed. */
  publish(): void
}

/**
 * Keeps bibliographies, and sends what is wrong in them as diagnostics of their own.
 *
 * @param firstRead told of each file when it is first read
 */
export function bibliographies(
  connection: Connection,
  files: Files,
  settingsOf: (uri: string) => Promise<Settings>,
  able: DiagnosticAbilities,
  firstRead: (uri: string) => void,
): Bibliographies {
  const read = new Map<string, Promise<OpenBibliography | undefined>>()
  const edited = new Map<string, TextDocument>()
  const seen = new Set<string>()

  const load = async (uri: string, folder: string): Promise<OpenBibliography | undefined> => {
    const kind = bibliographyKind(uri)
    if (kind === undefined) return undefined
    const own = edited.get(canonical(uri))
    const bytes = own === undefined ? await files.read(uri, folder) : undefined
    if (own === undefined && bytes === undefined) return undefined
    const text = own?.getText() ?? decodeBibliography(bytes ?? new Uint8Array()).text
    const document = own ?? TextDocument.create(uri, kind, 0, text)
    return { bibliography: parseBibliography(text, kind, uri), document, version: own?.version ?? null }
  }
  const publish = async (uri: string, reading: Promise<OpenBibliography | undefined>): Promise<void> => {
    const found = await reading
    const settings = await settingsOf(uri)
    if (read.get(canonical(uri)) !== reading) return
    const findings = found === undefined ? [] : checkReferences(found.bibliography, settings)
    const diagnostics = found === undefined ? [] : findings.map((one) => toDiagnostic(found.document, one, able))
    await connection.sendDiagnostics({ uri, diagnostics })
  }
  const of = (uri: string, folder: string): Promise<OpenBibliography | undefined> => {
    const name = canonical(uri)
    const known = read.get(name)
    if (known !== undefined) return known
    if (!seen.has(name)) firstRead(uri)
    seen.add(name)
    const reading = load(uri, folder).catch(() => undefined)
    read.set(name, reading)
    publish(uri, reading).catch(() => {})
    return reading
  }
  const forget = (uri: string): boolean => {
    read.delete(canonical(uri))
    return seen.has(canonical(uri))
  }
  return {
    of,
    known: async (uri) => read.get(canonical(uri)),
    all: async () => (await Promise.all(read.values())).filter((one) => one !== undefined),
    open: (document) => {
      edited.set(canonical(document.uri), document)
      forget(document.uri)
    },
    change: (uri, version, changes) => {
      const document = edited.get(canonical(uri))
      if (document === undefined) return false
      // A new document each time, because the one that was read must stay as it was.
      let now = TextDocument.create(uri, document.languageId, version, document.getText())
      for (const change of changes) now = TextDocument.update(now, [inside(now, change)], version)
      edited.set(canonical(uri), now)
      forget(uri)
      return true
    },
    close: (uri) => {
      edited.delete(canonical(uri))
      forget(uri)
    },
    forget,
    publish: () => {
      for (const reading of read.values())
        reading.then((one) => one && publish(one.document.uri, reading)).catch(() => {})
    },
  }
}
