import type { BlockKind } from '../../server/core/blocks/block.ts'
import { type Passage, passage } from '../../server/core/marks/passage.ts'
import type { Span } from '../../server/core/text/span.ts'

/** The passages of a text: a paragraph for each line, a heading where it begins with `#`. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const kind: BlockKind = line.startsWith('#') ? 'heading' : 'paragraph'
    const mark = kind === 'heading' ? 1 : 0
    const block = { start: start + mark, end: start + line.length, kind, depth: mark }
    if (line.trim() !== '') passages.push(passage(text, block, false))
    start += line.length + 1
  }
  return passages
}

/** The words that marks stand on, each with what the test wants to know of it. */
export const wordsOf = <Mark extends Span>(
  text: string,
  marks: readonly Mark[],
  more: (mark: Mark) => string = () => '',
): string[] =>
  marks.map((mark) => [text.slice(mark.start, mark.end), more(mark)].filter((part) => part !== '').join(' | '))

/** Whether marks lie in the text, follow one another and are not empty. */
export const inOrder = (text: string, marks: readonly Span[]): boolean =>
  marks.every(
    ({ start, end }, i) => start >= (marks[i - 1]?.start ?? 0) && end > start && end <= text.length && start >= 0,
  )
