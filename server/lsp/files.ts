import type { Connection } from 'vscode-languageserver'

/** How the server gets at files that are not open, by their addresses. Nothing of it ever rejects. */
export interface Files {
  /** The text of the project file in a folder; undefined where there is none. */
  projectFile(folder: string): Promise<string | undefined>
  /** Whether files of this address can be read at all, so that one that is not there is known to be missing. */
  canRead(uri: string): boolean
  /** The bytes of a regular file that lies within a folder, links followed; undefined where there is none or it is too large. */
  read(uri: string, folder: string): Promise<Uint8Array | undefined>
  /** The addresses of the drafts below a folder. */
  drafts(folder: string): Promise<string[]>
}

/** Files as the server can read them, and those on no disk as the client does, as far as it offers to. */
export const filesOfClient = (
  connection: Connection,
  files: Files,
  reads: { project: boolean; all: boolean },
): Files => {
  const ask = <T>(method: string, params: object): Promise<T | undefined> =>
    connection
      .sendRequest<T | null>(method, params)
      .then((answer) => answer ?? undefined)
      .catch(() => undefined)
  return {
    projectFile: reads.project
      ? (folder) => ask<{ text?: string }>('saysWho/projectFile', { folder }).then((answer) => answer?.text)
      : files.projectFile,
    canRead: reads.all ? () => true : files.canRead,
    read: (uri, folder) =>
      reads.all && !files.canRead(uri)
        ? ask<{ base64?: string }>('saysWho/readFile', { uri, folder }).then((answer) => bytesOf(answer?.base64))
        : files.read(uri, folder),
    drafts: (folder) =>
      reads.all && !files.canRead(folder)
        ? ask<{ uris?: string[] }>('saysWho/drafts', { folder }).then((answer) => answer?.uris ?? [])
        : files.drafts(folder),
  }
}

function bytesOf(base64: unknown): Uint8Array | undefined {
  if (typeof base64 !== 'string') return undefined
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
  } catch {
    return undefined
  }
}

/** No file at all: a worker has no disk. */
export const noFiles: Files = {
  projectFile: () => Promise.resolve(undefined),
  canRead: () => false,
  read: () => Promise.resolve(undefined),
  drafts: () => Promise.resolve([]),
}
