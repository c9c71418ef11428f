import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { Span } from '../text/span.ts'
import { isCitable, isNoteNumber } from './addresses.ts'
import type { BlockKind, Citation, Definition, Directive } from './block.ts'
import { trimmed } from './characters.ts'
import { directivesInHtml } from './directives.ts'
import type { Labels } from './labels.ts'
import { type Mask, replaceWithObject } from './mask.ts'
import { reveal } from './reveal.ts'

/** A stretch of inline Markdown. Only where its role is `prose` is it a block; what stands in notes and table heads is not. */
export interface Passage extends Span {
  readonly kind: BlockKind
  readonly depth: number
  readonly role: 'prose' | 'note' | 'head'
  /** The links in it, in document order. */
  readonly links: readonly Span[]
}

/** What the syntax tree says. Lists other than `passages` are in no order yet. */
export interface Walk {
  readonly passages: Passage[]
  readonly citations: Citation[]
  readonly definitions: Definition[]
  readonly directives: Directive[]
  /** Whether the front matter names a bibliography or holds references. */
  bibliography: boolean
  /** How many code units are code. */
  code: number
}

interface Place {
  readonly node: Nodes
  readonly quotes: number
  readonly kind: BlockKind
  readonly role: Passage['role']
}

/**
 * Walks the syntax tree in document order, shows its words in the mask and gathers the rest. Does not recurse.
 *
 * @param labels what the whole draft defines
 */
export function walk(root: Root, text: string, mask: Mask, labels: Labels): Walk {
  const found: Walk = {
    passages: [],
    citations: [],
    definitions: [],
    directives: [],
    bibliography: false,
    code: 0,
  }
  const waiting: Place[] = [{ node: root, quotes: 0, kind: 'paragraph', role: 'prose' }]
  const passages: Array<Place & { node: Passages }> = []
  for (let place = waiting.pop(); place; place = waiting.pop()) {
    const { node } = place
    if (isPassage(node)) passages.push({ ...place, node })
    else if (node.type === 'html') found.directives.push(...directivesInHtml(text, spanOf(node)))
    else if (node.type === 'code') found.code += node.value.length === 0 ? 0 : spanOf(node).end - spanOf(node).start
    else if (isFrontMatter(node)) found.bibliography ||= /^(?:bibliography|references)[ \t]*[:=]/m.test(node.value)
    else if (node.type === 'footnoteDefinition') addDefinition(found, text, spanOf(node), node.label ?? node.identifier)
    if (!isPassage(node) && 'children' in node) {
      const inner = placeWithin(place)
      for (let at = node.children.length - 1; at >= 0; at--) {
        const child = node.children[at]
        const head = node.type === 'table' && at === 0
        if (child)
          waiting.push({
            node: child,
            quotes: inner.quotes,
            kind: inner.kind,
            role: head && inner.role === 'prose' ? 'head' : inner.role,
          })
      }
    }
  }
  for (const place of passages) readInline(place, text, mask, found, labels.addresses)
  return found
}

type Passages = Extract<Nodes, { type: 'paragraph' | 'heading' | 'tableCell' }>

const isPassage = (node: Nodes): node is Passages =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell'

/** The parser also gives `toml`, which the types of the syntax tree do not know. */
const isFrontMatter = (node: Nodes): node is Extract<Nodes, { type: 'yaml' }> =>
  node.type === 'yaml' || (node.type as string) === 'toml'

const spanOf = (node: Nodes): Span => ({
  start: node.position?.start.offset ?? 0,
  end: node.position?.end.offset ?? 0,
})

/** What the children of a node stand in. */
function placeWithin(place: Place): Omit<Place, 'node'> {
  const { type } = place.node
  const { quotes, kind, role } = place
  if (type === 'blockquote') return { quotes: quotes + 1, kind: 'quotation', role }
  if (type === 'listItem') return { quotes, kind: kind === 'quotation' ? kind : 'item', role }
  if (type === 'table') return { quotes, kind: 'cell', role }
  if (type === 'footnoteDefinition') return { quotes, kind, role: 'note' }
  return { quotes, kind, role }
}

function addDefinition(found: Walk, text: string, span: Span, key: string): void {
  const colon = text.indexOf(']:', span.start)
  const end = colon < 0 || colon + 2 > span.end ? span.end : colon + 2
  const said = trimmed(text, end, span.end)
  found.definitions.push({
    start: span.start,
    end: span.end,
    kind: 'footnote',
    key,
    label: { start: span.start, end },
    body: said.start === said.end ? { start: span.end, end: span.end } : said,
  })
}

/** Reads the inline content of one passage into the mask, and its links, notes, code and comments into what is found. */
function readInline(
  place: Place & { node: Passages },
  text: string,
  mask: Mask,
  found: Walk,
  addresses: ReadonlyMap<string, string>,
): void {
  const { node, quotes, role } = place
  const links: Span[] = []
  const waiting: PhrasingContent[] = [...node.children].reverse()
  for (let inline = waiting.pop(); inline; inline = waiting.pop()) {
    const span = spanOf(inline)
    if (inline.type === 'text') reveal(mask, text, span, inline.value, quotes)
    else if (inline.type === 'html') found.directives.push(...directivesInHtml(text, span))
    else if (inline.type === 'inlineCode') {
      replaceWithObject(mask, span)
      found.code += span.end - span.start
    } else if (inline.type === 'footnoteReference') {
      const key = inline.label ?? inline.identifier
      found.citations.push({ start: span.start, end: span.end, kind: 'footnote', key, defined: true })
    } else if (inline.type === 'link' || inline.type === 'linkReference') {
      const address = inline.type === 'link' ? inline.url : (addresses.get(inline.identifier) ?? '')
      const automatic = text[span.start] === '<'
      links.push(span)
      if (role === 'prose' && isCitable(address)) {
        const kind = automatic ? 'url' : 'link'
        found.citations.push({ start: span.start, end: span.end, kind, key: address, defined: true })
      }
      if (automatic) replaceWithObject(mask, span)
      else if (!isNote(inline, text[span.start - 1] ?? '')) waiting.push(...[...inline.children].reverse())
    } else if ('children' in inline) waiting.push(...[...inline.children].reverse())
  }
  const { start, end } = extent(node)
  found.passages.push({
    start,
    end,
    kind: kindOf(place),
    depth: node.type === 'heading' ? node.depth : 0,
    role,
    links,
  })
}

const isNote = (link: Extract<PhrasingContent, { type: 'link' | 'linkReference' }>, before: string): boolean => {
  const only = link.children.length === 1 ? link.children[0] : undefined
  return only?.type === 'text' && isNoteNumber(only.value, before)
}

const kindOf = ({ node, kind }: Place): BlockKind => (node.type === 'heading' ? 'heading' : kind)

/** A paragraph from end to end; of a heading or a cell, what it says, without its marks. */
function extent(node: Passages): Span {
  const first = node.children[0]
  const last = node.children.at(-1)
  if (node.type === 'paragraph' || !first || !last) return spanOf(node)
  return { start: spanOf(first).start, end: spanOf(last).end }
}
