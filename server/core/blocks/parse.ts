import type { Nodes, Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const FRONT_MATTER: Array<'yaml' | 'toml'> = ['yaml', 'toml']

const BYTE_ORDER_MARK = '\uFEFF'

const processor = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [frontmatter(FRONT_MATTER), gfmFootnote(), gfmTable()],
    fromMarkdownExtensions: [frontmatterFromMarkdown(FRONT_MATTER), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  })
  .freeze()

/**
 * The syntax tree of a Markdown draft: CommonMark with front matter, footnotes and tables. Its offsets count from the start of
 * the draft. Throws where it is nested too deeply.
 */
export function parseMarkdown(text: string): Root {
  const root = processor.parse(text)
  if (text.startsWith(BYTE_ORDER_MARK)) moveByOne(root)
  return root
}

/** The parser drops a byte order mark before it counts; this counts it again. */
function moveByOne(root: Root): void {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.position) {
      node.position.start.offset = (node.position.start.offset ?? 0) + 1
      node.position.end.offset = (node.position.end.offset ?? 0) + 1
    }
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
}
