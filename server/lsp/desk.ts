import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { type Settings, summary } from '../core/index.ts'
import type { Abilities } from './abilities.ts'
import type { Bibliographies } from './bibliographies.ts'
import { type Checked, checkedBy, type Drafts, type OpenDraft } from './documents.ts'
import type { Files } from './files.ts'
import { kept } from './guard.ts'
import type { Libraries, Sources } from './libraries.ts'
import type { SettingsSource } from './settings.ts'
import type { Mail } from './turn.ts'

/** All that the handlers of requests work with. */
export interface Desk {
  readonly connection: Connection
  readonly able: Abilities
  readonly drafts: Drafts
  readonly files: Files
  readonly settings: SettingsSource
  readonly bibliographies: Bibliographies
  readonly libraries: Libraries
  /** The folders of the workspace, by their addresses. */
  folders(): readonly string[]
  readonly log: (line: string) => void
  /** Waits until the messages that have come so far are heard. */
  readonly quiet: Mail['quiet']
}

/**
 * Gives `use` the draft as it is once the messages that wait have been heard and its settings and its sources are known; `nothing`
 * where no such draft is open.
 */
export async function about<T>(
  { connection, able, drafts, settings, libraries, quiet }: Desk,
  uri: string,
  cancelled: CancellationToken | undefined,
  nothing: T,
  use: (draft: OpenDraft, checked: Checked) => T | Promise<T>,
): Promise<T> {
  await quiet()
  let own: Settings | undefined
  let sources: Sources | undefined
  for (let draft = drafts.get(uri); draft !== undefined; draft = drafts.get(uri)) {
    const { revision } = draft
    own = await settings.of(uri)
    sources = await libraries.of(draft, own)
    // what comes while the sources are read makes them those of another text, or of other settings
    const isSame = (await settings.of(uri)) === own
    if (isSame && drafts.get(uri) === draft && draft.revision === revision) break
  }
  if (cancelled?.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client cancelled the request.')
  const draft = drafts.get(uri)
  if (draft === undefined || own === undefined || sources === undefined) return nothing
  const checked = checkedBy(draft, own, sources)
  if (checked.fresh && able.takesStatus) {
    const { version } = draft.document
    const status = { uri, version, ...summary(checked.claims, checked.findings) }
    connection.sendNotification('saysWho/status', status).catch(() => {})
  }
  return use(draft, checked)
}

/** Answers a request about a draft, so that a failure is logged without a word of the draft. */
export const answering =
  <P extends { textDocument: { uri: string } }, T>(
    desk: Desk,
    method: string,
    nothing: T,
    use: (params: P, draft: OpenDraft, checked: Checked) => T | Promise<T>,
  ) =>
  (params: P, token?: CancellationToken): Promise<T> =>
    kept(method, desk.log, () =>
      about(desk, params.textDocument.uri, token, nothing, (draft, checked) => use(params, draft, checked)),
    )
