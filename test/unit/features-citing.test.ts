import assert from 'node:assert/strict'
import { citeContext } from '../../server/core/citing/context.ts'
import { libraryOf } from '../../server/core/citing/library.ts'
import { applyEdits } from '../../server/core/edits/fix.ts'
import { completionsAt } from '../../server/core/features/completion.ts'
import { definitionAt } from '../../server/core/features/definition.ts'
import { foldings } from '../../server/core/features/folding.ts'
import { hover } from '../../server/core/features/hover.ts'
import { draftLinks } from '../../server/core/features/links.ts'
import { citeOffers, convertOffers, renumberOffers } from '../../server/core/features/offers.ts'
import { carriedBy, mentionsOf } from '../../server/core/features/references.ts'
import { refusalOf, renameIn, renamingAt } from '../../server/core/features/rename.ts'
import { renderMarkdown } from '../../server/core/features/words.ts'
import { check } from '../../server/core/findings.ts'
import { type Reading, read } from '../../server/core/reading.ts'
import { parseBibliography } from '../../server/core/references/index.ts'
import type { Language } from '../../server/core/text/draft.ts'

const BIB = `@article{calder2020,
  author = {Calder, Ines}, title = {The dam}, journal = {Valley Post}, year = {2020}, month = oct, url = {https://valley.example/dam}
}
@article{ito,
  author = {Ito, Ken}, title = {![x](http://evil.example) <b>Water</b>}, journal = {Harbour Times}, year = {2021}
}`
const library = libraryOf(parseBibliography(BIB, 'bibtex', 'file:///desk/a.bib').references)
const context = citeContext(library)

/** A draft with the caret drawn as `‸`. */
function drawn(draft: string, language: Language = 'markdown'): { reading: Reading; at: number; text: string } {
  const at = draft.indexOf('‸')
  const text = draft.replace('‸', '')
  return { reading: read({ text, language }), at, text }
}

describe('from a citation to its source', () => {
  const led = (draft: string, language?: Language): string[] => {
    const { reading, at, text } = drawn(draft, language)
    const found = definitionAt(reading, library, at)
    const shown = (file: string | undefined, start: number, end: number): string =>
      (file === undefined ? text : BIB).slice(start, end)
    return (found?.places ?? []).map(({ file, name }) => `${file ?? 'draft'}: ${shown(file, name.start, name.end)}`)
  }

  it('leads to the note, the list or the bibliography', () => {
    assert.deepEqual(led('It fell.[^‸a]\n\n[^a]: Note.'), ['draft: [^a]:'])
    assert.deepEqual(led('It fell [@‸calder2020, p. 3].'), ['file:///desk/a.bib: calder2020'])
    assert.deepEqual(led('It fell (‸Doe, 2020).\n\n## References\n\n- Doe, J. (2020). X.'), ['draft: Doe'])
    assert.deepEqual(led('It fell.[1‸]\n\nSources\n[1] One', 'plaintext'), ['draft: [1]'])
    assert.deepEqual(led('It ‸fell.[^a]\n\n[^a]: Note.'), [])
    assert.deepEqual(led('It fell [@un‸known].'), [])
  })
})

describe('what a source carries', () => {
  it('is every claim of the sentences that cite it, and the citations that carry none', () => {
    const text = '# Dam [@calder2020]\n\nThe dam failed in 1954 and killed 83 people [@ito; @calder2020]. It rained.\n'
    const reading = read({ text, language: 'markdown' })
    const carried = carriedBy(reading, { kind: 'citation-key', key: 'calder2020' })
    assert.deepEqual(
      carried.map(({ start, end }) => text.slice(start, end)),
      ['@calder2020', 'The dam failed in 1954 and killed 83 people [@ito; @calder2020].'],
    )
  })

  it('is told from where its name stands', () => {
    const text = 'A.[^a] B.[^A]\n\n[^a]: One.'
    const found = mentionsOf(read({ text, language: 'markdown' }), { kind: 'footnote', key: 'a' })
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['[^a]', '[^A]', '[^a]:'],
    )
  })
})

describe('renaming', () => {
  const renamed = (draft: string, name: string): string => {
    const { reading, at, text } = drawn(draft)
    const found = renamingAt(reading, library, at)
    if (found === undefined) return 'nothing'
    if ('refusal' in found) return found.refusal
    return (
      refusalOf(reading, library, found.thing, name) ?? applyEdits(text, renameIn(reading, library, found.thing, name))
    )
  }

  it('changes a label where it is cited and where it is defined, and nothing else', () => {
    assert.equal(
      renamed('A.[^a‸] B.[^b][^a] `[^a]`\n\n[^a]: One [^b].\n[^b]: a.', 'dam'),
      'A.[^dam] B.[^b][^dam] `[^a]`\n\n[^dam]: One [^b].\n[^b]: a.',
    )
    assert.equal(renamed('A.[^a]\n\n[^‸a]: One.', 'dam'), 'A.[^dam]\n\n[^dam]: One.')
  })

  it('changes a key in every form', () => {
    assert.equal(
      renamed('A [see @‸ito, p. 3; @{ito}]. -@ito @itoh', 'ken.2020'),
      'A [see @ken.2020, p. 3; @ken.2020]. -@ken.2020 @itoh',
    )
  })

  it('says why not', () => {
    assert.match(
      renamed('A.[^‸a] B.[^b]\n\n[^a]: One.\n[^b]: B.', 'B'),
      /Another footnote has the mark \[\^B\] already/,
    )
    assert.match(renamed('A.[^‸a]\n\n[^a]: One.', 'a b'), /no spaces/)
    assert.match(renamed('A [@‸ito].', 'calder2020'), /Another entry has the key/)
    assert.match(renamed('A [@‸ito].', 'a,b'), /no spaces, commas/)
    assert.match(renamed('See [‸it](https://a.org).', 'x'), /Only the labels/)
    assert.equal(renamed('See ‸it.', 'x'), 'nothing')
  })
})

describe('completing', () => {
  const offered = (draft: string, language?: Language): string[] => {
    const { reading, at, text } = drawn(draft, language)
    const found = completionsAt(reading, at, context)
    return (found?.items ?? []).map(({ insert, detail, also }) => {
      const put = `${text.slice(0, found?.span.start)}${insert}${text.slice(found?.span.end)}`
      return `${put.split('\n')[0]} | ${detail}${also.length > 0 ? ` | ${also[0]?.text.trim()}` : ''}`
    })
  }

  it('offers keys after @, with who and when', () => {
    assert.deepEqual(offered('It fell [@cal‸].'), ['It fell [@calder2020]. | Calder, 2020'])
    assert.deepEqual(offered('It fell [@calder2020; @‸]').length, 2)
    assert.deepEqual(offered('As @it‸o says'), ['As @ito says | Ito, 2021'])
  })

  it('offers notes after [^, and new ones with their text', () => {
    assert.deepEqual(offered('It fell.[^dam‸]\n\n[^1]: Minutes.'), [
      'It fell.[^1] | Minutes.',
      'It fell.[^2] | Calder, 2020 | [^2]: Ines Calder, “The dam,” Valley Post, October 2020, https://valley.example/dam.',
    ])
  })

  it('offers the numbers of a list in plain text', () => {
    assert.deepEqual(offered('It fell.[‸\n\nSources\n[1] Minutes', 'plaintext'), ['It fell.[1 | Minutes'])
  })

  it('offers nothing elsewhere', () => {
    for (const draft of ['It fell ‸', 'a@‸', 'me@cal‸', 'It [‸', 'It fell [@calder2020, p‸'])
      assert.deepEqual(offered(draft), [], draft)
  })
})

describe('pointing at a key', () => {
  it('shows the reference in full, and nothing of it as markup', () => {
    const { reading, at } = drawn('It fell [@i‸to].')
    const found = hover(reading, [], at, { library, form: 'news' })
    const shown = found === undefined ? '' : renderMarkdown(found)
    assert.match(shown, /^\*\*Citation\*\*: Ken Ito, “\\!\\\[x\\\]\(http\\:\/\/evil\.example\) /)
    assert.doesNotMatch(shown, /<b>/)
  })

  it('says that no entry has it', () => {
    const { reading, at } = drawn('It fell [@do‸e].')
    const found = hover(reading, [], at, { library, form: 'news' })
    assert.match(found === undefined ? '' : renderMarkdown(found), /key “doe”, which no entry has/)
  })
})

describe('folding and links', () => {
  it('fold runs of notes, and long ones', () => {
    const text = 'A.\n\n[^1]: One.\n[^2]: Two.\n\n    More of two.\n\nB.\n\n[^3]: Three.'
    assert.deepEqual(
      foldings(read({ text, language: 'markdown' })).map(({ start, end }) => text.slice(start, end)),
      ['[^1]: One.\n[^2]: Two.\n\n    More of two.', '[^2]: Two.\n\n    More of two.'],
    )
  })

  it('lead to bibliographies and to addresses that a browser opens', () => {
    const text = '---\nbibliography: [a.bib, b/c.json]\n---\n\nSee https://a.org/x, www.b.org and [it](command:evil).'
    assert.deepEqual(
      draftLinks(read({ text, language: 'markdown' })).map(({ to }) => to),
      [{ path: 'a.bib' }, { path: 'b/c.json' }, { address: 'https://a.org/x' }, { address: 'https://www.b.org' }],
    )
  })
})

describe('offers', () => {
  const text =
    'The Valley Post reported in October 2020 that the dam had killed 83 people in 21 attacks.[^2]\n\nIt fell.[^1]\n\n[^1]: One.\n[^2]: Two.'

  it('cite the reference of the source that is named', () => {
    const plain = text.replace('[^2]', '')
    const reading = read({ text: plain, language: 'markdown' })
    const findings = check(reading, undefined, library)
    const offers = citeOffers(reading, reading, findings, { start: 8, end: 8 }, context)
    assert.match(offers[0]?.title ?? '', /^Cite Ines Calder, “The dam,”/)
    const made = offers[0]?.make()
    assert.match(
      made === undefined ? '' : applyEdits(plain, made.edits),
      /attacks\.\[\^3\]\n[\s\S]*\[\^2\]: Two\.\n\[\^3\]: Ines Calder/,
    )
  })

  it('convert and renumber', () => {
    const reading = read({ text, language: 'markdown' })
    assert.deepEqual(
      convertOffers(reading, context).map(({ title }) => title),
      [
        'Convert all citations to citation keys',
        'Convert all citations to author and year in brackets',
        'Convert all citations to links',
      ],
    )
    assert.match(
      applyEdits(text, renumberOffers(reading)[0]?.make()?.edits ?? []),
      /attacks\.\[\^1\][\s\S]*fell\.\[\^2\]/,
    )
  })
})
