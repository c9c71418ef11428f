import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'
import { EXTENSION, findings, findingsOf, firstOf, MARKDOWN, open, PLAIN, revert, until } from './drafts.ts'

const wordsOf = (document: vscode.TextDocument, all: readonly vscode.Diagnostic[]): string[] =>
  all.map((diagnostic) => document.getText(diagnostic.range))

export function describeFindings(): void {
  describe('the extension', () => {
    it('activates by itself, in the host that the editor gives it', async () => {
      await open(PLAIN)
      const extension = vscode.extensions.getExtension(EXTENSION)
      ok(extension, `${EXTENSION} is not installed`)
      await until('activation', () => extension.isActive)
      await extension.exports.ready
      // A worker has no process of its own; Node says so.
      const inNode = 'process' in globalThis && vscode.env.uiKind !== undefined && 'versions' in process
      equal(extension.exports.host, inNode ? 'node' : 'web', 'host')
    })
  })

  for (const name of [PLAIN, MARKDOWN])
    describe(`the findings of ${name}`, () => {
      let document: vscode.TextDocument

      before(async () => {
        document = (await open(name)).document
        await findingsOf(document)
      })

      it('come with a code and a page that explains the rule', async () => {
        for (const finding of findings(document)) {
          ok(typeof finding.code === 'object', `no page for: ${finding.message}`)
          ok(finding.code.target.toString().includes(`${finding.code.value}`), `another page: ${finding.code.target}`)
        }
      })

      it('say on the words themselves that there is no evidence', async () => {
        equal(wordsOf(document, await findingsOf(document, 'no-evidence')), [
          'without providing any evidence for its claims',
        ])
      })

      it('name the two people whom nobody names', async () => {
        const words = wordsOf(document, await findingsOf(document, 'anonymous-source'))
        ok(
          words.some((text) => text.startsWith('two people')),
          `anonymous sources: ${words.join('; ')}`,
        )
      })

      it('ask at its first mention what TWP stands for', async () => {
        const all = await findingsOf(document, 'undefined-abbreviation')
        equal(wordsOf(document, all), ['TWP'])
        equal(
          all.map((finding) => document.offsetAt(finding.range.start)),
          [document.getText().indexOf('TWP')],
        )
      })

      it('are explained by a hover', async () => {
        const finding = await firstOf(document, 'no-evidence')
        const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
          'vscode.executeHoverProvider',
          document.uri,
          finding.range.start,
        )
        const text = hovers
          .flatMap((hover) => hover.contents)
          .map((content) => (typeof content === 'string' ? content : content.value))
          .join('\n')
        ok(/evidence/i.test(text), `the hover says: ${text}`)
      })

      it('stand in the outline', async () => {
        const symbols = await until('the outline', async () => {
          const all = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
            'vscode.executeDocumentSymbolProvider',
            document.uri,
          )
          return all && all.length > 0 ? all : undefined
        })
        ok(
          symbols.every((symbol) => symbol.range.contains(symbol.selectionRange)),
          'a selection outside its symbol',
        )
      })

      it('follow what is typed', async () => {
        const editor = await open(name)
        const [finding] = await findingsOf(document, 'no-evidence')
        await editor.edit((edit) => edit.delete(finding?.range ?? new vscode.Range(0, 0, 0, 0)))
        await until('the finding to go', () => findings(document, 'no-evidence').length === 0)
        await revert(name)
        await findingsOf(document, 'no-evidence')
      })
    })
}
