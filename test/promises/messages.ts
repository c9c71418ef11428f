import fc from 'fast-check'
import { frame, type Heard, introduce, message, type Server, startServer } from './server.ts'

const DRAFT = 'file:///desk/draft.md'
/** A draft that no broken message names, by which it is seen that the server still works. */
const WITNESS = 'file:///desk/witness.md'
const CLAIM = 'Crime in the city has tripled since 2019, to 4,200 burglaries.'

/** How long a machine may take that does other work too, as a factor of the time that is promised. */
const PATIENCE = Number(process.env.PATIENCE ?? 5)
/** What is promised, in milliseconds. */
const ANSWERED = 1000 * PATIENCE
const ENDED = 2000 * PATIENCE

const textDocument = { uri: DRAFT }
const position = { line: 0, character: 9 }
const range = { start: { line: 0, character: 0 }, end: position }
const data = {
  uri: DRAFT,
  revision: 1,
  range: { start: 0, end: 9 },
  finding: { rule: 'unsourced-claim', span: { start: 0, end: 9 }, words: '', sentence: '' },
}
const capabilities = {
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: { diagnostic: {}, codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
}

/** Every kind of message that a client sends, each as it should be. */
const RIGHT: readonly (readonly [string, object])[] = [
  [
    'initialize',
    { processId: null, rootUri: null, capabilities, workspaceFolders: [{ uri: 'file:///desk', name: 'desk' }] },
  ],
  ['initialized', {}],
  [
    'textDocument/didOpen',
    { textDocument: { uri: DRAFT, languageId: 'markdown', version: 1, text: `# A\n\n${CLAIM}\n` } },
  ],
  [
    'textDocument/didOpen',
    { textDocument: { uri: 'file:///desk/a.bib', languageId: 'bibtex', version: 1, text: '@misc{a, title = {A}}' } },
  ],
  [
    'textDocument/didChange',
    { textDocument: { uri: DRAFT, version: 2 }, contentChanges: [{ range, text: 'So' }, { text: CLAIM }] },
  ],
  ['textDocument/didClose', { textDocument }],
  ['textDocument/hover', { textDocument, position }],
  ['textDocument/completion', { textDocument, position, context: { triggerKind: 1 } }],
  ['textDocument/definition', { textDocument, position }],
  ['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
  ['textDocument/documentHighlight', { textDocument, position }],
  ['textDocument/documentSymbol', { textDocument }],
  ['textDocument/documentLink', { textDocument }],
  ['textDocument/foldingRange', { textDocument }],
  ['textDocument/codeAction', { textDocument, range, context: { diagnostics: [], only: ['quickfix'] } }],
  ['codeAction/resolve', { title: 'Cite with a footnote', kind: 'quickfix', data }],
  ['textDocument/prepareRename', { textDocument, position }],
  ['textDocument/rename', { textDocument, position, newName: 'a' }],
  ['textDocument/diagnostic', { textDocument, identifier: 'says-who' }],
  ['workspace/symbol', { query: 'a' }],
  ['workspace/didChangeConfiguration', { settings: { saysWho: { rules: { 'unsourced-claim': 'off' } } } }],
  ['workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///desk/.says-who.json', type: 2 }] }],
  ['workspace/didChangeWorkspaceFolders', { event: { added: [{ uri: 'file:///else', name: 'else' }], removed: [] } }],
  ['saysWho/allowLookUps', { lookUps: [] }],
  ['saysWho/references', { uri: DRAFT, query: '' }],
  ['saysWho/insertCitation', { uri: DRAFT, range, item: { id: 'a' } }],
  ['$/cancelRequest', { id: 1 }],
  ['$/setTrace', { value: 'verbose' }],
  ['$/progress', { token: 1, value: {} }],
]

/** What stands in the place of what a message should hold. */
// biome-ignore format: values are easier to look over in lines
const WRONG: readonly unknown[] = [
  null, undefined, true, 0, -1, 0.5, 1e308, 2 ** 31, Number.MAX_SAFE_INTEGER, '', 'a', '\u0000', '\uD83D', '__proto__', 'file:///', 'untitled:a', '%',
  'file:///desk/%E0%A4%A.md', 'x'.repeat(100_000), [], [null], [[[]]], {}, { length: 1e9 }, { toString: 1 }, { constructor: 1 }, { uri: null }, { line: 'a' },
  { __proto__: null, constructor: null }, JSON.parse('['.repeat(300) + ']'.repeat(300)),
]

/** Every place in a value, as the way to it. */
function placesIn(value: unknown, way: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [way]
  return [way, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, put)
  return copy
}

/** A message with something wrong in it, or just the right one: its text. */
const mutated: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...RIGHT),
    fc.oneof(fc.constant(undefined), fc.constantFrom<unknown>('own', 'own', 'own', -7, 1.5, '', 'x', null, {}, [])),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...WRONG)), { maxLength: 2 }),
    fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constantFrom('\u0000', '{', '"', ',,', '\\u12', '['.repeat(100_000)) },
    ),
    fc.nat(),
  )
  .map(([[method, params], id, wrongs, noise, at]) => {
    let value: unknown = {
      jsonrpc: '2.0',
      method,
      params,
      ...(id !== undefined && { id: id === 'own' ? `own-${at}` : id }),
    }
    for (const [pick, put] of wrongs) {
      const places = placesIn(value)
      value = replaced(value, places[pick % places.length] ?? [], put)
    }
    const text = JSON.stringify(value) ?? ''
    const cut = noise === '' ? text.length : at % (text.length + 1)
    return text.slice(0, cut) + noise + text.slice(cut)
  })

export const mutatedMessages = fc.array(mutated, { minLength: 1, maxLength: 12 })

/** A stream of right messages with some bytes taken out, put in or changed. */
export const brokenStream: fc.Arbitrary<{
  readonly cuts: readonly (readonly [number, number, string])[]
  readonly isHeader: boolean
}> = fc.record({
  cuts: fc.array(
    fc.tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom(
        '',
        '',
        '9',
        '0',
        '-',
        '\r',
        '\n',
        '\r\n',
        '\r\n\r\n',
        ' ',
        ':',
        '\u0000',
        'Content-Length: 7\r\n\r\n',
        '}',
        'ü',
        '1e3',
        '99999',
      ),
    ),
    { minLength: 1, maxLength: 3 },
  ),
  isHeader: fc.boolean(),
})

let server: Server | undefined

/** A server that runs, with the witness open in it: the one of before, or a new one where that has ended. */
async function running(): Promise<Server> {
  if (server !== undefined && server.exit() === undefined) return server
  server = startServer({ answer: strangely })
  await introduce(server, capabilities)
  open(server)
  return server
}

/** Ends the server that these tests share. */
export function endServer(): void {
  server?.kill()
  server = undefined
}

const open = (one: Server): void =>
  one.notify('textDocument/didOpen', {
    textDocument: { uri: WITNESS, languageId: 'markdown', version: 1, text: CLAIM },
  })

/** Even the answers to the server's own questions are wrong now and then. */
function strangely({ id, params }: Heard): object {
  const turn = Number(id) % WRONG.length
  const items = (params as { items?: { scopeUri?: string }[] } | undefined)?.items
  if (items?.some(({ scopeUri }) => scopeUri === WITNESS)) return { result: items.map(() => ({})) }
  return turn === 3 ? { error: { code: 1, message: 'no' } } : { result: WRONG[turn] ?? null }
}

/** Fails unless the server answers a request that is as it should be, or has ended with an error. */
async function assertAnswers(one: Server): Promise<void> {
  const id = one.ask('textDocument/hover', { textDocument: { uri: WITNESS }, position })
  const answer = await Promise.race([one.answerTo(id, ANSWERED), one.ended.then(() => undefined)])
  if (answer !== undefined && one.exit() === undefined) {
    if (!JSON.stringify(answer.result ?? null).includes('Claim'))
      throw new Error(`a wrong answer: ${JSON.stringify(answer)}`)
    return
  }
  const code = one.exit() ?? (await one.until(() => one.exit(), ENDED - ANSWERED))
  if (code === undefined) throw new Error('the server is alive, and answers nothing')
  if (code === 0) throw new Error('the server ended as if nothing were wrong')
  if (/\n\s+at /.test(one.said())) throw new Error(`the server said more than a sentence: ${one.said()}`)
}

/** Fails unless the server answers on after these messages, or has ended with an error. */
export async function assertHears(texts: readonly string[]): Promise<void> {
  const one = await running()
  for (const text of texts) one.send(frame(text))
  // a draft that was closed by them is none that is asked about
  await assertAnswers(one)
}

/** Fails unless a server that is introduced in this way answers, or has ended with an error. */
export async function assertStarts(text: string): Promise<void> {
  const one = startServer()
  try {
    one.send(frame(text))
    const id = one.ask('initialize', RIGHT[0]?.[1] ?? {})
    const answer = await one.answerTo(id, 10 * ANSWERED)
    if (answer === undefined && !((await one.until(() => one.exit(), ENDED)) ?? 0))
      throw new Error('the server is alive, and answers nothing')
    if (answer === undefined) return
    open(one)
    await assertAnswers(one)
  } finally {
    one.kill()
  }
}

/** An introduction with something wrong in it. */
export const mutatedIntroduction = fc
  .array(fc.tuple(fc.nat(), fc.constantFrom(...WRONG)), { minLength: 1, maxLength: 3 })
  .map((wrongs) => {
    let value: unknown = { jsonrpc: '2.0', id: 'first', method: 'initialize', params: RIGHT[0]?.[1] }
    for (const [pick, put] of wrongs) {
      const places = placesIn(value)
      value = replaced(value, places[pick % places.length] ?? [], put)
    }
    return JSON.stringify(value) ?? ''
  })

/** Fails unless a server that hears a broken stream answers the next request, or ends with an error, however the client goes on. */
export async function assertNotDeaf({
  cuts,
  isHeader,
}: {
  cuts: readonly (readonly [number, number, string])[]
  isHeader: boolean
}): Promise<void> {
  const one = startServer()
  try {
    await introduce(one, capabilities)
    open(one)
    await one.answerTo(one.ask('textDocument/hover', { textDocument: { uri: WITNESS }, position }), 10 * ANSWERED)
    let bytes = Buffer.concat([
      message({ id: 'a', method: 'textDocument/hover', params: { textDocument, position } }),
      message({
        method: 'textDocument/didChange',
        params: { textDocument: { uri: DRAFT, version: 3 }, contentChanges: [{ text: CLAIM }] },
      }),
    ])
    for (const [pick, out, put] of cuts) {
      const at = pick % (isHeader ? 24 : bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(put), bytes.subarray(at + out)])
    }
    one.send(bytes)
    // somebody who types on must not keep a message alive that never ends
    const typing = setInterval(() => one.ask('textDocument/hover', { textDocument: { uri: WITNESS }, position }), 300)
    await assertAnswers(one).finally(() => clearInterval(typing))
  } finally {
    one.kill()
  }
}
