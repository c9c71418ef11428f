import type { CancellationToken } from 'vscode-languageserver'
import { composed, decodeBibliography, type Live, type Reading } from '../core/index.ts'
import { canonical, isMarkdown } from '../project/paths.ts'
import { type Desk, readWhole } from './desk.ts'
import { closedDraft, isRead, type OpenDraft } from './documents.ts'
import { DraftText } from './draftText.ts'
import { goesOn, unlessCancelled } from './guard.ts'

/** A draft of the workspace, open or not. */
export interface WorkspaceDraft {
  readonly document: DraftText
  /** The version that is open; null for a file on the disk. */
  readonly version: number | null
  readonly reading: Reading
}

/**
 * The drafts in Markdown, open and closed, that can cite an entry: its key stands in them, and it is the one that the key means
 * there. Closed ones are read from the disk each time. Rejects once the request is cancelled, at the next draft.
 *
 * @param file the bibliography of the entry
 */
export async function draftsWith(
  desk: Desk,
  key: string,
  file: string,
  token: CancellationToken | undefined,
): Promise<WorkspaceDraft[]> {
  const cites = async (draft: OpenDraft): Promise<boolean> => {
    await goesOn(token)
    const sources = await desk.libraries.of(draft, await desk.settings.of(draft.document.uri))
    const means = sources.context.library.byKey.get(key)?.file
    if (means === undefined || canonical(means) !== canonical(file)) return false
    await readWhole(desk, draft, unlessCancelled(token))
    return true
  }
  const closed: WorkspaceDraft[] = []
  const seen = new Set([...desk.drafts.keys()].map(canonical))
  for (const folder of desk.folders())
    for (const uri of await desk.files.drafts(folder)) {
      if (!isMarkdown(uri) || seen.has(canonical(uri))) continue
      seen.add(canonical(uri))
      const bytes = await desk.files.read(uri, folder)
      const text = bytes && decodeBibliography(bytes).text
      if (!text?.includes(key)) continue
      const draft = closedDraft(DraftText.create(uri, 'markdown', 0, text))
      if (await cites(draft)) closed.push(known(draft, null))
    }
  // those that are open come last, and again where one was changed meanwhile, so that all are as they are now
  for (;;) {
    const open: { draft: OpenDraft; revision: number }[] = []
    for (const draft of desk.drafts.values())
      if (draft.document.languageId === 'markdown' && draft.document.getText().includes(key) && (await cites(draft)))
        open.push({ draft, revision: draft.revision })
    if (open.every(({ draft, revision }) => draft.revision === revision && isRead(draft)))
      return [...open.map(({ draft }) => known(draft, draft.document.version)), ...closed]
  }
}

const known = (draft: OpenDraft, version: number | null): WorkspaceDraft => ({
  document: draft.document,
  version,
  reading: composed(draft.live as Live),
})
