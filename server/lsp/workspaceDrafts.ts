import type { CancellationToken } from 'vscode-languageserver'
import { composed, decodeBibliography, type Live, type Reading } from '../core/index.ts'
import { canonical, isMarkdown } from '../project/paths.ts'
import { type Desk, readWhole } from './desk.ts'
import { closedDraft, type OpenDraft } from './documents.ts'
import { DraftText } from './draftText.ts'
import { goesOn, refuseIf } from './guard.ts'

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
  const found: WorkspaceDraft[] = []
  const take = async (draft: OpenDraft, isOpen: boolean): Promise<void> => {
    const { document } = draft
    await goesOn(token)
    const sources = await desk.libraries.of(draft, await desk.settings.of(document.uri))
    const means = sources.context.library.byKey.get(key)?.file
    if (means === undefined || canonical(means) !== canonical(file)) return
    await readWhole(desk, draft, () => {
      refuseIf(token)
      return true
    })
    found.push({ document, version: isOpen ? document.version : null, reading: composed(draft.live as Live) })
  }
  const seen = new Set([...desk.drafts.keys()].map(canonical))
  for (const draft of desk.drafts.values())
    if (draft.document.languageId === 'markdown' && draft.document.getText().includes(key)) await take(draft, true)
  for (const folder of desk.folders())
    for (const uri of await desk.files.drafts(folder)) {
      if (!isMarkdown(uri) || seen.has(canonical(uri))) continue
      seen.add(canonical(uri))
      const bytes = await desk.files.read(uri, folder)
      const text = bytes && decodeBibliography(bytes).text
      if (text?.includes(key)) await take(closedDraft(DraftText.create(uri, 'markdown', 0, text)), false)
    }
  return found
}
