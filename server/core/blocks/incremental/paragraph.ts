import type { Paragraph, Root } from 'mdast'
import { isPlainStart } from './splice.ts'

type Position = NonNullable<Root['position']>

const MARKUP = new Set('\\`*_[]<&')
const SPACE = ' '

/**
 * The node of a text that is one paragraph and holds no mark of Markdown: the parser would say the same, and takes a hundred
 * times as long. Undefined where it may be more than that.
 */
export function plainParagraph(text: string): Paragraph | undefined {
  let end = text.length
  while (text[end - 1] === '\n') end--
  if (end === 0 || !isPlainStart(text, 0) || text[end - 1] === SPACE) return undefined
  for (let at = 0; at < end; at++) {
    const char = text[at] ?? ''
    const isBreak = char === '\n' && text[at - 1] !== SPACE && isPlainStart(text, at + 1)
    if ((char < SPACE && !isBreak) || MARKUP.has(char)) return undefined
  }
  // nobody asks for lines and places in them
  const position = () => ({ start: { offset: 0 }, end: { offset: end } }) as Position
  const words = { type: 'text' as const, value: text.slice(0, end), position: position() }
  return { type: 'paragraph', children: [words], position: position() }
}
