import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'
import { findings, findingsOf, firstOf, fix, open, PLAIN, revert, until } from './drafts.ts'

const CITED = 'cited.md'
const NOTES = 'notes.md'
const BIB = 'references.bib'

export function describeReferences(): void {
  describe('a bibliography beside the draft', () => {
    let document: vscode.TextDocument

    before(async () => {
      document = (await open(CITED)).document
    })

    it('is read, so that a key that it lacks is found', async () => {
      const found = await findingsOf(document, 'undefined-citation')
      equal(
        found.map(({ range }) => document.getText(range)),
        ['@nobody2020'],
        'undefined keys',
      )
    })

    it('counts as it is in the editor, saved or not', async () => {
      const editor = await open(BIB)
      const entry = '@misc{nobody2020, title = {Nobody}, date = {2020}, url = {https://nobody.example}}\n\n'
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), entry))
      await open(CITED)
      await until('the finding to go', () => findings(document, 'undefined-citation').length === 0)
      await revert(BIB)
      await open(CITED)
      await findingsOf(document, 'undefined-citation')
    })

    it('is where a key leads to', async () => {
      const at = document.positionAt(document.getText().indexOf('@reyes2025tally') + 3)
      const targets = await until('a definition', async () => {
        const found = await vscode.commands.executeCommand<Array<vscode.Location | vscode.LocationLink>>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at,
        )
        return found && found.length > 0 ? found : undefined
      })
      const uris = targets.map((target) => ('targetUri' in target ? target.targetUri : target.uri).path)
      ok(
        uris.some((path) => path.endsWith(BIB)),
        `definitions in ${uris.join(', ')}`,
      )
    })
  })

  describe('citing', () => {
    it('is offered from a list, on a claim that lacks a source', async () => {
      const { document } = await open(PLAIN)
      const finding = await firstOf(document, 'unsourced-claim')
      const { command } = await fix(document, finding.range, 'Cite a reference…')
      equal(command?.command, 'saysWho.insertCitation', 'command')
    })

    it('numbers the notes in the order of the text, and is undone in one step', async () => {
      const { document } = await open(NOTES)
      const before_ = document.getText()
      await until('the notes in order', async () => {
        await vscode.commands.executeCommand('saysWho.renumberFootnotes')
        return document.getText().startsWith('It fell.[^1] It rose.[^2]')
      })
      await vscode.commands.executeCommand('undo')
      await until('the draft to be as before', () => document.getText() === before_)
      await revert(NOTES)
    })

    it('has its commands, each in the palette', async () => {
      const known = await vscode.commands.getCommands(true)
      for (const name of ['insertCitation', 'convertCitations', 'renumberFootnotes', 'copyDatedReference'])
        ok(known.includes(`saysWho.${name}`), `there is no command saysWho.${name}`)
    })
  })
}
