import type { Item, PersonName } from '../core/index.ts'
import { webAddress } from './csl.ts'
import { dateOf, today } from './dates.ts'
import { doiIn } from './doi.ts'
import { known } from './json.ts'
import { type Work, workOf } from './jsonLd.ts'
import { nameOf, namesOf } from './names.ts'
import type { PageWords } from './page.ts'
import { oneLine, plainText } from './plainText.ts'

/** What stands between the title of a page and the name of its site. */
const BETWEEN = [' | ', ' - ', ' – ', ' — ', ' :: ', ' · ', ' » ']

/** No page has more authors. */
const MOST_AUTHORS = 50

/**
 * What a page that answered at an address says of itself, as an item that was looked at today. The tags that are meant for
 * citing come first (`citation_…`, which Google Scholar and Zotero read), then JSON-LD, Open Graph, Dublin Core, and what is
 * left. Nothing is guessed: what the page does not say is not there. Undefined where it has no title.
 */
export function itemOfPage(page: PageWords, url: URL): Item | undefined {
  const work = workOf(page.jsonLd)
  const first = (...names: readonly string[]): string | undefined => firstOf(page, names)
  const site = first('og:site_name', 'application-name') ?? plainText(work?.publisher)
  const title =
    first('citation_title') ??
    plainText(work?.headline) ??
    first('og:title', 'dc.title', 'dcterms.title', 'twitter:title')
  const named = withoutSite(title ?? oneLine(page.title), site)
  if (named === '') return undefined
  const journal = first('citation_journal_title', 'prism.publicationname')
  const published =
    first('citation_publication_date', 'citation_date', 'citation_online_date') ??
    work?.published ??
    first('article:published_time', 'og:article:published_time', 'datepublished', 'parsely-pub-date') ??
    first('dcterms.issued', 'dc.date.issued', 'dcterms.date', 'dc.date', 'date', 'pubdate', 'publishdate')
  return known<Item>({
    type: typeOf(work, journal),
    title: named,
    author: authorsOf(page, work, site),
    editor: [],
    issued: dateOf(published),
    accessed: today(),
    containerTitle: journal ?? first('citation_inbook_title', 'citation_conference_title') ?? site,
    publisher: first(
      'citation_publisher',
      'citation_technical_report_institution',
      'citation_dissertation_institution',
    ),
    publisherPlace: undefined,
    volume: first('citation_volume'),
    issue: first('citation_issue'),
    page: pagesOf(first('citation_firstpage'), first('citation_lastpage')),
    edition: undefined,
    number: first('citation_technical_report_number'),
    url: addressOf(page, url),
    doi: [first('citation_doi'), first('dc.identifier', 'dc.identifier.doi', 'prism.doi')]
      .map((text) => doiIn(text ?? ''))
      .find((doi) => doi !== undefined),
    isbn: first('citation_isbn'),
  })
}

function firstOf({ metas }: PageWords, names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = plainText(metas.get(name)?.[0])
    if (text !== undefined) return text
  }
  return undefined
}

/** A title without the name of the site at its end, where the page says what its site is called. */
function withoutSite(title: string, site: string | undefined): string {
  const end = BETWEEN.map((between) => `${between}${site}`).find((ending) => title.endsWith(ending))
  return site === undefined || end === undefined ? title : title.slice(0, -end.length)
}

function typeOf(work: Work | undefined, journal: string | undefined): string {
  if (journal !== undefined || work?.type === 'ScholarlyArticle') return 'article-journal'
  if (work?.type.endsWith('NewsArticle')) return 'article-newspaper'
  if (work?.type === 'BlogPosting') return 'post-weblog'
  if (work?.type.endsWith('Posting')) return 'post'
  const own: Readonly<Record<string, string>> = { Report: 'report', Book: 'book', Dataset: 'dataset' }
  return own[work?.type ?? ''] ?? 'webpage'
}

/** The authors that a page names, the site itself left out. */
function authorsOf({ metas }: PageWords, work: Work | undefined, site: string | undefined): PersonName[] {
  const each = metas.get('citation_author')?.flatMap((name) => nameOf(name) ?? [])
  const said = work?.authors.flatMap(({ name, organisation }) =>
    organisation ? literalOf(name) : namesOf(plainText(name) ?? ''),
  )
  const bylines = ['article:author', 'author', 'byl', 'parsely-author', 'dc.creator', 'dcterms.creator']
  const lines = bylines.map((name) => metas.get(name)?.flatMap(namesOf))
  const found = [each, said, ...lines].find((names) => names !== undefined && names.length > 0) ?? []
  return found.filter((name) => fullName(name) !== site).slice(0, MOST_AUTHORS)
}

function literalOf(name: string): PersonName[] {
  const literal = plainText(name)
  return literal === undefined ? [] : [{ literal }]
}

const fullName = ({ given, particle, family, suffix, literal }: PersonName): string =>
  [given, particle, family, suffix, literal].filter((part) => part !== undefined).join(' ')

const pagesOf = (first: string | undefined, last: string | undefined): string | undefined =>
  first === undefined || last === undefined || first === last ? first : `${first}–${last}`

/** The address that a page gives for itself, where it is on the same host; else the one that answered. */
function addressOf({ canonical }: PageWords, url: URL): string {
  const own = canonical !== undefined && URL.canParse(canonical, url.href) ? new URL(canonical, url) : undefined
  return own !== undefined && own.host === url.host ? (webAddress(own.href) ?? url.href) : url.href
}
