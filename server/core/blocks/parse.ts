import type { Nodes, Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Extension } from 'micromark-util-types'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const FRONT_MATTER: Array<'yaml' | 'toml'> = ['yaml', 'toml']

/** The parser leaves it out where a draft begins with it. */
export const BYTE_ORDER_MARK = '\uFEFF'

const SYNTAX = [frontmatter(FRONT_MATTER), gfmFootnote(), gfmTable()]
const TREE = [frontmatterFromMarkdown(FRONT_MATTER), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()]

const processor = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: SYNTAX, fromMarkdownExtensions: TREE })
  .freeze()

/** Labels that a draft defines outside the part of it that is parsed, as the parser spells them. */
export interface Known {
  readonly links: readonly string[]
  readonly notes: readonly string[]
}

/**
 * The syntax tree of a Markdown draft: CommonMark with front matter, footnotes and tables. Its offsets count from the start of
 * the draft. Throws where it is nested too deeply.
 */
export function parseMarkdown(text: string): Root {
  const root = processor.parse(text)
  if (text.startsWith(BYTE_ORDER_MARK)) move(root, 1)
  return root
}

/**
 * The syntax tree of a part of a draft that begins where a node of the whole tree does. Its offsets count from the start of the
 * part. Throws where it is nested too deeply.
 *
 * @param first whether it is the first part, which alone may hold front matter
 * @param known what the rest of the draft defines
 */
export function parsePart(text: string, first: boolean, known: Known): Root {
  const knowing =
    known.links.length + known.notes.length === 0
      ? processor
      : unified()
          .use(remarkParse)
          .data({ micromarkExtensions: [...SYNTAX, telling(known)], fromMarkdownExtensions: TREE })
  if (first) {
    const root = knowing.parse(text)
    if (text.startsWith(BYTE_ORDER_MARK)) move(root, 1)
    return root
  }
  // after a blank line the parser takes neither front matter nor a byte order mark for one
  const root = knowing.parse(`\n${text}`)
  move(root, -1)
  return root
}

/**
 * Tells the parser what is defined before it reads its first line: it looks labels up only once it has seen all lines. It marks
 * nothing up itself.
 */
function telling(known: Known): Extension {
  return {
    document: {
      null: {
        tokenize(_, __, nok) {
          const { parser } = this
          parser.gfmFootnotes ??= []
          if (known.links[0] !== undefined && !parser.defined.includes(known.links[0]))
            parser.defined.push(...known.links)
          if (known.notes[0] !== undefined && !parser.gfmFootnotes.includes(known.notes[0]))
            parser.gfmFootnotes.push(...known.notes)
          return nok
        },
      },
    },
  }
}

/** Moves a tree by some code units: the parser drops a byte order mark before it counts, and parts begin where they do. */
export function move(tree: Nodes, by: number): void {
  if (by === 0) return
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + by
      node.position.end.offset = (node.position.end.offset ?? 0) + by
    }
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}
