import { listOf, memberOf, parseJson, textOf } from './json.ts'

/** What the JSON-LD of a page says of the article on it, in the terms of schema.org; before it is understood. */
export interface Work {
  readonly type: string
  readonly headline: string | undefined
  /** Each author as a name, and whether it is said to be an organisation. */
  readonly authors: ReadonlyArray<{ readonly name: string; readonly organisation: boolean }>
  readonly published: string | undefined
  readonly publisher: string | undefined
}

/** How many things of one list are looked at, and how many authors of one work. */
const MOST_NODES = 500
const MOST_AUTHORS = 50

/** What a page is, the more telling the earlier. */
const TYPES = [
  'NewsArticle',
  'ReportageNewsArticle',
  'AnalysisNewsArticle',
  'BackgroundNewsArticle',
  'OpinionNewsArticle',
  'ReviewNewsArticle',
  'ScholarlyArticle',
  'Report',
  'BlogPosting',
  'LiveBlogPosting',
  'SocialMediaPosting',
  'DiscussionForumPosting',
  'TechArticle',
  'Article',
  'Book',
  'Dataset',
  'VideoObject',
  'WebPage',
]

/** The work that a page is most tellingly said to be; undefined where its scripts name none, or are no JSON. */
export function workOf(scripts: readonly string[]): Work | undefined {
  const nodes = scripts.flatMap((script) => listOf(parseJson(script), MOST_NODES))
  let best: { rank: number; node: unknown } | undefined
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    // Lists within lists, and graphs, are looked at after all else; nothing else is gone into.
    nodes.push(...listOf(Array.isArray(node) ? node : memberOf(node, '@graph'), MOST_NODES))
    const rank = rankOf(node)
    if (rank >= 0 && (best === undefined || rank < best.rank)) best = { rank, node }
    const main = memberOf(node, 'mainEntity')
    if (main !== undefined) nodes.push(main)
  }
  return best && readWork(best.node, TYPES[best.rank] ?? '')
}

function rankOf(node: unknown): number {
  const ranks = listOf(memberOf(node, '@type'), 5).map((type) => TYPES.indexOf(String(textOf(type))))
  const known = ranks.filter((rank) => rank >= 0)
  return known.length === 0 ? -1 : Math.min(...known)
}

function readWork(node: unknown, type: string): Work {
  const authors = listOf(memberOf(node, 'author') ?? memberOf(node, 'creator'), MOST_AUTHORS)
  return {
    type,
    headline: textOf(memberOf(node, 'headline')) ?? textOf(memberOf(node, 'name')),
    authors: authors.flatMap((author) => {
      const name = nameIn(author)
      const organisation = listOf(memberOf(author, '@type'), 5).some((one) => /Organization$/.test(String(textOf(one))))
      return name === undefined ? [] : [{ name, organisation }]
    }),
    published: textOf(memberOf(node, 'datePublished')),
    publisher: nameIn(listOf(memberOf(node, 'publisher'), 1)[0]) ?? nameIn(listOf(memberOf(node, 'isPartOf'), 1)[0]),
  }
}

const nameIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? textOf(value) : textOf(memberOf(value, 'name'))
