import * as vscode from 'vscode'

/** An entry of a list, and what choosing it gives; one without a value tells something and cannot be chosen. */
export interface Entry<T> extends vscode.QuickPickItem {
  readonly value?: T
}

export interface LiveListOptions<T> {
  readonly title: string
  readonly placeholder: string
  /** How long to wait for the next keystroke before searching, in milliseconds. */
  readonly delay: number
  /** Gives the entries for what is typed, in the order in which they are to stand. */
  search(query: string, token: vscode.CancellationToken): Promise<Array<Entry<T>>>
}

/**
 * Shows a list that is searched anew at each keystroke, the search before it being cancelled. What is chosen with Enter is always of
 * what stands in the box, however fast it was typed. Gives undefined where nothing is chosen.
 */
export function pickLive<T>({ title, placeholder, delay, search }: LiveListOptions<T>): Promise<T | undefined> {
  const list = vscode.window.createQuickPick<Entry<T>>()
  list.title = title
  list.placeholder = placeholder
  keepOrder(list)
  return new Promise((resolve) => {
    let running = new vscode.CancellationTokenSource()
    let latest = Promise.resolve()

    const find = async (query: string, own: vscode.CancellationTokenSource): Promise<void> => {
      try {
        if (query !== '') await wait(delay)
        if (own.token.isCancellationRequested) return
        const entries = await search(query, own.token)
        if (!own.token.isCancellationRequested) list.items = entries.map((entry) => ({ ...entry, alwaysShow: true }))
      } catch {
        if (!own.token.isCancellationRequested) list.items = [{ label: FAILED, alwaysShow: true }]
      } finally {
        if (own === running) list.busy = false
      }
    }
    const begin = (query: string): void => {
      running.cancel()
      running = new vscode.CancellationTokenSource()
      list.busy = true
      latest = find(query, running)
    }
    const accept = async (): Promise<void> => {
      const ready = list.busy ? undefined : list.activeItems[0]
      while (list.busy) await latest
      const chosen = ready ?? list.items.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator)
      if (chosen?.value === undefined) return
      resolve(chosen.value)
      list.hide()
    }
    list.onDidChangeValue(begin)
    list.onDidAccept(accept)
    list.onDidHide(() => {
      running.cancel()
      resolve(undefined)
      list.dispose()
    })
    begin('')
    list.show()
  })
}

const FAILED = 'Says Who does not answer; the command “Says Who: Restart Server” starts it again.'

/** The editor sorts what it lists by how well the labels fit, unless it is told not to, for which its types have no name yet. */
const keepOrder = (list: object): void => {
  ;(list as { sortByLabel?: boolean }).sortByLabel = false
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Words of a file for a label, in which `$(name)` would be an icon. */
export const plain = (words: string): string => words.replaceAll('$(', '\\$(')
