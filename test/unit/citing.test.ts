import assert from 'node:assert/strict'
import { emptyLibrary, type Library, libraryOf } from '../../server/core/citing/library.ts'
import { renumbered } from '../../server/core/citing/renumber.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { parseBibliography, readFrontMatter } from '../../server/core/references/index.ts'
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

describe('keys and the bibliography', () => {
  const library = (more: Parameters<typeof libraryOf>[1] = {}): Library =>
    libraryOf(
      parseBibliography('@book{calder1990,\n title={The Dam},\n publisher={Hill}\n}', 'bibtex', 'file:///a.bib')
        .references,
      more,
    )
  const found = (text: string, known: Library): string[] => {
    const reading = read({ text, language: 'markdown' })
    return check(reading, undefined, known)
      .filter(({ rule }) => rule.endsWith('-citation') || rule.endsWith('-reference'))
      .map(({ rule, start, end }) => `${rule} ${text.slice(start, end)}`)
  }

  it('are undefined where the bibliography lacks them, once each', () => {
    assert.deepEqual(found('A [@calder1990]. B [@calder1999; @doe2020]. C [@doe2020].', library()), [
      'undefined-citation @calder1999',
      'undefined-citation @doe2020',
    ])
  })

  it('are not where none is known, one could not be read, an entry is broken that may be it, or Quarto means a figure', () => {
    const text = 'A [@doe2020]. See @fig-dam [@calder1990].'
    assert.deepEqual(found(text, emptyLibrary), [])
    assert.deepEqual(found(text, library({ complete: false })), [])
    assert.deepEqual(found(text, library({ broken: ['@book{doe2020, title='] })), [])
    assert.deepEqual(found('See @fig-dam [@calder1990].', library()), [])
  })

  it('are written as they were meant by a fix', () => {
    const text = 'A [@calder1909, p. 3]. B @calder1909.'
    const reading = read({ text, language: 'markdown' })
    const finding = check(reading, undefined, library()).find(({ rule }) => rule === 'undefined-citation')
    const fix = finding && fixesFor(reading, finding, library())[0]
    assert.equal(fix && applyEdits(text, fix.edits), 'A [@calder1990, p. 3]. B @calder1990.')
  })

  it('are unused where they stand in the front matter and nothing cites them', () => {
    const text = '---\nreferences:\n- id: a\n  title: A\n- id: b\n  title: B\n---\n\nIt fell [@a].'
    const { references } = readFrontMatter(text)
    assert.deepEqual(found(text, libraryOf(references)), ['unused-reference b'])
    assert.deepEqual(found(text.replace('---\n\n', "nocite: '@*'\n---\n\n"), libraryOf(references)), [])
  })
})

describe('two notes with one mark', () => {
  const fixed = (text: string): string => {
    const reading = read({ text, language: 'markdown' })
    const finding = check(reading).find(({ rule }) => rule === 'duplicate-footnote')
    const fix = finding && fixesFor(reading, finding)[0]
    return fix === undefined ? 'no fix' : applyEdits(text, fix.edits)
  }

  it('become two notes with two marks, or one where they say the same', () => {
    assert.equal(fixed('A.[^1]\n\n[^1]: One.\n[^1]: Two.\n'), 'A.[^1]\n\n[^1]: One.\n[^2]: Two.\n')
    assert.equal(fixed('A.[^1]\n\n[^1]: One.\n[^1]: One.\n'), 'A.[^1]\n\n[^1]: One.\n')
  })
})
