import * as vscode from 'vscode'
import { equal, ok } from './assert.ts'
import { findings, firstOf, fix, MARKDOWN, open, PLAIN, revert, take, until } from './drafts.ts'

/** The draft with a marker after the sentence that ends at `end`, and what is written below the draft. */
const cited = (text: string, end: number, marker: string, below: string): string =>
  `${text.slice(0, end)}${marker}${text.slice(end)}${below}`

/** Where the sentence that holds `offset` ends, its full stop included. */
const sentenceEnd = (text: string, offset: number): number => {
  const stop = /[.!?][”"’]?(?=\s|$)/g
  stop.lastIndex = Math.max(0, offset - 1)
  const found = stop.exec(text)
  return found === null ? text.length : found.index + found[0].length
}

const caret = (editor: vscode.TextEditor): number => editor.document.offsetAt(editor.selection.active)

export function describeCiting(): void {
  const styles = [
    { name: PLAIN, marker: '[1]', below: '\n\nSources\n[1] ' },
    { name: MARKDOWN, marker: '[^1]', below: '\n\n[^1]: ' },
  ]
  for (const { name, marker, below } of styles)
    describe(`"Cite with a footnote" in ${name}`, () => {
      let editor: vscode.TextEditor
      let before_: string

      before(async () => {
        editor = await open(name)
        before_ = editor.document.getText()
      })

      after(() => revert(name))

      it('puts the marker after the punctuation, a blank below the draft, and the caret on the blank', async () => {
        const { document } = editor
        const finding = await firstOf(document, 'unsourced-claim')
        const end = sentenceEnd(before_, document.offsetAt(finding.range.end))
        const count = findings(document, 'unsourced-claim').length
        await take(await fix(document, finding.range, 'Cite with a footnote'))
        equal(document.getText().trimEnd(), cited(before_, end, marker, below).trimEnd(), 'drafts')
        await until('the finding to go', () => findings(document, 'unsourced-claim').length === count - 1)
        await until('the caret on the blank', () => caret(editor) === document.getText().trimEnd().length + 1)
      })

      it('is undone in one step, every byte, and done again', async () => {
        const { document } = editor
        const after_ = document.getText()
        ok(after_ !== before_, 'the draft was not changed')
        await vscode.commands.executeCommand('undo')
        await until('the draft to be as before', () => document.getText() === before_)
        await firstOf(document, 'unsourced-claim')
        await vscode.commands.executeCommand('redo')
        await until('the fix to be back', () => document.getText() === after_)
      })
    })
}
