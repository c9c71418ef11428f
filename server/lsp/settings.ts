import type { Connection } from 'vscode-languageserver'
import { PROJECT_FILE, type ProjectFile, type Settings } from '../core/index.ts'
import { folderOf } from '../project/paths.ts'
import { projectOf, settingsFor } from '../project/project.ts'
import type { Files } from './files.ts'
import { toProjectDiagnostic } from './toProtocol.ts'

/** The settings of drafts, remembered until something changes. */
export interface SettingsSource {
  /** The settings for a draft: the same object until `forget`. Never rejects. */
  of(uri: string): Promise<Settings>
  /** Asks the client and reads the project file anew from now on. */
  forget(): void
  /** Takes settings that the client sent by itself, where it cannot be asked. */
  take(sent: unknown): void
  /** Takes the folders of the workspace, by their addresses. */
  setFolders(folders: readonly string[]): void
}

/** Settings from the client (`saysWho`, for each draft) over those of the project file at the root of its folder. */
export function settingsSource(connection: Connection, files: Files, canAsk: boolean): SettingsSource {
  let settings = new Map<string, Promise<Settings>>()
  let projects = new Map<string, Promise<ProjectFile>>()
  let folders: readonly string[] = []
  let sent: unknown = {}

  const forget = (): void => {
    settings = new Map()
    projects = new Map()
  }
  const ask = (scopeUri: string): Promise<unknown> =>
    canAsk
      ? connection.workspace.getConfiguration({ scopeUri, section: 'saysWho' }).catch(() => ({}))
      : Promise.resolve(sent)
  const read = async (folder: string): Promise<ProjectFile> => {
    const project = projectOf(await files.projectFile(folder))
    const uri = `${folder}/${PROJECT_FILE}`
    connection.sendDiagnostics({ uri, diagnostics: project.problems.map(toProjectDiagnostic) }).catch(() => {})
    return project
  }
  const resolve = async (uri: string): Promise<Settings> => {
    const folder = folderOf(folders, uri)
    const [ofEditor, project] = await Promise.all([
      ask(uri),
      folder === undefined ? projectOf(undefined) : remembered(projects, folder, read),
    ])
    return settingsFor(project, folder && decoded(uri.slice(folder.length + 1)), objectIn(ofEditor))
  }
  return {
    of: (uri) => remembered(settings, uri, resolve),
    forget,
    take: (from) => {
      sent = memberOf(from, 'saysWho')
      forget()
    },
    setFolders: (now) => {
      folders = now
      forget()
    },
  }
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, work: (key: string) => Promise<T>): Promise<T> {
  const found = known.get(key) ?? work(key)
  known.set(key, found)
  return found
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

const objectIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
