import { type Diagnostic, DocumentDiagnosticReportKind } from 'vscode-languageserver'
import { about, type Desk, readWhole } from './desk.ts'
import { type Checked, isRead, lengthRead, type OpenDraft } from './documents.ts'
import { describe, kept } from './guard.ts'
import { areSame, toDiagnostics } from './toProtocol.ts'

/** How long after diagnostics were begun the next are begun at the earliest, in milliseconds: somebody who types is slower. */
const GAP = 40

/** How long after an answer there is more of its draft read, or told, in milliseconds: a message goes out in two steps, and others wait. */
const REST = 10

/** Tells the client what is found: by itself, or when it is asked. */
export interface Diagnosing {
  /** What is found in a draft may have changed. */
  soon(uri: string): void
  /** What is found in every draft may have changed without a change of theirs. */
  all(): void
  /** A draft was closed. */
  close(uri: string): void
}

/** What was last answered about a draft. */
interface Answer {
  readonly id: string
  readonly items: readonly Diagnostic[]
}

export function diagnosing(desk: Desk): Diagnosing {
  const { connection, able, drafts, log } = desk
  const waiting = new Map<string, NodeJS.Timeout>()
  const sent = new Map<string, number>()
  const reading = new Set<string>()
  const answers = new Map<string, Answer>()
  let answered = 0

  const refresh = (): void => {
    if (able.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch?.(() => {})
  }
  const diagnose = (draft: OpenDraft, { findings }: Checked): Diagnostic[] => {
    if (!isRead(draft)) readRest(draft).catch((error) => log(`reading failed: ${describe(error)}`))
    return toDiagnostics(draft.document, findings, able.diagnostics)
  }

  /** Reads a long draft to its end, while messages are heard in between, and tells what is found whenever twice as much is read. */
  async function readRest(draft: OpenDraft): Promise<void> {
    const { uri } = draft.document
    if (reading.has(uri)) return
    reading.add(uri)
    const tell = (): void => {
      if (able.pullsDiagnostics) refresh()
      else soon(uri)
    }
    let told = lengthRead(draft)
    try {
      await new Promise((resolve) => setTimeout(resolve, REST))
      await readWhole(desk, draft, () => {
        const length = lengthRead(draft)
        if (length >= 2 * told) tell()
        if (length >= 2 * told || length < told) told = length
        return drafts.get(uri) === draft
      })
    } finally {
      reading.delete(uri)
    }
    if (drafts.has(uri)) tell()
  }

  /** Sends diagnostics, at once where none were sent just now. They are of the version that is sent along, whatever came between. */
  function soon(uri: string): void {
    if (able.pullsDiagnostics || waiting.has(uri)) return
    const wait = Math.max(0, (sent.get(uri) ?? Number.NEGATIVE_INFINITY) + GAP - performance.now())
    const send = (): void => {
      waiting.delete(uri)
      sent.set(uri, performance.now())
      publish(uri).catch((error) => log(`publishing failed: ${describe(error)}`))
    }
    if (wait === 0) send()
    else waiting.set(uri, setTimeout(send, wait))
  }
  async function publish(uri: string): Promise<void> {
    await about(desk, uri, undefined, undefined, 'so far', (draft, checked) => {
      const diagnostics = diagnose(draft, checked)
      sent.set(uri, Math.max(sent.get(uri) ?? 0, performance.now() + REST - GAP))
      connection.sendDiagnostics({ uri, version: draft.document.version, diagnostics }).catch(() => {})
    })
  }

  connection.languages.diagnostics.on((params, token) =>
    kept('diagnostic', log, async () => {
      const { uri } = params.textDocument
      const items = await about(desk, uri, token, [], able.refreshesDiagnostics ? 'so far' : 'whole', diagnose)
      const last = answers.get(uri)
      const isSame = last !== undefined && last.id === params.previousResultId && areSame(last.items, items)
      const id = isSame ? last.id : String(++answered)
      if (drafts.has(uri)) answers.set(uri, { id, items })
      return isSame
        ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
        : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items }
    }),
  )
  return {
    soon,
    all: () => {
      for (const uri of drafts.keys()) soon(uri)
      if (able.pullsDiagnostics) refresh()
    },
    close: (uri) => {
      clearTimeout(waiting.get(uri))
      for (const known of [waiting, sent, answers]) known.delete(uri)
      if (!able.pullsDiagnostics) connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {})
    },
  }
}
