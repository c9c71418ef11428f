import assert from 'node:assert/strict'
import {
  CreateFile,
  type Position,
  type Range,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { FOLDER, URI } from './session.ts'

export const BIB = `${FOLDER}/refs/a.bib`
export const ENTRY =
  '@article{calder2020,\n  author = {Calder, Ines},\n  title = {The dam},\n  journal = {Valley Post},\n  date = {2020-10-04}\n}\n'
export const OTHER =
  '\n@article{ito2021,\n  author = {Ito, Ken},\n  title = {![x](http://evil.example) Water},\n  journal = {Harbour Times},\n  date = {2021-02-03}\n}\n'
export const DRAFT = `---
bibliography: refs/a.bib
---

The Valley Post reported in October 2020 that the dam had killed 83 people in 21 attacks.

It fell [@calder2020, p. 3]. It rose [@doe1999].
`

/** Where words stand in a text, the caret in the middle of them. */
export function placeOf(text: string, words: string): Position {
  const at = text.indexOf(words)
  assert.ok(at >= 0, words)
  return TextDocument.create('', '', 0, text).positionAt(at + Math.ceil(words.length / 2))
}

/** What an edit makes of some texts, and which files it makes. */
export function applied(edit: WorkspaceEdit | null | undefined, texts: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const change of edit?.documentChanges ?? []) {
    if (CreateFile.is(change)) out[change.uri] = ''
    else if (TextDocumentEdit.is(change)) {
      const { uri } = change.textDocument
      const document = TextDocument.create(uri, '', 0, out[uri] ?? texts[uri] ?? '')
      out[uri] = TextDocument.applyEdits(document, change.edits as TextEdit[])
    }
  }
  return out
}

export const at = (text: string, words: string) => ({ textDocument: { uri: URI }, position: placeOf(text, words) })
export const rangeOf = (text: string, words: string): Range => ({
  start: placeOf(text, words),
  end: placeOf(text, words),
})
