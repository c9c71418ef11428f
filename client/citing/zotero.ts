import type { BaseLanguageClient } from 'vscode-languageclient'
import { type Entry, pickLive, plain } from './liveList.ts'
import { askFor, type Found, messageOf } from './lookUp.ts'

/** The parts of an item that tell it from others. */
interface Telling {
  readonly title?: string
  readonly containerTitle?: string
  readonly publisher?: string
  readonly author?: ReadonlyArray<{ readonly family?: string; readonly literal?: string }>
  readonly issued?: { readonly year?: number }
}

/** How long somebody pauses before Zotero is asked, in milliseconds. */
const PAUSE = 200

/** Lists what Zotero on this computer has for what is typed. */
export const chooseFromZotero = (client: BaseLanguageClient): Promise<Found | undefined> =>
  pickLive<Found>({
    title: 'Cite from Zotero',
    placeholder: 'Author, title or year',
    delay: PAUSE,
    search: async (query, token) => {
      if (query.trim() === '') return [{ label: 'Type what you look for.' }]
      try {
        const found = await askFor(client, 'zotero', query, token)
        return found.length === 0 ? [{ label: 'Zotero has nothing that fits.' }] : found.map(entryOf)
      } catch (error) {
        return [{ label: messageOf(error) }]
      }
    },
  })

function entryOf(found: Found): Entry<Found> {
  const { title, containerTitle, publisher, author = [], issued } = found.item as Telling
  const names = author.map(({ family, literal }) => family ?? literal ?? '').filter((name) => name !== '')
  const who = names.length > 2 ? `${names[0]} et al.` : names.join(' and ')
  const parts = [title, containerTitle ?? publisher].filter((part) => part !== undefined)
  const label = [who, issued?.year].filter((part) => part !== '' && part !== undefined).join(', ')
  return { label: plain(label || (title ?? 'Untitled')), detail: plain(parts.join(', ')), value: found }
}
