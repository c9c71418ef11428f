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

/** The lines between the `---` that a draft begins with and the next `---` or `...`. */
function frontMatterIn(text: string): Span | undefined {
  const fence = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(0, 200))?.[0]
  if (fence === undefined) return undefined
  const start = fence.length
  for (let at = start; at < text.length; ) {
    let end = at
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
    const line = end - at < 50 ? text.slice(at, end).trimEnd() : ''
    if (line === '---' || line === '...') return { start, end: at }
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
