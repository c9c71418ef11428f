import type { LongText } from '../text/draft.ts'
import type { Span } from '../text/span.ts'
import type { ReferenceList } from './bibliography.ts'
import { chunksOf } from './csl/chunks.ts'
import { loaded, referencesIn } from './csl/yaml.ts'

/** What a draft's front matter says of its sources, in offsets into the draft. */
export interface FrontMatter extends ReferenceList {
  /** The paths under `bibliography:`, as they stand there, and where. The `file` of the references is undefined. */
  readonly bibliographies: ReadonlyArray<Span & { readonly path: string }>
}

/**
 * Reads what the front matter of a Markdown draft says of its sources, as pandoc and Quarto do: `bibliography:`, a path or a list
 * of paths, and `references:`, a list of CSL-YAML. What else stands there, broken or not, is none of our business. Total.
 */
export function readFrontMatter(text: string): FrontMatter {
  const region = frontMatterIn(text)
  if (region === undefined) return { text, bibliographies: [], references: [], faults: [] }
  const references = chunksOf(text, region, 'references')
  const named = chunksOf(text, region, 'bibliography')
  const listed = references === undefined ? undefined : referencesIn(text, region, references, undefined)
  return {
    text,
    references: listed?.references ?? [],
    faults: listed?.faults ?? [],
    bibliographies: named === undefined ? [] : pathsIn(text, named.value),
  }
}

/** How much of a draft is looked at first for the end of its front matter, in code units: most are shorter. */
const FIRST = 2000

/**
 * As much of a Markdown draft as its front matter takes, with both its marks but without the break behind them; empty where it has
 * none, or one that does not end. It asks for no more of a draft that has none than its beginning.
 */
export function frontMatterOf(text: LongText): string {
  for (let size = FIRST; OPENING.test(text.slice(0, 200)); size *= 2) {
    const part = text.slice(0, size)
    const region = frontMatterIn(part)
    // what stands behind the last line of the part may belong to it
    if (region !== undefined && (region.closed < part.length || size >= text.length))
      return part.slice(0, region.closed)
    if (size >= text.length) break
  }
  return ''
}

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/

/** The lines between the `---` that a draft begins with and the next `---` or `...`, and where the line with that ends. */
function frontMatterIn(text: string): (Span & { readonly closed: number }) | undefined {
  const fence = OPENING.exec(text.slice(0, 200))?.[0]
  if (fence === undefined) return undefined
  const start = fence.length
  for (let at = start; at < text.length; ) {
    let end = at
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    const line = end - at < 50 ? text.slice(at, end).trimEnd() : ''
    if (line === '---' || line === '...') return { start, end: at, closed: end }
    at = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
  }
  return undefined
}

function pathsIn(text: string, span: Span): Array<Span & { path: string }> {
  const { value } = loaded(text, span)
  const paths: unknown[] = Array.isArray(value) ? value : [value]
  const found: Array<Span & { path: string }> = []
  let from = span.start
  for (const path of paths) {
    if (typeof path !== 'string' || path === '') continue
    const start = text.indexOf(path, from)
    if (start < 0 || start + path.length > span.end) continue
    from = start + path.length
    found.push({ start, end: from, path })
  }
  return found
}
