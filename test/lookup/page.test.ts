import assert from 'node:assert/strict'
import fc from 'fast-check'
import { decodePage } from '../../server/lookup/charset.ts'
import { readPage } from '../../server/lookup/page.ts'
import { itemOfPage } from '../../server/lookup/pageItem.ts'

const ADDRESS = new URL('https://www.paper.example/2024/10/05/harbor?utm_source=x')

/** What is made of a page, without the day on which it was looked at, which is today. */
function read(html: string) {
  const item = itemOfPage(readPage(html), ADDRESS)
  if (item === undefined) return undefined
  const { accessed, editor, ...rest } = item
  assert.equal(accessed?.year, new Date().getFullYear())
  assert.deepEqual(editor, [])
  return rest
}

const ld = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('a page', () => {
  it('of a newspaper is read by its JSON-LD and Open Graph', () => {
    const html = `<!doctype html><html><head>
      <title>Harbor closes after spill - The Harbor Paper</title>
      <link rel="canonical" href="/2024/10/05/harbor">
      <meta property="og:site_name" content="The Harbor Paper"><meta property="og:title" content="Spill!">
      ${ld({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', name: 'The Harbor Paper' },
          {
            '@type': ['NewsArticle'],
            headline: 'Harbor closes after &quot;spill&quot;',
            datePublished: '2024-10-05T23:30:00-07:00',
            author: [
              { '@type': 'Person', name: 'Dana Reyes' },
              { '@type': 'Organization', name: 'City Desk' },
            ],
            publisher: { name: 'The Harbor Paper' },
          },
        ],
      })}
      </head><body><title>not this</title></body></html>`
    assert.deepEqual(read(html), {
      type: 'article-newspaper',
      title: 'Harbor closes after "spill"',
      author: [{ family: 'Reyes', given: 'Dana' }, { literal: 'City Desk' }],
      issued: { year: 2024, month: 10, day: 5 },
      containerTitle: 'The Harbor Paper',
      url: 'https://www.paper.example/2024/10/05/harbor',
    })
  })

  it('of a journal is read by the tags that are meant for citing', () => {
    const html = `<META NAME=citation_title CONTENT="Eelgrass &lt;i&gt;beds&lt;/i&gt;">
      <meta name="citation_author" content="Cruz, Ana"><meta name="citation_author" content="J. H. van den Berg">
      <meta name="citation_publication_date" content="2021/03/07"><meta name="citation_journal_title" content="Shores">
      <meta name="citation_volume" content="12"><meta name="citation_firstpage" content="101"><meta name="citation_lastpage" content="119">
      <meta name="citation_doi" content="doi:10.5555/tide.1"><meta name="citation_publisher" content="Shore Press">`
    assert.deepEqual(read(html), {
      type: 'article-journal',
      title: 'Eelgrass beds',
      author: [
        { family: 'Cruz', given: 'Ana' },
        { family: 'Berg', given: 'J. H.', particle: 'van den' },
      ],
      issued: { year: 2021, month: 3, day: 7 },
      containerTitle: 'Shores',
      publisher: 'Shore Press',
      volume: '12',
      page: '101–119',
      url: ADDRESS.href,
      doi: '10.5555/tide.1',
    })
  })

  it('that says little is read as far as it says anything', () => {
    assert.deepEqual(read('<title>\n Council minutes,&nbsp;May </title>'), {
      type: 'webpage',
      title: 'Council minutes, May',
      author: [],
      url: ADDRESS.href,
    })
    const dublin = read(
      '<meta name="DC.Title" content="A"><meta name="DC.Creator" content="Ann Poe"><meta name="dc.date" content="2019-02">',
    )
    assert.deepEqual([dublin?.author, dublin?.issued], [[{ family: 'Poe', given: 'Ann' }], { year: 2019, month: 2 }])
  })

  it('without a title is nothing', () => {
    for (const html of [
      '',
      '<p>Hello',
      '<title> </title>',
      '<title></title><body><title>Late</title>',
      '<!-- <title>A</title> -->',
    ])
      assert.equal(read(html), undefined, html)
  })

  it('names its authors in whatever way', () => {
    const authors = (byline: string) =>
      read(
        `<title>A</title><meta property="og:site_name" content="The Daily Wire"><meta name="author" content="${byline}">`,
      )?.author
    const jane = { family: 'Doe', given: 'Jane' }
    const john = { family: 'Roe', given: 'John Q.' }
    assert.deepEqual(authors('By Jane Doe'), [jane])
    assert.deepEqual(authors('Doe, Jane'), [jane])
    assert.deepEqual(authors('Jane Doe and John Q. Roe'), [jane, john])
    assert.deepEqual(authors('Jane Doe, John Q. Roe &amp; Ann Poe'), [jane, john, { family: 'Poe', given: 'Ann' }])
    assert.deepEqual(authors('Doe, Jane; Roe, John Q.'), [jane, john])
    assert.deepEqual(authors('Jane Doe Jr.'), [{ ...jane, suffix: 'Jr.' }])
    assert.deepEqual(authors('Ludwig van Beethoven'), [{ family: 'Beethoven', given: 'Ludwig', particle: 'van' }])
    assert.deepEqual(authors('Reuters'), [{ literal: 'Reuters' }])
    assert.deepEqual(authors('Associated Press'), [{ literal: 'Associated Press' }])
    assert.deepEqual(authors('Times Staff'), [{ literal: 'Times Staff' }])
    assert.deepEqual(authors('The Daily Wire'), [])
    assert.deepEqual(authors('https://social.example/jane'), [])
    assert.deepEqual(authors('jane@paper.example'), [])
  })

  it('gives its date as it is written, whatever the way', () => {
    const issued = (date: string) => read(`<title>A</title><meta name="date" content="${date}">`)?.issued
    const day = { year: 2024, month: 1, day: 5 }
    for (const date of [
      '2024-01-05',
      '2024-01-05T23:59:59+14:00',
      '2024/1/5',
      '20240105',
      'Jan. 5, 2024',
      '5 January 2024',
    ])
      assert.deepEqual(issued(date), day, date)
    assert.deepEqual(issued('Fri, 05 Jan 2024 10:00:00 GMT'), day)
    for (const date of ['2024', '2024-00-00']) assert.deepEqual(issued(date), { year: 2024 })
    assert.deepEqual(issued('2024-13-05'), { year: 2024 })
    for (const date of [
      'yesterday',
      '1704412800000',
      '05/01/2024',
      '-1',
      '5 Octember',
      '5 Oktober 2024',
      'noon',
      'October 5',
    ])
      assert.equal(issued(date), undefined, date)
  })

  it('leads nowhere but to itself', () => {
    const url = (html: string) => read(`<title>A</title>${html}`)?.url
    for (const href of [
      'https://evil.example/',
      'javascript:alert(1)',
      'http://[',
      'https://a:b@www.paper.example/',
      '//evil.example/',
    ])
      assert.equal(url(`<link rel=canonical href="${href}">`), ADDRESS.href, href)
  })

  it('brings nothing with it that is not text', () => {
    const item = read(
      `<title>A\u202eB\u0007 &lt;img src=x&gt; <b>C</b></title><meta name="__proto__" content="x"><meta name="constructor" content="x">
       <meta property="og:site_name" content="&lt;script&gt;alert(1)&lt;/script&gt;Site">${ld({ '@type': 'NewsArticle', author: { name: { a: 1 } }, publisher: 7 })}`,
    )
    assert.equal(item?.title, 'AB <img src=x> <b>C</b>')
    assert.equal(item?.containerTitle, 'Site')
    assert.deepEqual(item?.author, [])
  })

  it('is read in time that grows with its length, and never fails, whatever its JSON-LD is', () => {
    const graph = (depth: number): unknown =>
      depth === 0 ? { '@type': 'Article', headline: 'Deep' } : [graph(depth - 1)]
    for (const [what, html] of Object.entries({
      'tags that are never opened': '<b>'.repeat(80_000) + '</x>'.repeat(60_000),
      'paragraphs in paragraphs': '<p><div>'.repeat(60_000),
      'attributes without end': `<meta ${'a=1 '.repeat(120_000)}`,
      'brackets alone': '<'.repeat(500_000),
      'references alone': '&amp'.repeat(120_000),
      'comments that do not end': '<!--'.repeat(120_000),
      'metas alone': '<meta name=author content="a, b and c">'.repeat(12_000),
      'scripts alone': `<script type="application/ld+json">{"@graph":[{"@type":"Article"},{}]}</script>`.repeat(6000),
      'a list in lists': `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`,
      'a long list': ld(Array.from({ length: 30_000 }, () => ({ '@graph': [1, 2, 3] }))),
    })) {
      const from = process.cpuUsage()
      read(`${html}<title>A</title>`)
      const { user } = process.cpuUsage(from)
      assert.ok(user < 1_000_000, `${what}: ${Math.round(user / 1000)} ms`)
    }
    assert.equal(read(ld(graph(20)))?.title, 'Deep')
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>/="\'&;!-[]{}:,amet itle\u0000é') }),
        (html) => void read(html),
      ),
    )
    fc.assert(
      fc.property(
        fc.json(),
        (json) => void read(`<title>A</title><script type="application/ld+json">${json}</script>`),
      ),
    )
  }).timeout(20_000)
})

describe('the encoding of a page', () => {
  const latin = Buffer.from('<title>Caf\xe9 \x93Harbor\x94</title>', 'latin1')
  const utf8 = Buffer.from('<title>Café “Harbor”</title>')
  const right = '<title>Café “Harbor”</title>'

  it('is what its bytes, its header or its words say, and else what fits', () => {
    assert.equal(decodePage(utf8, 'text/html; charset=UTF-8'), right)
    assert.equal(decodePage(latin, 'text/html; charset="windows-1252"'), right)
    assert.equal(decodePage(latin, 'text/html; charset=iso-8859-1'), right)
    assert.equal(decodePage(utf8, 'text/html'), right)
    assert.equal(decodePage(latin, 'text/html'), right)
    assert.equal(decodePage(utf8.subarray(0, -1).subarray(0, 13), 'text/html').slice(0, 10), '<title>Caf')
    const meta = Buffer.concat([
      Buffer.from('<meta http-equiv=content-type content="text/html; charset=windows-1251">'),
      Buffer.from([0xc4]),
    ])
    assert.ok(decodePage(meta, 'text/html').endsWith('Д'))
    assert.equal(decodePage(Buffer.from('\ufeff<title>', 'utf16le'), 'text/html; charset=utf-8'), '<title>')
  })

  it('does not matter where nobody knows it', () => {
    for (const charset of ['klingon', 'utf-8\u0000', '../../etc', 'x'.repeat(1000), ''])
      assert.equal(decodePage(utf8, `text/html; charset=${charset}`), right, charset)
    assert.equal(decodePage(Buffer.from('<meta charset=klingon>a'), 'text/html'), '<meta charset=klingon>a')
  })
})
