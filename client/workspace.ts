import * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  type DiagnosticProviderMiddleware,
  WorkDoneProgress,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageclient'

/** How long after a draft was closed a change on the disk is taken for its own saving, in milliseconds. */
const SAVING = 5000

/** The findings of drafts that are not open, in a list of their own beside that of the open ones. */
export interface ClosedDrafts extends vscode.Disposable {
  /** Remembers what is found in drafts that are open, for when they are closed. */
  readonly middleware: DiagnosticProviderMiddleware
  /** Finds what is in all drafts of the workspace, in a notice that can be cancelled. Gives how many findings are in how many drafts. */
  check(client: BaseLanguageClient): Promise<{ findings: number; drafts: number } | undefined>
  clear(): void
}

/** The files that a tab shows. */
function addressesOf({ input }: vscode.Tab): vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri]
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : []
}

const isShown = (uri: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some((tab) => addressesOf(tab).some((one) => one.toString() === uri.toString())),
  )

/** Keeps the findings of closed drafts that somebody has asked for, until they ask for them to go. */
export function closedDrafts(): ClosedDrafts {
  const list = vscode.languages.createDiagnosticCollection('says-who-workspace')
  const listed = new Set<string>()
  // what was found last in drafts that the editor holds, in a tab or, for a while after it was closed, in none
  const held = new Map<string, { uri: vscode.Uri; diagnostics: readonly vscode.Diagnostic[] }>()
  const closed = new Map<string, number>()
  let runs = 0

  const clear = (): void => {
    listed.clear()
    list.clear()
  }
  const put = (uri: vscode.Uri, diagnostics: readonly vscode.Diagnostic[]): void => {
    listed.add(uri.toString())
    if (!isShown(uri)) list.set(uri, diagnostics)
  }
  const forget = (uri: vscode.Uri): void => {
    if (Date.now() - (closed.get(uri.toString()) ?? 0) < SAVING) return
    listed.delete(uri.toString())
    list.delete(uri)
  }
  const watcher = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown,qmd,txt}', true)
  const listeners = [
    watcher.onDidChange((uri) => isShown(uri) || forget(uri)),
    watcher.onDidDelete((uri) => {
      listed.delete(uri.toString())
      list.delete(uri)
    }),
    vscode.window.tabGroups.onDidChangeTabs((tabs) => {
      // the list of the open ones has them from now on
      for (const uri of tabs.opened.flatMap(addressesOf)) list.delete(uri)
      for (const { tab, uri } of tabs.closed.flatMap((tab) => addressesOf(tab).map((uri) => ({ tab, uri })))) {
        const known = held.get(uri.toString())
        if (tab.isDirty || known === undefined || !listed.has(uri.toString()) || isShown(uri)) continue
        closed.set(uri.toString(), Date.now())
        list.set(uri, known.diagnostics)
      }
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => held.delete(uri.toString())),
  ]

  return {
    middleware: {
      async provideDiagnostics(document, previousResultId, token, next) {
        const report = await next(document, previousResultId, token)
        const uri = 'uri' in document ? document.uri : document
        if (report && 'items' in report) held.set(uri.toString(), { uri, diagnostics: report.items })
        return report
      },
    },
    async check(client) {
      const run = `saysWho.checkWorkspace.${++runs}`
      const options = {
        location: vscode.ProgressLocation.Notification,
        title: 'Says Who: checking all drafts',
        cancellable: true,
      }
      return vscode.window.withProgress(options, async (progress, token) => {
        clear()
        const waiting: Promise<void>[] = []
        let [findings, drafts] = [0, 0]
        const take = async ({ items }: WorkspaceDiagnosticReportPartialResult): Promise<void> => {
          for (const item of items) {
            if (item.kind !== 'full') continue
            drafts++
            findings += item.items.length
            const diagnostics = await client.protocol2CodeConverter.asDiagnostics(item.items)
            if (item.items.length > 0) put(client.protocol2CodeConverter.asUri(item.uri), diagnostics)
          }
        }
        let done = 0
        const hearing = [
          client.onProgress(WorkspaceDiagnosticRequest.partialResult, run, (part) => void waiting.push(take(part))),
          client.onProgress(WorkDoneProgress.type, `${run}.work`, (work) => {
            if (work.kind !== 'report') return
            progress.report({ message: String(work.message ?? ''), increment: (work.percentage ?? done) - done })
            done = work.percentage ?? done
          }),
        ]
        try {
          const tokens = { partialResultToken: run, workDoneToken: `${run}.work` }
          await client.sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], ...tokens }, token)
          await Promise.all(waiting)
          for (const { uri, diagnostics } of held.values()) {
            if (isShown(uri) || !vscode.workspace.getWorkspaceFolder(uri)) continue
            put(uri, diagnostics)
            drafts++
            findings += diagnostics.length
          }
          return { findings, drafts }
        } catch (error) {
          if (token.isCancellationRequested) return undefined
          throw error
        } finally {
          for (const one of hearing) one.dispose()
        }
      })
    },
    clear,
    dispose: () => vscode.Disposable.from(list, watcher, ...listeners).dispose(),
  }
}
