import type { CancellationToken, Connection } from 'vscode-languageserver'
import { type Settings, summary } from '../core/index.ts'
import type { Abilities } from './abilities.ts'
import type { Bibliographies } from './bibliographies.ts'
import { type Checked, checkedBy, type Drafts, isRead, type OpenDraft, readOn } from './documents.ts'
import type { Files } from './files.ts'
import { kept, refuseIf } from './guard.ts'
import type { Libraries, Sources } from './libraries.ts'
import type { SettingsSource } from './settings.ts'
import type { Mail, OneByOne } from './turn.ts'

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
  /** Reads a slice of a draft when no other is being read. */
  readonly slice: OneByOne
}

/** How much of a draft a request needs: all of it, what is read so far, or that with findings that may be of less. */
type Extent = 'whole' | 'so far' | 'at hand'

/**
 * Gives `use` the draft as it is once the messages that wait have been heard and its settings and its sources are known; `nothing`
 * where no such draft is open.
 *
 * @param extent how much of a long draft is to be read first
 */
export async function about<T>(
  desk: Desk,
  uri: string,
  cancelled: CancellationToken | undefined,
  nothing: T,
  extent: Extent,
  use: (draft: OpenDraft, checked: Checked) => T | Promise<T>,
): Promise<T> {
  const { connection, able, drafts, settings, libraries, quiet } = desk
  await quiet()
  const isWanted = (draft: OpenDraft) => () => {
    refuseIf(cancelled)
    return drafts.get(uri) === draft
  }
  let own: Settings | undefined
  let sources: Sources | undefined
  for (let draft = drafts.get(uri); draft !== undefined; draft = drafts.get(uri)) {
    if (extent === 'whole') await readWhole(desk, draft, isWanted(draft))
    const { revision } = draft
    own = await settings.of(uri)
    sources = await libraries.of(draft, own)
    // what comes while the sources are read makes them those of another text, or of other settings
    const isSame = (await settings.of(uri)) === own
    if (isSame && drafts.get(uri) === draft && draft.revision === revision) break
  }
  refuseIf(cancelled)
  const draft = drafts.get(uri)
  if (draft === undefined || own === undefined || sources === undefined) return nothing
  const checked = checkedBy(draft, own, sources, extent === 'at hand')
  if (checked.fresh && able.takesStatus) {
    const { version } = draft.document
    const status = { uri, version, ...summary(checked.claims, checked.findings) }
    connection.sendNotification('saysWho/status', status).catch(() => {})
  }
  return use(draft, checked)
}

/**
 * Reads a draft to its end, slice by slice, while messages are heard and answered in between.
 *
 * @param isWanted asked before each slice whether to go on; what it throws comes out
 */
export async function readWhole(
  { slice }: Pick<Desk, 'slice'>,
  draft: OpenDraft,
  isWanted: () => boolean,
): Promise<void> {
  while (isWanted() && !isRead(draft)) await slice(() => readOn(draft))
}

/** Answers a request about a draft, so that a failure is logged without a word of the draft. */
export const answering =
  <P extends { textDocument: { uri: string } }, T>(
    desk: Desk,
    method: string,
    nothing: T,
    extent: Extent,
    use: (params: P, draft: OpenDraft, checked: Checked) => T | Promise<T>,
  ) =>
  (params: P, token?: CancellationToken): Promise<T> =>
    kept(method, desk.log, () =>
      about(desk, params.textDocument.uri, token, nothing, extent, (draft, checked) => use(params, draft, checked)),
    )
