import type { Draft } from '../text/draft.ts'
import type { Structure } from './block.ts'
import { markdownStructure } from './markdown.ts'
import { plainStructure } from './plain.ts'
import { isTangled } from './tangle.ts'

/**
 * Takes a draft apart into its prose, blocks, citations, definitions and directives. Total: a Markdown draft that is too
 * tangled to be parsed, which no writer writes, is read as plain text.
 */
export function structure(draft: Draft): Structure {
  if (draft.language === 'plaintext' || isTangled(draft.text)) return plainStructure(draft)
  try {
    return markdownStructure(draft)
  } catch {
    // The parser ran out of stack: the nesting is deeper than the guard foresaw.
    return plainStructure(draft)
  }
}
