import type { Nodes } from 'mdast'

/** One place at which a draft defines a label for links or for footnotes. */
export interface Label {
  readonly kind: 'link' | 'note'
  /** The label as the parser compares it. */
  readonly identifier: string
  /** The address of a link; the label of a footnote as it is written here. */
  readonly value: string
}

/** What a whole draft defines. The first definition of a label counts, as in CommonMark. */
export interface Labels {
  /** Addresses of links by their identifiers. */
  readonly addresses: ReadonlyMap<string, string>
  /** Labels of footnotes as they are written where they are defined, by `foldLabel`. */
  readonly names: ReadonlyMap<string, string>
  /** The identifiers of footnotes. */
  readonly notes: ReadonlySet<string>
}

/** One form for all spellings of a label that Markdown holds to be the same. */
export const foldLabel = (label: string): string => label.toLowerCase().toUpperCase()

/** The labels that a syntax tree defines, in document order. Does not recurse. */
export function labelsIn(tree: Nodes): Label[] {
  const found: Label[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition') found.push({ kind: 'link', identifier: node.identifier, value: node.url })
    else if (node.type === 'footnoteDefinition')
      found.push({ kind: 'note', identifier: node.identifier, value: node.label ?? node.identifier })
    if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading' || node.type === 'table') continue
    for (let at = node.children.length - 1; at >= 0; at--) {
      const child = node.children[at]
      if (child) waiting.push(child)
    }
  }
  return found
}

/** Puts the labels of a draft together. */
export function collectLabels(all: Iterable<Label>): Labels {
  const addresses = new Map<string, string>()
  const names = new Map<string, string>()
  const notes = new Set<string>()
  for (const { kind, identifier, value } of all) {
    if (kind === 'link') {
      if (!addresses.has(identifier)) addresses.set(identifier, value)
      continue
    }
    notes.add(identifier)
    const folded = foldLabel(value)
    if (!names.has(folded)) names.set(folded, value)
  }
  return { addresses, names, notes }
}
