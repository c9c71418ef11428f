import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import { decodeDraft } from '../project/decode.ts'
import { fingerprint } from '../project/fingerprint.ts'
import { canonical, isMarkdown } from '../project/paths.ts'
import { silent } from '../project/project.ts'
import { type Desk, readWhole } from './desk.ts'
import { checkedBy, closedDraft } from './documents.ts'
import { DraftText } from './draftText.ts'
import { kept, refuseIf, unlessCancelled } from './guard.ts'
import { toDiagnostics, toProjectDiagnostic } from './toProtocol.ts'

/** A file that is longer is no draft, in bytes. */
const LONGEST = 10_000_000
/** How many findings of closed drafts are given in all; a list that is longer is nobody's work. */
const MOST = 10_000

const STOPPED: Diagnostic = {
  ...toProjectDiagnostic(
    `Says Who lists the first ${MOST.toLocaleString('en')} findings of the workspace, and has looked no further; settle some, or exclude files in .says-who.json.`,
  ),
  severity: DiagnosticSeverity.Information,
}

/** What was answered last about a draft, and on what that rests. */
interface Answer {
  readonly id: string
  readonly parts: readonly unknown[]
  readonly count: number
}

/**
 * Answers what is found in the drafts of the workspace that are not open, one after the other; messages are heard in between,
 * and in the midst of a long draft. Neither a text nor its findings are kept.
 */
export function answerWorkspaceDiagnostics(desk: Desk): void {
  const { connection, able, drafts, files, settings, libraries, log } = desk
  const answers = new Map<string, Answer>()
  let answered = 0

  /** What is found in one draft; undefined for what is none, or is not to be checked. */
  async function report(
    uri: string,
    folder: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<(WorkspaceDocumentDiagnosticReport & { count: number }) | undefined> {
    const own = await settings.of(uri)
    if (own.rules === silent.rules) return undefined
    const bytes = await files.read(uri, folder)
    if (bytes === undefined || bytes.length > LONGEST) return undefined
    const decoded = decodeDraft(bytes)
    if (!('text' in decoded)) return undefined
    const draft = closedDraft(DraftText.create(uri, isMarkdown(uri) ? 'markdown' : 'plaintext', 0, decoded.text))
    const sources = await libraries.of(draft, own)
    const parts = [fingerprint(bytes), bytes.length, own, sources.context]
    const last = answers.get(canonical(uri))
    if (last !== undefined && last.id === previous && last.parts.every((part, index) => part === parts[index]))
      return { kind: DocumentDiagnosticReportKind.Unchanged, uri, version: null, resultId: last.id, count: last.count }
    await readWhole(desk, draft, unlessCancelled(token))
    const items = toDiagnostics(draft.document, checkedBy(draft, own, sources).findings, able.diagnostics)
    const id = `w${++answered}`
    answers.set(canonical(uri), { id, parts, count: items.length })
    return { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId: id, items, count: items.length }
  }

  connection.languages.diagnostics.onWorkspace((params, token, work, partial) =>
    kept('workspace/diagnostic', log, async () => {
      const previous = new Map(params.previousResultIds.map(({ uri, value }) => [canonical(uri), { uri, value }]))
      const items: WorkspaceDocumentDiagnosticReport[] = []
      const give = (one: WorkspaceDocumentDiagnosticReport): void => {
        if (partial === undefined) items.push(one)
        else partial.report({ items: [one] })
      }
      work.begin('Says Who', 0, 'looking for drafts')
      try {
        const found = await closedDrafts()
        let [count, percent] = [0, 0]
        for (const [index, { uri, folder }] of found.entries()) {
          await desk.quiet()
          refuseIf(token)
          if (isOpen(uri)) continue
          const before = previous.get(canonical(uri))
          const one = count < MOST ? await report(uri, folder, before?.value, token) : undefined
          refuseIf(token)
          if (one === undefined || isOpen(uri)) continue
          previous.delete(canonical(uri))
          count += one.count
          const { count: _, ...shown } = one
          give(count < MOST || !('items' in shown) ? shown : { ...shown, items: [STOPPED, ...shown.items] })
          const now = Math.floor((100 * (index + 1)) / found.length)
          if (now > percent) work.report(now, `${index + 1} of ${found.length} drafts`)
          percent = Math.max(percent, now)
        }
        // what is gone, excluded or no draft any more has no findings left
        for (const [name, { uri }] of previous)
          if (!isOpen(uri)) {
            answers.delete(name)
            give({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] })
          }
      } finally {
        work.done()
      }
      return { items }
    }),
  )

  const isOpen = (uri: string): boolean => [...drafts.keys()].some((open) => canonical(open) === canonical(uri))

  /** The drafts below the folders of the workspace, each once. */
  async function closedDrafts(): Promise<{ uri: string; folder: string }[]> {
    const found = new Map<string, { uri: string; folder: string }>()
    for (const folder of desk.folders())
      for (const uri of await files.drafts(folder))
        if (!found.has(canonical(uri))) found.set(canonical(uri), { uri, folder })
    return [...found.values()]
  }
}
