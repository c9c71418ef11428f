import assert from 'node:assert/strict'
import type { Position } from 'vscode-languageserver'
import { plainContext } from '../../server/core/citing/context.ts'
import { changeDraft } from '../../server/lsp/documents.ts'
import { opened } from '../promises/documents.ts'

const noSources = { context: plainContext, bibliographies: [], findings: [] }

describe('a draft in the server', () => {
  it('is read anew after a change, and not before', () => {
    const draft = opened('One.')
    draft.checked = { settings: { rules: {} }, sources: noSources, findings: [], length: 0 }
    changeDraft(draft, 2, [{ text: 'Two.' }])
    assert.equal(draft.checked, undefined)
    assert.equal(draft.reading, undefined)
    assert.equal(draft.revision, 1)
  })

  it('takes positions that are no numbers for the start', () => {
    const draft = opened('One.')
    const strange = { line: Number.NaN, character: null } as unknown as Position
    changeDraft(draft, 2, [{ range: { start: strange, end: strange }, text: 'X' }])
    assert.equal(draft.document.getText(), 'XOne.')
  })
})
