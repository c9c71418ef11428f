import assert from 'node:assert/strict'
import {
  type Diagnostic,
  DidChangeConfigurationNotification,
  DocumentSymbolRequest,
  HoverRequest,
  type MarkupContent,
  type Range,
} from 'vscode-languageserver/node'
import { begin, type Session, URI, until } from './session.ts'

const CLAIM = 'Crime in the city has tripled since 2019, to 4,200 burglaries.'
const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code)

describe('the language server, for a client that is sent diagnostics', () => {
  let session: Session

  afterEach(() => session.end())

  beforeEach(async () => {
    session = await begin({ textDocument: { publishDiagnostics: {} } }, {})
  })

  const published = () => session.published.filter(({ uri }) => uri === URI)

  it('publishes them with their version, and clears them when the draft is closed', async () => {
    assert.equal(session.answer.capabilities.diagnosticProvider, undefined)
    await session.open(LEFTOVER)
    await until('diagnostics', () => published().length)
    const [first] = published()
    assert.equal(first?.version, 1)
    const finding = first?.diagnostics.find(({ code }) => code === 'citation-needed')
    assert.ok(finding)
    assert.equal(finding.codeDescription, undefined)
    await session.close()
    await until('the end of them', () => published().length === 2)
    assert.deepEqual(published()[1]?.diagnostics, [])
  })

  it('publishes nothing for a version that is gone', async () => {
    await session.open(LEFTOVER)
    for (let version = 2; version <= 100; version++) await session.change(version, { text: `${version}` })
    await until('the last version', () => published().some(({ version }) => version === 100))
    const versions = published().map(({ version }) => version ?? 0)
    assert.deepEqual(
      versions,
      [...versions].sort((a, b) => a - b),
    )
    assert.deepEqual(published().at(-1)?.diagnostics, [])
    assert.ok(versions.length < 20, `${versions.length} publications for 100 changes`)
  })

  it('takes settings that are sent along', async () => {
    await session.open(LEFTOVER)
    await until('diagnostics', () => published().length)
    await session.client.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { saysWho: { rules: { 'citation-needed': 'off' } } },
    })
    await until('others', () => published().length === 2)
    assert.ok(!codes(published()[1]?.diagnostics ?? []).includes('citation-needed'))
  })

  it('writes hovers as plain text and the outline as a list', async () => {
    await session.open(`# Crime\n\n${CLAIM}\n`)
    const hover = await session.client.sendRequest(HoverRequest.type, {
      textDocument: { uri: URI },
      position: { line: 2, character: 10 },
    })
    assert.ok(hover)
    assert.equal((hover.contents as MarkupContent).kind, 'plaintext')
    const symbols = await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })
    assert.ok(symbols?.every((symbol) => 'location' in symbol))
    assert.equal(symbols?.length, 2)
  })

  it('puts edits and no command into its actions', async () => {
    await session.open(CLAIM)
    const range: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: CLAIM.length } }
    const actions = await session.actions(range)
    assert.ok(actions.length > 0)
    for (const action of actions) {
      assert.ok(action.edit?.changes?.[URI]?.length, `${action.title} has no edit`)
      assert.equal(action.command, undefined)
      assert.equal(action.data, undefined)
    }
  })
})
