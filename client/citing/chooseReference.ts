import * as vscode from 'vscode'
import { type Address, addressIn } from './address.ts'
import { type Entry, pickLive, plain } from './liveList.ts'
import type { Asking, Place, ReferenceItem, ReferenceName } from './requests.ts'

/** What somebody chose to cite. */
export type Choice =
  | { readonly kind: 'reference'; readonly name: ReferenceName }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'ask-address' | 'clipboard' | 'zotero' }
  | { readonly kind: 'new'; readonly title: string }

/** Which ways to a new reference are offered. */
export interface Ways {
  readonly allowed: readonly unknown[]
  readonly clipboard: Clipboard
}

/** What is on the clipboard: an address, nothing of use, or not known before it is asked for. */
type Clipboard = Address | 'nothing' | 'unknown'

const LONGEST_QUOTE = 60

/** Lists the references that can be cited at a place, best first, and the ways to a new one. */
export function chooseReference(ask: Asking, place: Place, title: string, ways?: Ways): Promise<Choice | undefined> {
  return pickLive<Choice>({
    title,
    placeholder: 'Author, title, year, outlet or key',
    delay: 0,
    search: async (query, token) => {
      const found = await ask.references(place, query, token)
      const fitting = entriesOf(found.filter(({ isMatch }) => isMatch))
      const others = entriesOf(found.filter(({ isMatch }) => !isMatch))
      return [
        ...typedAddress(query, ways),
        ...headed('fits this claim', fitting),
        ...headed(fitting.length > 0 ? 'other references' : 'references', others),
        ...(ways === undefined ? nothing(found) : headed('another source', waysTo(ways, query, found.length === 0))),
      ]
    },
  })
}

/** A title that says for which words something is cited. */
export function titleFor({ document, range }: Place): string {
  const words = document.getText(range).replace(/\s+/g, ' ').trim()
  if (words === '') return 'Cite a Reference'
  return `Cite a Reference for “${words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).trimEnd()}…` : words}”`
}

/** What is on the clipboard. A browser would ask the person for leave to read it, so there it is read once it is chosen. */
export async function lookAtClipboard(): Promise<Clipboard> {
  return vscode.env.uiKind === vscode.UIKind.Web ? 'unknown' : ((await clipboardAddress()) ?? 'nothing')
}

/** The address on the clipboard; undefined where there is none. */
export async function clipboardAddress(): Promise<Address | undefined> {
  try {
    return addressIn(await vscode.env.clipboard.readText())
  } catch {
    return undefined
  }
}

const entriesOf = (found: readonly ReferenceItem[]): Array<Entry<Choice>> =>
  found.map(({ name, short, where, text }) => ({
    label: plain(short),
    description: plain(where),
    detail: plain(text),
    value: { kind: 'reference', name },
  }))

const headed = (label: string, entries: Array<Entry<Choice>>): Array<Entry<Choice>> =>
  entries.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...entries]

const nothing = (found: readonly ReferenceItem[]): Array<Entry<Choice>> =>
  found.length > 0 ? [] : [{ label: 'No reference fits.' }]

function typedAddress(query: string, ways: Ways | undefined): Array<Entry<Choice>> {
  const address = ways && addressIn(query)
  if (address === undefined) return []
  return [{ label: `$(link) Cite ${address.text}`, value: { kind: 'address', address } }]
}

function waysTo({ allowed, clipboard }: Ways, query: string, isEmpty: boolean): Array<Entry<Choice>> {
  const address: Entry<Choice> = { label: '$(link) Paste a URL or DOI…', value: { kind: 'ask-address' } }
  const fresh: Entry<Choice> = {
    label: '$(add) New reference…',
    value: { kind: 'new', title: isEmpty && addressIn(query) === undefined ? query.trim() : '' },
  }
  const pasted: Array<Entry<Choice>> =
    clipboard === 'nothing'
      ? []
      : [
          {
            label: '$(clippy) From the clipboard',
            ...(clipboard !== 'unknown' && { description: clipboard.text }),
            value: { kind: 'clipboard' },
          },
        ]
  const zotero: Array<Entry<Choice>> = allowed.includes('zotero')
    ? [{ label: '$(library) From Zotero…', value: { kind: 'zotero' } }]
    : []
  // words that no reference has are most likely the title of a new one
  return isEmpty && query.trim() !== ''
    ? [fresh, address, ...pasted, ...zotero]
    : [address, fresh, ...pasted, ...zotero]
}
