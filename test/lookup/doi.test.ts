import assert from 'node:assert/strict'
import { doiIn } from '../../server/lookup/doi.ts'
import { lookUpDoi } from '../../server/lookup/lookUpDoi.ts'
import { failureOf, type Handler, needLoopback, says, sendsOn, type Town, town } from './town.ts'

const CSL = 'application/vnd.citationstyles.csl+json'

/** What Crossref says of an article, in its own way. */
const ARTICLE = {
  type: 'journal-article',
  title: 'Eelgrass &amp; tides: a <i>Zostera</i>\n  survey &lt;2020&gt;',
  author: [
    { given: 'Ana', family: 'de la Cruz', sequence: 'first', affiliation: [] },
    { family: 'Berg', given: 'J. H.', 'non-dropping-particle': 'van den', suffix: 'Jr.' },
    { name: 'Tidewatch Consortium', sequence: 'additional' },
  ],
  issued: { 'date-parts': [[2021, 3]] },
  'container-title': 'Journal of Shores',
  publisher: 'Shore Press',
  volume: '12',
  issue: '4',
  page: '101-119',
  DOI: '10.5555/TIDE.1',
  URL: 'http://dx.doi.org/10.5555/tide.1',
  ISBN: ['978-0-00-000000-2'],
}

describe('a DOI', () => {
  it('is known in the ways people write one, and nothing else is one', () => {
    for (const text of [
      '10.1000/182',
      ' doi:10.1000/182',
      'DOI: 10.1000/182',
      'https://doi.org/10.1000/182',
      'HTTP://DX.DOI.ORG/10.1000/182',
      'doi.org/10.1000%2F182',
    ])
      assert.equal(doiIn(text), '10.1000/182', text)
    for (const doi of [
      '10.1002/(SICI)1097-4571(199510)46:9<646::AID-ASI2>3.0.CO;2-1',
      "10.1000/o'neil",
      '10.1000.10/ü',
    ])
      assert.equal(doiIn(doi), doi)
    for (const text of [
      ...[
        '',
        '10.1000',
        '10.1000/',
        '10.10/1',
        '11.1000/1',
        'x10.1000/1',
        '10.1000/a b',
        '10.1000/..',
        '10.1000/a/../b',
      ],
      ...['10.1000/a\r\nHost: b', '10.1000/\0', '10.1000/\ud800', '10.1000/\u202e', `10.1000/${'a'.repeat(500)}`],
      ...[
        'https://evil.example/10.1000/1',
        'https://doi.org.evil.example/10.1000/1',
        'https://doi.org/%',
        'file:///10.1000/1',
      ],
    ])
      assert.equal(doiIn(text), undefined, text)
  })
})

describe('looking up a DOI', () => {
  before(needLoopback)

  let built: Town | undefined

  afterEach(() => built?.end())

  async function lookUp(resolver: Handler, registry: Handler, doi = '10.5555/tide.1') {
    built = await town({ 'doi.org': resolver, 'api.crossref.org': registry, 'journal.example': says('text/html', '') })
    return lookUpDoi(doi, { transport: built.transport, patience: 2000 })
  }
  const toCrossref = sendsOn('https://api.crossref.org/v1/works/10.5555%2Ftide.1/transform')
  const answers = (csl: unknown) => lookUp(toCrossref, says(CSL, JSON.stringify(csl)))

  it('asks doi.org and the registry that it names, and makes an item of the answer', async () => {
    assert.deepEqual(await answers(ARTICLE), {
      type: 'article-journal',
      title: 'Eelgrass & tides: a Zostera survey <2020>',
      author: [
        { given: 'Ana', family: 'de la Cruz' },
        { given: 'J. H.', family: 'Berg', particle: 'van den', suffix: 'Jr.' },
        { literal: 'Tidewatch Consortium' },
      ],
      editor: [],
      issued: { year: 2021, month: 3 },
      containerTitle: 'Journal of Shores',
      publisher: 'Shore Press',
      volume: '12',
      issue: '4',
      page: '101–119',
      doi: '10.5555/TIDE.1',
      isbn: '978-0-00-000000-2',
    })
    assert.deepEqual(
      built?.asked.map(({ host, path }) => host + path),
      ['doi.org/10.5555/tide.1', 'api.crossref.org/v1/works/10.5555%2Ftide.1/transform'],
    )
    assert.ok(built?.asked.every(({ headers }) => headers.some((header) => header.startsWith(CSL))))
  })

  it('sends nothing where it is no DOI', async () => {
    for (const text of ['the leaked memo', '10.1000/a\r\nX: y']) {
      const { why, message } = await failureOf(lookUp(toCrossref, says(CSL, '{}'), text))
      assert.equal(why, 'not-an-address')
      assert.ok(!message.includes('memo'))
      assert.deepEqual(built?.asked, [])
      await built?.end()
    }
  })

  it('is not carried on to a publisher, which was never named', async () => {
    for (const elsewhere of [
      'https://journal.example/tide',
      'https://doi.org.journal.example/',
      'https://notdoi.org/',
    ]) {
      const { why, message } = await failureOf(lookUp(sendsOn(elsewhere), says(CSL, '{}')))
      assert.equal(why, 'moved')
      assert.match(message, /doi\.org sends on/)
      assert.equal(built?.asked.length, 1)
      await built?.end()
    }
  })

  it('says so where doi.org does not know it, the registry is busy, or gives a web page', async () => {
    const failed = async (resolver: Handler, registry = says(CSL, '{}')): Promise<string> => {
      const { message } = await failureOf(lookUp(resolver, registry))
      await built?.end()
      return message
    }
    assert.equal(await failed(says('text/html', 'DOI Not Found', 404)), 'doi.org does not know this DOI.')
    assert.match(
      await failed(toCrossref, says(CSL, '', 429, { 'retry-after': '9' })),
      /^api\.crossref\.org is busy.* 9 sec/,
    )
    assert.match(await failed(toCrossref, says('text/html', '<p>')), /^api\.crossref\.org answers with a web page/)
  })

  it('makes nothing of an answer that is none', async () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '7',
      '"title"',
      '{"title": 7e999}',
      '{"title": {}}',
      '{"title": "<b></b>"}',
      '\xff',
    ])
      assert.equal((await failureOf(lookUp(toCrossref, says(CSL, text)))).why, 'not-understood', text)
    const deep = `{"title": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    assert.equal((await failureOf(lookUp(toCrossref, says(CSL, deep)))).why, 'not-understood')
  })

  it('leaves out what is of another kind than it should be, and comes to no harm', async () => {
    const hostile = `{
      "__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}},
      "type": "__proto__", "title": ["A <script>alert(1)</script>title\\u202e\\u0000 [x](javascript:y)", 7],
      "author": [null, 7, "x", [], {"family": {}}, {"family": "Doe", "given": ["A"]}, {"given": "<b>Solo</b>"}, {"__proto__": {"family": "no"}}],
      "editor": {"toString": 1}, "issued": {"date-parts": [["2020", "13", 1e9]]}, "accessed": {"date-parts": "soon"},
      "URL": "javascript:alert(1)", "DOI": {"a": 1}, "page": true, "volume": 3, "publisher": "${'x'.repeat(5000)}"
    }`
    const item = await lookUp(toCrossref, says(CSL, hostile))
    assert.equal(({} as { polluted?: boolean }).polluted, undefined)
    assert.equal(item.publisher?.length, 500)
    assert.deepEqual(
      { ...item, publisher: '' },
      {
        type: 'document',
        title: 'A title [x](javascript:y)',
        author: [{ family: 'Doe', given: 'A' }, { literal: 'Solo' }],
        editor: [],
        issued: { year: 2020 },
        publisher: '',
        volume: '3',
        doi: '10.5555/tide.1',
      },
    )
  })

  it('takes a work of thousands of authors as far as it goes', async () => {
    const author = Array.from({ length: 20_000 }, (_, index) => ({ family: `Doe${index}` }))
    assert.equal((await answers({ title: 'A', author })).author.length, 500)
  })
})
