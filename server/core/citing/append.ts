import { compose, insert, type Piece } from '../edits/compose.ts'
import { applyEdits, type Edit } from '../edits/fix.ts'
import { lineBreakOf, lineEnd, nextLine } from '../edits/lines.ts'
import { appendReference, type BibliographyKind } from '../references/index.ts'
import { chained } from './chain.ts'
import type { Addition } from './target.ts'

/** The edits that add entries to a bibliography, in its own layout; undefined where it is too broken to add to. */
export function additionsTo(text: string, kind: BibliographyKind, additions: readonly Addition[]): Edit[] | undefined {
  let edits: Edit[] = []
  let now = text
  for (const { key, item } of additions) {
    const edit = appendReference(now, kind, item, key)
    if (edit === undefined) return undefined
    now = applyEdits(now, [edit])
    edits = chained(text.length, edits, [edit])
  }
  return edits
}

/** Edits of a Markdown draft, with the line in its front matter that names a bibliography. */
export function declaring(text: string, path: string, edits: readonly Edit[]): Edit[] {
  return [...compose(text, '', [declaration(text, path), ...edits]).edits]
}

function declaration(text: string, path: string): Piece {
  const lineBreak = lineBreakOf(text)
  const line = `bibliography: ${path}${lineBreak}`
  const start = text.startsWith('\uFEFF') ? 1 : 0
  const fence = text.slice(start, lineEnd(text, start)).trimEnd()
  if (fence === '---') {
    for (let at = nextLine(text, lineEnd(text, start)); at < text.length; at = nextLine(text, lineEnd(text, at))) {
      const words = text.slice(at, lineEnd(text, at)).trimEnd()
      if (words === '---' || words === '...') return insert(at, line)
    }
  }
  return insert(start, `---${lineBreak}${line}---${lineBreak}${lineBreak}`)
}
