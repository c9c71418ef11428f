import assert from 'node:assert/strict'
import {
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentSymbolRequest,
  HoverRequest,
  type MarkupContent,
  RegistrationRequest,
} from 'vscode-languageserver/node'
import { able, begin, FOLDER, type Session, URI, until } from './session.ts'

const CLAIM = 'Crime in the city has tripled since 2019, to 4,200 burglaries.'
const LEFTOVER = 'The mayor resigned on Sunday [citation needed].'

const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code)
const ofRule = (rule: string, diagnostics: readonly Diagnostic[]): Diagnostic => {
  const found = diagnostics.find(({ code }) => code === rule)
  assert.ok(found, `no finding of ${rule} in ${codes(diagnostics).join(', ')}`)
  return found
}

describe('the language server', () => {
  let session: Session

  afterEach(() => session.end())

  describe('for a client that asks for diagnostics', () => {
    beforeEach(async () => {
      session = await begin()
    })

    it('says what it does', () => {
      const { capabilities, serverInfo } = session.answer
      assert.deepEqual(serverInfo, { name: 'says-who', version: '1.2.3' })
      assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2 })
      assert.equal(capabilities.hoverProvider, true)
      assert.equal(capabilities.documentSymbolProvider, true)
      assert.deepEqual(capabilities.codeActionProvider, {
        codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.saysWho'],
        resolveProvider: true,
      })
      const pull = capabilities.diagnosticProvider
      assert.equal(pull?.interFileDependencies, false)
      assert.equal(pull?.workspaceDiagnostics, true)
    })

    it('answers with findings that carry their rule and its page, and publishes none', async () => {
      await session.open(`# Crime\r\n\r\n${LEFTOVER}\r\n`)
      const finding = ofRule('citation-needed', await session.diagnostics())
      const at = LEFTOVER.indexOf('[')
      assert.deepEqual(finding.range, {
        start: { line: 2, character: at },
        end: { line: 2, character: LEFTOVER.indexOf(']') + 1 },
      })
      assert.equal(finding.source, 'says-who')
      assert.match(finding.codeDescription?.href ?? '', /docs\/rules\/citation-needed\.md$/)
      assert.equal(session.published.filter(({ uri }) => uri === URI).length, 0)
    })

    it('answers from the draft as it is after changes, in plain text too', async () => {
      await session.open('Quiet.', 'plaintext')
      assert.deepEqual(await session.diagnostics(), [])
      const end = { line: 0, character: 6 }
      await session.change(2, { range: { start: end, end }, text: `\n${LEFTOVER}` })
      assert.equal(ofRule('citation-needed', await session.diagnostics()).range.start.line, 1)
      await session.change(3, { text: 'Quiet again.' })
      assert.deepEqual(await session.diagnostics(), [])
    })

    it('answers with nothing for drafts that are not open', async () => {
      await session.open(LEFTOVER)
      await session.close()
      assert.deepEqual(await session.diagnostics(), [])
      assert.deepEqual(await session.actions({ start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }), [])
    })

    it('shows what a hover says as Markdown in which nothing of the draft is markup', async () => {
      const trap = '![x](https://example.org/x.png) <img src=y> [a](command:b) **bold**'
      await session.open(`“${trap}, and 4,200 burglaries followed,” said Mayor Ruiz.`)
      const hover = await session.client.sendRequest(HoverRequest.type, {
        textDocument: { uri: URI },
        position: { line: 0, character: 75 },
      })
      assert.ok(hover)
      const { kind, value } = hover.contents as MarkupContent
      assert.equal(kind, 'markdown')
      for (const live of ['![', '](', '<img', '**bold']) assert.ok(!value.includes(live), `${live} in ${value}`)
    })

    it('takes positions far outside the draft', async () => {
      await session.open(CLAIM)
      const far = { line: 99, character: 99 }
      await session.client.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position: far })
      assert.ok(Array.isArray(await session.actions({ start: far, end: far })))
    })

    it('lists headings with the open claims beneath, each selection in its range', async () => {
      await session.open(`# Crime\n\n${CLAIM}\n\n## More\n\nText.\n`)
      const symbols = await session.client.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } })
      const [top] = symbols ?? []
      assert.equal(top?.name, 'Crime')
      assert.ok(top && 'children' in top)
      const [claim, more] = top.children ?? []
      assert.ok(claim?.name.startsWith('Crime in the city'), claim?.name)
      assert.equal(more?.name, 'More')
      assert.equal(claim?.range.start.line, 2)
    })

    it('tells the status of a draft after each reading', async () => {
      const told: object[] = []
      session.client.onNotification('saysWho/status', (status) => void told.push(status))
      await session.open(CLAIM)
      await session.diagnostics()
      await session.diagnostics()
      await session.change(7, { text: '' })
      await session.diagnostics()
      assert.deepEqual(told, [
        { uri: URI, version: 1, claims: 1, open: 1 },
        { uri: URI, version: 7, claims: 0, open: 0 },
      ])
    })

    it('follows the settings of the editor as they change, and asks for a refresh', async () => {
      let refreshed = 0
      session.client.onRequest(DiagnosticRefreshRequest.type, () => void refreshed++)
      await session.open(LEFTOVER)
      ofRule('citation-needed', await session.diagnostics())
      session.configuration = { rules: { 'citation-needed': 'off' } }
      await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
      await until('a refresh', () => refreshed)
      assert.ok(!codes(await session.diagnostics()).includes('citation-needed'))
      session.configuration = { rules: { 'citation-needed': 'error' } }
      await session.client.sendNotification(DidChangeConfigurationNotification.type, { settings: null })
      assert.equal(ofRule('citation-needed', await session.diagnostics()).severity, 1)
    })

    it('follows the project file, over which the editor has the last word', async () => {
      const changed = (): Promise<void> =>
        session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
          changes: [{ uri: `${FOLDER}/.says-who.json`, type: 2 }],
        })
      session.projectFiles.set(FOLDER, '{"rules": {"citation-needed": "hint"}}')
      await session.open(LEFTOVER)
      assert.equal(ofRule('citation-needed', await session.diagnostics()).severity, 4)
      session.projectFiles.set(FOLDER, '{"exclude": ["*.md"]}')
      await changed()
      assert.deepEqual(await session.diagnostics(), [])
      session.projectFiles.set(FOLDER, '{"rules": {"citation-needed": "hint"}}')
      session.configuration = { rules: { 'citation-needed': 'error' } }
      await changed()
      assert.equal(ofRule('citation-needed', await session.diagnostics()).severity, 1)
    })

    it('marks a project file that is broken, until it is mended', async () => {
      const problems = (): string[] | undefined =>
        session.published
          .findLast(({ uri }) => uri === `${FOLDER}/.says-who.json`)
          ?.diagnostics.map(({ message }) => String(message))
      session.projectFiles.set(FOLDER, '{"rules": {"citation-neded": "off"}}')
      await session.open(LEFTOVER)
      ofRule('citation-needed', await session.diagnostics())
      assert.match((await until('the problem', problems)).join(), /citation-neded.*citation-needed/)
      session.projectFiles.set(FOLDER, '{}')
      await session.client.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: `${FOLDER}/.says-who.json`, type: 2 }],
      })
      await session.diagnostics()
      assert.deepEqual(await until('the end of it', problems), [])
    })

    it('answers every request once, cancelled or not, among many changes', async () => {
      await session.open(CLAIM)
      const { CancellationTokenSource } = await import('vscode-languageserver/node')
      const outcomes: string[] = []
      const asked: Promise<unknown>[] = []
      for (let version = 2; version < 202; version++) {
        await session.change(version, { text: `${CLAIM} ${version}` })
        const source = new CancellationTokenSource()
        const request = session.client.sendRequest(
          'textDocument/diagnostic',
          { textDocument: { uri: URI } },
          source.token,
        )
        if (version % 2 === 0) source.cancel()
        asked.push(
          request.then(
            () => outcomes.push('answered'),
            ({ code }) => outcomes.push(String(code)),
          ),
        )
      }
      await Promise.all(asked)
      assert.equal(outcomes.length, 200)
      assert.ok(outcomes.filter((one) => one === 'answered').length >= 100)
      assert.deepEqual([...new Set(outcomes)].sort().slice(0, -1), ['-32800'], 'cancelled requests say so')
    })

    it('answers a request that makes no sense with an error, and logs no word of the draft', async () => {
      await session.open('The secret source is Deep Throat.')
      await assert.rejects(session.client.sendRequest('textDocument/codeAction', { textDocument: null }))
      await session.change(2, { text: 7 } as never)
      await session.diagnostics()
      assert.equal(session.logged.length, 2, session.logged.join('\n'))
      assert.ok(
        session.logged.every((line) => !/Deep|secret/.test(line)),
        session.logged.join('\n'),
      )
    })
  })

  it('registers for settings and project files where the client can be told', async () => {
    const capabilities = structuredClone(able)
    Object.assign(capabilities.workspace ?? {}, {
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
    })
    session = await begin(capabilities)
    const methods: string[] = []
    session.client.onRequest(RegistrationRequest.type, ({ registrations }) => {
      methods.push(...registrations.map(({ method }) => method))
    })
    await until('two registrations', () => methods.length === 2)
    assert.deepEqual(methods.sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles'])
  })

  it('reads the project file through the client where the client offers it', async () => {
    session = await begin(able, { projectFile: true })
    session.client.onRequest('saysWho/projectFile', ({ folder }) => ({
      text: folder === FOLDER ? '{"rules": {"citation-needed": "hint"}}' : '{}',
    }))
    await session.open(LEFTOVER)
    assert.equal(ofRule('citation-needed', await session.diagnostics()).severity, 4)
  })
})
