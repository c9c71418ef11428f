import assert from 'node:assert/strict'
import { insertCitation } from '../../server/core/citing/insert.ts'
import { emptyLibrary, type Library, libraryOf } from '../../server/core/citing/library.ts'
import { renumbered } from '../../server/core/citing/renumber.ts'
import { freshSource } from '../../server/core/citing/source.ts'
import { type CitationStyleSetting, styleFor } from '../../server/core/citing/style.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { check, fixesFor } from '../../server/core/findings.ts'
import { read } from '../../server/core/reading.ts'
import { parseBibliography, readFrontMatter } from '../../server/core/references/index.ts'
import { parseProjectFile } from '../../server/core/settings.ts'
import type { Language } from '../../server/core/text/draft.ts'
import { settingsFor } from '../../server/project/project.ts'

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

describe('the settings of citing', () => {
  it('are read from a project file, and what is wrong in them is said without quoting it', () => {
    const { settings, problems } = parseProjectFile(
      '{"citationStyle": "keys", "referenceStyle": "default", "bibliography": "a.bib"}',
    )
    assert.deepEqual(settings.citing, { citationStyle: 'keys', bibliography: ['a.bib'] })
    assert.deepEqual(problems, [])
    const wrong = parseProjectFile('{"citationStyle": "secret", "bibliography": [7]}')
    assert.equal(wrong.settings.citing, undefined)
    assert.deepEqual(wrong.problems, [
      '.says-who.json: “citationStyle” must be auto, footnotes, links, keys, numbered-notes, author-year or default.',
      '.says-who.json: “bibliography” must be a path, or a list of paths, each in quotation marks.',
    ])
  })

  it('are those of the project where an editor says nothing', () => {
    const project = parseProjectFile('{"citationStyle": "keys", "referenceStyle": "apa", "bibliography": "a.bib"}')
    const ofEditor = { citationStyle: 'default', referenceStyle: 'chicago', bibliography: [] }
    assert.deepEqual(settingsFor(project, undefined, ofEditor).citing, {
      citationStyle: 'keys',
      referenceStyle: 'chicago',
      bibliography: ['a.bib'],
    })
  })
})

describe('the style of a draft', () => {
  const styleOf = (text: string, language: Language = 'markdown', declared = false): string =>
    styleFor(read({ text, language }), 'auto', declared)

  it('is the one that it uses most, links only where there is nothing else', () => {
    assert.equal(styleOf('A.[^1] See [it](https://a.org) and [it](https://b.org).\n\n[^1]: One.'), 'footnotes')
    assert.equal(styleOf('It fell [@a2020]. It rose [@b2020].[^1]\n\n[^1]: One.'), 'keys')
    assert.equal(styleOf('It fell (Doe et al., 2020).'), 'author-year')
    assert.equal(styleOf('See [it](https://a.org).'), 'links')
    assert.equal(styleOf('It fell.'), 'footnotes')
    assert.equal(styleOf('It fell.', 'markdown', true), 'keys')
    assert.equal(styleOf('It fell.', 'plaintext', true), 'numbered-notes')
    assert.equal(styleOf('It fell (https://a.org).', 'plaintext'), 'links')
  })

  it('is the one that is set, where the language can show it', () => {
    const plain = read({ text: 'It fell.', language: 'plaintext' })
    assert.equal(styleFor(plain, 'keys'), 'numbered-notes')
    assert.equal(styleFor(plain, 'author-year'), 'author-year')
    assert.equal(styleFor(read({ text: 'It fell.', language: 'markdown' }), 'numbered-notes'), 'footnotes')
  })
})

describe('a citation', () => {
  const item = {
    type: 'article-newspaper',
    title: 'The dam',
    author: [{ family: 'Calder', given: 'Ines' }],
    editor: [],
    issued: { year: 2020 },
    containerTitle: 'Valley Post',
    url: 'https://valley.example/dam',
  }
  const inserted = (
    draft: string,
    style: CitationStyleSetting,
    language: Language = 'markdown',
    locator = '',
  ): string => {
    const at = draft.indexOf('‸')
    const text = draft.replace('‸', '')
    const reading = read({ text, language })
    const span = { start: at, end: at }
    const citing = insertCitation(reading, span, freshSource(item), {
      style,
      form: 'news',
      library: emptyLibrary,
      locator,
    })
    return `${applyEdits(text, citing.edits)}${citing.additions.map(({ key }) => ` + ${key}`).join('')}`
  }
  const CITED = 'Ines Calder, “The dam,” Valley Post, 2020, https://valley.example/dam'

  it('is written in each style', () => {
    const draft = 'The Val‸ley Post reported that crime had doubled. It rained.'
    assert.equal(
      inserted(draft, 'footnotes', 'markdown', 'p. 3'),
      `The Valley Post reported that crime had doubled.[^1] It rained.\n\n[^1]: ${CITED}, p. 3.`,
    )
    assert.match(
      inserted(draft, 'links'),
      /^\[The Valley Post\]\(https:\/\/valley\.example\/dam "Ines Calder, .*"\) reported/,
    )
    assert.match(inserted(draft, 'keys', 'markdown', 'p. 3'), /doubled \[@(\S+), p\. 3\]\. It rained\. \+ \1$/)
    assert.equal(
      inserted(draft, 'author-year'),
      'The Valley Post reported that crime had doubled (Calder, 2020). It rained.\n\n## References\n\n- Calder, I. (2020). The dam. *Valley Post*. https://valley.example/dam'.replaceAll(
        '*',
        '',
      ),
    )
    assert.equal(
      inserted(draft, 'numbered-notes', 'plaintext'),
      `The Valley Post reported that crime had doubled.[1] It rained.\n\nSources\n[1] ${CITED}.`,
    )
    assert.equal(
      inserted(draft, 'links', 'plaintext'),
      'The Valley Post reported that crime had doubled (https://valley.example/dam). It rained.',
    )
  })

  it('joins the bracket that is there, and uses the note again that says the same', () => {
    assert.match(inserted('It ‸fell [@doe1999]. It rained.', 'keys'), /^It fell \[@doe1999; @\S+\]\. It rained\./)
    assert.equal(
      inserted(`It fell.[^a] It ‸rose.\n\n[^a]: ${CITED}.`, 'footnotes'),
      `It fell.[^a] It rose.[^a]\n\n[^a]: ${CITED}.`,
    )
  })

  it('stands after the quotation marks, and after an abbreviation', () => {
    assert.match(inserted('“We ‸saw it.” It rained.', 'keys'), /^“We saw it\.” \[@\S+\] It rained\./)
    assert.match(inserted('It ‸came from the U.S. It rained.', 'keys'), /^It came from the U\.S\. \[@\S+\] It rained\./)
  })
})
