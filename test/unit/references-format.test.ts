import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { parseBibliography } from '../../server/core/references/bibliography.ts'
import { escapeMarkdown, formatReference, formatShort, sortKey } from '../../server/core/references/format/index.ts'
import type { Item } from '../../server/core/references/reference.ts'

function itemOf(fields: string, type = 'book'): Item {
  const [reference] = parseBibliography(`@${type}{a, ${fields}}`, 'bibtex', 'file:///a').references
  assert.ok(reference)
  return reference.item
}

/** The three styles of an entry. */
const styles = (fields: string, type?: string): string[] =>
  (['news', 'chicago', 'apa'] as const).map((style) => formatReference(itemOf(fields, type), style))

describe('the text of a reference, in news style, in Chicago notes and in APA', () => {
  it('of a newspaper', () => {
    assert.deepEqual(
      styles(
        'author = {Jane Doe and John P. Roe}, title = {Crime Doubles}, journaltitle = {The New York Times}, date = {2024-10-05}, url = {https://nyt.example/a}',
        'article',
      ),
      [
        'Jane Doe and John P. Roe, “Crime Doubles,” The New York Times, Oct. 5, 2024, https://nyt.example/a.',
        'Jane Doe and John P. Roe, “Crime Doubles,” The New York Times, October 5, 2024, https://nyt.example/a.',
        'Doe, J., & Roe, J. P. (2024, October 5). Crime Doubles. The New York Times. https://nyt.example/a',
      ],
    )
  })

  it('of a journal, with four authors and a question for a title', () => {
    assert.deepEqual(
      styles(
        'author = {van der Berg, Jean-Paul and Roe, John and Poe, Ann and King, Jr., Martin}, title = {Is This It?}, journal = {Rivers}, volume = 12, number = 3, pages = {23--45}, year = 2024, month = may, doi = {10.1000/182}',
        'article',
      ),
      [
        'Jean-Paul van der Berg and others, “Is This It?” Rivers, vol. 12, no. 3, pp. 23–45, May 2024, https://doi.org/10.1000/182.',
        'Jean-Paul van der Berg et al., “Is This It?,” Rivers 12, no. 3 (May 2024): 23–45, https://doi.org/10.1000/182.',
        'van der Berg, J.-P., Roe, J., Poe, A., & King, M., Jr. (2024). Is This It? Rivers, 12(3), 23–45. https://doi.org/10.1000/182',
      ],
    )
  })

  it('of a book, its editors and a chapter in it', () => {
    const book = 'title = {Rivers!}, publisher = {Hill Press}, location = {Oxford}, date = 1990, edition = 2'
    assert.deepEqual(styles(`author = {Calder, Ines}, ${book}`), [
      'Ines Calder, “Rivers!” 2nd ed., Hill Press, 1990.',
      'Ines Calder, Rivers!, 2nd ed. (Oxford: Hill Press, 1990).',
      'Calder, I. (1990). Rivers! (2nd ed.). Hill Press.',
    ])
    assert.deepEqual(styles(`editor = {Calder, Ines and Hale, Tom}, ${book}`), [
      'Ines Calder and Tom Hale, editors, “Rivers!” 2nd ed., Hill Press, 1990.',
      'Ines Calder and Tom Hale, eds., Rivers!, 2nd ed. (Oxford: Hill Press, 1990).',
      'Calder, I., & Hale, T. (Eds.). (1990). Rivers! (2nd ed.). Hill Press.',
    ])
    const chapter =
      'author = {Hale, Tom}, title = {Valleys}, booktitle = {Rivers}, editor = {Calder, Ines}, pages = {3-9}, publisher = {Hill Press}, year = 2003'
    assert.deepEqual(styles(chapter, 'incollection'), [
      'Tom Hale, “Valleys,” Rivers, edited by Ines Calder, Hill Press, pp. 3–9, 2003.',
      'Tom Hale, “Valleys,” in Rivers, ed. Ines Calder (Hill Press, 2003), 3–9.',
      'Hale, T. (2003). Valleys. In I. Calder (Ed.), Rivers (pp. 3–9). Hill Press.',
    ])
  })

  it('of a page with no author and no date, which says when somebody looked', () => {
    assert.deepEqual(
      styles(
        'title = {Water levels}, organization = {County of Hallam}, url = {https://c.example/w}, urldate = {2024-10-06}',
        'online',
      ),
      [
        '“Water levels,” County of Hallam, undated, https://c.example/w, accessed Oct. 6, 2024.',
        '“Water levels,” County of Hallam, accessed October 6, 2024, https://c.example/w.',
        'Water levels. (n.d.). County of Hallam. Retrieved October 6, 2024, from https://c.example/w',
      ],
    )
  })

  it('of an organisation that publishes itself, of a thesis that is to come', () => {
    assert.deepEqual(
      styles(
        'author = {{County of Hallam}}, title = {Floods}, institution = {County of Hallam}, number = 12, date = {2020-03}',
        'report',
      ),
      [
        'County of Hallam, “Floods,” March 2020.',
        'County of Hallam, Floods (2020).',
        'County of Hallam. (2020). Floods (No. 12).',
      ],
    )
    assert.deepEqual(
      styles('author = {Poe, Ann}, title = {Edges}, school = {Hallam University}, year = {forthcoming}', 'thesis'),
      [
        'Ann Poe, “Edges,” Hallam University, forthcoming.',
        'Ann Poe, “Edges” (thesis, Hallam University, forthcoming).',
        'Poe, A. (forthcoming). Edges [Thesis, Hallam University].',
      ],
    )
  })

  it('of nearly nothing', () => {
    assert.deepEqual(styles('title = {Untold}', 'misc'), ['“Untold,” undated.', '“Untold,” n.d.', 'Untold. (n.d.).'])
  })

  it('of very many authors', () => {
    const author = Array.from({ length: 22 }, (_, at) => `Doe${String.fromCharCode(65 + at)}, Jane`).join(' and ')
    const [, , apa = ''] = styles(`author = {${author}}, title = {T}, publisher = {P}, year = 2024`)
    assert.match(apa, /^DoeA, J\., DoeB, J\., .*DoeS, J\., \. \. \. DoeV, J\. \(2024\)\./)
    const [news = '', , others = ''] = styles(
      'author = {Doe, Jane and others}, title = {T}, publisher = {P}, year = 2024',
    )
    assert.deepEqual([news, others], ['Jane Doe and others, “T,” P, 2024.', 'Doe, J., et al. (2024). T. P.'])
  })

  it('keeps quotation marks within a title apart from those around it', () => {
    assert.equal(
      formatReference({ type: 'document', title: 'The “dam” and "flood"', author: [], editor: [] }, 'news'),
      "“The ‘dam’ and 'flood',” undated.",
    )
  })
})

describe('author and year', () => {
  it('name one, two, the first of more, or the title', () => {
    const short = (fields: string) => formatShort(itemOf(fields))
    assert.equal(short('author = {van Doe, Jane}, year = 2024'), 'van Doe, 2024')
    assert.equal(short('author = {Doe, Jane and {County of Hallam}}'), 'Doe and County of Hallam, n.d.')
    assert.equal(short('author = {Doe, Jane and Roe, John and Poe, Ann}, year = 2024'), 'Doe et al., 2024')
    assert.equal(short('editor = {Doe, Jane and others}, year = 2024'), 'Doe et al., 2024')
    assert.equal(short('title = {Water levels}, year = 2024'), '“Water levels,” 2024')
    assert.equal(short('title = {What do the water levels of the county say?}'), '“What do the water levels…” n.d.')
  })

  it('bring references into their order', () => {
    const fields = [
      'author = {de la Vega, Ana}, year = 2001, title = {B}',
      'author = {Ángel, Ana}, year = 2001',
      'author = {Vega, Ana}, year = 1999',
      'title = {The Apple}',
      'author = {Vega, Ana}, year = 2001, title = {The A}',
    ]
    const sorted = fields.map((text) => itemOf(text)).toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))
    assert.deepEqual(
      sorted.map(({ author, issued, title }) => author[0]?.family ?? title ?? issued),
      ['Ángel', 'The Apple', 'Vega', 'Vega', 'Vega'],
    )
    assert.deepEqual(
      sorted.slice(2).map(({ issued, title }) => [issued?.year, title]),
      [
        [1999, undefined],
        [2001, 'The A'],
        [2001, 'B'],
      ],
    )
  })
})

describe('escaping for Markdown', () => {
  it('leaves nothing that is markup, and addresses that can be followed', () => {
    assert.equal(
      escapeMarkdown('*a* [b](c) <i> `d` e_f $5 @g ~h~ a|b &amp; R&D'),
      '\\*a\\* \\[b\\](c) \\<i\\> \\`d\\` e\\_f \\$5 \\@g \\~h\\~ a\\|b \\&amp; R&D',
    )
    assert.equal(escapeMarkdown('1. x'), '1\\. x')
    assert.equal(escapeMarkdown('- x\n# y'), '\\- x \\# y')
    assert.equal(escapeMarkdown('See https://a.example/b_c/*d*/_e_.'), 'See https://a.example/b_c/%2Ad%2A/%5Fe%5F.')
  })
})
