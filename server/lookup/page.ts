import { readMarkup } from './markup.ts'

/** What a page says of itself, before it is understood. */
export interface PageWords {
  /** The contents of `meta` elements by their names or properties, in lower case. */
  readonly metas: ReadonlyMap<string, readonly string[]>
  /** The text of the first `title`. */
  readonly title: string
  /** The address that the page says is its own. */
  readonly canonical: string | undefined
  /** The texts of `script` elements that hold JSON-LD. */
  readonly jsonLd: readonly string[]
}

/** How much is kept of a page that says too much. */
const MOST = { names: 200, values: 100, scripts: 20, script: 200_000, title: 2000 }

/** Collects what a page says of itself. */
export function readPage(html: string): PageWords {
  const metas = new Map<string, string[]>()
  const jsonLd: string[] = []
  let title: string | undefined
  let canonical: string | undefined
  let inside: 'title' | 'json' | undefined
  let words = ''
  const meta = (attributes: ReadonlyMap<string, string>): void => {
    const name = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop'))?.toLowerCase()
    const content = attributes.get('content')
    if (!name || content === undefined || content.trim() === '') return
    const values = metas.get(name) ?? []
    if (values.length < MOST.values) values.push(content)
    if (values.length === 1 && metas.size < MOST.names) metas.set(name, values)
  }
  readMarkup(html, {
    open: (name, attributes) => {
      if (name === 'meta') meta(attributes)
      if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical') canonical ??= attributes.get('href')
      if (name === 'title' && title === undefined) inside = 'title'
      const type = attributes.get('type')?.trim().toLowerCase()
      if (name === 'script' && type === 'application/ld+json' && jsonLd.length < MOST.scripts) inside = 'json'
      words = ''
    },
    text: (piece) => {
      if (inside !== undefined && words.length < MOST.script) words += piece
    },
    close: (name) => {
      if (name === 'title' && inside === 'title') title = words.slice(0, MOST.title)
      if (name === 'script' && inside === 'json' && words.length < MOST.script) jsonLd.push(words)
      if (name === 'title' || name === 'script') inside = undefined
    },
  })
  return { metas, title: title ?? '', canonical, jsonLd }
}
