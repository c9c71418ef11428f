import type { Root } from 'mdast'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfmFootnote } from 'micromark-extension-gfm-footnote'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const FRONT_MATTER: Array<'yaml' | 'toml'> = ['yaml', 'toml']

const processor = unified()
  .use(remarkParse)
  .data({
    micromarkExtensions: [frontmatter(FRONT_MATTER), gfmFootnote(), gfmTable()],
    fromMarkdownExtensions: [frontmatterFromMarkdown(FRONT_MATTER), gfmFootnoteFromMarkdown(), gfmTableFromMarkdown()],
  })
  .freeze()

/** The syntax tree of a Markdown draft: CommonMark with front matter, footnotes and tables. Throws where it is nested too deeply. */
export const parseMarkdown = (text: string): Root => processor.parse(text)
