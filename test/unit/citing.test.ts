import assert from 'node:assert/strict'
import { renumbered } from '../../server/core/citing/renumber.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { read } from '../../server/core/reading.ts'
import type { Language } from '../../server/core/text/draft.ts'

const renumber = (text: string, language: Language = 'markdown'): string =>
  applyEdits(text, renumbered(read({ text, language })))

describe('renumbering notes', () => {
  it('numbers footnotes in the order of the text, and leaves them where they are', () => {
    const before =
      'A.[^3] B.[^1] A.[^3] C.[^times]\n\n[^1]: One.\n[^3]: Three, see [^7].\n[^times]: T.\n[^7]: S.\n[^2]: Never.\n'
    const after =
      'A.[^1] B.[^2] A.[^1] C.[^times]\n\n[^2]: One.\n[^1]: Three, see [^3].\n[^times]: T.\n[^3]: S.\n[^4]: Never.\n'
    assert.equal(renumber(before), after)
    assert.equal(renumber(after), after)
  })

  it('keeps marks that nothing defines apart from those that something does', () => {
    assert.equal(renumber('A.[^5] B.[^1]\n\n[^1]: One.'), 'A.[^1] B.[^2]\n\n[^2]: One.')
  })

  it('puts a list of numbered notes in order, and writes runs out', () => {
    const before = 'A.[3] B.[1-3] C.[1]\n\nSources\n[1] One\n[2] Two\n[3] Three\n  more of three\n'
    const after = 'A.[1] B.[1, 2, 3] C.[2]\n\nSources\n[1] Three\n  more of three\n[2] One\n[3] Two\n'
    assert.equal(renumber(before, 'plaintext'), after)
  })

  it('touches no code, no link and no other number', () => {
    const text = 'A.[^2] `[^1]` [1](https://a.org) [1]\n\n[^2]: Two.'
    assert.equal(renumber(text), text.replaceAll('[^2]', '[^1]'))
  })
})
