import type { Span } from '../text/span.ts'
import type { Citation } from './block.ts'
import { isSpace } from './characters.ts'
import { type Found, isEscaped } from './keys.ts'

/**
 * The notes in a passage that the Markdown parser does not know: `[^x]` where nothing defines x, and Pandoc's notes that stand
 * in the line, `^[like this]`, which are their own definition and have no key. Linear in the passage.
 */
export function findNotes(prose: string, text: string, passage: Span): Found {
  const citations: Citation[] = []
  const hidden: Span[] = []
  const open: Array<{ at: number; inline: boolean }> = []
  for (let at = passage.start; at < passage.end; at++) {
    const char = prose[at]
    if ((char !== '[' && char !== ']') || isEscaped(prose, text, at)) continue
    if (char === '[') {
      const end = labelEnd(prose, at, passage.end)
      if (end > 0) {
        citations.push({ start: at, end, kind: 'footnote', key: prose.slice(at + 2, end - 1), defined: false })
        hidden.push({ start: at, end })
        at = end - 1
      } else {
        const inline = at > passage.start && prose[at - 1] === '^' && !isEscaped(prose, text, at - 1)
        open.push({ at, inline })
      }
      continue
    }
    const group = open.pop()
    if (!group?.inline) continue
    const note: Span = { start: group.at - 1, end: at + 1 }
    citations.push({ start: note.start, end: note.end, kind: 'footnote', key: '', defined: true })
    hidden.push(note)
  }
  return { citations, hidden, objects: [] }
}

/** Where the footnote mark that begins at an offset ends; 0 where there is none. A label has no space and no bracket. */
function labelEnd(prose: string, at: number, limit: number): number {
  if (prose[at + 1] !== '^') return 0
  let end = at + 2
  while (end < limit && prose[end] !== ']' && prose[end] !== '[' && !isSpace(prose[end] ?? '')) end++
  return end < limit && prose[end] === ']' && end > at + 2 ? end + 1 : 0
}
