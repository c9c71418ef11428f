import { chance } from '../chance.ts'
import { introduce, type Server, startServer } from './server.ts'

const URI = 'file:///desk/draft.md'
const MARK = 'He said so [citation needed].'

/** The draft of a version: its one finding of `citation-needed` stands in the column that says which version it is. */
const draftOf = (version: number): string => `${'x'.repeat(version)} ${MARK}\n\nCrime in Hallam has doubled since 2019.`
const versionIn = (
  diagnostics: readonly { code?: unknown; range: { start: { character: number } } }[],
): number | undefined => {
  const mark = diagnostics.find(({ code }) => code === 'citation-needed')
  return mark && mark.range.start.character - 1 - MARK.indexOf('[')
}

/** Once in a hundred edits somebody stops to think, so that diagnostics are sent, in milliseconds. */
const PAUSE = 300

interface Found {
  readonly edits: number
  readonly answered: number
  readonly cancelled: number
  readonly published: number
}

/**
 * Types into a draft while requests are sent and half of them cancelled. Throws where a request has not exactly one answer, where
 * diagnostics are not of the version that they say, or where something older comes after something newer was answered. `between` is
 * the pause between two edits, in milliseconds.
 */
export async function type(edits: number, between: number, seed: number, pulls: boolean): Promise<Found> {
  const { next, of } = chance(seed)
  const server = startServer()
  try {
    await introduce(server, {
      textDocument: { publishDiagnostics: { versionSupport: true }, ...(pulls && { diagnostic: {} }) },
    })
    server.notify('textDocument/didOpen', {
      textDocument: { uri: URI, languageId: 'markdown', version: 1, text: draftOf(1) },
    })
    const asked = new Map<number, { readonly version: number; readonly method: string; readonly cancelled: boolean }>()
    const start = { line: 0, character: 0 }
    const textDocument = { uri: URI }
    const methods = [
      'textDocument/hover',
      'textDocument/codeAction',
      'textDocument/documentSymbol',
      ...(pulls ? ['textDocument/diagnostic'] : []),
    ]
    let begun = performance.now()
    for (let version = 2; version <= edits + 1; version++) {
      server.notify('textDocument/didChange', {
        textDocument: { uri: URI, version },
        contentChanges: [{ range: { start, end: start }, text: 'x' }],
      })
      const method = of(methods)
      const range = { start, end: { line: 0, character: 60 } }
      const id = server.ask(method, {
        textDocument,
        position: { line: 0, character: version },
        range,
        context: { diagnostics: [] },
      })
      const cancelled = next() < 0.5
      asked.set(id, { version, method, cancelled })
      if (cancelled && next() < 0.5) server.cancel(id)
      else if (cancelled) setTimeout(() => server.cancel(id), between * 3 * next())
      if (version % 100 === 0) begun += PAUSE
      const wait = begun + (version - 1) * between - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    }
    const answersIn = (): number =>
      server.heard.filter(({ id, method }) => method === undefined && asked.has(Number(id))).length
    const all = await server.until(() => (answersIn() >= asked.size ? true : undefined), 30_000)
    if (!all) throw new Error(`${asked.size - answersIn()} of ${asked.size} requests have no answer`)
    if (!pulls) {
      const last = await server.until(() => publishedIn(server).find(({ version }) => version === edits + 1), 30_000)
      if (last === undefined) throw new Error('the last version was never published')
    }
    return judged(server, asked)
  } finally {
    server.kill()
  }
}

interface Published {
  readonly uri: string
  readonly version: number
  readonly diagnostics: { code?: unknown; range: { start: { character: number } } }[]
}

const publishedIn = (server: Server): Published[] =>
  server.heard.flatMap(({ method, params }) =>
    method === 'textDocument/publishDiagnostics' ? [params as Published] : [],
  )

function judged(
  server: Server,
  asked: ReadonlyMap<number, { version: number; method: string; cancelled: boolean }>,
): Found {
  const answers = new Map<number, number>()
  let newest = 0
  let cancelled = 0
  let published = 0
  for (const { id, method, params, result, error } of server.heard) {
    if (method === 'textDocument/publishDiagnostics') {
      const { version, diagnostics } = params as Published
      published++
      if (versionIn(diagnostics) !== version)
        throw new Error(`diagnostics of version ${versionIn(diagnostics)} were published as those of ${version}`)
      if (version < newest) throw new Error(`version ${version} was published after ${newest} was known`)
      newest = version
      continue
    }
    const request = method === undefined ? asked.get(Number(id)) : undefined
    if (request === undefined) continue
    answers.set(Number(id), (answers.get(Number(id)) ?? 0) + 1)
    if (error !== undefined) {
      if (!request.cancelled || error.code !== -32800) throw new Error(`${request.method}: ${error.message}`)
      cancelled++
      continue
    }
    newest = Math.max(newest, request.version)
    if (request.method !== 'textDocument/diagnostic') continue
    const version = versionIn((result as { items: Published['diagnostics'] }).items)
    if (version === undefined || version < request.version)
      throw new Error(`diagnostics of version ${version} answered what was asked of ${request.version}`)
    newest = Math.max(newest, version)
  }
  const doubles = [...answers.values()].filter((count) => count > 1).length
  if (doubles > 0) throw new Error(`${doubles} requests were answered more than once`)
  return { edits: asked.size, answered: answers.size, cancelled, published }
}
