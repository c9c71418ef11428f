import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { read } from '../../server/core/reading.ts'
import { draftReferences } from '../../server/core/references/draft/index.ts'
import { itemInNote } from '../../server/core/references/draft/note.ts'
import type { Item } from '../../server/core/references/reference.ts'
import type { Language } from '../../server/core/text/draft.ts'

/** What a note says, without lists of names that are empty. */
function said(note: string): Partial<Item> {
  const { author, editor: _, ...rest } = itemInNote(note)
  return author.length > 0 ? { ...rest, author } : rest
}

/** The references of a draft: kind, key, the words at the key's place, and what is said of the source. */
const referencesIn = (text: string, language: Language) =>
  draftReferences(read({ text, language })).map(({ kind, key, keySpan, item, text: words }) => ({
    kind,
    key,
    at: text.slice(keySpan.start, keySpan.end),
    words,
    item,
  }))

describe('what a note says of its source', () => {
  it('is told from quotation marks, italics, a date and an address', () => {
    const expected = {
      type: 'article-newspaper',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'John P.' },
      ],
      title: 'Crime Doubles',
      containerTitle: 'Hallam Gazette',
      issued: { year: 2024, month: 10, day: 5 },
      url: 'https://g.example/a_b',
    }
    for (const note of [
      'Jane Doe and John P. Roe, “Crime Doubles,” *Hallam Gazette*, Oct. 5, 2024, https://g.example/a_b.',
      'See Jane Doe and John P. Roe. "Crime Doubles." Hallam Gazette, 5 October 2024 <https://g.example/a_b>.',
      'Jane Doe and John P. Roe, [“Crime Doubles”](https://g.example/a_b), _Hallam Gazette_ (2024-10-05)',
    ])
      assert.deepEqual(said(note), expected, note)
  })

  it('is told for a page that somebody looked at', () => {
    assert.deepEqual(said('[Water levels](https://c.example/w), County of Hallam, accessed on 6 October 2024.'), {
      type: 'webpage',
      title: 'Water levels',
      containerTitle: 'County of Hallam',
      accessed: { year: 2024, month: 10, day: 6 },
      url: 'https://c.example/w',
    })
  })

  it('is told for a book, and for a paper with a DOI', () => {
    assert.deepEqual(said('Calder, Ines. *The Dam*. Hill Press, 1990.'), {
      type: 'book',
      author: [{ family: 'Calder', given: 'Ines' }],
      title: 'The Dam',
      publisher: 'Hill Press',
      issued: { year: 1990 },
    })
    assert.deepEqual(said('Smith et al., “Is This It?” Rivers 12 (2024), doi:10.1000/182.'), {
      type: 'document',
      author: [{ family: 'Smith' }, { literal: 'others' }],
      title: 'Is This It?',
      containerTitle: 'Rivers',
      issued: { year: 2024 },
      doi: '10.1000/182',
    })
  })

  it('is told from an address alone: a known site, and the day in its path', () => {
    assert.deepEqual(said('https://www.nytimes.com/2024/10/05/us/crime.html'), {
      type: 'webpage',
      containerTitle: 'The New York Times',
      issued: { year: 2024, month: 10, day: 5 },
      url: 'https://www.nytimes.com/2024/10/05/us/crime.html',
    })
    assert.deepEqual(said('https://a.example/2024/13/05/x').issued, undefined)
  })

  it('is a title from end to end where its form says no more', () => {
    assert.deepEqual(said('County archive, file 12.'), { type: 'document', title: 'County archive, file 12' })
    assert.deepEqual(said('Interview with Dana Reyes, Sept. 2, 2024'), {
      type: 'document',
      title: 'Interview with Dana Reyes',
      issued: { year: 2024, month: 9, day: 2 },
    })
    assert.deepEqual(said(''), { type: 'document' })
    assert.deepEqual(said('World Health Organization, “Floods,” 2020').author, [
      { literal: 'World Health Organization' },
    ])
    assert.deepEqual(said('He did not say what they did with it all, “Floods,” 2020').author, undefined)
  })
})

describe('the references of a draft', () => {
  it('are its footnotes and its links, each address once, with their places', () => {
    const text =
      'The [New York Times](https://nytimes.com/2024/10/05/a.html) said so. See [“The Dam”][d], [d] and <https://b.example/q>.[^doe]\n\n[d]: https://d.example\n[^doe]: Jane Doe, “T,” *Out*, 2024, [here](https://f.example).\n'
    assert.deepEqual(
      referencesIn(text, 'markdown').map(({ kind, key, at, item }) => [
        kind,
        key,
        at,
        item.title ?? item.containerTitle,
      ]),
      [
        [
          'link',
          'https://nytimes.com/2024/10/05/a.html',
          'https://nytimes.com/2024/10/05/a.html',
          'The New York Times',
        ],
        ['link', 'https://d.example', '[“The Dam”][d]', 'The Dam'],
        ['link', 'https://b.example/q', 'https://b.example/q', 'b.example'],
        ['footnote', 'doe', 'doe', 'T'],
      ],
    )
  })

  it('are the entries of a list of sources in plain text', () => {
    const text = 'Rents rose. [1]\n\nSources\n[1] Jane Doe, “Rents,” Out, 2024.\n2. County archive,\nfile 12\n'
    assert.deepEqual(
      referencesIn(text, 'plaintext').map(({ kind, key, at, words, item }) => [kind, key, at, words, item.title]),
      [
        ['numbered-note', '1', '1', 'Jane Doe, “Rents,” Out, 2024.', 'Rents'],
        ['numbered-note', '2', '2', 'County archive,\nfile 12', 'County archive, file 12'],
      ],
    )
  })
})
